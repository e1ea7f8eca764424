import { MapPin } from 'lucide-react';
import { useState } from 'react';
import { sourcesOf } from '../directory/directory.ts';
import type { CountryPack, PackResponder } from '../directory/pack.ts';
import { useT } from '../i18n/i18n.ts';
import { Button } from '../ui/Button.tsx';
import { Checks } from '../ui/facts/Checks.tsx';
import { Sources } from '../ui/facts/Sources.tsx';
import { TellLink } from '../ui/facts/TellLink.tsx';
import { Section } from '../ui/Section.tsx';
import { mapLink } from './mapLink.ts';
import styles from './Responder.module.css';

interface Props {
  responder: PackResponder;
  country: CountryPack;
  /** The country as it is said, for the map. */
  place: string;
}

/** Where it is, with a map and a way to copy the address. */
export function Addresses({ responder, country, place }: Props) {
  const t = useT();
  if (!responder.addresses) return null;
  return (
    <Section title={t('responders.one.addresses')}>
      {responder.addresses.map((address) => (
        <div key={address.text} className={styles.address}>
          <p>{[address.text, ...missing(address.text, address.postcode, address.city)].join(', ')}</p>
          <p className={`${styles.addressLinks} no-print`}>
            <a
              className={styles.map}
              href={mapLink(address.text, place, navigator.userAgent)}
              target="_blank"
              rel="noreferrer"
            >
              <MapPin aria-hidden size={20} /> {t('responders.one.map')}
            </a>
            <Copy text={`${address.text}, ${place}`} />
          </p>
          <Checks checks={address.checks ?? []} />
          <Sources
            sources={sourcesOf(country, address.sources)}
            tell={<TellLink about={{ responder: responder.id, address: address.text }} name={address.text} />}
          />
        </div>
      ))}
    </Section>
  );
}

function Copy({ text }: { text: string }) {
  const t = useT();
  const [done, setDone] = useState(false);
  // Without a clipboard the address can still be selected: it stands there as text.
  if (!navigator.clipboard) return null;
  return (
    <>
      <Button
        onClick={() =>
          navigator.clipboard.writeText(text).then(
            () => setDone(true),
            () => setDone(false),
          )
        }
      >
        {t('responders.one.copyAddress')}
      </Button>
      <span role="status" className={styles.done}>
        {done && t('responders.one.copied')}
      </span>
    </>
  );
}

function missing(text: string, ...parts: (string | undefined)[]): string[] {
  return parts.filter((part): part is string => part !== undefined && !text.includes(part));
}
