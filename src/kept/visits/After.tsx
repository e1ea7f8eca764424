import { Copy, FileDown, Printer, Share2 } from 'lucide-react';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { useDirectory } from '../../dataset/useDirectory.ts';
import { giveFile } from '../../device/give-file.ts';
import { partialDate } from '../../i18n/format.ts';
import { currentLanguage, useT } from '../../i18n/i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { Question } from '../../ui/deletion/Question.tsx';
import { PrintSheet } from '../../ui/PrintSheet.tsx';
import { Section } from '../../ui/Section.tsx';
import { useNotKept } from '../../ui/useNotKept.ts';
import { removeOwn, useNotes } from '../../workspace/useOwn.ts';
import { type ReportWords, reportOf, reportText, whereAndWhen } from '../../workspace/visits/report.ts';
import type { VisitKeeper } from './keeper.ts';
import { useWhom } from './useWhom.ts';
import styles from './visits.module.css';

interface Props {
  keeper: VisitKeeper;
  words: Omit<ReportWords, 'whom'>;
}

/** What one brings home: the report, on paper or as a text, and the end of the visit on this phone. */
export function After({ keeper: { visit }, words }: Props) {
  const t = useT();
  const language = currentLanguage();
  const { edition, date } = useDirectory();
  const whom = useWhom();
  const { items: notes } = useNotes({ kind: 'visit', id: visit.id });
  const parts = reportOf(
    visit,
    [...notes].reverse().map(({ text, day }) => `${words.day(day)}: ${text}`),
    {
      ...words,
      whom: (about) => {
        const known = whom(about);
        return known && `${known.name} · ${known.what}`;
      },
    },
  );
  const text = reportText(visit.title, whereAndWhen(visit, words), parts);
  return (
    <>
      <PrintSheet
        line={
          <>
            <span>{t('visits.report.sheet')}</span>
            <span>{t('visits.report.edition', { edition, date: partialDate(date, language) })}</span>
          </>
        }
      >
        <article className={styles.report} aria-label={t('visits.report.title')}>
          {parts.length === 0 && <p className={styles.text}>{t('visits.report.empty')}</p>}
          {parts.map(({ heading, lines }) => (
            <section key={heading}>
              <h2>{heading}</h2>
              <ul>
                {lines.map((line, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: two lines may say the same
                  <li key={at}>{line}</li>
                ))}
              </ul>
            </section>
          ))}
        </article>
      </PrintSheet>
      <Give text={text} country={visit.country} />
      <Delete id={visit.id} />
    </>
  );
}

/** Share, copy, print. */
function Give({ text, country }: { text: string; country: string }) {
  const t = useT();
  const [said, setSaid] = useState('');
  // What the receiver's phone shows of it on a locked screen: nothing of what was written.
  const title = t('visits.report.title');

  async function share() {
    setSaid('');
    if ('share' in navigator) {
      try {
        await navigator.share({ title, text });
        return;
      } catch (error) {
        if (error instanceof DOMException && error.name === 'AbortError') return;
        // No app takes it, or the tap is used up: there is the file.
      }
    }
    await give();
  }

  async function give() {
    setSaid('');
    try {
      const file = new File([text], `${fileName(country)}.txt`, { type: 'text/plain' });
      const how = await giveFile(file, title);
      if (how !== 'cancelled') setSaid(t(`visits.report.${how}`));
    } catch {
      await copy();
    }
  }

  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      setSaid(t('visits.report.copied'));
    } catch {
      setSaid(t('visits.report.copyFailed'));
    }
  }

  return (
    <div className={`${styles.row} no-print`}>
      <Button variant="primary" onClick={() => void share()}>
        <Share2 aria-hidden size={20} /> {t('visits.report.share')}
      </Button>
      <Button onClick={() => void give()}>
        <FileDown aria-hidden size={20} /> {t('visits.report.file')}
      </Button>
      <Button onClick={() => void copy()}>
        <Copy aria-hidden size={20} /> {t('visits.report.copy')}
      </Button>
      <Button onClick={() => window.print()}>
        <Printer aria-hidden size={20} /> {t('visits.report.print')}
      </Button>
      <p role="status" className={styles.said}>
        {said}
      </p>
    </div>
  );
}

function fileName(country: string): string {
  return `visit-${country.replace(/[^a-z]/g, '') || 'report'}`;
}

/** Takes the visit off this phone, after one question. */
function Delete({ id }: { id: string }) {
  const t = useT();
  const notKept = useNotKept();
  const [, navigate] = useLocation();
  const [failed, setFailed] = useState(false);

  async function run() {
    const removed = await removeOwn('visits', id);
    setFailed(!removed);
    if (removed) navigate('/workspace', { replace: true });
  }

  return (
    <div className="no-print">
      <Section title={t('visits.delete.title')}>
        <p className={styles.soft}>{t('visits.delete.what')}</p>
        <div role="alert">{failed && <p className={styles.notice}>{notKept(t('workspace.failed'))}</p>}</div>
        <div>
          <Question
            button={t('visits.delete.button')}
            question={t('visits.delete.question')}
            yes={t('visits.delete.button')}
            no={t('visits.cancel')}
            onYes={() => void run()}
          />
        </div>
      </Section>
    </div>
  );
}
