/** What a correction is about: from its address, and all that a responder has. No React. */
import type { Directory } from '../directory/directory.ts';
import type { CountryPack, NetworksPack, PackChannel, PackResponder } from '../directory/pack.ts';
import type { Legal } from '../directory/schema.ts';
import { MEASURES, REGIONS } from '../directory/schema.ts';
import type { Target } from './form.ts';

/** The body of a network that an address names, whose pack comes later than the rest. */
export const networkOf = (query: string) => new URLSearchParams(query).get('network');

/**
 * @param networks - needed only where the address names one
 * @returns undefined when the directory has no such thing, or no longer
 */
export function targetOf(query: string, directory: Directory, networks?: NetworksPack): Target | undefined {
  const of = Object.fromEntries(new URLSearchParams(query));
  if (of.responder !== undefined) {
    const responder = directory.responder(of.responder);
    if (!responder) return undefined;
    const channel = responder.channels.find(({ type, value }) => type === of.type && value === of.value);
    if (channel) return channelTarget(responder, channel);
    const address = responder.addresses?.find(({ text }) => text === of.address)?.text;
    return address === undefined
      ? { of: 'responder', responder: responder.id }
      : { of: 'address', responder: responder.id, address };
  }
  if (of.network !== undefined) return networkTarget(of.network, networks);
  if (of.point !== undefined) return pointTarget(of.point, directory);
  const region = REGIONS.find((code) => code === of.country);
  const country = region && directory.countries.get(region);
  if (!country) return undefined;
  if (of.emergency !== undefined) {
    const emergency = country.emergency.find(({ number }) => number === of.emergency);
    return emergency && factOf(country, `emergency.${emergency.number}`, emergency.note);
  }
  if (of.harmonised !== undefined) {
    const harmonised = country.harmonised.find(({ number }) => number === of.harmonised);
    return harmonised && factOf(country, `harmonised.${harmonised.number}`, undefined);
  }
  if (of.statistics !== undefined) {
    const line = country.statistics.filter(({ year }) => String(year) === of.statistics)[Number(of.line)];
    return line && factOf(country, `statistics.${line.year}`, line.note);
  }
  const fact =
    of.legal !== undefined && Object.hasOwn(country.legal, of.legal)
      ? country.legal[of.legal as keyof Legal]
      : undefined;
  if (!fact) return undefined;
  return factOf(country, `legal.${of.legal}`, 'text' in fact ? fact.text : 'note' in fact ? fact.note : undefined);
}

function channelTarget({ id }: PackResponder, channel: PackChannel): Target {
  const { type, value, short, hours, fromAbroad } = channel;
  return { of: 'channel', responder: id, channel: { type, value, ...(short && { short }) }, hours, fromAbroad };
}

function pointTarget(id: string, { countries }: Directory): Target | undefined {
  for (const country of countries.values()) {
    for (const measure of MEASURES) {
      const point = country.measures[measure].find((one) => one.id === id);
      if (point) return factOf(country, `measure.${measure}`, point.text);
    }
  }
  return undefined;
}

function networkTarget(id: string, networks: NetworksPack | undefined): Target | undefined {
  for (const { country, bodies } of networks?.networks ?? []) {
    const body = bodies.find((one) => one.id === id);
    if (body) return { of: 'fact', country, about: `network.${id}`, old: `${body.name.en}. ${body.about.text}` };
  }
  return undefined;
}

function factOf({ country }: CountryPack, about: string, old: string | undefined): Target {
  return { of: 'fact', country, about, ...(old !== undefined && { old }) };
}

/** What stands beside a target and may be the one that is meant: all of a responder, itself last; a country's emergency numbers. */
export function targetsBeside(target: Target, directory: Directory): Target[] {
  if (target.of === 'fact') {
    const country = target.about.startsWith('emergency.') ? directory.countries.get(target.country) : undefined;
    return country?.emergency.map(({ number, note }) => factOf(country, `emergency.${number}`, note)) ?? [];
  }
  const responder = directory.responder(target.responder);
  if (!responder) return [];
  const { id } = responder;
  return [
    ...responder.channels.map((channel) => channelTarget(responder, channel)),
    ...(responder.addresses ?? []).map(({ text }): Target => ({ of: 'address', responder: id, address: text })),
    { of: 'responder', responder: id },
  ];
}

/** By which one of those beside it is told from the others. */
export function targetKey(target: Target): string {
  switch (target.of) {
    case 'channel':
      return `${target.channel.type} ${target.channel.value}`;
    case 'address':
      return `address ${target.address}`;
    case 'fact':
      return target.about;
    default:
      return target.of;
  }
}
