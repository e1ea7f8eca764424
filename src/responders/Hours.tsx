import { isRoundTheClock, localClock } from '../directory/opening.ts';
import type { CountryPack, PackChannel, PackResponder, Week } from '../directory/pack.ts';
import { shownNumber } from '../directory/shown-number.ts';
import { clockTime, partialDate, timeThere, weekdayName } from '../i18n/format.ts';
import { currentLanguage, useT } from '../i18n/i18n.ts';
import { Purpose } from '../ui/facts/Purpose.tsx';
import { Section } from '../ui/Section.tsx';
import styles from './Responder.module.css';

interface Props {
  responder: PackResponder;
  country: CountryPack;
  abroad: boolean;
  now: Date;
}

const DAY = 24 * 60;

/** How far ahead a public holiday is worth a warning, in days. */
const HOLIDAY_AHEAD = 7;

/** The hours of all channels, a table for each different week, in the responder's own time. */
export function Hours({ responder, country, abroad, now }: Props) {
  const t = useT();
  const weeks = new Map<string, { week: Week; channels: PackChannel[] }>();
  for (const channel of responder.channels) {
    if (!channel.week) continue;
    const key = JSON.stringify(channel.week);
    const group = weeks.get(key);
    if (group) group.channels.push(channel);
    else weeks.set(key, { week: channel.week, channels: [channel] });
  }
  if (weeks.size === 0) return null;
  const there = timeThere(country.timeZone, now);
  const here = timeThere(Intl.DateTimeFormat().resolvedOptions().timeZone, now);
  return (
    <Section title={t('responders.one.hours.title')}>
      <p className={`${styles.soft} no-print`}>
        {there === here
          ? t('responders.one.hours.there', { time: there })
          : t('responders.one.hours.thereHere', { time: there, here })}
      </p>
      <div className={styles.weeks}>
        {[...weeks.values()].map(({ week, channels }) => (
          <WeekTable
            key={channels.map(({ value }) => value).join()}
            week={week}
            channels={channels}
            country={country}
            abroad={abroad}
            now={now}
          />
        ))}
      </div>
    </Section>
  );
}

interface TableProps {
  week: Week;
  channels: readonly PackChannel[];
  country: CountryPack;
  abroad: boolean;
  now: Date;
}

function WeekTable({ week, channels, country, abroad, now }: TableProps) {
  const t = useT();
  const language = currentLanguage();
  const caption = channels.map((channel, index) => (
    <span key={channel.value} className={styles.captionPart}>
      {index > 0 && ', '}
      <ChannelName channel={channel} abroad={abroad} />
    </span>
  ));
  if (isRoundTheClock(week)) {
    return (
      <div>
        <p className={styles.caption}>{caption}</p>
        <p>{t('responders.one.hours.always')}</p>
      </div>
    );
  }
  const clock = localClock(country.timeZone, now);
  const holidayToday = country.holidays.includes(clock.date);
  return (
    <div>
      <table className={styles.hours}>
        <caption className={styles.caption}>{caption}</caption>
        <thead className="visually-hidden">
          <tr>
            <th scope="col">{t('responders.one.hours.day')}</th>
            <th scope="col">{t('responders.one.hours.open')}</th>
          </tr>
        </thead>
        <tbody>
          {week.days.map((intervals, weekday) => (
            <tr
              // biome-ignore lint/suspicious/noArrayIndexKey: a weekday is its index
              key={weekday}
              {...(weekday === clock.weekday && { 'aria-current': 'date' as const })}
            >
              <th scope="row">
                {weekdayName(weekday, language)}{' '}
                {weekday === clock.weekday && <span className={styles.today}>{t('responders.one.hours.today')}</span>}
              </th>
              <td>
                <Intervals intervals={intervals} />
              </td>
            </tr>
          ))}
          {week.holiday && (
            <tr {...(holidayToday && { 'aria-current': 'date' as const })}>
              <th scope="row">{t('responders.one.hours.holidays')}</th>
              <td>
                <Intervals intervals={week.holiday} />
              </td>
            </tr>
          )}
        </tbody>
      </table>
      {!week.holiday && <HolidayNote country={country} today={clock.date} />}
    </div>
  );
}

function Intervals({ intervals }: { intervals: readonly (readonly [number, number])[] }) {
  const t = useT();
  if (intervals.length === 0) return <span className={styles.soft}>{t('responders.one.hours.closed')}</span>;
  return intervals.map(([start, end]) => (
    <span key={start} className={styles.interval}>
      {clockTime(start)}–{clockTime(end)}
      {end > DAY && <span className="visually-hidden"> {t('responders.one.hours.nextDay')}</span>}
    </span>
  ));
}

/** A public holiday today or within a week, where the page does not say what the hours are then. */
function HolidayNote({ country, today }: { country: CountryPack; today: string }) {
  const t = useT();
  const limit = new Date(Date.parse(`${today}T00:00:00Z`) + HOLIDAY_AHEAD * 86_400_000).toISOString().slice(0, 10);
  const next = country.holidays.find((date) => date >= today && date <= limit);
  if (!next) return null;
  return (
    <p className={styles.warning}>
      {next === today
        ? t('responders.one.hours.holidayToday')
        : t('responders.one.hours.holidaySoon', { date: partialDate(next, currentLanguage()) })}
    </p>
  );
}

/** What one recognises a channel by: its number, else what it is for. */
function ChannelName({ channel, abroad }: { channel: PackChannel; abroad: boolean }) {
  const t = useT();
  if (channel.type === 'phone' || channel.type === 'sms') {
    return <span className="tabular">{shownNumber(channel, abroad)}</span>;
  }
  if (channel.purpose !== undefined) return <Purpose channel={channel} />;
  return <>{channel.type === 'email' ? channel.value : t(`act.${channel.type === 'web' ? 'open' : channel.type}`)}</>;
}
