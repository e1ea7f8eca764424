/**
 * Open Referral's Human Services Data Specification (HSDS) 3.1, written down once more from the standard: the part of it that we
 * publish. From here come the check in every test run, the columns of the tables and the components of `openapi.json`.
 *
 * A row is a record without what hangs on it; a table is a list of rows.
 */
import * as v from 'valibot';

export const HSDS_VERSION = '3.1';

export const Id = v.pipe(v.string(), v.uuid());
export const Filled = v.pipe(v.string(), v.trim(), v.nonEmpty());
/** Where the standard asks for a text and nobody knows one. */
export const MaybeEmpty = v.string();
export const Email = v.pipe(v.string(), v.email());
/** A URI (RFC 3986): no letters beyond ASCII. */
export const Uri = v.pipe(v.string(), v.url(), v.regex(/^[\x21-\x7e]+$/, 'a URI is written in ASCII'));
export const Day = v.pipe(v.string(), v.isoDate());
/** Hours and minutes with their distance from UTC: `09:00+02:00`, `00:00Z`. */
export const TIME = /^([01]\d|2[0-3]):[0-5]\d(Z|[+-](0\d|1[0-4]):[0-5]\d)$/;
export const Time = v.pipe(v.string(), v.regex(TIME));
/** Hours before or behind UTC. */
export const Offset = v.pipe(v.number(), v.minValue(-12), v.maxValue(14));
export const Days = v.pipe(v.string(), v.regex(/^(MO|TU|WE|TH|FR|SA|SU)(,(MO|TU|WE|TH|FR|SA|SU))*$/));

export const Organization = v.strictObject({
  id: Id,
  name: Filled,
  alternate_name: v.optional(Filled),
  description: Filled,
  email: v.optional(Email),
  website: v.optional(Uri),
});

export const Service = v.strictObject({
  id: Id,
  organization_id: Id,
  name: Filled,
  alternate_name: v.optional(Filled),
  description: Filled,
  url: v.optional(Uri),
  email: v.optional(Email),
  status: v.picklist(['active', 'inactive', 'defunct', 'temporarily closed']),
  eligibility_description: v.optional(Filled),
  assured_date: v.optional(Day),
});

export const Location = v.strictObject({
  id: Id,
  location_type: v.picklist(['physical', 'postal', 'virtual']),
  organization_id: Id,
  name: Filled,
});

export const ServiceAtLocation = v.strictObject({ id: Id, service_id: Id, location_id: Id });

export const Address = v.strictObject({
  id: Id,
  location_id: Id,
  address_1: Filled,
  city: MaybeEmpty,
  state_province: MaybeEmpty,
  postal_code: MaybeEmpty,
  country: v.pipe(v.string(), v.regex(/^([A-Z]{2})?$/, 'a country is ISO 3166-1')),
  address_type: v.picklist(['physical', 'postal', 'virtual']),
});

export const Phone = v.strictObject({
  id: Id,
  organization_id: Id,
  service_id: Id,
  number: Filled,
  /** Of the types of vCard (RFC 6350). */
  type: v.picklist(['voice', 'text']),
  description: v.optional(Filled),
});

export const Contact = v.strictObject({
  id: Id,
  organization_id: Id,
  service_id: Id,
  name: Filled,
  title: v.optional(Filled),
  email: Email,
});

export const Url = v.strictObject({ id: Id, organization_id: Id, service_id: Id, label: Filled, url: Uri });

export const Language = v.strictObject({
  id: Id,
  phone_id: Id,
  name: Filled,
  code: v.pipe(v.string(), v.regex(/^[a-z]{2,3}$/)),
});

/** When somebody answers: the same every week, while it is valid. */
export const Schedule = v.strictObject({
  id: Id,
  service_id: Id,
  valid_from: v.optional(Day),
  valid_to: v.optional(Day),
  timezone: Offset,
  freq: v.literal('WEEKLY'),
  byday: Days,
  opens_at: Time,
  closes_at: Time,
  description: Filled,
});

export const ServiceArea = v.strictObject({ id: Id, service_id: Id, name: Filled, description: v.optional(Filled) });

export const LINK_ENTITIES = ['organization', 'service', 'phone', 'contact', 'url', 'address', 'schedule'] as const;

export const Attribute = v.strictObject({
  id: Id,
  link_id: Id,
  link_entity: v.picklist(LINK_ENTITIES),
  taxonomy_term_id: Id,
  value: v.optional(Filled),
  label: Filled,
});

export const Taxonomy = v.strictObject({ id: Id, name: Filled, description: Filled, version: Filled });

export const TaxonomyTerm = v.strictObject({
  id: Id,
  code: Filled,
  name: Filled,
  description: Filled,
  language: v.pipe(v.string(), v.regex(/^[a-z]{2,3}$/)),
  taxonomy_id: Id,
});

