/**
 * Writes the emergency numbers and first contacts of all fourteen countries into `index.html` as plain HTML,
 * with the little style they need. It is what one sees before the app runs, and instead of it when it cannot;
 * its numbers stand where the app's first screen will put them, so that nothing jumps when the app takes over.
 */
import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';
import { newestDate, openDate } from '../../src/directory/confidence.ts';
import { dialling, isCall, isEmergency, isReachable } from '../../src/directory/dialling.ts';
import {
  COMMON,
  exceptions,
  type FirstEmergency,
  inOrder,
  insideAndAbroad,
  isUrgent,
  readable,
  remarks,
} from '../../src/directory/emergency.ts';
import type { FirstContact, FirstContacts, FirstLine } from '../../src/directory/first-contacts.ts';
import { callHref, hrefOf } from '../../src/directory/links.ts';
import { isRoundTheClock } from '../../src/directory/opening.ts';
import { COUNTRIES, type CountryCode } from '../../src/directory/schema.ts';

/** What the build has made for the first screen. */
interface Built {
  edition: number;
  /** The file of the manifest that this version brings. */
  manifest: string;
  contacts: FirstContacts;
}

interface English {
  home: { emergency: Record<string, string> } & Record<string, unknown>;
}

export function firstContactsHtml(): Plugin {
  return {
    name: 'harbour:first-contacts',
    transformIndexHtml: {
      order: 'pre',
      handler(html) {
        const built = JSON.parse(readFileSync('.build/first-contacts.json', 'utf8')) as Built;
        return withFirstContacts(html, built);
      },
    },
  };
}

/**
 * The plain page alone, without the app: what the service worker answers when it has nothing else.
 * @returns HTML in which `%BASE_URL%` stands for the path that the app is served at
 */
export function plainPage(built: Built): string {
  const html = readFileSync('index.html', 'utf8')
    .replace(/\s*<script type="module".*<\/script>|\s*<link rel="(icon|apple-touch-icon)".*\/>/g, '')
    .replace(/\n\s+/g, '\n');
  return withFirstContacts(html, built);
}

function withFirstContacts(html: string, built: Built): string {
  const read = (file: string) => minify(readFileSync(`scripts/vite/${file}`, 'utf8'));
  const scripts = (...files: string[]) => files.map((file) => `<script>${read(file)}</script>`).join('\n');
  const english = JSON.parse(readFileSync('src/i18n/messages/en/home.json', 'utf8')) as English;
  return html
    .replace('<!-- first-contacts:head -->', scripts('leave.inline.js', 'first-contacts.head.js'))
    .replace('<!-- first-contacts:style -->', `<style>${read('first-contacts.css')}</style>`)
    .replace(
      '<!-- first-contacts:body -->',
      `${body(built, english)}\n${scripts('first-contacts.inline.js', 'first-contacts.late.js')}`,
    );
}

/** Comments, whole lines of them, and line ends are taken out. */
function minify(text: string): string {
  return text
    .replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
    .replace(/\n\s*/g, ' ')
    .trim();
}

