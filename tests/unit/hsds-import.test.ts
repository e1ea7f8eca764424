import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { readFiles } from '../../scripts/data/read.ts';
import { idOf } from '../../scripts/hsds/ids.ts';
import { bodiesOf } from '../../scripts/hsds/import/bodies.ts';
import { type Options, proposalsOf } from '../../scripts/hsds/import/propose.ts';
import { readHsds } from '../../scripts/hsds/import/read.ts';
import { applyProposals } from '../../scripts/proposals/apply.ts';
import { readProposals } from '../../scripts/proposals/read.ts';
import type { Proposal, ProposalOf } from '../../src/directory/proposal.ts';
import { exampleNumber } from '../fixtures/data/valid.ts';
import { data, directory, files } from '../fixtures/hsds/export.ts';

const SOURCE = { url: 'https://directory.example.org/hsds', date: '2026-10' };
const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
}, 120_000);

/** A folder with these files. */
function folder(content: Iterable<[string, string | Uint8Array]>): string {
  const root = mkdtempSync(join(tmpdir(), 'harbour-hsds-'));
  folders.push(root);
  for (const [file, text] of content) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  return root;
}

function imported(content: Iterable<[string, string | Uint8Array]>, options: Partial<Options> = {}) {
  const { records, problems } = readHsds(folder(content));
  const { proposals, left, known } = proposalsOf(bodiesOf(records), data, { source: SOURCE, ...options });
  return { proposals: proposals as Proposal[], left, known, problems };
}

/** What applying them to the curators' files gives. */
function applied(proposals: readonly unknown[]) {
  const text = JSON.stringify({ made: '2026-11-27', edition: data.edition.edition, proposals });
  const { entries, refused } = readProposals('proposals.json', new TextEncoder().encode(text));
  expect(refused).toEqual([]);
  return applyProposals(readFiles('data'), entries, new Date('2026-11-27'));
}

const uuid = (name: string) => idOf('test', name);
const below = (part: string) =>
  [...files].flatMap(([file, text]): [string, string][] =>
    file.startsWith(part) ? [[file.slice(part.length), text]] : [],
  );
const ours = directory.responders.find(({ country, channels }) => country === 'lv' && channels[0]?.type === 'phone');
if (!ours) throw new Error('no Latvian responder with a number');
const ourNumber = ours.channels[0]?.value ?? '';

/** A body of another directory, as its API gives it. */
const shelter = () => ({
  id: uuid('shelter'),
  name: 'House by the Lake',
  description: '<p>A shelter for <b>women</b>.</p>',
  status: 'active',
  organization: {
    id: uuid('lake'),
    name: 'Lake Association',
    description: 'An association.',
    email: 'help@lake.example.org',
    website: 'https://lake.example.org',
  },
  phones: [
    { id: uuid('phone'), number: exampleNumber('lv').replace('+371', '+371 '), type: 'voice', description: 'main' },
    { id: uuid('fax'), number: '+371 67 000 000', type: 'fax' },
  ],
  schedules: [{ id: uuid('schedule'), freq: 'WEEKLY', byday: 'MO,TU', opens_at: '09:00', closes_at: '17:00' }],
  service_areas: [{ id: uuid('area'), name: 'Kurzeme' }],
  attributes: [
    {
      id: uuid('attribute'),
      taxonomy_term: {
        id: uuid('term'),
        code: 'X-1',
        name: data.taxonomy.services.shelter?.label.en,
        description: 'x',
      },
    },
    {
      id: uuid('attribute-2'),
      taxonomy_term: { id: uuid('term-2'), code: 'X-2', name: 'Boat trips', description: 'x' },
    },
  ],
  service_at_locations: [
    {
      id: uuid('sal'),
      location: {
        id: uuid('location'),
        location_type: 'physical',
        latitude: 56.5,
        longitude: 21.0,
        addresses: [
          {
            id: uuid('address'),
            address_1: 'Ezera iela 1',
            city: 'Kuldīga',
            state_province: '',
            postal_code: 'LV-3301',
            country: 'LV',
            address_type: 'physical',
          },
        ],
      },
    },
  ],
});

