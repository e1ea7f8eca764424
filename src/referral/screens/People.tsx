import { useDirectory } from '../../dataset/useDirectory.ts';
import { countryOf } from '../../directory/directory.ts';
import { useT } from '../../i18n/i18n.ts';
import { ResponderCard } from '../../ui/facts/ResponderCard.tsx';
import { standingOf } from '../case.ts';
import { countriesOf, type Plan, peopleOf } from '../plan.ts';
import { placeName, type Tongue } from '../words.ts';
import { Reasons, Second } from './Choices.tsx';
import styles from './People.module.css';
import { Phase } from './Phase.tsx';

/** Everybody the plan names, the countries side by side. */
export function People({ plan, tongue }: { plan: Plan; tongue: Tongue }) {
  const t = useT();
  const columns = countriesOf(plan)
    .map((code) => ({ code, people: peopleOf(plan, code) }))
    .filter(({ people }) => people.length > 0);
  const total = columns.reduce((sum, { people }) => sum + people.length, 0);
  if (total === 0) return null;
  return (
    <Phase title={t('plan.people')} count={String(total)} open={false} id="people">
      <div className={styles.columns}>
        {columns.map(({ code, people }) => (
          <div key={code} className={styles.column}>
            <h3>{code === 'eu' ? t('place.international') : placeName(code, tongue)}</h3>
            <ul role="list" className={styles.people}>
              {people.map(({ choice }) => (
                <PersonCard key={choice.responder.id} choice={choice} plan={plan} />
              ))}
            </ul>
          </div>
        ))}
      </div>
    </Phase>
  );
}

function PersonCard({ choice, plan }: { choice: ReturnType<typeof peopleOf>[number]['choice']; plan: Plan }) {
  const directory = useDirectory();
  const { now } = plan.case;
  return (
    <li className={styles.person}>
      <ResponderCard
        responder={choice.responder}
        country={countryOf(directory, choice.responder.country)}
        standing={standingOf(plan.case)}
        now={now}
      />
      <div className={styles.reasons}>
        <Reasons choice={choice} />
        <Second choice={choice} c={plan.case} />
      </div>
    </li>
  );
}
