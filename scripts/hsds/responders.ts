/** A responder as HSDS has it: one organization that gives one service, at the places where it has a door. */
import { isCountry, sourcesOf } from '../../src/directory/directory.ts';
import { responderConfidence } from '../../src/directory/evidence.ts';
import type { CountryPack, PackResponder } from '../../src/directory/pack.ts';
import type { Address, Serves } from '../../src/directory/schema.ts';
import { checkFacts, disagreementFact, fact, type Link, sourceFacts, terms } from './attributes.ts';
import { channelRows, uriOf } from './channels.ts';
import { type Context, isoCountry, type Rows, together } from './context.ts';
import { idOf } from './ids.ts';
import type { Row } from './schema.ts';
import { sentence } from './words.ts';

const SERVED = ['sex', 'age', 'nationality', 'exploitation'] as const;

/** All rows of one responder. */
export function responderRows(country: CountryPack, responder: PackResponder, context: Context): Rows {
  const organization_id = idOf('organization', responder.id);
  const service_id = idOf('service', responder.id);
  return together([
    {
      organizations: [organizationRow(organization_id, responder)],
      services: [serviceRow(service_id, organization_id, responder, context)],
      service_areas: [areaRow(service_id, country, responder, context)],
      attributes: [
        ...bodyFacts({ link_id: organization_id, link_entity: 'organization' }, country, responder, context),
        ...serviceFacts({ link_id: service_id, link_entity: 'service' }, country, responder, context),
      ],
    },
    ...(responder.addresses ?? []).map((address) => addressRows(address, country, responder)),
    channelRows(country, responder, context),
  ]);
}

/** The name in another language than English. */
function otherName({ name }: PackResponder): string | undefined {
  return Object.entries(name).find(([language, text]) => language !== 'en' && text !== name.en)?.[1];
}

function firstOf({ channels }: PackResponder, type: 'email' | 'web'): string | undefined {
  return channels.find((channel) => channel.type === type)?.value;
}

/** What the body is; where pages contradict each other about it, that stands with it. */
function descriptionOf({ about, disagreements = [] }: PackResponder): string {
  return [sentence(about), ...disagreements.map(({ text }) => `Sources disagree: ${sentence(text)}`)].join(' ');
}

function organizationRow(id: string, responder: PackResponder): Row<'organizations'> {
  const [other, email, web] = [otherName(responder), firstOf(responder, 'email'), firstOf(responder, 'web')];
  return {
    id,
    name: responder.name.en ?? '',
    ...(other !== undefined && { alternate_name: other }),
    description: descriptionOf(responder),
    ...(email !== undefined && { email }),
    ...(web !== undefined && { website: uriOf(web) }),
  };
}

function serviceRow(id: string, organization_id: string, responder: PackResponder, context: Context): Row<'services'> {
  const { website, ...row } = organizationRow(id, responder);
  const eligibility = eligibilityOf(responder.serves, context);
  return {
    ...row,
    organization_id,
    ...(website !== undefined && { url: website }),
    status: 'active',
    ...(eligibility !== undefined && { eligibility_description: eligibility }),
    ...assured(responder),
  };
}

/** The day on which an office last tried any of its ways in, and was led right. */
function assured({ channels, addresses = [] }: PackResponder): Pick<Row<'services'>, 'assured_date'> {
  const last = [...channels, ...addresses]
    .flatMap(({ checks = [] }) => checks)
    .flatMap(({ outcome, day }) => (outcome === 'right' ? day : []))
    .sort()
    .at(-1);
  return last === undefined ? {} : { assured_date: last };
}

function eligibilityOf(serves: Serves | undefined, { label }: Context): string | undefined {
  const parts = SERVED.flatMap((part) => {
    const codes = serves?.[part];
    return codes ? `${HEADINGS[part]}: ${codes.map((code) => label(part, code)).join(', ')}.` : [];
  });
  return parts.length > 0 ? parts.join(' ') : undefined;
}

const HEADINGS = { sex: 'Sex', age: 'Age', nationality: 'Nationality', exploitation: 'Form of exploitation' };

function areaRow(
  service_id: string,
  { country }: CountryPack,
  { coverage }: PackResponder,
  context: Context,
): Row<'service_areas'> {
  const name = coverage === 'national' ? context.countryName(country) : undefined;
  const words = context.label('coverage', coverage);
  return {
    id: idOf('service-area', service_id),
    service_id,
    name: name ?? words,
    ...(name !== undefined && { description: words }),
  };
}

function bodyFacts(link: Link, country: CountryPack, responder: PackResponder, context: Context): Row<'attributes'>[] {
  const { id, name, kind, represents, sameAs, measures, disagreements } = responder;
  const line = country.antiTraffickingLine.indexOf(id);
  return [
    fact(link, 'own-id', id),
    fact(link, 'country', country.country),
    ...Object.entries(name).flatMap(([language, text]) =>
      language === 'en' ? [] : fact(link, 'name', text, language),
    ),
    ...terms(link, 'kinds', [kind], (code) => context.label('kinds', code)),
    ...(represents ? [fact(link, 'represents', represents)] : []),
    ...(sameAs ? [fact(link, 'same-as', sameAs)] : []),
    ...(country.contactPoint === id ? [fact(link, 'role', 'contact-point')] : []),
    ...(line < 0 ? [] : [fact(link, 'role', `anti-trafficking-line-${line + 1}`)]),
    ...measures.map((measure) => fact(link, 'measure', String(measure), context.label('measures', String(measure)))),
    ...(disagreements ?? []).map(({ text, sources }) => disagreementFact(link, text, sourcesOf(country, sources))),
    ...sourceFacts(link, sourcesOf(country, responder.sources)),
  ];
}

function serviceFacts(
  link: Link,
  country: CountryPack,
  responder: PackResponder,
  context: Context,
): Row<'attributes'>[] {
  const label = (vocabulary: Parameters<Context['label']>[0]) => (code: string) => context.label(vocabulary, code);
  const standing = isCountry(country.country) ? country.country : undefined;
  return [
    fact(link, 'own-id', responder.id),
    ...terms(link, 'services', responder.services, label('services')),
    ...SERVED.flatMap((part) => terms(link, part, responder.serves?.[part], label(part))),
    fact(link, 'coverage', responder.coverage),
    fact(link, 'confidence', responderConfidence(country, responder, context.day, standing)),
    ...sourceFacts(link, sourcesOf(country, responder.sources)),
  ];
}

/** A door. Nobody has measured where it is, so there are no coordinates. */
function addressRows(address: Address, country: CountryPack, responder: PackResponder): Rows {
  const id = idOf('location', responder.id, address.text);
  const address_id = idOf('address', responder.id, address.text);
  const link: Link = { link_id: address_id, link_entity: 'address' };
  return {
    locations: [
      {
        id,
        location_type: 'physical',
        organization_id: idOf('organization', responder.id),
        name: `${responder.name.en}: ${address.text}`,
      },
    ],
    addresses: [
      {
        id: address_id,
        location_id: id,
        address_1: address.text,
        city: address.city ?? '',
        state_province: '',
        postal_code: address.postcode ?? '',
        country: isoCountry(country),
        address_type: 'physical',
      },
    ],
    service_at_location: [
      {
        id: idOf('service-at-location', responder.id, address.text),
        service_id: idOf('service', responder.id),
        location_id: id,
      },
    ],
    attributes: [...sourceFacts(link, sourcesOf(country, address.sources)), ...checkFacts(link, address.checks)],
  };
}
