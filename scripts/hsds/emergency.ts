/** A country's emergency numbers, which belong to no responder: one organization a country, one service a number. */

import { sourcesOf } from '../../src/directory/directory.ts';
import { isUrgent } from '../../src/directory/emergency.ts';
import type { CountryPack } from '../../src/directory/pack.ts';
import type { Emergency } from '../../src/directory/schema.ts';
import { fact, type Link, newestFacts, sourceFacts, terms } from './attributes.ts';
import { type Context, type Rows, together } from './context.ts';
import { idOf } from './ids.ts';
import { ALWAYS } from './schedules.ts';
import { sentence } from './words.ts';

/** All rows of a country's emergency numbers; none for the international bodies. */
export function emergencyRows(country: CountryPack, context: Context): Rows {
  const name = context.countryName(country.country);
  if (name === undefined || country.emergency.length === 0) return {};
  const id = idOf('organization', 'emergency', country.country);
  const link: Link = { link_id: id, link_entity: 'organization' };
  return together([
    {
      organizations: [
        {
          id,
          name: `Emergency numbers of ${name}`,
          description: `The numbers for danger and for urgent advice in ${name}. This is no body of its own: the services they bring answer them.`,
        },
      ],
      attributes: [fact(link, 'country', country.country)],
    },
    ...country.emergency.map((entry) => numberRows(entry, id, name, country, context)),
  ]);
}

function numberRows(
  entry: Emergency,
  organization_id: string,
  countryName: string,
  country: CountryPack,
  context: Context,
): Rows {
  const { number, note } = entry;
  const own = ['emergency', country.country, number];
  const [service_id, phone_id] = [idOf('service', ...own), idOf('channel', ...own)];
  const brings = entry.for.map((code) => context.label('emergency', code)).join(', ');
  const urgent = isUrgent(entry);
  const inside = !number.startsWith('+');
  const phone: Link = { link_id: phone_id, link_entity: 'phone' };
  const service: Link = { link_id: service_id, link_entity: 'service' };
  const schedule_id = idOf('schedule', phone_id);
  const sources = sourcesOf(country, entry.sources);
  const said = [sentence(brings), inside && `Works only when dialled in ${countryName}.`, note && sentence(note)];
  return {
    services: [
      {
        id: service_id,
        organization_id,
        name: `${number}: ${brings}`,
        description: `${urgent ? 'Emergency number' : 'Number for advice and reports that can wait'} in ${countryName}: ${sentence(brings)}`,
        status: 'active',
      },
    ],
    service_areas: [{ id: idOf('service-area', service_id), service_id, name: countryName }],
    phones: [
      {
        id: phone_id,
        organization_id,
        service_id,
        number,
        type: 'voice',
        description: said.filter(Boolean).join(' '),
      },
    ],
    schedules: urgent
      ? [{ id: schedule_id, service_id, ...ALWAYS, description: `Hours of ${number}: day and night.` }]
      : [],
    attributes: [
      ...terms(service, 'emergency', entry.for, (code) => context.label('emergency', code)),
      fact(phone, 'channel', 'phone'),
      fact(phone, 'from-abroad', inside ? 'no' : 'yes'),
      ...(urgent ? [fact(phone, 'emergency-number', number)] : []),
      ...newestFacts(phone, sources),
      ...sourceFacts(phone, sources),
      ...(urgent ? [fact({ link_id: schedule_id, link_entity: 'schedule' }, 'schedule-of', phone_id)] : []),
    ],
  };
}
