import { useEffect, useState } from 'react';
import { askAgain } from '../dataset/fetch.ts';
import { useT } from '../i18n/i18n.ts';
import { Loading } from '../ui/Loading.tsx';
import { NumbersInstead } from './NumbersInstead.tsx';
import { partIsComing, reloadForParts } from './parts.ts';

/** A server that says nothing for this long, in ms, may say nothing for minutes. */
const LATE_MS = 2000;

/** What stands where a screen is still being opened; when that takes long, the numbers that are always there, until it opens. */
export function Waiting() {
  const t = useT();
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), LATE_MS);
    // Whatever was asked for on the network before will not be answered on this one.
    window.addEventListener('online', askAgain);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('online', askAgain);
    };
  }, []);
  if (!late) return <Loading />;
  const again = () => {
    askAgain();
    return partIsComing() ? reloadForParts() : undefined;
  };
  return (
    <NumbersInstead title={t('trouble.slow')} again={again}>
      <Loading />
      <p>{t('trouble.meanwhile')}</p>
    </NumbersInstead>
  );
}
