/**
 * Words that need not be found: those that only join others, those that all of the directory is about (help for victims),
 * and what makes a sentence of a need: who, where, can, please, my. Those stand by language, for they say in which one
 * somebody writes.
 */
import { fold } from './fold.ts';

/** What joins other words, by the languages in which it does. */
const JOINING: readonly (readonly [string, string])[] = [
  ['en', 'a an the of in on at for to from with by and or near against'],
  ['da nb sv', 'i og på til fra med av for af ved mot hos en et'],
  ['de', 'und oder für gegen mit von bei aus dem den der die das im am zum zur'],
  ['fi', 'ja sekä tai'],
  ['is', 'á frá fyrir við úr til og í'],
  ['lv', 'un ar no pie par uz vai kā'],
  ['lt', 'ir į iš su prie dėl apie už'],
  ['pl', 'w we z ze na do dla od przy o u oraz lub przeciwko'],
  ['ro', 'la de din pentru cu pe și sau cel al ale lui o un'],
  ['ru', 'в во на из с со для от по у и или при об за против'],
  ['uk', 'у в на з із для до від при та й або про'],
  ['bg', 'в във на от за с със и или при'],
  ['en', 'off after within along across beyond among'],
  ['da', 'eller at som over ind op ned sig selv'],
  ['nb', 'eller at som over ut inn opp ned seg selv'],
  ['sv', 'och eller över innan ut in upp ner vid sig själv'],
  ['de', 'des vom um an in sich euch'],
  ['et', 'ning ja või ning üle vastu juures kohta jaoks'],
  ['fi', 'yli alle vastaan luona varten'],
  ['is', 'eða sem yfir móti um af'],
  ['lt', 'po prieš virš nuo ant'],
  ['lv', 'virs pret'],
  ['pl', 'albo po i nad a'],
  ['ro', 'peste spre către în'],
  ['ru', 'а над о к до'],
  ['uk', 'і а над о зі за по'],
  ['bg', 'а над към у по до'],
];

/** What all of the directory is about, in all languages, each in its own script; it stands in names, too. */
const EVERYWHERE = [
  'victim victims offer ofre ofret offers opfer opfern ofiara ofiary ofiar ohver ohvri ohvrid ohvrite uhri uhrit uhrien',
  'upuris upuri upuriem cietušais cietušie auka aukos aukoms þolandi þolendur fórnarlamb brottsoffer victima victime victimele',
  'жертва жертви жертвам жертвы жертв потерпілий потерпілі пострадавший пострадавшие пострадал постраждалі',
  'help hilfe hjælp hjelp hjälp hjálp apu apua abi palīdzība palīdzību pagalba pagalbos pomoc pomocy ajutor',
  'помощь помощи помощ допомога допомоги',
  'atbalsts atbalstu doradztwo doradca doradcy',
];

