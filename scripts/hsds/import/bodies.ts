/** Rows to bodies: each organization with all the ways in that hang on it, its services or its places. */
import { FACTS, FACTS_TAXONOMY, type FactCode, termId } from '../vocabulary.ts';
import type { ReadTable, Records, Row } from './records.ts';

/** One way in, as the other directory writes it. */
export interface Way {
  id: string;
  type: 'phone' | 'sms' | 'email' | 'web' | 'chat' | 'form' | 'telegram';
  value: string;
  /** What it says of it in words. */
  words: string | undefined;
  languages: string[];
  /** OpenStreetMap hours, where the other directory uses our own word for them. */
  hours: string | undefined;
}

export interface Place {
  id: string;
  text: string;
  city: string | undefined;
  postcode: string | undefined;
  /** ISO 3166-1 in lower case. */
  country: string | undefined;
}

export interface Body {
  id: string;
  /** What our directory calls it, where the record was copied from ours. */
  ownId: string | undefined;
  names: string[];
  about: string | undefined;
  ways: Way[];
  places: Place[];
  areas: string[];
  /** Terms of any taxonomy on the body and its services: id, code and name of each. */
  terms: { id: string; code: string; name: string }[];
  /** Schedules of its services and places, in words: HSDS does not say which number they are about. */
  schedules: string[];
  /** What of it cannot be taken over. */
  left: string[];
}

const OUR_FACTS = new Map(
  (Object.keys(FACTS) as FactCode[]).map((code) => [termId(FACTS_TAXONOMY, code), code] as const),
);

export function bodiesOf(records: Records): Body[] {
  const owners = ownersIn(records);
  const by = (table: ReadTable, column: string) => grouped([...records[table].values()], (row) => row[column]);
  const attributesOf = by('attributes', 'link_id');
  const languagesOf = by('languages', 'phone_id');
  const addressesOf = by('addresses', 'location_id');
  const owned = Object.fromEntries(
    (['services', 'locations', 'phones', 'contacts', 'url', 'schedules', 'service_areas'] as const).map((table) => [
      table,
      grouped([...records[table].values()], (row) => owners(table, row)),
    ]),
  );
  const factsOf = (id: string) => {
    const facts = new Map<FactCode, string[]>();
    for (const { taxonomy_term_id = '', value } of attributesOf.get(id) ?? []) {
      const code = OUR_FACTS.get(taxonomy_term_id);
      if (code && value) facts.set(code, [...(facts.get(code) ?? []), value]);
    }
    return facts;
  };
  const way = (row: Row, type: Way['type'], value: string, words: string | undefined): Way => {
    const facts = factsOf(row.id);
    return {
      id: row.id,
      type,
      value,
      words: words || undefined,
      hours: facts.get('opening-hours')?.[0],
      languages: (languagesOf.get(row.id) ?? []).flatMap(({ code }) => code ?? []),
    };
  };

  return [...records.organizations.values()].map((organization): Body => {
    const of = (table: string) => owned[table]?.get(organization.id) ?? [];
    const services = of('services');
    const left: string[] = [];
    const phones = of('phones').flatMap((row) => {
      const type = phoneType(row.type);
      if (!row.number) return [];
      if (!type) left.push(`${row.number} is a ${row.type}`);
      if (row.extension) left.push(`${row.number} has the extension ${row.extension}, which no phone dials by itself`);
      return type ? [way(row, type, row.number, row.description)] : [];
    });
    const mails = [organization, ...services, ...of('contacts')].flatMap((row) =>
      row.email ? [way(row, 'email', row.email, row.title)] : [],
    );
    const pages = [
      ...[organization.website, ...services.map(({ url }) => url)].flatMap((url) =>
        url ? [way({ id: '' }, 'web', url, undefined)] : [],
      ),
      ...of('url').flatMap((row) => {
        const [kind] = factsOf(row.id).get('channel') ?? [];
        const type = (['chat', 'form', 'telegram'] as const).find((one) => one === kind) ?? 'web';
        return row.url ? [way(row, type, row.url, row.label)] : [];
      }),
    ];
    return {
      id: organization.id,
      ownId: factsOf(organization.id).get('own-id')?.[0],
      names: [organization.name, organization.alternate_name].flatMap((name) => name || []),
      about: organization.description || services.find(({ description }) => description)?.description,
      ways: onceEach([...phones, ...mails, ...pages]),
      places: of('locations')
        .flatMap(({ id }) => addressesOf.get(id) ?? [])
        .flatMap(placeOf),
      areas: [...new Set(of('service_areas').flatMap(({ name, description }) => name || description || []))],
      terms: [organization, ...services]
        .flatMap(({ id }) => attributesOf.get(id) ?? [])
        .flatMap(({ taxonomy_term_id: id = '', label }) => {
          if (OUR_FACTS.has(id)) return [];
          const term = records.taxonomy_terms.get(id);
          return { id, code: term?.code ?? '', name: term?.name ?? label ?? '' };
        }),
      schedules: [
        ...new Set(
          of('schedules').flatMap(({ byday, opens_at, closes_at, description }) =>
            byday && opens_at && closes_at ? `${byday} ${opens_at}-${closes_at}` : description || [],
          ),
        ),
      ],
      left,
    };
  });
}

/** The same value may stand with the body, with a service and by itself: the most telling row stays. */
function onceEach(ways: readonly Way[]): Way[] {
  const byValue = new Map<string, Way>();
  for (const way of ways) {
    const key = `${way.type} ${way.value.replace(/\/$/, '').toLowerCase()} ${way.words ?? ''}`;
    const plain = `${way.type} ${way.value.replace(/\/$/, '').toLowerCase()} `;
    if (way.words) {
      byValue.delete(plain);
      byValue.set(key, way);
    } else if (![...byValue.keys()].some((one) => one.startsWith(plain))) byValue.set(key, way);
  }
  return [...byValue.values()];
}

function phoneType(type = ''): 'phone' | 'sms' | undefined {
  if (/^(fax|pager|textphone)$/i.test(type)) return undefined;
  return /^(text|sms)$/i.test(type) ? 'sms' : 'phone';
}

function placeOf({ id, address_1, address_2, city, postal_code, country }: Row): Place | [] {
  const text = [address_1, address_2].filter(Boolean).join(', ');
  if (text === '') return [];
  return { id, text, city, postcode: postal_code, country: country?.toLowerCase() };
}

/** Which organization a row belongs to, by whatever it points to. */
function ownersIn(records: Records): (table: ReadTable, row: Row) => string | undefined {
  const ofService = (id = '') => records.services.get(id)?.organization_id;
  const atLocation = new Map<string, string>();
  for (const { location_id, service_id } of records.service_at_location.values()) {
    const owner = ofService(service_id);
    if (location_id && owner) atLocation.set(location_id, owner);
  }
  const ofLocation = (id = '') => records.locations.get(id)?.organization_id ?? atLocation.get(id);
  const owner = (row: Row): string | undefined => {
    const contact = row.contact_id ? records.contacts.get(row.contact_id) : undefined;
    return (
      row.organization_id ??
      ofService(row.service_id) ??
      ofService(records.service_at_location.get(row.service_at_location_id ?? '')?.service_id) ??
      ofLocation(row.location_id) ??
      (contact && owner({ ...contact, contact_id: '' }))
    );
  };
  return (table, row) => (table === 'locations' ? ofLocation(row.id) : owner(row));
}

function grouped<Item>(items: readonly Item[], key: (item: Item) => string | undefined): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const at = key(item);
    if (at === undefined) continue;
    const group = groups.get(at);
    if (group) group.push(item);
    else groups.set(at, [item]);
  }
  return groups;
}
