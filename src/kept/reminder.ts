/** A reminder for the phone's calendar (RFC 5545). No React; loaded when somebody asks for one. */
import ICAL from 'ical.js';

/** At nine in the morning of that day, counted from its beginning. */
const ALARM = 'PT9H';

/**
 * An event of a whole day with an alarm. A calendar is seen by others and copied to other companies' machines: it says that
 * something is due, and nothing of what or for whom.
 * @param day `YYYY-MM-DD`
 * @param words what it says
 * @param uid by which the calendar knows it again; it means nothing elsewhere
 */
export function reminderOf(day: string, words: string, uid: string, now: Date): string {
  const calendar = new ICAL.Component('vcalendar');
  calendar.addPropertyWithValue('version', '2.0');
  calendar.addPropertyWithValue('prodid', '-//Harbour//EN');
  const event = new ICAL.Component('vevent');
  event.addPropertyWithValue('uid', uid);
  event.addPropertyWithValue('dtstamp', ICAL.Time.fromJSDate(now, true));
  event.addPropertyWithValue('dtstart', ICAL.Time.fromDateString(day));
  event.addPropertyWithValue('summary', words);
  event.addPropertyWithValue('class', 'PRIVATE');
  event.addPropertyWithValue('transp', 'TRANSPARENT');
  const alarm = new ICAL.Component('valarm');
  alarm.addPropertyWithValue('action', 'DISPLAY');
  alarm.addPropertyWithValue('description', words);
  alarm.addPropertyWithValue('trigger', ICAL.Duration.fromString(ALARM));
  event.addSubcomponent(alarm);
  calendar.addSubcomponent(event);
  return `${calendar.toString()}\r\n`;
}
