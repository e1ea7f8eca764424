import { type ReactNode, useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import { useSettings } from '../device/settings.ts';
import { COUNTRIES, type CountryCode } from '../directory/codes.ts';
import { AnyCountry } from '../home/AnyCountry.tsx';
import { FirstNumbers } from '../home/FirstNumbers.tsx';
import { useT } from '../i18n/i18n.ts';
import { Button } from '../ui/Button.tsx';
import { Screen } from '../ui/Screen.tsx';

interface Props {
  title: string;
  /** What has happened. */
  children: ReactNode;
  /** Tries again; `false` when nothing came of it. */
  again(): Promise<boolean> | undefined;
  /** What the button says, when not "Try again". */
  button?: string;
}

/** Stands where a screen cannot be had, or not yet: why, a way to try again, and the numbers that are always there. */
export function NumbersInstead({ title, children, again, button }: Props) {
  const t = useT();
  const [path] = useLocation();
  const search = useSearch();
  const { country } = useSettings();
  const [tries, setTries] = useState({ under: false, failed: 0 });
  const asked = askedCountry(path, search) ?? country;
  const press = async () => {
    setTries((before) => ({ ...before, under: true }));
    const came = (await again()) !== false;
    setTries(({ failed }) => ({ under: false, failed: came ? 0 : failed + 1 }));
  };
  return (
    <Screen title={title}>
      {children}
      <p>
        <Button variant="primary" onClick={() => void press()}>
          {button ?? t('search.again')}
        </Button>
      </p>
      <p role="status">{!tries.under && tries.failed > 0 && t('trouble.noAnswer')}</p>
      {asked ? <FirstNumbers country={asked} /> : <AnyCountry />}
    </Screen>
  );
}

/** The country that an address is about. */
function askedCountry(path: string, search: string): CountryCode | undefined {
  const query = new URLSearchParams(search);
  const named =
    /^\/(?:countries\/|responders\/)([a-z]{2})(?:-|$)/.exec(path)?.[1] ?? query.get('country') ?? query.get('found');
  return COUNTRIES.find((code) => code === named);
}