const SENTENCE: Readonly<Record<string, string>> = {
  en: 'i me my mine we us our you your he him his she her hers they them their it its this that these those there here who whom whose what where when which why how is are am was were be been being do does did done doing have has had can could will would shall should may might must need needs needed want wants please thanks hello hi some any somebody someone anybody anyone something anything get gets got give gives find finds found know tell ask call calls ring reach contact helps helped helping not no if when then than as so but because about into out up down only just also very go going went come send take me myself person people case client clients urgent urgently quickly fast soon good best nearest nearby close around without number numbers address speak speaks speaking spoken talks works getting say says said told see saw seen think thinks still again always ever yet already too much many more another same every both two three four five six between behind under during ago often maybe together keeps looking looks seems answers days week weeks month months year years yesterday received comes came coming goes saying thought wanted let put puts began begun started stays stayed asking asked look looked seem seemed hear heard met become became write wrote written knew happen happened never perhaps later sometimes morning evening eight nine although while since before outside inside through until others own such nobody everybody everything small old few little different long short next last photo photos',
  de: 'ich mich mir mein meine meinen meinem meiner wir uns unser unsere du dich dir dein ihr ihnen er ihn ihm sein seine sie es wer wen wem was wo wohin woher wann welche welcher welches welchem welchen wie warum wieso ist sind bin war waren sein gibt geben hat habe haben hatte kann können könnte muss müssen soll sollte will wollen möchte darf brauche braucht brauchen bitte danke hallo jemand jemanden jemandem etwas nichts kein keine keinen finde finden findet suche sucht suchen hilft helfen geholfen helfe rufe rufen anrufen ruft melden nicht nein wenn ob dann als so aber weil über nach vor zu auf ein eine einen einem einer eines heute hier dort da nur auch sehr schnell dringend person personen leute menschen klientin klient fall nummer adresse nähe ohne spricht sprechen gesprochen tun machen gehen komme kommt kommen wirklich wird werden wurde wurden worden hält halten lässt lassen bekommt bekommen bekam sagt sagte sagen sieht sah gesehen denke glaube noch wieder immer schon seit seitdem viel viele mehr andere anderer anderen gleich alle alles jeder jede jeden zwei drei vier fünf sechs zehn zwischen hinter unter während oft vielleicht zusammen mach mache macht ging kam mehrere etwa tag tage tagen woche wochen monat monate monaten jahr jahre jahren gestern stunden erhielt gekommen geht gegangen gesagt sehen denken dachte gedacht wollte beginnt begann bleiben bleibt blieb fragt fragte gefragt scheint hört hörte gehört traf geworden schrieb geschrieben gemacht bereits nie später bald manchmal stunde eins sieben acht neun dass obwohl nachdem bevor außerhalb durch bis mit gleiche eigene niemand groß große klein kleine neue alte wenig lange ihre foto',
  da: 'jeg mig min mit mine vi os vores du dig din han ham hans hun hende hendes de dem deres den det der dette disse hvem hvad hvor hvornår hvilken hvilket hvilke hvordan hvorfor er var være blev bliver har havde kan kunne skal skulle vil ville må bør brug behov for venligst tak hej nogen noget ingen finde finder findes hjælper hjælpe ringe ringer ringer kontakte ikke hvis når så fordi om efter til her dér kun også meget hurtigt akut person personer folk klient sag nummer adresse nærheden uden taler tale gør gøre går få fik fået gik kommer siger sagde se ser set tror stadig igen altid aldrig siden allerede mange mere anden andet andre samme alle alt hver tre fire fem seks ti mellem bag under ofte måske sammen kigger svarer dag dage uge uger måned måneder år igår timer næsten intet modtaget komme kommet gå gået sige sagt tænker tænkte troede lod begynder begyndte blive blevet spørger spurgte spurgt synes syntes hører hørte mødte skriver skrev skrevet gjorde gjort vidste skete sker senere snart nogle time syv otte ni mens selvom udenfor gennem indtil med fra hvert egen sådan stor store lille ny nye gamle lidt lang sin sit sine dit dine været foto',
  nb: 'jeg meg min mitt mine vi oss vår du deg din han ham hans hun henne hennes de dem deres den det der dette disse hvem hva hvor når hvilken hvilket hvilke hvordan hvorfor er var være ble blir har hadde kan kunne skal skulle vil ville må bør trenger behøver vennligst takk hei noen noe ingen finne finner finnes hjelper hjelpe ringe ringer kontakte ikke hvis så fordi om etter her bare også veldig raskt akutt person personer folk klient sak nummer adresse nærheten uten snakker snakke gjør gjøre går gir få fikk fått gikk kommer sier se ser sett tror fortsatt igjen alltid aldri siden allerede mange mye mer annen annet andre samme alle alt hver tre fire fem seks ti mellom bak under ofte kanskje sammen dag dager uke uker måned måneder år igår timer ennå nesten komme kommet gå gått sagt tenker tenkte trodde begynner begynte bli blitt spør spurte spurt hører hørte møtte skriver skrev skrevet gjorde gjort vet visste skjer skjedde senere snart en sju åtte ni mens utenfor gjennom inntil med fra hvert egen slik stor stort store liten lite ny nye gamle litt lang dere sin sitt sine ditt dine våre vårt vært foto',
  sv: 'jag mig min mitt mina vi oss vår du dig din han honom hans hon henne hennes de dem deras den det där detta dessa vem vad var vart när vilken vilket vilka hur varför är varit vara blev blir har hade kan kunde ska skulle vill ville måste bör behöver snälla tack hej någon något några ingen hitta hittar finns hjälper hjälpa ringa ringer kontakta inte om så för eftersom efter till här bara också mycket snabbt akut person personer folk klient ärende nummer adress närheten utan talar prata pratar gör göra går ge ger att som få fick fått gick kommer säger se ser såg sett tror fortfarande igen alltid aldrig sedan redan många mer annan annat samma alla allt varje två tre fyra fem tio mellan bakom under ofta kanske tillsammans dag dagar vecka veckor månad månader igår timmar bort ännu nästan utanför lägga komma kommit gå gått säga sagt tänker tänkte trodde lät sätta sätter satte började börja börjar bli blivit frågade frågat hör hörde träffar träffade skriver skrev skrivit gjorde gjort vet visste senare snart ibland timme en ett sju åtta nio medan genom tills med före egen sådan stor stort stora litet ny nya gamla lite olika lång väldigt skall sin sitt sina ditt dina ifall ni foto',
  fi: 'minä minun minut minua minulle me meidän meitä meille sinä sinun te teidän hän hänen hänet häntä hänelle he heidän se sen tämä tuo kuka ketä kenen kenelle kenet mikä mitä missä mihin mistä minne milloin koska mikä miten kuinka miksi on ovat oli olla ole olen onko voi voin voiko voinko voivat saako saanko pitää täytyy pitäisi haluan haluaa tarvitsen tarvitsee tarvitaan kiitos hei joku jotain jonkun kukaan mitään löydän löytyy löytää auttaa auttavat auttaisi soitan soittaa soittaisin ottaa yhteyttä ei en älä jos kun niin mutta koska tänään täällä siellä vain myös hyvin nopeasti kiireesti henkilö ihminen ihmisiä asiakas asiakkaan tapaus numero osoite lähellä ilman puhuu puhua tehdä menen saa saan saada sai saanut menee meni tulee tuli tullut sanoo sanoi näkee näki nähnyt luulen vielä taas aina koskaan asti lähtien jo paljon monta enemmän toinen toisen muut sama kaikki kaksi kolme neljä viisi kuusi kymmenen yksi yhden välillä takana alla usein ehkä yhdessä päivä päivää päivät viikko viikkoa kuukausi kuukautta vuosi vuotta eilen tuntia katsoo vastaa ennen sain tulla tulen tulin mennä menin sanoa sanoin näin ajatella ajattelin luulin halusi halusin alkoi jää jäi kysyi näyttää näytti tuntuu tuntui kuuli kuulin tapasi tapasin kirjoitin tekee teki tiedän tiesi tapahtui yhä myöhemmin pian joskus sitten viikon kuukauden vuoden vuodet seitsemän kahdeksan yhdeksän että vaikka jälkeen ulkopuolella kautta aikana kanssa jokainen joka sellainen iso suuri pieni uusi vanha moni vähän erilainen pitkä minulla oma ne et',
  et: 'mina ma minu mind mulle mul meie me meid meil sina sa sinu tema ta tema teda talle tal nemad nad neid neile see selle need kes keda kelle kellele mis mida kus kuhu kust millal milline kuidas miks on oli olla ole kas saab saan saaks saavad võib võin võiks peab pean peaks tahan tahab vajan vajab vaja palun aitäh tere keegi kedagi midagi mitte leian leiab leida aitab aitavad aidata helistan helistada helista ühendust ei pole poole pöörduda pöördun ära kui siis aga sest täna siin seal ainult ka väga kiiresti kiire isik inimene inimesed klient juhtum number aadress lähedal ilma räägib rääkida teha lähen sai saanud läks tuli tulnud ütleb ütles näeb nägi näinud arvan ikka veel jälle alati kunagi saadik juba palju rohkem teine teise teised sama kõik iga kaks kolm neli viis kuus kümme üks ühe vahel taga tihti võibolla koos päev päeva päevad nädal nädalat nädala aega kuud aasta aastat eile tundi kätte saama sain tulema tulen tuleb tulin läheb läksin ütlesin näen nägin mõtlen mõtles mõtlesin arvas tahtis tahtsin hakkab hakkas algas jääb jäi küsib küsis tundub tundus kuuleb kuulis kohtas kohtasin kirjutas kirjutasin teeb tegi tean teab teadis juhtus alates hiljem varsti nädalaid kuu kuid aastad tund tunni seitse kaheksa üheksa kuigi pärast väljaspool läbi jooksul kuni enne kõike igal selline suur suure väike uus vana vanad mitu vähe natuke erinev pikk samuti olid teie oma foto',
  lv: 'es mani manis mans mana mēs mūs mums mūsu tu tevi tev jūs jums viņš viņu viņam viņa viņai viņi viņus viņiem tas tā to šis šī kas kuru kam kā ko kur kurp kurš kura kad kāds kāda kādu kāpēc ir bija būt vai var varu varētu varat drīkst vajag vajadzīgs vajadzīga vajadzētu gribu grib vēlos lūdzu paldies sveiki kaut kāds kādam neviens neko atrast atrod palīdz palīdzēt palīdzēs palīdzētu zvanīt zvanu piezvanīt sazināties vērsties ne nē ja tad bet jo šodien te šeit tur tikai arī ļoti ātri steidzami persona cilvēks cilvēki klients klienta gadījums numurs adrese tuvumā bez runā runāt darīt iet dabū dabūja dabūt gāja nāca teica saka redz redzēja domāju vēl atkal vienmēr nekad kopš jau daudz vairāk cits cita citi citu pats visi visu katru katrs divi divas trīs četri pieci seši desmit viens viena vienu vieni vienam vienai starp aiz zem bieži varbūt kopā diena dienas dienu nedēļa nedēļas mēnesis mēnešus gads gadus vakar stundas pirms apmēram sev sevi saņemt saņem saņēma saņēmu nākt nāk atnāca atnācu teikt pateica redzēt domāt domā domāja gribēja gribēju ļauj ļāva sākt sākās palikt paliku palika jautā jautāja izskatās šķiet likās dzirdēja kļūst rakstīja zinu zina zināja notika joprojām vēlāk drīz dažreiz nedēļu mēneši gadi gadu gada stunda stundu septiņi astoņi deviņi lai pēc ārpus caur laikā līdz ar tāds liels liela mazs maza jauns jauna maz nedaudz ilgi nav tavs savs vārds vārda vārdu vārdā foto',
  lt: 'aš mane mano mes mus mums mūsų tu tave tau tavo jūs jums jis jį jam jo ji ją jai jos jie juos jiems tai ši šis kas ką kam ko kur kada koks kokia kokį kuris kuri kaip kodėl yra buvo būti nėra ar gali galiu galėtų galima reikia reikėtų turi turiu privalo noriu nori prašau prašom ačiū labas kažkas kažką kažkam niekas nieko rasti randu padeda padės padėti padėtų skambinti paskambinti susisiekti kreiptis ne jei jeigu tada bet nes šiandien čia ten tik taip pat labai greitai skubiai asmuo žmogus žmonės klientas klientė atvejis numeris adresas šalia be kalba kalbėti daryti eiti gauna gavo gauti ėjo atėjo pasakė sako mato matė manau dar vėl visada niekada jau daug daugiau kitas kita kiti tas pats visi kiekvieną du dvi trys keturi penki šeši dešimt viena vieno vienai tarp už dažnai gal kartu diena dienas savaitė savaites mėnuo mėnesius metai metus vakar valandas gavau atėjau ėjau sakė sakiau mačiau galvoju galvojau norėjo norėjau leidžia leido pradėjo pradėjau prasidėjo liko klausia klausė atrodo atrodė girdėjo girdėjau sutiko rašo parašė darė žinau žino nutiko vis galbūt vėliau kartais savaičių mėnesį mėnesių metų metais valanda valandų dienos dienų septyni aštuoni devyni kai kad nors lauke per iki visos visus kiekvienas didelis didelė mažas maža senas mažai truputį ilgai savo',
  pl: 'ja mnie mi mój moja moje moją mojej my nas nam nasz ty cię ci twój on go mu jego ona ją jej oni ich im to ta ten te tego tej ktoś kogoś komuś kto kogo komu co czego gdzie dokąd skąd kiedy jaki jaka jakie jakiego który która które jak dlaczego jest są był była być czy może mogę można mogą móc muszę musi trzeba powinien chcę chce potrzebuję potrzebuje potrzebna potrzebny proszę dziękuję cześć coś nic nikt znaleźć znajdę pomoże pomaga pomogą pomóc dzwonić zadzwonić skontaktować zgłosić nie jeśli jeżeli gdy wtedy ale bo dziś dzisiaj tu tutaj tam tylko też bardzo szybko pilnie pilne osoba osoby osobie człowiek ludzie klientka klient przypadek numer adres blisko obok bez mówi mówić mówiący robić iść się dostaje dostał dostała poszła przyszła powiedział widzi widział widziała myślę jeszcze znowu zawsze nigdy odkąd już dużo wiele więcej inny inna inne innego sam wszyscy wszystko każdy każdą dwa dwie trzy cztery pięć sześć dziesięć jeden jedna jedno jednego jednej między za pod często razem dzień dni tydzień tygodnie tygodni miesiąc miesiące miesięcy rok lata lat wczoraj godzin przed pyta odpowie dostałam otrzymał otrzymałam przyszedł idzie poszedł mówił powiedziała widzę myśli myślałam chciał chciała chcą pozwala pozwolił pozwoliła zaczął zaczęła został została pytał wygląda wydaje słyszę słyszał poznał poznałam spotkałam pisze napisał napisała robi zrobił wiem wie wiedział nadal później wkrótce czasem potem roku godziny godzinę siedem osiem dziewięć że chociaż poza przez podczas od inni taki swój duży mały mało trochę kilka różne długo także były wy',
  ro: 'eu mă mi mie meu mea mei noi ne nouă nostru tu te ție el îl lui ea îi ei le lor ele acesta aceasta asta cine pe cui ce unde când care cum de de ce este sunt e era fi a am ai are au poate pot putea trebuie vreau vrea nevoie rog mulțumesc bună cineva ceva nimic nimeni găsesc găsi găsește ajută ajuta ajutați ajute sun suna sunat sună contacta contactez dacă atunci dar pentru că azi aici acolo doar numai și foarte repede urgent persoană persoana oameni client clienta caz număr adresă aproape lângă fără vorbește vorbi vorbesc fac merg să se primește primit mers venit zis spune vede văzut cred încă iar mereu niciodată deja mult multe mulți mai alt altă alți același toți toate tot fiecare doi două trei patru cinci șase zece unul una unei unui după sub adesea împreună zi zile săptămână săptămâni lună luni ani ieri ore înainte își îmi îți primeam vine veni merge spus credea lasă lăsat pune pun începe încep început rămas rămânea întrebat întreba pare arată aude auzit întâlnit devenit scris face făcut știu știe știut întâmplat târziu curând uneori apoi anul oră ziua unu șapte opt deși deoarece afară prin timpul până cu mic mică puțin puține puțini diferite lung acest voi ta nu',
  bg: 'аз ме мен ми мой моя мои ние нас ни ни ти те той го него му тя я нея ѝ те ги тях им това този тази тези кой кого на кого кому какво що къде накъде кога какъв каква какви кое коя кои как защо е са съм си сме беше бяха бъде има няма ли може мога могат трябва искам иска искат нужен нужна нуждая моля благодаря здравей някой някого нещо нищо никой намеря намери намират помага помагат помогне помогна обадя обадим обаждам звъня свържа не ако когато тогава но защото днес тук там само също много бързо спешно човек хора лице клиент клиентка случай номер адрес близо без говори говорят правя отида да се получава получи получил отиде дойде каза казва вижда видя видях мисля още пак винаги никога откакто вече повече друг друга други същия всички всичко всеки цял два две три четири пет шест десет един една едно между зад под често заедно ден дни седмица седмици месец месеца месеци година години вчера часа преди себе получих дойдох идва идвам отидох казаха казват видял мисли исках искаше оставя започва започна започнах остана останах пита питат попита изглежда чух чул стана станах писа написа написах прави направи направих знам знае случи отново би после скоро понякога час часове дена денят седем осем девет че макар след извън през докато със всяка всяко същата свой такъв голям голяма малък малка няколко различни дълго който вие ще',
  ru: 'я меня мне мной мой моя моё мои мою мы нас нам наш ты тебя тебе вы вас вам он его ему она её ее ей они их им это этот эта эти тот та кто кого кому чего что где куда откуда когда какой какая какие какое который как почему зачем есть был была были быть нет ли может могу можно могут надо нужно нужен нужна нужны должен хочу хочет хотят пожалуйста спасибо здравствуйте кто-то кто-нибудь кто что-то ничего никто найти найду помогает помогут поможет помочь звонить позвонить обратиться связаться сообщить не если когда тогда но потому сегодня тут здесь там только тоже очень быстро срочно человек люди лицо клиент клиентка случай номер адрес рядом близко возле без говорит говорят говорить делать идти то нибудь дочка дочку получает получил получила пошла пришла пришел сказал сказала видит видел видела думаю ещё опять всегда никогда уже много больше другой другая другие другого же все каждый каждую два две три четыре пять шесть десять один одна одно одного одной между под часто вместе день дня дней неделя недели неделю месяц месяца месяцев год года лет вчера часов перед свой свою себя получили пришли идет пошёл сказали думал думала хотел хотела пусть начал начала началось остался осталась спрашивает спросил выглядит кажется казалось слышал слышала стал стала стали написал написала делает сделал знает знала случилось снова позже потом скоро иногда недель годы час семь восемь девять чтобы хотя после вне через пока каждая каждое такой такая своя большая маленькая мало немного несколько разные долго бы фото',
  uk: 'я мене мені мною мій моя моє мої мою ми нас нам наш ти тебе тобі ви вас вам він його йому вона її їй вони їх їм це цей ця ці той та хто кого кому чого що де куди звідки коли який яка які яке котрий як чому навіщо є був була були бути нема немає чи може можу можна можуть треба потрібно потрібен потрібна потрібні маю має хочу хоче хочуть будь ласка прошу дякую вітаю хтось хто щось нічого ніхто знайти знайду допомагає допоможуть допоможе допомогти дзвонити подзвонити звернутися звернутись повідомити не якщо коли тоді але бо тому сьогодні тут там тільки лише також дуже швидко терміново людина люди особа клієнт клієнтка випадок номер адреса поруч поряд біля близько без говорить говорять розмовляє розмовляти робити йти підкажіть дочка дочку отримує отримав отримала пішла прийшла прийшов сказав сказала каже бачить бачив бачила думаю ще знову завжди ніколи вже багато більше інший інша інші іншого самий всі все кожен кожну два дві три чотири шість десять один одна одне одного однієї між під часто разом день дня днів тиждень тижні тижнів місяць місяці місяців рік роки років вчора годин перед свій свою себе теперь отримали прийшли йде пішов сказали кажуть думав думала хотів хотіла нехай дозволяє почав почала почалося залишився залишилася питає запитав виглядає здається здавалося чув чула став стала стали написав написала робить зробив знає сталося досі мабуть пізніше потім скоро іноді року година години дні сім вісім щоб хоча після поза через поки усі кожна такий така маленький мало трохи кілька різні довго б же фото',
  is: 'ég mig mér mín mitt mínir við okkur okkar þú þig þér þinn hann honum hans hún hana henni hennar þeir þær þau þeim þeirra það þetta þessi hver hvern hverjum hvað hvar hvert hvaðan hvenær hvaða hvernig hvers vegna er eru var voru vera verið hefur hef hafa getur get geta gæti má á að þarf þarfnast vil vill langar skal vinsamlegast takk hæ einhver einhvern einhverjum eitthvað ekkert enginn finn finna finnst hjálpar hjálpað hjálpa hringi hringja hringir hafa samband ekki ef þegar þá en því nú í dag hér hérna þar bara líka mjög fljótt manneskja fólk skjólstæðingur mál númer heimilisfang nálægt án talar tala gera geri fara fer lætur láta lét lætum fær fékk fengið kemur segir sagði sér sá séð held enn aftur alltaf aldrei síðan mikið margir margar meira annar önnur aðrir sami allir allt hverja tveir tvær tvö þrír þrjár fjórir fimm tíu einn ein eitt einu einum milli bak undir oft kannski saman dagur daga vika viku vikur mánuður mánuði ár gær tíma vantar hjá strax áður fengu komið fóru farið sögðu sagt hugsaði vildi byrjaði byrjað spyr spurði spurt virðist virtist lítur sýnist heyrði heyrt hitt orðið skrifaði skrifað gerir gerði gert veit vissi gerðist seinna bráðum stundum vikum mánuðir mánuðum ári klukkustund tímar dagar fjögur sjö átta níu þó meðan eftir utan gegnum þangað með frá sama eigin stór lítil gamall smá langt hverju þið minn sinn sitt sína',
};