/** The tables, in the order in which they are written, under the names of the standard's CSV files. */
export const TABLES = {
  organizations: Organization,
  services: Service,
  locations: Location,
  service_at_location: ServiceAtLocation,
  addresses: Address,
  phones: Phone,
  contacts: Contact,
  url: Url,
  languages: Language,
  schedules: Schedule,
  service_areas: ServiceArea,
  attributes: Attribute,
  taxonomies: Taxonomy,
  taxonomy_terms: TaxonomyTerm,
} as const;
export type TableName = keyof typeof TABLES;
export const TABLE_NAMES = Object.keys(TABLES) as TableName[];
export type Row<Table extends TableName> = v.InferOutput<(typeof TABLES)[Table]>;
export type Tables = { [Table in TableName]: Row<Table>[] };

/** Which table a column points to. */
export const POINTS_TO: Record<string, TableName> = {
  organization_id: 'organizations',
  service_id: 'services',
  location_id: 'locations',
  phone_id: 'phones',
  taxonomy_id: 'taxonomies',
  taxonomy_term_id: 'taxonomy_terms',
};

const NestedAttribute = v.strictObject({
  ...v.omit(Attribute, ['link_id', 'link_entity', 'taxonomy_term_id']).entries,
  taxonomy_term: TaxonomyTerm,
});
const attributes = v.optional(v.pipe(v.array(NestedAttribute), v.minLength(1)));
const some = <Item extends v.GenericSchema>(item: Item) => v.optional(v.pipe(v.array(item), v.minLength(1)));

const NestedPhone = v.strictObject({
  ...v.omit(Phone, ['organization_id', 'service_id']).entries,
  languages: some(v.omit(Language, ['phone_id'])),
  attributes,
});
const NestedContact = v.strictObject({ ...v.omit(Contact, ['organization_id', 'service_id']).entries, attributes });
const NestedUrl = v.strictObject({ ...v.omit(Url, ['organization_id', 'service_id']).entries, attributes });
const NestedAddress = v.strictObject({ ...v.omit(Address, ['location_id']).entries, attributes });

/** Single records, with all that hangs on them, as the API's single records are. */
export const FullLocation = v.strictObject({ ...Location.entries, addresses: some(NestedAddress) });

export const FullOrganization = v.strictObject({
  ...Organization.entries,
  phones: some(NestedPhone),
  contacts: some(NestedContact),
  additional_websites: some(NestedUrl),
  locations: some(FullLocation),
  attributes,
});

export const FullService = v.strictObject({
  ...v.omit(Service, ['organization_id']).entries,
  organization: Organization,
  phones: some(NestedPhone),
  contacts: some(NestedContact),
  additional_urls: some(NestedUrl),
  schedules: some(v.strictObject({ ...v.omit(Schedule, ['service_id']).entries, attributes })),
  service_areas: some(v.omit(ServiceArea, ['service_id'])),
  service_at_locations: some(
    v.strictObject({ ...v.omit(ServiceAtLocation, ['service_id', 'location_id']).entries, location: FullLocation }),
  ),
  attributes,
});

export const FullServiceAtLocation = v.strictObject({
  ...ServiceAtLocation.entries,
  service: v.strictObject({ ...Service.entries, organization: Organization }),
  location: FullLocation,
});

export const FullTaxonomyTerm = v.strictObject({ ...TaxonomyTerm.entries, taxonomy_detail: Taxonomy });

/** The lists of the API: the folder of each, a row of its pages, and a single record. */
export const COLLECTIONS = {
  organizations: { table: 'organizations', row: Organization, full: FullOrganization },
  services: { table: 'services', row: Service, full: FullService },
  locations: { table: 'locations', row: Location, full: FullLocation },
  service_at_locations: { table: 'service_at_location', row: ServiceAtLocation, full: FullServiceAtLocation },
  taxonomies: { table: 'taxonomies', row: Taxonomy, full: Taxonomy },
  taxonomy_terms: { table: 'taxonomy_terms', row: TaxonomyTerm, full: FullTaxonomyTerm },
} as const;
export type CollectionName = keyof typeof COLLECTIONS;
export const COLLECTION_NAMES = Object.keys(COLLECTIONS) as CollectionName[];

const Count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** One page of a list. */
export const pageOf = <Item extends v.GenericSchema>(item: Item) =>
  v.pipe(
    v.strictObject({
      total_items: Count,
      total_pages: v.pipe(Count, v.minValue(1)),
      page_number: v.pipe(Count, v.minValue(1)),
      size: Count,
      first_page: v.boolean(),
      last_page: v.boolean(),
      empty: v.boolean(),
      contents: v.array(item),
    }),
    v.check(({ size, contents }) => size === contents.length, 'size is not the number of entries'),
    v.check(({ empty, size }) => empty === (size === 0), 'empty, or not'),
    v.check(({ first_page, page_number }) => first_page === (page_number === 1), 'first, or not'),
    v.check(({ last_page, page_number, total_pages }) => last_page === (page_number === total_pages), 'last, or not'),
  );
