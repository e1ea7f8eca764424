import { changeSettings } from '../../device/settings.ts';
import type { CountryCode } from '../../directory/codes.ts';
import { useT } from '../../i18n/i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { type Case, standsAbroad } from '../case.ts';
import { placeName, type Tongue } from '../words.ts';
import styles from './PlanView.module.css';

/** That the plan is made for somebody in another country than the person, and the way out for who is there after all. */
export function Standing({ c, tongue, onHere }: { c: Case; tongue: Tongue; onHere(): void }) {
  const t = useT();
  if (!standsAbroad(c)) return null;
  const places = { here: placeName(c.standing, tongue), found: placeName(c.situation.found, tongue) };
  return (
    <div className={styles.standing}>
      <p>{t('plan.standing.text', places)}</p>
      <Button
        className="no-print"
        onClick={() => {
          changeSettings({ country: c.situation.found as CountryCode });
          onHere();
        }}
      >
        {t('plan.standing.here', places)}
      </Button>
    </div>
  );
}
