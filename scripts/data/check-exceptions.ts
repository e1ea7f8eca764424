/** What the data check would refuse and is right all the same, each with the reason. */

/** Numbers in E.164 that exist although the numbering plan known to the library has no room for them. */
export const NUMBERS_THAT_EXIST: Record<string, string> = {
  '+45114': 'the Danish police publish this form of 114 themselves, for calls from abroad',
};

/** Mailboxes that look like "first name, last name" and are an organisation's, in lower case. */
export const MAILBOXES_OF_ORGANISATIONS: Record<string, string> = {
  'cmavn.ternopil@gmail.com':
    'published in 2019-2020 as the mailbox of the Ukrainian hotline, whose landline is in Ternopil',
  'sanomat.sof@formin.fi': 'the mailbox of the Finnish embassy in Sofia: "sanomat" are messages, "sof" the town',
  'sanomat.buk@formin.fi': 'the mailbox of the Finnish embassy in Bucharest: "sanomat" are messages, "buk" the town',
  'gc_pll@mfa.gov.ua': 'the consulate general of Ukraine in Lublin: "gc" for consulate general, then country and town',
  'gc_plg@mfa.gov.ua': 'the consulate of Ukraine in Gdańsk: "gc" for consulate general, then country and town',
  'shepetiv_oprok@khmel.gp.gov.ua': "the district prosecutor's office of Shepetivka",
};

const ONLY_SEEN_PLAIN = 'our sources give it without encryption, and none shows the same site with it';

/** Hosts of pages that are opened without encryption, because nothing better is known of them. To be tried by whoever has a network. */
export const PAGES_WITHOUT_ENCRYPTION: Record<string, string> = Object.fromEntries(
  [
    '116000.lt',
    'cilvektirdznieciba.lv',
    'fhth.ck.ua',
    'foerderverein-dortmunder-mitternachtsmission.de',
    'forfreedom.no',
    'genderalternatives.org',
    'jrsromania.org',
    'kobranet.eu',
    'laanenaistetugi.ee',
    'lft.ee',
    'published in 2019-2020 as the mailbox of the Ukrainian hotline, whose landline is in Ternopil',
    'red-safehouse.dk',
    'refugeeswelcome.dk',
    'returnhome.lt',
    'ro.mfa.lt',
    'rosa-help.no',
    'sos.mid.ru',
    'talita.se',
    'terrafem.org',
    'www.adpare.eu',
    'www.aidrom.ro',
    'www.centrenadja.com',
    'www.compensation.bg',
    'www.erstatningsnaevnet.dk',
    'www.fcfp.se',
    'www.goteborg.se',
    'www.grupullogs.ro',
    'www.inspectiamuncii.ro',
    'www.karo-ev.de',
    'www.lm.gov.lv',
    'www.mae.ro',
    'www.martaliepaja.lv',
    'www.nadeschda-owl.de',
    'www.oslokrisesenter.no',
    'www.po-moc.pl',
    'www.prorefugiu.org',
    'www.rosengrenska.org',
    'www.socialnideinosti-varna.com',
    'www.theodora-owl.de',
    'www.tm.lt',
  ].map((host) => [host, ONLY_SEEN_PLAIN]),
);
