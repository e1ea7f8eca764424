/** Rules on what points at what: ids, responders that others name, sources. */
import { REGIONS, type Sources } from '../../src/directory/schema.ts';
import { didYouMean, errorAt, type Finding, type Place, warningAt } from './findings.ts';
import { type Data, fileOf, HARMONISED_FILE } from './read.ts';
import { type SourceUse, sourceUses } from './source-uses.ts';

/** Ids of responders and points: unique everywhere and begun with the code of their folder. */
export function checkIds(data: Data): Finding[] {
  const findings: Finding[] = [];
  const seen = new Map<string, string>();
  const check = (file: string, place: Place, id: string, prefix: string) => {
    if (!id.startsWith(prefix)) findings.push(errorAt(file, place, `"${id}" must begin with "${prefix}" here.`));
    const first = seen.get(id);
    if (first) findings.push(errorAt(file, place, `"${id}" is already the id of another entry in ${first}.`));
    else seen.set(id, file);
  };
  for (const entry of data.regions) {
    const responders = fileOf(entry.region, 'responders.json');
    entry.responders.forEach((responder, i) => {
      check(responders, ['responders', i, 'id'], responder.id, `${entry.region}-`);
    });
    const country = fileOf(entry.region, 'country.json');
    for (const [measure, points] of Object.entries(entry.country.measures)) {
      points.forEach((point, i) => {
        check(country, ['measures', measure, i, 'id'], point.id, `${entry.region}-m${measure}-`);
      });
    }
    const network = fileOf(entry.region, 'network.json');
    entry.network.bodies.forEach(({ id }, i) => {
      check(network, ['bodies', i, 'id'], id, `${entry.region}-n-`);
    });
  }
  return findings;
}

/** Responders that are named by id must be there, and be able to do what they are named for. */
export function checkLinks(data: Data): Finding[] {
  const findings: Finding[] = [];
  const responders = new Map(data.regions.flatMap((entry) => entry.responders.map((one) => [one.id, one] as const)));
  const find = (file: string, place: Place, id: string) => {
    const responder = responders.get(id);
    if (!responder) {
      findings.push(errorAt(file, place, `There is no responder "${id}".${didYouMean(id, responders.keys())}`));
    }
    return responder;
  };

  for (const { region, country, responders: own, network } of data.regions) {
    const file = fileOf(region, 'responders.json');
    own.forEach((responder, i) => {
      if (responder.sameAs === responder.id) {
        findings.push(errorAt(file, ['responders', i, 'sameAs'], 'A responder cannot be the same as itself.'));
      } else if (responder.sameAs !== undefined) find(file, ['responders', i, 'sameAs'], responder.sameAs);
      responder.channels.forEach((channel, c) => {
        if (channel.via === undefined) return;
        const place = ['responders', i, 'channels', c, 'via'];
        const other = find(file, place, channel.via);
        if (other?.id === responder.id)
          findings.push(errorAt(file, place, 'A channel cannot lead via its own responder.'));
        else if (other && !other.channels.some(({ value }) => value === channel.value)) {
          findings.push(errorAt(file, place, `"${other.id}" has no channel "${channel.value}".`));
        }
      });
    });

    const countryFile = fileOf(region, 'country.json');
    country.antiTraffickingLine.forEach((id, i) => {
      const line = find(countryFile, ['antiTraffickingLine', i], id);
      if (line && !line.channels.some(({ type }) => type === 'phone')) {
        findings.push(errorAt(countryFile, ['antiTraffickingLine', i], `"${id}" has no telephone to call.`));
      }
    });
    if (country.contactPoint !== undefined) {
      const contact = find(countryFile, ['contactPoint'], country.contactPoint);
      if (contact?.channels.length === 0) {
        findings.push(errorAt(countryFile, ['contactPoint'], `"${contact.id}" has no channel to reach it by.`));
      }
    }
    country.openQuestions.forEach((question, i) => {
      question.responders?.forEach((id, r) => void find(countryFile, ['openQuestions', i, 'responders', r], id));
    });

    const networkFile = fileOf(region, 'network.json');
    network.bodies.forEach(({ responder, leads, members }, i) => {
      if (responder !== undefined) find(networkFile, ['bodies', i, 'responder'], responder);
      if (leads?.responder !== undefined) find(networkFile, ['bodies', i, 'leads', 'responder'], leads.responder);
      members?.who.forEach((member, m) => {
        if (member.responder !== undefined)
          find(networkFile, ['bodies', i, 'members', 'who', m, 'responder'], member.responder);
      });
    });
    if (network.country !== region) {
      findings.push(errorAt(networkFile, ['country'], `This is the folder of "${region}".`));
    }
    if (network.bodies.length === 0 && network.openQuestions.length === 0) {
      findings.push(errorAt(networkFile, ['openQuestions'], 'Where no body was found, say what was looked for.'));
    }
  }

  data.harmonised.forEach((number, i) => {
    for (const [code, here] of Object.entries(number.byCountry)) {
      if (here?.responder === undefined) continue;
      const place = ['numbers', i, 'byCountry', code, 'responder'];
      const responder = find(HARMONISED_FILE, place, here.responder);
      if (responder && !responder.id.startsWith(`${code}-`)) {
        findings.push(errorAt(HARMONISED_FILE, place, `"${responder.id}" is no responder of "${code}".`));
      }
    }
    for (const { region, country, responders: own } of data.regions) {
      const here = region === 'eu' ? undefined : number.byCountry[region];
      // What the police and the ambulance answer is no responder's own.
      if (!here || country.emergency.some((emergency) => emergency.number === number.number)) continue;
      const works = here.works === 'yes' || here.works === 'partly';
      const answers = own.find(({ channels }) =>
        channels.some(({ type, value, via }) => type === 'phone' && value === number.number && via === undefined),
      );
      if (!answers || (works && here.responder !== undefined)) continue;
      const place = ['numbers', i, 'byCountry', region];
      const reason = `"${answers.id}" answers ${number.number}: name it, and say that it works.`;
      findings.push(errorAt(HARMONISED_FILE, place, reason));
    }
  });
  return findings;
}