/** The same body as tables. */
const shelterTables = (): [string, string][] => {
  const csv = (head: string, ...rows: string[][]) =>
    [head, ...rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','))].join('\r\n');
  const { organization, phones, name, description, schedules, service_areas, attributes, service_at_locations } =
    shelter();
  const id = uuid('shelter');
  const [place] = service_at_locations;
  const [address] = place?.location.addresses ?? [];
  const terms = attributes.map((one) => one.taxonomy_term);
  return [
    ['datapackage.json', JSON.stringify({ profile: 'tabular-data-package', resources: [] })],
    [
      'organizations.csv',
      csv('id,name,description,email,website', [
        organization.id,
        organization.name,
        organization.description,
        organization.email,
        organization.website,
      ]),
    ],
    [
      'services.csv',
      csv('id,organization_id,name,description,status', [id, organization.id, name, description, 'active']),
    ],
    [
      'phones.csv',
      csv(
        'id,service_id,number,type,description',
        ...phones.map((one) => [one.id, id, one.number, one.type, one.description ?? '']),
      ),
    ],
    [
      'schedules.csv',
      csv(
        'id,service_id,freq,byday,opens_at,closes_at',
        ...schedules.map((one) => [one.id, id, one.freq, one.byday, one.opens_at, one.closes_at]),
      ),
    ],
    ['service_areas.csv', csv('id,service_id,name', ...service_areas.map((one) => [one.id, id, one.name]))],
    [
      'attributes.csv',
      csv(
        'id,link_id,link_entity,taxonomy_term_id',
        ...attributes.map((one) => [one.id, id, 'service', one.taxonomy_term.id]),
      ),
    ],
    [
      'taxonomy_terms.csv',
      csv('id,code,name,description', ...terms.map((one) => [one.id, one.code, one.name ?? '', one.description])),
    ],
    ['service_at_location.csv', csv('id,service_id,location_id', [place?.id ?? '', id, uuid('location')])],
    ['locations.csv', csv('id,location_type,latitude,longitude', [uuid('location'), 'physical', '56.5', '21.0'])],
    [
      'addresses.csv',
      csv('id,location_id,address_1,city,state_province,postal_code,country,address_type', [
        address?.id ?? '',
        uuid('location'),
        address?.address_1 ?? '',
        address?.city ?? '',
        '',
        address?.postal_code ?? '',
        'LV',
        'physical',
      ]),
    ],
  ];
};

