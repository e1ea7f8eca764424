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
  areMuchRemarked,
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
import { plainWords, wordBlocks } from './plain-words.ts';

/** What the build has made for the first screen. */
interface Built {
  edition: number;
  /** The file of the manifest that this version brings. */
  manifest: string;
  contacts: FirstContacts;
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
  return html
    .replace('<!-- first-contacts:head -->', scripts('leave.inline.js', 'first-contacts.head.js'))
    .replace('<!-- first-contacts:style -->', `<style>${read('first-contacts.css')}</style>`)
    .replace(
      '<!-- first-contacts:body -->',
      [
        body(built),
        wordBlocks(plainWords, read('plain-words.inline.js')),
        scripts('first-contacts.inline.js'),
        `<script id="numbers-stand">${read('first-contacts.late.js')}</script>`,
      ].join('\n'),
    );
}

/** Comments, whole lines of them, and line ends are taken out. */
export function minify(text: string): string {
  return text
    .replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
    .replace(/\n\s*/g, ' ')
    .trim();
}

const english = plainWords('en');

/** A word of the page itself, which stands in the reader's language where there is a script to put it in (plain-words.ts). */
function word(name: string, fill = '', tag = 'span'): string {
  const text = english[name];
  if (text === undefined) throw new Error(`the plain page has no word ${name}`);
  const value = fill === '' ? '' : ` data-v="${escaped(fill)}"`;
  return `<${tag} data-w="${name}"${value}>${escaped(text.replace(/\{\{\w+\}\}/, () => fill))}</${tag}>`;
}

const names = new Intl.DisplayNames(['en-GB'], { type: 'region' });
const nameOf = (code: CountryCode) => names.of(code.toUpperCase()) ?? code;

/** As {@link word}, with a country's name in it. */
function wordOf(name: string, code: CountryCode, tag: string): string {
  return word(name, nameOf(code), tag).replace(' data-v=', ` data-c="${code}" data-v=`);
}

const purposes = (entry: FirstEmergency, between: string) => entry.for.map((purpose) => word(purpose)).join(between);

/** What has to be known stands as the data have it; where that is much, below the line to call, and not before it. */
const remarksOf = (entries: readonly FirstEmergency[]) =>
  remarks(entries).map(
    ({ numbers, text }) => `<p class="soft" lang="en"><span>${numbers.join(', ')}: ${escaped(text)}</span></p>`,
  );

function body({ edition, manifest, contacts }: Built): string {
  const small = (entry: FirstEmergency) =>
    `<li><a class="small${isUrgent(entry) ? ' urgent' : ''}" href="${callHref(entry.number)}"${inside(entry.number)}><b>${entry.shown ?? readable(entry.number)}</b> <span>${purposes(entry, ', ')}</span></a></li>`;
  // Where nobody has said in which country one is, a number of one country is not dialled.
  const said = (entry: FirstEmergency) =>
    `<li><b>${entry.shown ?? readable(entry.number)}</b> ${purposes(entry, ', ')}</li>`;
  const emergency = (entries: readonly FirstEmergency[]) => {
    const { inside, abroad } = insideAndAbroad(entries);
    const [main, ...others] = [...inOrder(inside), ...abroad];
    if (!main) return '';
    return [
      big(main.number, purposes(main, ' · ')),
      others.length > 0 ? `<ul>${others.map(small).join('')}</ul>` : '',
      ...(areMuchRemarked(entries) ? [] : remarksOf(entries)),
    ].join('\n');
  };
  const elsewhere = exceptions(contacts)
    .map(({ country, kind, numbers }) => `${wordOf(kind, country, 'p')}<ul>${numbers.map(said).join('')}</ul>`)
    .join('\n');
  const section = (code: CountryCode) =>
    `<section data-country="${code}"><h2 data-c="${code}" data-v="${escaped(nameOf(code))}">${escaped(nameOf(code))}</h2>\n${emergency(contacts[code].emergency)}\n${lines(contacts[code], code)}${areMuchRemarked(contacts[code].emergency) ? remarksOf(contacts[code].emergency).join('\n') : ''}</section>`;
  return `<main id="first" data-edition="${edition}" data-manifest="${manifest}"><header>${word('title', '', 'h1')}<a class="leave" href="%BASE_URL%away.html">${word('leave')} ✕</a></header>
<div>${anywhere(elsewhere)}
${word('about', '', 'p').replace('<p', '<p class="about"')}
${COUNTRIES.map(section).join('\n')}</div>
<p id="late" role="status" hidden>${word('slow')} <a href="" data-w="again">${escaped(english.again ?? '')}</a></p></main>`;
}

/** What holds wherever one is. */
function anywhere(elsewhere: string): string {
  const all = ['police', 'ambulance', 'fire'].map((purpose) => word(purpose)).join(' · ');
  return `<section class="any">${big(COMMON, all)}\n${elsewhere}</section>`;
}

/** @param reaches HTML */
function big(number: string, reaches: string): string {
  return `<a class="big" href="${callHref(number)}"${inside(number)}><span><strong>${readable(number)}</strong> <span>${reaches}</span></span> ${word('call', '', 'b')}</a>`;
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
    ...known.map((line) => lineHtml(line, 'line', country, emergency)),
    own ? lineHtml(contactPoint, 'point', country, emergency) : '',
    known.length === 0 && contactPointNote ? `<p lang="en"><span>${escaped(contactPointNote)}</span></p>` : '',
  ].join('\n');
}

function lineHtml(line: FirstLine, role: string, country: CountryCode, emergency: readonly FirstEmergency[]): string {
  const { channel, abroad } = line;
  const others = abroad ? [channel, abroad] : [channel];
  const newest = newestDate(line.evidence);
  const age = newest ? word(openDate(newest).orLater ? 'later' : 'newest', newest.slice(0, 4)) : word('undated');
  const hours =
    channel.hours === undefined
      ? word('unknown')
      : isRoundTheClock(channel.week)
        ? word('always')
        : `<span lang="en">${escaped(channel.hours)}</span>`;
  const here = isCall(channel) ? dialling(channel, { country, emergency }, country, others) : undefined;
  const call = here?.how === 'as-is' ? here : undefined;
  const only = call && !isReachable(channel, { country, emergency }, undefined, others);
  const href = call ? callHref(call.tel) : hrefOf(channel);
  const shown = call?.shown ?? channel.value;
  const danger = isEmergency(channel, { country, emergency });
  const verb = word(call ? 'call' : channel.type === 'email' ? 'write' : 'open', '', 'b');
  return `<p class="line">${word(role)}: <span lang="en">${escaped(line.name.en ?? '')}</span></p>
<a class="call" href="${escaped(href ?? '')}"${only ? ' data-inside' : ''}><strong>${escaped(shown)}</strong> ${verb}</a>
${abroad ? `<a class="call abroad" href="${callHref(abroad.tel ?? abroad.value)}"><strong>${escaped(abroad.international ?? abroad.value)}</strong> ${word('call', '', 'b')}</a>` : ''}
<p class="soft">${danger ? word('always') : call ? `${hours}; ${age}` : age}</p>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (char) => `&${{ '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot' }[char]};`);
}
