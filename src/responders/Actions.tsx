import { Bookmark, BookmarkCheck, Contact, Printer, Share2 } from 'lucide-react';
import { Suspense, useId, useState } from 'react';
import { useDirectory } from '../dataset/useDirectory.ts';
import { saveFile } from '../device/save-file.ts';
import { useSettings } from '../device/settings.ts';
import { firstChannelFrom, isCall } from '../directory/dialling.ts';
import type { CountryPack, PackResponder } from '../directory/pack.ts';
import { countryName } from '../i18n/format.ts';
import { currentLanguage, useT } from '../i18n/i18n.ts';
import { label, names } from '../i18n/labels.ts';
import { Button } from '../ui/Button.tsx';
import { ShowAsQr } from '../ui/exchange/ShowAsQr.tsx';
import { numberText } from '../ui/facts/number-text.ts';
import { LockedHint } from '../ui/lock/late.ts';
import { useNotKept } from '../ui/useNotKept.ts';
import type { CardVersion } from '../workspace/exchange/write.ts';
import { keep, unkeep, useKept } from '../workspace/useWorkspace.ts';
import styles from './Responder.module.css';

interface Props {
  responder: PackResponder;
  country: CountryPack;
}

type Outcome = { said: string } | { select: string } | 'not kept' | undefined;

/** Keep, share, save to the phone's contacts, print. Each says what came of it. */
export function Actions({ responder, country }: Props) {
  const t = useT();
  const notKept = useNotKept();
  const id = useId();
  const language = currentLanguage();
  const directory = useDirectory();
  const { taxonomy } = directory;
  const { country: standing } = useSettings();
  const kept = useKept();
  const [outcome, setOutcome] = useState<Outcome>();
  const [writing, setWriting] = useState(false);
  const isKept = kept.items.some((noted) => noted.id === responder.id);
  const place = country.country === 'eu' ? t('place.international') : countryName(country.country, language);

  async function toggleKept() {
    if (writing) return;
    setOutcome(undefined);
    setWriting(true);
    const done = isKept ? await unkeep(responder.id) : await keep(responder, firstNumber(responder, country));
    setWriting(false);
    if (!done) setOutcome('not kept');
  }

  async function share() {
    const title = names(responder.name, language).main.text;
    const text = [
      `${title} (${label(taxonomy, 'kinds', responder.kind, language)}, ${place})`,
      // Nobody knows where the message is read: what works in one country alone says so.
      ...responder.channels.filter(isCall).map((channel) => numberText(channel, country, [channel], undefined, t)),
    ].join('\n');
    const url = location.origin + location.pathname;
    try {
      if (navigator.share) {
        await navigator.share({ title, text, url });
        return;
      }
    } catch (error) {
      // Whoever closes the share sheet has changed their mind; any other failure leads on to copying.
      if (error instanceof DOMException && error.name === 'AbortError') return;
    }
    try {
      await navigator.clipboard.writeText(url);
      setOutcome({ said: t('responders.act.shared') });
    } catch {
      setOutcome({ select: `${text}\n${url}` });
    }
  }

  async function ownCard() {
    const { responderCard } = await import('../ui/exchange/cards.ts');
    return responderCard(responder, country, { directory, chosen: standing, t });
  }

  async function toContacts(version: CardVersion) {
    setOutcome(undefined);
    try {
      const { writeCards } = await import('../workspace/exchange/write.ts');
      const card = writeCards([await ownCard()], version);
      await handOver(new File([card], `${responder.id}.vcf`, { type: 'text/vcard' }));
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') return;
      setOutcome({ said: t('responders.act.contactsFailed') });
    }
  }

  return (
    <section className={`${styles.actions} no-print`} aria-labelledby={id}>
      <h2 id={id} className="visually-hidden">
        {t('responders.act.label')}
      </h2>
      <div className={styles.buttons}>
        <Button aria-pressed={isKept} data-saving={writing ? 'writing' : undefined} onClick={toggleKept}>
          {isKept ? <BookmarkCheck aria-hidden size={20} /> : <Bookmark aria-hidden size={20} />}
          {t(isKept ? 'responders.act.kept' : 'responders.act.keep')}
        </Button>
        <Button onClick={share}>
          <Share2 aria-hidden size={20} /> {t('responders.act.share')}
        </Button>
        <Button onClick={() => toContacts('3.0')}>
          <Contact aria-hidden size={20} /> {t('responders.act.contacts')}
        </Button>
        <ShowAsQr cards={async () => [await ownCard()]} fileName={`${responder.id}.vcf`} />
        <Button onClick={() => window.print()}>
          <Printer aria-hidden size={20} /> {t('responders.act.print')}
        </Button>
      </div>
      <details className={styles.other}>
        <summary>{t('responders.act.contactsOther')}</summary>
        <p>{t('responders.act.contactsWhy')}</p>
        <Button onClick={() => toContacts('4.0')}>vCard 4.0</Button>
      </details>
      <div role="status">
        {outcome === 'not kept' && kept.state === 'locked' && (
          <Suspense fallback={null}>
            <LockedHint />
          </Suspense>
        )}
        {outcome === 'not kept' && kept.state !== 'locked' && (
          <p className={styles.outcome}>
            {notKept(t(kept.state === 'ready' ? 'responders.act.keepUnsaved' : 'responders.act.keepFailed'), 'share')}
          </p>
        )}
        {typeof outcome === 'object' && 'said' in outcome && <p className={styles.outcome}>{outcome.said}</p>}
        {typeof outcome === 'object' && 'select' in outcome && (
          <label className={styles.outcome}>
            {t('responders.act.shareText')}
            <textarea
              className={styles.select}
              readOnly
              rows={outcome.select.split('\n').length + 1}
              value={outcome.select}
              onFocus={(event) => event.currentTarget.select()}
            />
          </label>
        )}
      </div>
    </section>
  );
}

/** The number one would tap first, as dialled from anywhere; what is kept beside the name. */
export function firstNumber({ channels }: PackResponder, country: CountryPack): string | undefined {
  const channel = firstChannelFrom(channels, country, undefined);
  return channel && (channel.international ?? channel.national ?? channel.value);
}

/**
 * Gives a file to the phone. An app on the home screen of iOS cannot save a file by a link: there the share sheet
 * takes it, and offers Contacts.
 */
async function handOver(file: File): Promise<void> {
  const onHomeScreen = 'standalone' in navigator && navigator.standalone === true;
  if (onHomeScreen && navigator.canShare?.({ files: [file] })) {
    await navigator.share({ files: [file] });
    return;
  }
  saveFile(file);
}
