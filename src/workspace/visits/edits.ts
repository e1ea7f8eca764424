/**
 * Changes to a visit. Each says what is to hold afterwards and touches one field, so that what another tab did meanwhile to
 * the others stays, and so that it may be made twice. No React.
 */
import type { CountryCode } from '../../directory/codes.ts';
import type { Edit } from '../draft.ts';
import { type About, type Agreed, isSame, type Question, type Visit, type VisitPart } from '../own.ts';

/** A visit that is prepared and otherwise empty. */
export function newVisit(
  begin: { id: string; at: number; title: string; country: CountryCode; home?: string },
  questions: readonly Question[],
): Visit {
  return { ...begin, programme: [], met: [], questions: [...questions], agreed: [], ready: [] };
}

/** Changes a visit that is there; one that another tab has deleted does not come back. */
function edit(change: (visit: Visit) => Visit): Edit<Visit> {
  return (visit) => visit && change(visit);
}

/** The fields that stand by themselves. */
export type Detail = 'place' | 'from' | 'to' | 'people' | 'organisations';

/** Says what a detail is; undefined: nothing is said of it any more. */
export function setDetail<Name extends Detail>(name: Name, value: Visit[Name] | undefined): Edit<Visit> {
  return edit((visit) => {
    const next: Visit = { ...visit };
    delete next[name];
    if (value !== undefined) Object.assign(next, { [name]: value });
    return next;
  });
}

/** A visit without a title could not be told from another: an empty one changes nothing. */
export function setTitle(title: string): Edit<Visit> {
  return edit((visit) => (title.trim() === '' ? visit : { ...visit, title }));
}

/** Whether an item of the checklist is ticked. */
export function setReady(item: string, ticked: boolean): Edit<Visit> {
  return edit((visit) => ({
    ...visit,
    ready: [...visit.ready.filter((other) => other !== item), ...(ticked ? [item] : [])],
  }));
}

/** Whether one met somebody. */
export function setMet(about: About, met: boolean): Edit<Visit> {
  return edit((visit) => {
    if (met && visit.met.some((other) => isSame(other, about))) return visit;
    return { ...visit, met: [...visit.met.filter((other) => !isSame(other, about)), ...(met ? [about] : [])] };
  });
}

/** Puts a question in, or in the place of the one of this id. */
export function putQuestion(question: Question): Edit<Visit> {
  return edit((visit) => ({ ...visit, questions: put(visit.questions, question) }));
}

export function dropQuestion(id: string): Edit<Visit> {
  return edit((visit) => ({ ...visit, questions: visit.questions.filter((other) => other.id !== id) }));
}

/** Puts something agreed in, or in the place of what has this id. */
export function putAgreed(agreed: Agreed): Edit<Visit> {
  return edit((visit) => ({ ...visit, agreed: put(visit.agreed, agreed) }));
}

export function dropAgreed(id: string): Edit<Visit> {
  return edit((visit) => ({ ...visit, agreed: visit.agreed.filter((other) => other.id !== id) }));
}

/** Puts a part into the programme, in the place of another where it was changed. A part is known by its day and words. */
export function putPart(part: VisitPart, instead?: VisitPart): Edit<Visit> {
  return edit((visit) => {
    const { programme } = visit;
    const changes = instead !== undefined && programme.some((other) => isPart(other, instead));
    if (!changes)
      return programme.some((other) => isPart(other, part)) ? visit : { ...visit, programme: [...programme, part] };
    return {
      ...visit,
      programme: programme
        .filter((other) => isPart(other, instead) || !isPart(other, part))
        .map((other) => (isPart(other, instead) ? { ...other, ...part } : other)),
    };
  });
}

export function dropPart(part: VisitPart): Edit<Visit> {
  return edit((visit) => ({ ...visit, programme: visit.programme.filter((other) => !isPart(other, part)) }));
}

function isPart(a: VisitPart, b: VisitPart): boolean {
  return a.day === b.day && a.text === b.text;
}

/** What an item had besides, written by a newer version, stays with it. */
function put<Item extends { id: string }>(items: readonly Item[], item: Item): Item[] {
  return items.some(({ id }) => id === item.id)
    ? items.map((other) => (other.id === item.id ? item : other))
    : [...items, item];
}

/** A ticked or unticked question or agreement. */
export function done<Item extends Question>({ done: _, ...item }: Item, ticked: boolean): Item {
  return { ...item, ...(ticked && { done: true }) } as Item;
}
