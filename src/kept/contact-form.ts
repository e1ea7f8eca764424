/** What is filled in about somebody one met, and what becomes of it. No React. */
import type { Edit } from '../workspace/draft.ts';
import type { OwnChannel, OwnContact } from '../workspace/own.ts';
import { channelsIn } from '../workspace/reach.ts';

/** A row for a number or an address, with what it is for. */
export interface ReachRow {
  key: string;
  typed: string;
  label: string;
  /** What stood there before; a row that is left as it is stays so. */
  was?: OwnChannel;
}

export interface ContactForm {
  name: string;
  role: string;
  organisation: string;
  country: string;
  reach: ReachRow[];
  languages: string[];
  met: string;
  note: string;
  responder: string;
  mine: boolean;
}

/** The fields that are one text each. */
const TEXTS = ['role', 'organisation', 'country', 'met', 'note', 'responder'] as const;

/** How long each may be, in characters. */
export const LIMITS = { name: 120, role: 120, organisation: 160, met: 200, note: 4000, label: 60 } as const;

export function emptyForm(responder = '', country = ''): ContactForm {
  return {
    name: '',
    role: '',
    organisation: '',
    country,
    reach: [{ key: '0', typed: '', label: '' }],
    languages: [],
    met: '',
    note: '',
    responder,
    mine: false,
  };
}

export function formOf(contact: OwnContact): ContactForm {
  const texts = Object.fromEntries(TEXTS.map((name) => [name, contact[name] ?? ''])) as Pick<
    ContactForm,
    (typeof TEXTS)[number]
  >;
  const reach = contact.channels.map((was, at) => ({
    key: String(at),
    typed: was.value,
    label: was.label ?? '',
    was,
  }));
  return {
    ...texts,
    name: contact.name,
    reach: reach.length > 0 ? reach : emptyForm().reach,
    languages: contact.languages,
    mine: contact.mine === true,
  };
}

/** What a row is kept as. */
export function channelsOf({ typed, label, was }: ReachRow): OwnChannel[] {
  return was && typed === was.value && label === (was.label ?? '') ? [was] : channelsIn(typed, label);
}

/**
 * What the form makes of a contact: each field that was changed in it is so now, and the others stay as they are, also as
 * another tab has made them meanwhile. Of a contact that is no longer there it makes nothing.
 * @param start the form as it was opened
 */
export function editBy(start: ContactForm, now: ContactForm): Edit<OwnContact> {
  return (was) => {
    if (!was) return undefined;
    const after: OwnContact = { ...was };
    if (now.name !== start.name) after.name = now.name.trim();
    for (const name of TEXTS) {
      if (now[name] === start[name]) continue;
      if (now[name].trim() === '') delete after[name];
      else after[name] = now[name].trim();
    }
    if (JSON.stringify(now.reach) !== JSON.stringify(start.reach)) after.channels = now.reach.flatMap(channelsOf);
    if (now.languages.join() !== start.languages.join()) after.languages = now.languages;
    if (now.mine !== start.mine) {
      if (now.mine) after.mine = true;
      else delete after.mine;
    }
    return after;
  };
}

/** A contact of all that is filled in. */
export function contactOf(form: ContactForm, id: string): OwnContact {
  const empty: OwnContact = { id, at: Date.now(), name: form.name.trim(), channels: [], languages: [] };
  return editBy(emptyForm(), form)(empty) ?? empty;
}
