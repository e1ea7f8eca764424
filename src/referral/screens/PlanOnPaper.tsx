import { newestDate } from '../../directory/confidence.ts';
import { isEmergency } from '../../directory/dialling.ts';
import { channelEvidence, countryOf, isCountry } from '../../directory/directory.ts';
import { COMMON } from '../../directory/emergency.ts';
import type { PackSource } from '../../directory/pack.ts';
import type { Region } from '../../directory/schema.ts';
import { countryName } from '../../i18n/format.ts';
import { currentLanguage, useT } from '../../i18n/i18n.ts';
import { names } from '../../i18n/labels.ts';
import { evidenceDate } from '../../ui/facts/evidence-date.ts';
import { numberText } from '../../ui/facts/number-text.ts';
import { SeenMark } from '../../ui/facts/SeenMark.tsx';
import { type Case, standingOf, standsAbroad } from '../case.ts';
import { countriesOf, type Plan, peopleOf } from '../plan.ts';
import { type Choice, emergencyFrom } from '../responders-for.ts';
import styles from './PlanView.module.css';

/** On paper the numbers come first; the steps then name the responders only. */
export function PrintedNumbers({ plan }: { plan: Plan }) {
  const t = useT();
  const { found } = plan.case;
  const people = countriesOf(plan).flatMap((code) => peopleOf(plan, code));
  // Where a number is of, once the sheet has numbers of several countries.
  const several = new Set([found.country, ...people.map(({ choice }) => choice.country)]).size > 1;
  const whose = (code: Region) =>
    several ? ` · ${isCountry(code) ? countryName(code, currentLanguage()) : t('place.international')}` : '';
  const emergency = (standing: Region) =>
    [...new Set([...emergencyFrom(found, standing), ...emergencyFrom(found, standing, 'ambulance')])].join(' / ');
  const reached = emergency(plan.case.standing);
  const abroad = standsAbroad(plan.case) && isCountry(found.country) ? found.country : undefined;
  return (
    <ul className={styles.printedNumbers}>
      <li>
        {reached && (
          <>
            <strong>{reached}</strong> {t('plan.emergency')}
            {whose(found.country)}
          </>
        )}
        {abroad && (
          <>
            {reached ? ` · ${emergency(abroad)}` : <strong>{emergency(abroad)}</strong>}{' '}
            {t('reach.emergencyThere', { country: countryName(abroad, currentLanguage()) })}{' '}
            {t('reach.emergencyHere', { number: COMMON })}
          </>
        )}
      </li>
      {people.map(({ choice }) => (
        <PrintedNumber key={choice.responder.id} choice={choice} c={plan.case} whose={whose(choice.country)} />
      ))}
    </ul>
  );
}

interface PrintedProps {
  choice: Choice;
  c: Case;
  /** Its country, where that has to be said. */
  whose: string;
}

function PrintedNumber({ choice: { responder, channel, opening }, c, whose }: PrintedProps) {
  const t = useT();
  if (!channel || channel.type === 'web') return null;
  const { main } = names(responder.name, currentLanguage());
  const home = countryOf(c.directory, responder.country);
  return (
    <li>
      <strong>{numberText(channel, home, responder.channels, standingOf(c), t)}</strong>{' '}
      <span lang={main.language}>{main.text}</span>
      {whose}
      {(opening?.state === 'always' || (opening?.state === 'unknown' && !isEmergency(channel, home))) &&
        ` · ${t(`opening.${opening.state}`)}`}{' '}
      {!isEmergency(channel, home) && (
        <SeenMark evidence={channelEvidence(home, channel)} checked={home.checked} now={c.now} />
      )}
    </li>
  );
}

/** On paper: who vouches for the plan, as short as it can be said. */
export function PrintedSources({ plan }: { plan: Plan }) {
  const t = useT();
  const byPublisher = new Map<string, PackSource[]>();
  for (const source of plan.steps.flatMap((step) => step.statements.flatMap(({ sources }) => sources))) {
    byPublisher.set(source.publisher, [...(byPublisher.get(source.publisher) ?? []), source]);
  }
  return (
    <p className={styles.printedSources}>
      {t('plan.sources')}{' '}
      {[...byPublisher]
        .map(([publisher, sources]) => {
          const newest = newestDate(sources);
          return newest ? `${publisher} (${evidenceDate(newest, t, 'year')})` : publisher;
        })
        .join(', ')}
    </p>
  );
}
