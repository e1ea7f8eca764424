/** How old somebody is said to be: under eighteen is a child, whatever language says so, and no other number is an age. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createSearch } from '../../src/search/search.ts';
import { publishedEdition } from '../relevance/directory.ts';

const { directory, tables } = publishedEdition();
const search = createSearch(directory, new Date('2026-11-21'), undefined, tables);
const chips = (text: string, without: string[] = []) =>
  search.search(text, { without }).understood.map(({ kind, code }) => `${kind}:${code}`);
const isChild = (text: string) => chips(text).includes('age:child');

it.each([
  'boy 14',
  'pregnant girl 15',
  'girl 17 tartu',
  '15 year old girl',
  'Junge 14',
  '15-jähriges Mädchen',
  'flicka 15 år',
  'tjej 17 säljs av sin kille',
  'pige på 15',
  '15-årig pige',
  'mine 16 år gammel datter',
  'jente 16 oslo',
  'tyttö 17v',
  '14-vuotias poika',
  '14-aastane tüdruk',
  'poiss 14 a',
  'zēns 13 gadi',
  'mergaitė 15 metų',
  '15-metė mergaitė',
  '16-mečio vaikino',
  '15-aastase tüdruku',
  'en 15-åring',
  'chłopiec 12 lat',
  '15-letnia dziewczyna',
  'fată de 14 ani',
  'момиче на 15 години',
  'девочка 12 лет',
  'дівчина 16 років',
  'stelpa 14 ára',
  '14 ára stelpa',
  'girl sixteen',
  'a sixteen year old girl',
  'she is sixteen',
  'sie ist sechzehn',
  'sechzehnjähriges Mädchen',
  'ein zwölfjähriger Junge',
  'fuenfzehnjaehriger Junge',
  'Mädchen siebzehn Jahre',
  'pige på femten år',
  'hun er seksten og gravid',
  'femtenårig pige',
  'en jente på fjorten',
  'sytten år gammel jente',
  'flicka sexton år',
  'hon är sjutton',
  'en sextonåring',
  'sextán ára stelpa',
  'hún er fjórtán ára',
  'tyttö kuusitoista vuotta',
  'kuusitoistavuotias tyttö',
  'hän on viisitoista',
  'viisitoistavuotiaan pojan',
  'tüdruk kuusteist aastat',
  'kuueteistkümneaastane tüdruk',
  'ta on neliteist',
  'meitene sešpadsmit gadi',
  'sešpadsmitgadīga meitene',
  'viņai ir četrpadsmit gadi',
  'mergaitė šešiolikos metų',
  'šešiolikmetė mergaitė',
  'jai yra penkiolika metų',
  'dziewczyna szesnaście lat',
  'szesnastoletnia dziewczyna',
  'siedemnastolatka',
  'ona ma piętnaście lat',
  'fată de șaisprezece ani',
  'ea are cincisprezece ani',
  'девочка шестнадцать лет',
  'шестнадцатилетняя девушка',
  'ей пятнадцать',
  'мне 16 лет',
  'дівчина шістнадцять років',
  'шістнадцятирічна дівчина',
  'їй пʼятнадцять років',
  'мені 17',
  'момиче на шестнадесет години',
  'шестнайсетгодишно момиче',
  'тя е на петнайсет години',
])('%s: a child', (text) => {
  expect(isChild(text)).toBe(true);
  expect(chips(text)).not.toContain('country:lv');
});

it.each([
  'man 45',
  'woman 25',
  'girl pregnant 12 weeks',
  'woman 12 hours a day no pay',
  'mand 14 timer om dagen',
  'мужчина 12 часов без перерыва',
  '14 men in a yard',
  'hotel 12 women',
  'for 10 years a woman',
  'call 15',
  '112 girl',
  '116 111',
  'room 14',
  '15 meter',
  '14 mechaników z Ukrainy',
  '12 korda aastas',
  '15 aastas',
  '14 letnisko',
  'eleven men in a yard',
  'zwölf Frauen in einem Hotel',
  'elf Stunden am Tag ohne Pause',
  'kobieta ten sam adres',
  'chłopiec ten',
  'fortæl mig ti ting',
  'sechzehn Euro am Tag',
  'mand tolv timer om dagen',
  'мужчина двенадцать часов в день',
  'дванадцять чоловіків',
  'nainen kymmenen tuntia päivässä',
  'she is nineteen',
  'achtzehnjährige Frau',
  'neunzehnjähriger Mann',
  'osiemnastolatka',
  'восемнадцатилетняя девушка',
  'вісімнадцятирічна дівчина',
  'осемнадесетгодишна жена',
  'kahdeksantoistavuotias nainen',
  'aštuoniolikmetė mergina',
  'astoņpadsmitgadīga sieviete',
  'we are twelve in the van',
  'I have worked ten years',
])('%s: nobody’s age', (text) => {
  expect(isChild(text)).toBe(false);
});

it('taken off, it is a number again', () => {
  expect(chips('boy 14', ['age:child'])).toEqual(['sex:male']);
});

it('every age below eighteen is a child’s from six on, and none above', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 6, max: 99 }),
      fc.constantFrom('girl', 'Junge', 'flicka', 'дівчина', 'poika'),
      (age, who) => {
        expect(isChild(`${who} ${age}`)).toBe(age < 18);
      },
    ),
  );
});
