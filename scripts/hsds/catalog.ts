/** `catalog.jsonld`: the data set as open-data portals harvest it, in the words of DCAT-AP. */
import { COUNTRIES, type CountryCode } from '../../src/directory/schema.ts';
import type { Edition } from './pages.ts';

const EU = 'http://publications.europa.eu/resource/authority';
const LICENSE = `${EU}/licence/CC_BY_4_0`;
/** The European Union's list of countries goes by three letters (ISO 3166-1 alpha-3). */
const ALPHA_3: Record<CountryCode, string> = {
  dk: 'DNK',
  ee: 'EST',
  fi: 'FIN',
  de: 'DEU',
  is: 'ISL',
  lv: 'LVA',
  lt: 'LTU',
  no: 'NOR',
  pl: 'POL',
  ru: 'RUS',
  se: 'SWE',
  bg: 'BGR',
  ro: 'ROU',
  ua: 'UKR',
};

interface Catalogued extends Edition {
  /** The mailbox to which corrections go, if there is one. */
  mailbox?: string | undefined;
  /** Where the site is published, with its last slash; without it addresses are relative to the file. */
  address?: string | undefined;
}

/** The catalogue, with one data set in three forms. */
export function catalog({ edition, date, mailbox, address = '' }: Catalogued) {
  const at = (path: string) => ({ '@id': `${address}${path}` || './' });
  const text = (value: string) => ({ '@value': value, '@language': 'en' });
  const day = { '@value': date, '@type': 'xsd:date' };
  const authority = (path: string) => ({ '@id': `${EU}/${path}` });
  const publisher = {
    '@id': `${address}#publisher`,
    '@type': 'foaf:Agent',
    'foaf:name': text('Harbour contributors'),
  };
  const distribution = (id: string, title: string, access: string, more: object) => ({
    '@id': `${address}#${id}`,
    '@type': 'dcat:Distribution',
    'dct:title': text(title),
    'dcat:accessURL': at(access),
    'dct:license': { '@id': LICENSE },
    'dct:modified': day,
    ...more,
  });
  const json = {
    'dct:format': authority('file-type/JSON'),
    'dcat:mediaType': { '@id': 'https://www.iana.org/assignments/media-types/application/json' },
  };
  const hsds = { 'dct:conformsTo': { '@id': 'https://docs.openreferral.org/' } };
  return {
    '@context': {
      dcat: 'http://www.w3.org/ns/dcat#',
      dct: 'http://purl.org/dc/terms/',
      foaf: 'http://xmlns.com/foaf/0.1/',
      vcard: 'http://www.w3.org/2006/vcard/ns#',
      xsd: 'http://www.w3.org/2001/XMLSchema#',
    },
    '@id': `${address}catalog.jsonld`,
    '@type': 'dcat:Catalog',
    'dct:title': text('Harbour'),
    'dct:description': text(
      'The published data of Harbour, a directory for the first hours with a victim of trafficking.',
    ),
    'dct:publisher': publisher,
    'dct:license': { '@id': LICENSE },
    'dct:modified': day,
    'dct:language': authority('language/ENG'),
    'foaf:homepage': at(''),
    'dcat:dataset': {
      '@id': `${address}#dataset`,
      '@type': 'dcat:Dataset',
      'dct:identifier': 'harbour',
      'dct:title': text('Responders to trafficking in human beings: the Baltic Sea Region, Bulgaria, Romania, Ukraine'),
      'dct:description': text(
        'Whom to call, write to or go to when a victim of trafficking in human beings is met, in fourteen countries: helplines, police units, shelters, authorities, embassy lines, with hours, languages, whether a number works from abroad, the pages each fact rests on and how sure it is.',
      ),
      'dct:publisher': { '@id': publisher['@id'] },
      ...(mailbox && {
        'dcat:contactPoint': {
          '@type': 'vcard:Kind',
          'vcard:fn': text('Curators of Harbour'),
          'vcard:hasEmail': { '@id': `mailto:${mailbox}` },
        },
      }),
      'dcat:version': String(edition),
      'dct:modified': day,
      'dct:language': authority('language/ENG'),
      'dct:accrualPeriodicity': authority('frequency/IRREG'),
      'dct:accessRights': authority('access-right/PUBLIC'),
      'dcat:theme': [authority('data-theme/JUST'), authority('data-theme/SOCI')],
      'dcat:keyword': [
        'trafficking in human beings',
        'victim support',
        'helplines',
        'referral mechanism',
        'Open Referral',
      ].map(text),
      'dct:spatial': COUNTRIES.map((code) => authority(`country/${ALPHA_3[code]}`)),
      'dcat:distribution': [
        distribution('edition', 'The signed edition, as the app reads it', 'data/edition.json', {
          ...json,
          'dcat:downloadURL': at('data/edition.json'),
          'dct:description': text('The manifest: it names the packs beside it, which hold the data, and their hashes.'),
        }),
        distribution('hsds', 'Open Referral HSDS 3.1, JSON', 'hsds/index.json', {
          ...json,
          ...hsds,
          'dcat:accessService': { '@id': `${address}#api` },
          'dct:description': text('Lists in pages and single records by id, as static files.'),
        }),
        distribution('tabular', 'Open Referral HSDS 3.1, tables (CSV)', 'hsds/tabular/datapackage.json', {
          ...hsds,
          'dct:format': authority('file-type/CSV'),
          'dcat:mediaType': { '@id': 'https://www.iana.org/assignments/media-types/text/csv' },
          'dcat:downloadURL': at('hsds/tabular/datapackage.json'),
          'dct:description': text('A Frictionless data package: it names the CSV files beside it and their columns.'),
        }),
      ],
    },
    'dcat:service': {
      '@id': `${address}#api`,
      '@type': 'dcat:DataService',
      'dct:title': text('Harbour as Open Referral HSDS 3.1'),
      'dcat:endpointURL': at('hsds/index.json'),
      'dcat:endpointDescription': at('hsds/openapi.json'),
      'dcat:servesDataset': { '@id': `${address}#dataset` },
      'dct:license': { '@id': LICENSE },
    },
  };
}
