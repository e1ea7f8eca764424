import { memo } from 'react';
import { type Directory, isCountry } from '../directory/directory.ts';
import { countryName } from '../i18n/format.ts';
import { currentLanguage, useT } from '../i18n/i18n.ts';
import { names } from '../i18n/labels.ts';
import { useSpoken } from '../ui/useSpoken.ts';
import { type Found, GROUPS } from './found.ts';
import { pageOf } from './screens.ts';

/** Tells a screen reader what was found, once typing pauses. */
export const Spoken = memo(function Spoken({ found, directory }: { found: Found; directory: Directory }) {
  const t = useT();
  const count = GROUPS.reduce((sum, type) => sum + found.of(type).length, 0);
  const [first] = found.inSight;
  const name =
    first?.type === 'screen'
      ? t(pageOf(first)?.title ?? '')
      : first?.title
        ? names(first.title, currentLanguage()).main.text
        : first && (directory.responder(first.id)?.name ?? undefined)
          ? names(directory.responder(first.id)?.name ?? {}, currentLanguage()).main.text
          : first && isCountry(first.country)
            ? countryName(first.country, currentLanguage())
            : '';
  const text =
    count === 0
      ? t('search.spokenNothing')
      : t(found.answer.nearest ? 'search.spokenNearest' : 'search.spoken', { count, name });
  const spoken = useSpoken(text);
  return (
    <p role="status" className="visually-hidden">
      {spoken}
    </p>
  );
});