const byWord = (
  words: Iterable<readonly [languages: string, words: string]>,
): ReadonlyMap<string, readonly string[]> => {
  const known = new Map<string, string[]>();
  for (const [languages, some] of words) {
    for (const word of some.split(' ').map(fold)) {
      known.set(word, [...new Set([...(known.get(word) ?? []), ...languages.split(' ')])]);
    }
  }
  return known;
};
const LANGUAGES_OF = byWord(Object.entries(SENTENCE));
const JOINING_IN = byWord(JOINING);

const FUNCTION_WORDS: ReadonlySet<string> = new Set([
  ...JOINING_IN.keys(),
  ...EVERYWHERE.join(' ').split(' ').map(fold),
]);

const SPEAKING: ReadonlySet<string> = new Set(
  (
    'speak speaks speaking speaker spricht sprechen sprache taler tale snakker snakke talar tala prata pratar puhuu puhua ' +
    'räägib rääkida keelt runā runāt kalba kalbėti kalbantis mówi mówić mówiący vorbește vorbi vorbitor говори говорещ ' +
    'говорит говорят говорящий говорить говорять розмовляє tala talar puhuvat keeles kielellä kalba valodā'
  )
    .split(' ')
    .map(fold),
);

const set = (words: string): ReadonlySet<string> => new Set(words.split(' ').map(fold));

