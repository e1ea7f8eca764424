/** What a writer asks leads to the guide for journalists, in every language; what sounds alike beside a person does not. */
import { describe, expect, it } from 'vitest';
import { createSearch } from '../../src/search/search.ts';
import { publishedEdition } from '../relevance/directory.ts';

const { directory, tables } = publishedEdition();
const search = createSearch(directory, new Date('2026-11-21'), undefined, tables);
const happening = (text: string) => search.search(text).happening;

describe('for an article', () => {
  it.each([
    'publish photo of shelter',
    'shelter address in article',
    'can I name the victim',
    'interview a survivor',
    'may I show the house',
    'who can comment',
    'which words to avoid',
    'darf ich das Frauenhaus zeigen',
    'Adresse Frauenhaus im Artikel',
    'Opfer interviewen',
    'darf ich den Namen des Opfers nennen',
    'saako turvakodin osoitteen julkaista',
    'saako uhrin nimen kertoa lehdessä',
    'uhrin haastattelu',
    'czy mogę podać nazwisko ofiary',
    'wywiad z ofiarą handlu ludźmi',
    'чи можна назвати ім’я жертви',
    'чи можна опублікувати фото притулку',
    'фото приюта в газете',
    'можно ли назвать имя жертвы',
    'kas tohib avaldada varjupaiga aadressi',
    'intervjuu ohvriga',
    'vai drīkst publicēt patversmes foto',
    'intervija ar cietušo',
    'ar galima skelbti prieglaudos adresą',
    'interviu su nukentėjusia',
    'får jag publicera bild på skyddat boende',
    'intervjua ett offer',
    'må jeg vise krisecentret i avisen',
    'interview med offer for menneskehandel',
    'kan jeg navngi offeret i artikkelen',
    'intervju med et offer',
    'má birta mynd af athvarfinu',
    'viðtal við þolanda',
    'pot publica adresa adăpostului',
    'interviu cu o victimă',
    'мога ли да покажа приюта',
    'интервю с жертва',
  ])('%s', (text) => {
    expect(happening(text)).toMatchObject({ code: 'for-an-article', guide: 'journalists', situation: '' });
  });

  it.each([
    "can I report without the victim's name",
    'do I need the name of the victim to call',
    'he threatens to publish naked photos of her',
    'he films the girls and sells the pictures',
    'police interview victim interpreter',
    'muss ich den Namen des Opfers nennen',
    'er droht Fotos zu veröffentlichen',
    'ar auka turi sakyti vardą',
    'чи треба називати імʼя потерпілої',
    'kas ohver võib jääda varjupaika',
    'vai var palikt patversmē bez vārda',
  ])('%s: that is no writer', (text) => {
    expect(happening(text)?.code).not.toBe('for-an-article');
  });
});

describe('who asks what a person may do does not say that they are controlled', () => {
  it.each([
    'is she allowed to work',
    'darf sie arbeiten',
    'må hun arbejde her',
    'får han jobbe mens han venter',
    'får hon bo på kvinnojour med barn',
  ])('%s', (text) => {
    expect(happening(text)).toBeUndefined();
  });

  it.each([
    'she is not allowed to use the phone',
    'die Frau darf nicht telefonieren',
    'hun må ikke gå ud alene',
    'hun får ikke gå ut',
    'hon får inte gå ut',
    'hún fær ekki að fara út',
  ])('%s: but what they may not does', (text) => {
    expect(happening(text)?.code).toBe('controlled');
  });
});

it.each(['saako hän apua', 'saanko tulkin'])('%s: “saa-” asks, and is not Germany misspelt', (text) => {
  expect(search.search(text).understood.map(({ code }) => code)).not.toContain('de');
});
