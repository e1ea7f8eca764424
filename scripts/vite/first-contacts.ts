/**
 * Writes the emergency numbers and first contacts of all fourteen countries into `index.html` as plain HTML,
 * with the little style they need. It is what one sees before the app runs, and instead of it when it cannot.
 */
import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';
import type { FirstContacts, FirstLine } from '../../src/directory/first-contacts.ts';
import { COUNTRIES } from '../../src/directory/schema.ts';

export function firstContactsHtml(): Plugin {
  return {
    name: 'harbour:first-contacts',
    transformIndexHtml: {
      order: 'pre',
      handler(html) {
        const contacts = JSON.parse(readFileSync('.build/first-contacts.json', 'utf8')) as FirstContacts;
        const style = readFileSync('scripts/vite/first-contacts.css', 'utf8');
        const script = readFileSync('scripts/vite/first-contacts.inline.js', 'utf8');
        return html
          .replace('<!-- first-contacts:head -->', `<style>${minify(style)}</style>`)
          .replace('<!-- first-contacts:body -->', `${body(contacts)}\n<script>${minify(script)}</script>`);
      },
    },
  };
}

function minify(text: string): string {
  return text
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\n\s*/g, ' ')
    .trim();
}

function body(contacts: FirstContacts): string {
  const names = new Intl.DisplayNames(['en-GB'], { type: 'region' });
  const sections = COUNTRIES.map((code) => {
    const contact = contacts[code];
    const shown = new Set(contact.lines.map((line) => line.responder));
    const lines = [
      ...contact.lines,
      ...(contact.contactPoint && !shown.has(contact.contactPoint.responder) ? [contact.contactPoint] : []),
    ];
    return `<section data-country="${code}"><h2>${escape(names.of(code.toUpperCase()) ?? code)}</h2>
<p class="emergency">${contact.emergency
      .filter((entry) => /^\d+$/.test(entry.number))
      .map(
        (entry) =>
          `<a href="tel:${entry.number}">${entry.number}</a> <span>${escape(entry.for.join(', ').replaceAll('-', ' '))}</span>`,
      )
      .join(' ')}</p>
${lines.map(lineHtml).join('\n')}</section>`;
  });
  return `<main id="first"><p class="brand">Harbour</p><h1>Whom to call</h1>
<p>Emergency numbers and first contacts on trafficking in human beings. Numbers come from public pages; none has been rung by us.</p>
${sections.join('\n')}
<p><a href="/away.html">Leave this page</a></p></main>`;
}

function lineHtml(line: FirstLine): string {
  const { channel } = line;
  const name = escape(line.name.en ?? '');
  const newest = line.evidence
    .flatMap((source) => source.date ?? [])
    .sort()
    .at(-1);
  const age = newest ? `newest source ${newest.slice(0, 4)}` : 'sources without a date';
  const hours =
    channel.hours === undefined ? 'hours not known' : channel.hours === '24/7' ? 'round the clock' : channel.hours;
  if (channel.tel === undefined) {
    const href = channel.type === 'email' ? `mailto:${channel.value}` : channel.value;
    return `<p><a href="${escape(href)}">${escape(channel.value)}</a> ${name} <span>${age}</span></p>`;
  }
  const number = channel.international ?? channel.national ?? channel.value;
  return `<p><a href="tel:${channel.tel}">${escape(number)}</a> ${name} <span>${escape(hours)}; ${age}</span></p>`;
}

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (char) => `&${{ '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot' }[char]};`);
}