/** What stands before those for whom something is. */
const FOR = set('for für til till för fyrir dla pentru за для');
/** What stands before the place in which somebody is. */
const PLACE = set('in i w we v в у във á în la на');
/** What stands before the language in which somebody answers. */
const IN = set('in auf på po á în по на');
/** How a word ends that says in which language, where no word stands before it. */
const IN_BY_ENDING = /(iski|iskai|ksi)$/;

/** What says that an answer is wanted at once. */
const URGENT = set(
  'urgent urgently urgență urgența urgente dringend eilig notfall akut haster brådskande kiire kiiresti kiireellinen kiireesti ' +
    'steidzami steidzams skubu skubiai pilne pilnie pilny спешно спешен срочно экстренно терміново терміновий brýnt áríðandi nødstilfelle',
);

/** Whether a word says that an answer is wanted at once. @param word folded */
export function isUrgent(word: string): boolean {
  return URGENT.has(word);
}

/** Whether a people that is named after it is the one for whom something is. @param word folded */
export function isFor(word: string): boolean {
  return FOR.has(word);
}

/** Whether what is named after it is a place. @param word folded */
export function isIn(word: string): boolean {
  return PLACE.has(word);
}

/** Whether the name of a language says in which one somebody answers. @param before the word before it, folded */
export function isSpoken(before: string, language: string): boolean {
  return IN.has(before) || IN_BY_ENDING.test(language);
}