describe('our own export', () => {
  it.each([
    ['as the API gives it', 'hsds/'],
    ['single records of services alone', 'hsds/services/'],
    ['single records and pages of organizations alone', 'hsds/organizations/'],
    ['as tables', 'hsds/tabular/'],
  ])('%s, proposes nothing', (_, part) => {
    const content = below(part).map(([file, text]): [string, string] => [
      join(part.replace(/^hsds\//, ''), file),
      text,
    ]);
    const { proposals, left, known } = imported(content);
    expect({ proposals, left }).toEqual({ proposals: [], left: [] });
    expect(known).toBe(directory.responders.length);
  });

  it('with one number, one address and one mailbox changed or added by a partner, proposes just these, and they can be applied', () => {
    const file = `services/${idOf('service', ours.id)}.json`;
    const record = JSON.parse(files.get(`hsds/${file}`) ?? '');
    record.phones[0].number = exampleNumber('lv').replace(/(\d{4})$/, ' $1');
    record.contacts = [...(record.contacts ?? []), { id: uuid('new mailbox'), email: 'new@lake.example.org' }];
    const { proposals, left } = imported([[file, JSON.stringify(record)]]);
    expect(left).toEqual([]);
    expect(proposals).toEqual([
      expect.objectContaining({
        kind: 'change',
        responder: ours.id,
        field: 'value',
        old: ourNumber,
        new: exampleNumber('lv'),
      }),
      expect.objectContaining({
        kind: 'add-channel',
        channel: { type: 'email', value: 'new@lake.example.org' },
        source: SOURCE,
      }),
    ]);
    expect(applied(proposals).applied).toHaveLength(proposals.length);
  });
});

describe('an older copy of our own records', () => {
  it('does not bring back what has gone since', () => {
    const organization = (own: string) => files.get(`hsds/organizations/${idOf('organization', own)}.json`) ?? '';
    const [old, gone] = ['+37100000000', 'lv-long-gone'];
    const record = JSON.parse(organization(ours.id));
    record.phones.push({ ...record.phones[0], id: idOf('channel', ours.id, 'phone', old), number: old });
    record.locations = [
      {
        id: uuid('old'),
        addresses: [{ id: idOf('address', ours.id, 'Old Street 1'), address_1: 'Old Street 1', country: 'LV' }],
      },
    ];
    const removed = JSON.parse(organization(ours.id).replaceAll(ours.id, gone));
    removed.id = idOf('organization', gone);
    for (const attribute of removed.attributes) attribute.id = uuid(`of the gone ${attribute.id}`);
    const { proposals, left } = imported([['organizations/all.json', JSON.stringify([record, removed])]]);
    expect(proposals).toEqual([]);
    expect(left).toEqual([
      expect.stringContaining(old),
      expect.stringContaining('Old Street 1'),
      expect.stringContaining(gone),
    ]);
  });
});

describe("another directory's body", () => {
  const asJson = (): [string, string][] => [['services/one.json', JSON.stringify(shelter())]];

  it('becomes a proposal to add it, which can be applied; what it leaves open is said, not invented', () => {
    const { proposals, left, problems } = imported(asJson());
    expect(problems).toEqual([]);
    expect(left).toEqual([expect.stringContaining('is a fax')]);
    const [proposal] = proposals as ProposalOf<'add-responder'>[];
    expect(proposals).toEqual([
      {
        kind: 'add-responder',
        responder: {
          id: 'lv-lake-association',
          name: { en: 'Lake Association' },
          kind: 'other',
          measures: [],
          services: ['shelter'],
          channels: [
            { type: 'phone', value: exampleNumber('lv'), purpose: 'Main', sources: [SOURCE.url] },
            { type: 'email', value: 'help@lake.example.org', sources: [SOURCE.url] },
            { type: 'web', value: 'https://lake.example.org', sources: [SOURCE.url] },
          ],
          addresses: [{ text: 'Ezera iela 1', city: 'Kuldīga', postcode: 'LV-3301', sources: [SOURCE.url] }],
          coverage: 'Kurzeme',
          about: 'An association.',
          sources: [SOURCE.url],
        },
        sources: [SOURCE],
        note: expect.any(String),
      },
    ]);
    for (const open of ['its kind', 'MO,TU 09:00-17:00', 'Boat trips', 'its measures']) {
      expect(proposal?.note).toContain(open);
    }
    const result = applied(proposals);
    expect({ refused: result.refused, errors: result.errors }).toEqual({ refused: [], errors: [] });
    expect(result.applied).toHaveLength(1);
  });

  it('says the same as tables and as JSON', () => {
    expect(imported(shelterTables())).toEqual(imported(asJson()));
  });

  it('imported a second time, after it was taken over, proposes nothing', () => {
    const { changed } = applied(imported(asJson()).proposals);
    const latvia = changed.get('countries/lv/responders.json') as {
      responders: (typeof data.regions)[0]['responders'];
    };
    const after = {
      ...data,
      regions: data.regions.map((one) => (one.region === 'lv' ? { ...one, responders: latvia.responders } : one)),
    };
    const { records } = readHsds(folder(asJson()));
    expect(proposalsOf(bodiesOf(records), after, { source: SOURCE }).proposals).toEqual([]);
  });

  it('of our name, in whatever spelling, has only what is new proposed', () => {
    const record = shelter();
    record.organization.name = (ours.name.en ?? '').toUpperCase();
    record.phones = [{ id: uuid('phone'), number: ourNumber.replace('+', '00'), type: 'voice', description: 'x' }];
    const { proposals, left } = imported([['services/one.json', JSON.stringify(record)]]);
    expect(left.filter((line) => line.includes('MO,TU 09:00-17:00'))).toHaveLength(1);
    expect(proposals.map((one) => [one.kind, 'responder' in one && one.responder])).toEqual([
      ['add-channel', ours.id],
      ['add-channel', ours.id],
      ['change', ours.id],
    ]);
  });

  it('that shares a number with one of ours under another name is left to the curator', () => {
    const record = shelter();
    record.phones = [{ id: uuid('phone'), number: ourNumber, type: 'voice', description: 'x' }];
    const { proposals, left } = imported([['services/one.json', JSON.stringify(record)]]);
    expect(proposals).toEqual([]);
    expect(left).toEqual([expect.stringContaining(`is it ${ours.id}`)]);
    expect(left[0]).toContain('help@lake.example.org');
  });

  it.each([
    ['another country', 'FR', undefined, 'none of the fourteen'],
    ['no country', '', undefined, 'none of the fourteen'],
  ])('of %s is left to the curator', (_, country, option, words) => {
    const record = shelter();
    record.phones = [];
    for (const place of record.service_at_locations) for (const one of place.location.addresses) one.country = country;
    const { proposals, left } = imported([['services/one.json', JSON.stringify(record)]], { country: option });
    expect(proposals).toEqual([]);
    expect(left).toEqual([expect.stringContaining(words)]);
  });

  it('that does not say its country is of the one named for all; one that says another is passed over', () => {
    const record = shelter();
    record.phones = [];
    record.service_at_locations = [];
    const content: [string, string][] = [['services/one.json', JSON.stringify(record)]];
    expect(imported(content, { country: 'ee' }).proposals).toEqual([
      expect.objectContaining({ responder: expect.objectContaining({ id: 'ee-lake-association' }) }),
    ]);
    expect(imported(asJson(), { country: 'ee' }).proposals).toEqual([]);
  });
});

describe('hostile and torn input', () => {
  it.each([
    ['an address that runs something', { website: 'javascript:alert(1)' }],
    ['a look-alike mailbox', { email: 'help@l\u0430ke.example.org' }],
    ['a hidden character', { name: 'Lake\u202e Association' }],
    ['markup in a name', { name: '<script>x</script>' }],
  ])('%s is not proposed, and the list says why', (_, spoilt) => {
    const record = shelter();
    Object.assign(record.organization, spoilt);
    const { proposals, left } = imported([['services/one.json', JSON.stringify(record)]]);
    expect(proposals).toEqual([]);
    expect(left.join()).toContain('not proposed: ');
  });

  it('prototype keys change nothing', () => {
    const text = `{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},${JSON.stringify(shelter()).slice(1)}`;
    expect(imported([['services/one.json', text]]).proposals).toHaveLength(1);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it.each<[string, [string, string | Uint8Array], RegExp]>([
    [
      'a file that is cut off',
      ['services/two.json', JSON.stringify(shelter()).slice(0, 300)],
      /cut off.*nothing of it was read/,
    ],
    ['a file in another encoding', ['services/two.json', new Uint8Array([0x7b, 0xff, 0x7d])], /UTF-8/],
    [
      'a page with fewer entries than it says',
      ['services/page-1.json', JSON.stringify({ size: 3, contents: [] })],
      /3 entries and has 0/,
    ],
    ['an older HSDS', ['index.json', JSON.stringify({ version: '2.0', profile: 'x' })], /HSDS 2.0/],
    ['a table that is none of HSDS', ['people.csv', 'id,name\r\n1,A'], /No table of HSDS/],
    ['a table that is cut off', ['contacts.csv', 'id,name,email\r\n1,A,a@b.example\r\n2,B'], /1 of 2 rows/],
    ['a table without ids', ['contacts.csv', 'name\r\nA'], /no column "id"/],
    [
      'rows that point nowhere',
      ['contacts.csv', `id,service_id,email\r\n1,${uuid('lost')},a@b.example`],
      /point to services that were not read/,
    ],
    ['records of something else', ['other.json', JSON.stringify([{ a: 1 }])], /1 of 1 entries/],
  ])('%s: it says so, and the rest is read', (_, file, words) => {
    const { proposals, problems } = imported([['services/one.json', JSON.stringify(shelter())], file]);
    expect(problems).toEqual([expect.stringMatching(words)]);
    expect(proposals).toHaveLength(1);
  });

  it('whatever a file holds, and wherever it is cut off, reading it ends, and what is proposed can be read', () => {
    const json = JSON.stringify([shelter()]);
    const [, organizations = ''] = shelterTables().find(([file]) => file === 'organizations.csv') ?? [];
    const name = fc.constantFrom('services.json', 'organizations.csv', 'x.json', 'locations/1.json');
    const text = fc.oneof(
      fc.string(),
      fc.json(),
      fc.integer({ min: 0, max: json.length }).map((end) => json.slice(0, end)),
      fc.integer({ min: 0, max: organizations.length }).map((end) => organizations.slice(0, end)),
    );
    const root = folder([]);
    fc.assert(
      fc.property(name, text, (file, content) => {
        mkdirSync(dirname(join(root, file)), { recursive: true });
        writeFileSync(join(root, file), content);
        const { records } = readHsds(root);
        const { proposals } = proposalsOf(bodiesOf(records), data, { source: SOURCE });
        const read = readProposals(
          'p.json',
          new TextEncoder().encode(JSON.stringify({ made: '2026-11-27', proposals })),
        );
        expect(read.refused).toEqual([]);
        rmSync(join(root, file));
      }),
    );
  });
});