function body({ edition, manifest, contacts }: Built, english: English): string {
  const names = new Intl.DisplayNames(['en-GB'], { type: 'region' });
  const nameOf = (code: CountryCode) => names.of(code.toUpperCase()) ?? code;
  const purposes = (entry: FirstEmergency, between: string) =>
    entry.for.map((purpose) => english.home.emergency[purpose] ?? purpose).join(between);
  const small = (entry: FirstEmergency) =>
    `<li><a class="small${isUrgent(entry) ? ' urgent' : ''}" href="${callHref(entry.number)}"${inside(entry.number)}><b>${entry.shown ?? readable(entry.number)}</b> ${escaped(purposes(entry, ', '))}</a></li>`;
  // Where nobody has said in which country one is, a number of one country is not dialled.
  const said = (entry: FirstEmergency) =>
    `<li><b>${entry.shown ?? readable(entry.number)}</b> ${escaped(purposes(entry, ', '))}</li>`;
  const emergency = (entries: readonly FirstEmergency[]) => {
    const { inside, abroad } = insideAndAbroad(entries);
    const [main, ...others] = [...inOrder(inside), ...abroad];
    if (!main) return '';
    return [
      big(main.number, purposes(main, ' · ')),
      others.length > 0 ? `<ul>${others.map(small).join('')}</ul>` : '',
      ...remarks(entries).map((remark) => `<p class="soft">${remark.numbers.join(', ')}: ${escaped(remark.text)}</p>`),
    ].join('\n');
  };
  const elsewhere = exceptions(contacts)
    .map(
      ({ country, kind, numbers }) =>
        `<p>${escaped(nameOf(country))}: ${kind === 'none' ? '112 not found in our sources. Call' : '112 is the police. Also'}</p><ul>${numbers.map(said).join('')}</ul>`,
    )
    .join('\n');
  const section = (code: CountryCode) =>
    `<section data-country="${code}"><h2>${escaped(nameOf(code))}</h2>\n${emergency(contacts[code].emergency)}\n${lines(contacts[code], code)}</section>`;
  return `<main id="first" data-edition="${edition}" data-manifest="${manifest}"><header><h1>Whom to call</h1><a class="leave" href="%BASE_URL%away.html">Leave ✕</a></header>
<div><section class="any">${big(COMMON, ['police', 'ambulance', 'fire'].map((purpose) => english.home.emergency[purpose]).join(' · '))}
${elsewhere}</section>
<p class="about">Harbour: emergency numbers and first contacts on trafficking in human beings, in fourteen countries. The numbers come from public pages; none has been rung by us.</p>
${COUNTRIES.map(section).join('\n')}</div>
<p id="late" role="status" hidden>The app is slow to start. The numbers here work all the same. <a href="">Try again</a></p></main>`;
}

function big(number: string, reaches: string): string {
  return `<a class="big" href="${callHref(number)}"${inside(number)}><span><strong>${readable(number)}</strong> <span>${escaped(reaches)}</span></span> <b>Call</b></a>`;
}

/** Marks a number that rings this country's service only inside it: for who stands in another one it is no link (inline.js). */
function inside(number: string): string {
  return number.startsWith('+') ? '' : ' data-inside';
}

/** The anti-trafficking lines, and the contact point where it has a number of its own. */
function lines(
  { lines: known, contactPoint, contactPointNote, emergency }: FirstContact,
  country: CountryCode,
): string {
  const own = contactPoint && !known.some((line) => line.channel.value === contactPoint.channel.value);
  return [
    ...known.map((line) => lineHtml(line, 'Anti-trafficking line', country, emergency)),
    own ? lineHtml(contactPoint, 'Contact point', country, emergency) : '',
    known.length === 0 && contactPointNote ? `<p>${escaped(contactPointNote)}</p>` : '',
  ].join('\n');
}

function lineHtml(line: FirstLine, role: string, country: CountryCode, emergency: readonly FirstEmergency[]): string {
  const { channel, abroad } = line;
  const others = abroad ? [channel, abroad] : [channel];
  const newest = newestDate(line.evidence);
  const age = newest
    ? `newest source ${newest.slice(0, 4)}${openDate(newest).orLater ? ' or later' : ''}`
    : 'sources without a date';
  const hours =
    channel.hours === undefined ? 'hours not known' : isRoundTheClock(channel.week) ? 'round the clock' : channel.hours;
  const here = isCall(channel) ? dialling(channel, { country, emergency }, country, others) : undefined;
  const call = here?.how === 'as-is' ? here : undefined;
  const only = call && !isReachable(channel, { country, emergency }, undefined, others);
  const href = call ? callHref(call.tel) : hrefOf(channel);
  const shown = call?.shown ?? channel.value;
  const danger = isEmergency(channel, { country, emergency });
  return `<p class="line">${role}: ${escaped(line.name.en ?? '')}</p>
<a class="call" href="${escaped(href ?? '')}"${only ? ' data-inside' : ''}><strong>${escaped(shown)}</strong> <b>${call ? 'Call' : channel.type === 'email' ? 'Write' : 'Open'}</b></a>
${abroad ? `<a class="call abroad" href="${callHref(abroad.tel ?? abroad.value)}"><strong>${escaped(abroad.international ?? abroad.value)}</strong> <b>Call</b></a>` : ''}
<p class="soft">${escaped(danger ? 'round the clock' : call ? `${hours}; ${age}` : age)}</p>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (char) => `&${{ '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot' }[char]};`);
}
