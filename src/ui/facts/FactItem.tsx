import type { ReactNode } from 'react';
import { sourcesOf } from '../../directory/directory.ts';
import type { CountryPack } from '../../directory/pack.ts';
import { InEnglish } from './InEnglish.tsx';
import { Sources } from './Sources.tsx';

interface Props {
  country: CountryPack;
  /** The statement; English, as in the data. */
  text: string;
  sources: readonly string[];
  /** What qualifies the statement; English. */
  note?: string | undefined;
  /** The link that says that it is wrong. */
  tell?: ReactNode;
  children?: ReactNode;
}

/** One sourced statement with its sources on demand. */
export function FactItem({ country, text, sources, note, tell, children }: Props) {
  return (
    <div>
      {text !== '' && (
        <p>
          <InEnglish>{text}</InEnglish>
        </p>
      )}
      {children}
      {note !== undefined && (
        <p>
          <InEnglish>{note}</InEnglish>
        </p>
      )}
      <Sources sources={sourcesOf(country, sources)} tell={tell} />
    </div>
  );
}
