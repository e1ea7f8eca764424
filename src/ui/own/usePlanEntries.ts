import { useMemo } from 'react';
import { useDirectory } from '../../dataset/useDirectory.ts';
import { currentLanguage, useT } from '../../i18n/i18n.ts';
import { codeOf } from '../../referral/code.ts';
import { parseSituation } from '../../referral/situation.ts';
import { summaryOf } from '../../referral/words.ts';
import { useKeptPlans } from '../../workspace/usePlans.ts';
import type { OwnEntry } from './entries.ts';

/** All kept plans, as they are searched. */
export function usePlanEntries(): OwnEntry[] {
  const t = useT();
  const { taxonomy, places } = useDirectory();
  const { plans } = useKeptPlans();
  const language = currentLanguage();
  return useMemo(
    () =>
      plans.map(({ key, name, note }): OwnEntry => {
        const summary = summaryOf(parseSituation(key), { t, language, taxonomy, places });
        return {
          kind: 'plan',
          plan: key,
          key: `plan ${key}`,
          href: '',
          title: name ?? summary,
          text: [summary],
          numbers: [],
          code: codeOf(note),
        };
      }),
    [plans, t, language, taxonomy, places],
  );
}