/** Whether a language that is named beside it is one that somebody shall speak. @param word folded */
export function isSpeaking(word: string): boolean {
  return SPEAKING.has(word);
}

/** @param word folded */
export function isFunctionWord(word: string): boolean {
  return FUNCTION_WORDS.has(word) || LANGUAGES_OF.has(word);
}

/** Whether a word only makes a sentence of what is asked for: it stands in no name that is looked for. @param word folded */
export function isSentenceWord(word: string): boolean {
  return !FUNCTION_WORDS.has(word) && LANGUAGES_OF.has(word);
}

/** The languages in which a word makes a sentence. @param word folded */
export function languagesOf(word: string): readonly string[] {
  return LANGUAGES_OF.get(word) ?? [];
}

/** The languages in which a word joins others. @param word folded */
export function joinsIn(word: string): readonly string[] {
  return JOINING_IN.get(word) ?? [];
}

/** So many small words of one language leave no doubt that a sentence is in no other that has none of them. */
const PLAIN = 2;

/** The languages in which a sentence may be, where its small words leave little doubt. @param texts its words, folded */
export function plainLanguages(texts: readonly string[]): ReadonlySet<string> | undefined {
  const votes = new Map<string, number>();
  for (const text of texts)
    for (const language of languagesOf(text)) votes.set(language, (votes.get(language) ?? 0) + 1);
  return Math.max(0, ...votes.values()) >= PLAIN ? new Set(votes.keys()) : undefined;
}