/** Every source named must be in the country's `sources.json`, and every one there be named. */
export function checkSources(data: Data): Finding[] {
  return REGIONS.flatMap((region) => {
    const entry = data.regions.find((one) => one.region === region);
    if (!entry) return [];
    const uses = [
      ...sourceUses(fileOf(region, 'country.json'), entry.country),
      ...sourceUses(fileOf(region, 'responders.json'), { responders: entry.responders }),
      ...sourceUses(fileOf(region, 'network.json'), entry.network),
      ...(region === 'eu' ? sourceUses(HARMONISED_FILE, { numbers: data.harmonised }) : []),
    ];
    const { sources } = entry;
    return [...leadNowhere(uses, sources), ...unusedOrTwice(uses, fileOf(region, 'sources.json'), sources)];
  });
}

/** Uses of ids that `sources.json` does not have. */
export function leadNowhere(uses: readonly SourceUse[], sources: Sources): Finding[] {
  return uses
    .filter(({ id }) => !Object.hasOwn(sources, id))
    .map(({ file, place, id }) =>
      errorAt(file, place, `sources.json has no source "${id}".${didYouMean(id, Object.keys(sources))}`),
    );
}

/** Sources of a file that nothing rests on, or that are there twice. */
export function unusedOrTwice(uses: readonly SourceUse[], file: string, sources: Sources): Finding[] {
  const used = new Set(uses.map(({ id }) => id));
  const byUrl = new Map<string, string>();
  return Object.entries(sources).flatMap(([id, source]) => {
    const findings: Finding[] = [];
    if (!used.has(id)) findings.push(errorAt(file, [id], 'No fact rests on this source: use it or take it out.'));
    const first = byUrl.get(source.url);
    if (first === undefined) byUrl.set(source.url, id);
    else findings.push(warningAt(file, [id, 'url'], `The same page is already the source "${first}".`));
    return findings;
  });
}
