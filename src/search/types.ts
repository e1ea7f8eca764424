/** The seam between the search and its screens: text in, ranked hits out. */
import type { CountryCode, Region } from '../directory/schema.ts';

/**
 * What a hit leads to. `point` is a measure's point, `legal` one legal fact of a country; `guide`, `term`, `practice` and
 * `network` are of the guidance, `screen` is one of the app's own.
 */
export type HitType =
  | 'responder'
  | 'country'
  | 'point'
  | 'legal'
  | 'guide'
  | 'term'
  | 'practice'
  | 'network'
  | 'screen';

/** Why a hit matched: a text as it stands in the data, and which parts of it, as [start, end) offsets. */
export interface Match {
  /** `name`, `about`, `channel`, `city`, … */
  field: string;
  text: string;
  /** The language of the text, where known. */
  language?: string;
  ranges: [number, number][];
}

/** Why a hit is here where no word of it says so: a concept that holds for it, the town it is in. */
export interface Reason {
  /** `contact` is a country's first contact; a country stands here when it answers for all of it. */
  kind: Understood['kind'] | 'contact';
  code: string;
}

/** What happened, as it was understood, and what follows from it. */
export interface HappeningFound {
  code: string;
  label: Readonly<Record<string, string>>;
  /** What is known of a case by it, as in the address of a plan. */
  situation: string;
  /** The guide that says what to do. */
  guide?: string;
}

export interface Hit {
  type: HitType;
  /** Responder id, country code, point id (`lv-m3-2`), `lv.offence`; a guide's slug or `law#…`, a term's, a practice's, a screen's id. */
  id: string;
  country: Region;
  matches: Match[];
  /** Concepts that were asked for and hold for it, and the town that was named. */
  reasons: Reason[];
  /** What it is called, by language; of the guidance only. */
  title?: Readonly<Record<string, string>>;
}

/** A concept or place that was recognised; it filters, and can be taken off. */
export interface Understood {
  /** A vocabulary of the taxonomy, or a place. */
  kind:
    | 'country'
    | 'city'
    | 'kinds'
    | 'services'
    | 'sex'
    | 'age'
    | 'nationality'
    | 'exploitation'
    | 'measures'
    | 'legal'
    | 'hours'
    | 'language'
    | 'happening';
  code: string;
  /** The words of the query it was recognised from, as typed. */
  words: string;
}

export interface Answer {
  hits: Hit[];
  understood: Understood[];
  /** What happened, where that was typed. */
  happening?: HappeningFound;
  /** What was left to be matched as text. */
  rest: string;
  /** Nothing met everything outright: the hits are the nearest thing, and the country's first contacts. */
  nearest: boolean;
  /** What the guidance has that meets everything asked for; worked out when it is called, for whom to call comes first. */
  guidance(): Hit[];
}

export interface SearchOptions {
  /** The chosen country ranks higher. */
  country?: CountryCode | undefined;
  /** The country of origin ranks higher, after the chosen one. */
  origin?: CountryCode | undefined;
  /** Recognised concepts that the user took off, as `kind:code`: their words are matched as text. */
  without?: readonly string[] | undefined;
  /** The moment from which "tonight" and "now" are reckoned; the present one unless told. */
  now?: Date | undefined;
  /** How many hits at most; 50 unless told. */
  limit?: number | undefined;
}

export interface Search {
  /** Never throws, whatever the text. */
  search(text: string, options?: SearchOptions): Answer;
  /** Builds the index now, for an idle moment before the first search; without it the first search does. */
  prepare(): void;
}
