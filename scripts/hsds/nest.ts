/** Rows to single records with all that hangs on them, as the API gives them: what points to the record stands within it. */
import type { CollectionName, Row, TableName, Tables } from './schema.ts';

type Json = Record<string, unknown>;

/** All single records of all lists, by id, in the order of the rows. */
export function fullRecords(tables: Tables): Record<CollectionName, Json[]> {
  const by = <Table extends TableName>(table: Table, key: keyof Row<Table>) =>
    grouped(tables[table] as Row<Table>[], key);
  const term = by('taxonomy_terms', 'id');
  const taxonomy = by('taxonomies', 'id');
  const organization = by('organizations', 'id');
  const service = by('services', 'id');
  const attributesOf = by('attributes', 'link_id');
  const languagesOf = by('languages', 'phone_id');
  const addressesOf = by('addresses', 'location_id');

  const attributes = ({ id }: { id: string }) =>
    list('attributes', attributesOf.get(id), ({ link_id, link_entity, taxonomy_term_id, ...attribute }) => ({
      ...attribute,
      taxonomy_term: term.get(taxonomy_term_id)?.[0],
    }));
  const phone = ({ organization_id, service_id, ...row }: Row<'phones'>) => ({
    ...row,
    ...list('languages', languagesOf.get(row.id), ({ phone_id, ...language }) => language),
    ...attributes(row),
  });
  const part = ({ organization_id, service_id, ...row }: Row<'contacts'> | Row<'url'>) => ({
    ...row,
    ...attributes(row),
  });
  const location = (row: Row<'locations'>) => ({
    ...row,
    ...list('addresses', addressesOf.get(row.id), ({ location_id, ...address }) => ({
      ...address,
      ...attributes(address),
    })),
  });
  const locationOf = new Map(tables.locations.map((row) => [row.id, location(row)]));
  const [phonesOf, contactsOf, urlsOf, locationsOf] = [
    by('phones', 'organization_id'),
    by('contacts', 'organization_id'),
    by('url', 'organization_id'),
    by('locations', 'organization_id'),
  ];
  const [phonesFor, contactsFor, urlsFor] = [
    by('phones', 'service_id'),
    by('contacts', 'service_id'),
    by('url', 'service_id'),
  ];
  const [schedulesFor, areasFor, placesFor] = [
    by('schedules', 'service_id'),
    by('service_areas', 'service_id'),
    by('service_at_location', 'service_id'),
  ];

  return {
    organizations: tables.organizations.map((row) => ({
      ...row,
      ...list('phones', phonesOf.get(row.id), phone),
      ...list('contacts', contactsOf.get(row.id), part),
      ...list('additional_websites', urlsOf.get(row.id), part),
      ...list('locations', locationsOf.get(row.id), location),
      ...attributes(row),
    })),
    services: tables.services.map(({ organization_id, ...row }) => ({
      ...row,
      organization: organization.get(organization_id)?.[0],
      ...list('phones', phonesFor.get(row.id), phone),
      ...list('contacts', contactsFor.get(row.id), part),
      ...list('additional_urls', urlsFor.get(row.id), part),
      ...list('schedules', schedulesFor.get(row.id), ({ service_id, ...schedule }) => ({
        ...schedule,
        ...attributes(schedule),
      })),
      ...list('service_areas', areasFor.get(row.id), ({ service_id, ...area }) => area),
      ...list('service_at_locations', placesFor.get(row.id), ({ service_id, location_id, ...place }) => ({
        ...place,
        location: locationOf.get(location_id),
      })),
      ...attributes(row),
    })),
    locations: [...locationOf.values()],
    service_at_locations: tables.service_at_location.map((row) => {
      const [of] = service.get(row.service_id) ?? [];
      return {
        ...row,
        service: of && { ...of, organization: organization.get(of.organization_id)?.[0] },
        location: locationOf.get(row.location_id),
      };
    }),
    taxonomies: tables.taxonomies,
    taxonomy_terms: tables.taxonomy_terms.map((row) => ({
      ...row,
      taxonomy_detail: taxonomy.get(row.taxonomy_id)?.[0],
    })),
  };
}

function grouped<Item, Key extends keyof Item>(rows: readonly Item[], key: Key): Map<Item[Key], Item[]> {
  const groups = new Map<Item[Key], Item[]>();
  for (const row of rows) {
    const group = groups.get(row[key]);
    if (group) group.push(row);
    else groups.set(row[key], [row]);
  }
  return groups;
}

/** A list under its name, or nothing where it would be empty. */
function list<Item>(name: string, rows: readonly Item[] | undefined, nested: (row: Item) => Json): Json {
  return rows ? { [name]: rows.map(nested) } : {};
}
