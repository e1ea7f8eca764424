import { ChevronRight } from 'lucide-react';
import { Link } from 'wouter';
import type { CountryCode } from '../directory/codes.ts';
import { currentLanguage, useT } from '../i18n/i18n.ts';
import { names } from '../i18n/labels.ts';
import { parseSituation, printSituation, withAnswer } from '../referral/situation.ts';
import type { Answer, HappeningFound } from '../search/types.ts';
import { PlanLink } from '../ui/PlanLink.tsx';
import styles from './PlanWay.module.css';

/** What a writer asks, with nobody in front of them: a guide, and no plan. */
const OF_NO_CASE = 'for-an-article';

interface Props {
  answer: Answer;
  happening: HappeningFound;
  /** Where it happened, as far as is known. */
  country: CountryCode | undefined;
}

/** What happened leads into the plan, with what was understood of it, and to the guide that says what to do. */
export function PlanWay({ answer, happening, country }: Props) {
  const t = useT();
  const name = names(happening.label, currentLanguage()).main;
  return (
    <div className={styles.ways}>
      {happening.code !== OF_NO_CASE && (
        <PlanLink className={styles.way} situation={situationOf(answer, happening, country)}>
          <span>
            <strong className={styles.what}>{t('search.plan', { what: name.text })}</strong>
            <span className={styles.more}>{t('search.planMore')}</span>
          </span>
          <ChevronRight aria-hidden size={24} />
        </PlanLink>
      )}
      {happening.guide && (
        <Link className={styles.guide} href={`/guides/${happening.guide}`}>
          {t('search.guide')}
        </Link>
      )}
    </div>
  );
}

/** What is known of the case by what was typed: what happened, where, and whom it happened to. */
function situationOf({ understood }: Answer, { situation }: HappeningFound, country: CountryCode | undefined): string {
  const said = (kind: string) => understood.filter((one) => one.kind === kind).map(({ code }) => code);
  const known = { ...parseSituation(situation), ...(country && { found: country }) };
  return printSituation(
    withAnswer(withAnswer(known, 'sex', said('sex')), 'age', known.age ? [known.age] : said('age')),
  );
}
