/** Rules on the table of happenings: what is typed must be readable, what follows from it must exist. */
import { parseSituation, printSituation } from '../../src/referral/situation.ts';
import { defectsOf } from '../../src/search/happenings.ts';
import { didYouMean, errorAt, type Finding, warningAt } from './findings.ts';
import type { Data } from './read.ts';

const FILE = 'happenings.json';

export function checkHappenings({ happenings, taxonomy, guidance }: Data): Finding[] {
  const slugs = guidance.guides.map(({ guide }) => guide.slug);
  const languages = Object.keys(Object.values(taxonomy.measures)[0]?.label ?? {}).sort();
  return Object.entries(happenings).flatMap(([code, { label, acts, situation, guide, words }]) => {
    const place = ['happenings', code];
    const missing = languages.filter((language) => !label[language] || !words[language]);
    return [
      ...(missing.length > 0 ? [warningAt(FILE, place, `No label or no words in: ${missing.join(', ')}.`)] : []),
      ...acts.flatMap((act, i) =>
        Object.keys(act).length === 0 ? [errorAt(FILE, [...place, 'acts', i], 'This names nobody.')] : [],
      ),
      ...(situation !== undefined && printSituation(parseSituation(situation)) !== situation
        ? [errorAt(FILE, [...place, 'situation'], `"${situation}" is no situation of a plan.`)]
        : []),
      ...(guide !== undefined && !slugs.includes(guide)
        ? [errorAt(FILE, [...place, 'guide'], `There is no guide "${guide}".${didYouMean(guide, slugs)}`)]
        : []),
      ...Object.entries(words).flatMap(([language, ways]) =>
        ways.flatMap((way, i) =>
          defectsOf(way).map((defect) => errorAt(FILE, [...place, 'words', language, i], `${defect}.`)),
        ),
      ),
    ];
  });
}
