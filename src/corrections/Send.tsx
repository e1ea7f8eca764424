import { Mail, Save, Share2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import curators from '#build/curators.json';
import { useDirectory } from '../dataset/useDirectory.ts';
import { localDay } from '../device/clock.ts';
import { saveFile } from '../device/save-file.ts';
import { readProposal } from '../directory/proposal-text.ts';
import type { Curators } from '../directory/schema.ts';
import { currentLanguage, useT } from '../i18n/i18n.ts';
import { Button } from '../ui/Button.tsx';
import { Section } from '../ui/Section.tsx';
import { useNotKept } from '../ui/useNotKept.ts';
import { type Correction, noteSent } from '../workspace/useOutbox.ts';
import styles from './Corrections.module.css';
import { mailLink } from './mail.ts';
import { fileName, fileText, type Post, postsOf } from './sending.ts';
import { linesOf } from './words.ts';

/** The ways by which corrections leave the phone. None is taken by itself, and whether one was, only the user knows. */
export function Send({ corrections }: { corrections: readonly Correction[] }) {
  const t = useT();
  const notKept = useNotKept();
  const language = currentLanguage();
  const directory = useDirectory();
  /** What went out, if it did. */
  const [asked, setAsked] = useState<readonly Correction[]>();
  const [said, setSaid] = useState('');
  const question = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (asked) question.current?.focus();
  }, [asked]);
  const today = localDay(new Date());
  const posts = postsOf(corrections, curators as Curators);
  const mails = posts.flatMap(({ to, corrections: its }) =>
    to === undefined ? [] : [{ to, its, ...mailOf(to, its) }],
  );

  function words(its: readonly Correction[]): string[] {
    return its.flatMap(({ proposal }) => {
      const read = readProposal(proposal);
      const lines = 'proposal' in read ? linesOf(read.proposal, { t, language, directory }) : [];
      return ['', ...lines.map(({ name, text }) => `- ${name}: ${text}`)];
    });
  }

  function mailOf(to: NonNullable<Post['to']>, its: readonly Correction[]) {
    return mailLink({
      to,
      subject: t('corrections.mail.subject', { edition: directory.edition }),
      lines: [t('corrections.mail.intro'), ...words(its)],
      json: fileText(its),
      attach: t('corrections.mail.attach', { file: fileName(today, 'json') }),
    });
  }

  function save() {
    saveFile(new File([`${fileText(corrections)}\n`], fileName(today, 'json'), { type: 'application/json' }));
    setSaid(t('corrections.send.saved', { file: fileName(today, 'json') }));
    setAsked(corrections);
  }

  async function share() {
    setSaid('');
    const title = t('corrections.mail.subject', { edition: directory.edition });
    const text = [t('corrections.mail.intro'), ...words(corrections), '', fileText(corrections), ''].join('\n');
    // Browsers hand over text files, but no JSON.
    const files = [new File([text], fileName(today, 'txt'), { type: 'text/plain' })];
    try {
      await navigator.share(navigator.canShare?.({ files }) ? { title, files } : { title, text });
      setAsked(corrections);
    } catch (error) {
      // Whoever closes the share sheet has changed their mind.
      if (error instanceof DOMException && error.name === 'AbortError') return;
      setSaid(t('corrections.send.shareFailed'));
    }
  }

  async function answer(sent: boolean) {
    if (sent && asked && !(await noteSent(asked, today))) {
      setSaid(notKept(t('workspace.failed')));
      return;
    }
    setSaid(t(sent ? 'corrections.send.noted' : 'corrections.send.stays'));
    setAsked(undefined);
  }

  return (
    <>
      {corrections.length > 0 && (
        <Section title={t('corrections.send.title')}>
          {posts.some(({ to }) => to === undefined) && <p>{t('corrections.send.nobody')}</p>}
          <div className={styles.ways}>
            {mails.map(({ to, its, href }) => (
              <a key={to} className={styles.mail} href={href} onClick={() => setAsked(its)}>
                <Mail aria-hidden size={20} />
                <span>
                  {t('corrections.send.mail')} <span className={styles.to}>{to}</span>
                </span>
              </a>
            ))}
            {'share' in navigator && (
              <Button onClick={share}>
                <Share2 aria-hidden size={20} /> {t('corrections.send.share')}
              </Button>
            )}
            <Button onClick={save}>
              <Save aria-hidden size={20} /> {t('corrections.send.file')}
            </Button>
          </div>
          {mails.some(({ whole }) => !whole) && <p className={styles.soft}>{t('corrections.send.tooLong')}</p>}
        </Section>
      )}
      {asked && corrections.length > 0 && (
        <section className={styles.asked} aria-labelledby="sent">
          <h2 id="sent" ref={question} tabIndex={-1}>
            {t('corrections.send.asked')}
          </h2>
          <p>{t('corrections.send.askedHint')}</p>
          <div className={styles.ways}>
            <Button onClick={() => answer(true)}>{t('corrections.send.yes')}</Button>
            <Button onClick={() => answer(false)}>{t('corrections.send.no')}</Button>
          </div>
        </section>
      )}
      <p role="status">{said}</p>
    </>
  );
}
