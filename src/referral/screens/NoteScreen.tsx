import { Copy, Mail, Printer, Share2 } from 'lucide-react';
import { useEffect, useId, useMemo, useState } from 'react';
import { Link, useSearch } from 'wouter';
import { useDirectory } from '../../dataset/useDirectory.ts';
import { useNow } from '../../device/clock.ts';
import { useSettings } from '../../device/settings.ts';
import { countryName, languageName, partialDate } from '../../i18n/format.ts';
import { currentLanguage, useT } from '../../i18n/i18n.ts';
import { label, names } from '../../i18n/labels.ts';
import type { Language } from '../../i18n/languages.ts';
import { NOTE_LANGUAGES, noteMessages, type SayNote } from '../../i18n/note-messages.ts';
import { Button } from '../../ui/Button.tsx';
import { Screen } from '../../ui/Screen.tsx';
import { Section } from '../../ui/Section.tsx';
import { usePlanKeeper } from '../../workspace/usePlans.ts';
import { type Case, caseOf, fearsOwnState, SPOKEN_IN } from '../case.ts';
import {
  type Additions,
  composeNote,
  DONE,
  drawCode,
  NEEDED,
  type NotePart,
  newAdditions,
  noteText,
  RECIPIENTS,
  REPLIES,
  type Recipient,
  readAdditions,
  recipientsOf,
  URGENCIES,
} from '../note.ts';
import { respondersFor } from '../responders-for.ts';
import { line } from '../rules/needs.ts';
import { parseSituation, printSituation } from '../situation.ts';
import { placeName, type Tongue } from '../words.ts';
import styles from './NoteScreen.module.css';

/** The handover note: what is added to the situation, and the note itself in two languages. */
export default function NoteScreen() {
  const t = useT();
  const query = useSearch();
  const directory = useDirectory();
  const now = useNow();
  const { country: standing } = useSettings();
  const situation = useMemo(() => parseSituation(query), [query]);
  const key = printSituation(situation);
  const keeper = usePlanKeeper(key, false);
  const c = useMemo(() => caseOf(situation, directory, { now, standing }), [situation, directory, now, standing]);
  const [code] = useState(() => drawCode());
  const additions = readAdditions(keeper.content.note, c) ?? newAdditions(c, code);
  const change = (part: Partial<Additions>) => keeper.change({ note: { ...additions, ...part } });

  const mine = currentLanguage();
  const [left, setLeft] = useState<string>(mine);
  const [right, setRight] = useState<string>();
  const theirs = right ?? languageOf(c, additions.to, left);
  const [first, second] = [useNote(left, c, additions, now), useNote(theirs, c, additions, now)];
  const both = left === theirs ? [first] : [second, first];
  const text = both.map((parts) => (parts ? noteText(parts) : '')).join('\n\n----------\n\n');

  return (
    <Screen
      title={t('plan.note.title')}
      wide
      above={
        <p className="no-print">
          <Link className={styles.back} href={`/referral?${key}`}>
            ‹ {t('plan.title')}
          </Link>
        </p>
      }
    >
      <p className={`${styles.notice} no-print`}>{t('plan.note.nameless')}</p>
      {fearsOwnState(c) && <p className={styles.notice}>{t('plan.note.feared')}</p>}
      {keeper.state === 'failed' && <p className={styles.notice}>{t('plan.notKept')}</p>}
      <div className={`${styles.form} no-print`}>
        <Additional c={c} additions={additions} onChange={change} ready={keeper.state !== 'loading'} />
      </div>
      <div className={`${styles.languages} no-print`}>
        <LanguageField name={t('plan.note.mine')} value={left} onChange={setLeft} />
        <LanguageField name={t('plan.note.theirs')} value={theirs} onChange={setRight} />
      </div>
      <div className={styles.notes}>
        {first && <NoteText parts={first} language={left} />}
        {second && theirs !== left && <NoteText parts={second} language={theirs} />}
      </div>
      <Send text={text} code={additions.code} c={c} to={additions.to} onSend={() => change({})} />
    </Screen>
  );
}

/** The note in a language; undefined until its messages are there. */
function useNote(language: string, c: Case, additions: Additions, now: Date): NotePart[] | undefined {
  const { taxonomy } = useDirectory();
  const [said, setSaid] = useState<{ language: string; say: SayNote }>();
  useEffect(() => {
    let on = true;
    noteMessages(language).then(
      (say) => on && setSaid({ language, say }),
      (error: unknown) => console.warn('note:', error),
    );
    return () => {
      on = false;
    };
  }, [language]);
  if (said?.language !== language) return undefined;
  return composeNote(c, additions, today(now), {
    say: said.say,
    country: (code) => countryName(code as 'lv', language),
    language: (code) => languageName(code, language),
    form: (code) => label(taxonomy, 'exploitation', code, language),
    day: (date) => partialDate(date, language as Language),
  });
}

/** The user's own day, `YYYY-MM-DD`. */
function today(now: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** The language in which the counterpart reads: its country's own where the note has it, else English. */
function languageOf(c: Case, to: Recipient, mine: string): string {
  const { origin, found, elsewhere } = c.situation;
  const country = to === 'origin' ? origin : to === 'elsewhere' ? elsewhere : found;
  const spoken = SPOKEN_IN[country as keyof typeof SPOKEN_IN] ?? [];
  return spoken.find((language) => NOTE_LANGUAGES.includes(language) && language !== mine) ?? 'en';
}

function LanguageField({ name, value, onChange }: { name: string; value: string; onChange(value: string): void }) {
  return (
    <label className={styles.language}>
      <span>{name}</span>
      <select value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {NOTE_LANGUAGES.map((code) => (
          <option key={code} value={code}>
            {languageName(code, currentLanguage())}
          </option>
        ))}
      </select>
    </label>
  );
}

interface AdditionalProps {
  c: Case;
  additions: Additions;
  ready: boolean;
  onChange(part: Partial<Additions>): void;
}

/** The coded additions. */
function Additional({ c, additions, ready, onChange }: AdditionalProps) {
  const t = useT();
  const { taxonomy } = useDirectory();
  const tongue: Tongue = { t, language: currentLanguage(), taxonomy };
  const recipients = recipientsOf(c);
  const country = (to: Recipient) => (to === 'found' ? c.situation.found : c.situation[to]);
  return (
    <>
      <Choice
        legend={t('plan.note.to')}
        values={RECIPIENTS.filter((to) => recipients.includes(to))}
        chosen={[additions.to]}
        text={(to) => [t(`plan.note.recipient.${to}`), placeName(country(to) ?? 'here', tongue)].join(': ')}
        ready={ready}
        onChoose={([to]) => to && onChange({ to })}
      />
      <Choice
        legend={t('plan.note.urgency')}
        values={URGENCIES}
        chosen={additions.urgency ? [additions.urgency] : []}
        text={(value) => t(`note.urgency.${value}`)}
        ready={ready}
        onChoose={([urgency]) => onChange({ urgency })}
      />
      <Choice
        several
        legend={t('note.doneTitle')}
        values={DONE}
        chosen={additions.done}
        text={(value) => t(`note.done.${value}`)}
        ready={ready}
        onChoose={(done) => onChange({ done })}
      />
      <Choice
        several
        legend={t('note.neededTitle')}
        values={NEEDED}
        chosen={additions.needed}
        text={(value) => t(`note.needed.${value}`)}
        ready={ready}
        onChoose={(needed) => onChange({ needed })}
      />
      <Choice
        several
        legend={t('note.replyTitle')}
        values={fearsOwnState(c) ? REPLIES.filter((reply) => reply !== 'consulate') : REPLIES}
        chosen={additions.reply}
        text={(value) => t(`note.reply.${value}`)}
        ready={ready}
        onChoose={(reply) => onChange({ reply })}
      />
    </>
  );
}

interface ChoiceProps<Value extends string> {
  legend: string;
  values: readonly Value[];
  chosen: readonly Value[];
  text(value: Value): string;
  several?: boolean;
  ready: boolean;
  onChoose(values: Value[]): void;
}

function Choice<Value extends string>({ legend, values, chosen, text, several, ready, onChoose }: ChoiceProps<Value>) {
  const name = useId();
  return (
    <fieldset className={styles.set} disabled={!ready}>
      <legend>{legend}</legend>
      {values.map((value) => (
        <label key={value} className={styles.option}>
          <input
            type={several ? 'checkbox' : 'radio'}
            name={name}
            checked={chosen.includes(value)}
            onChange={(event) =>
              onChoose(
                several
                  ? values.filter((other) => (other === value ? event.currentTarget.checked : chosen.includes(other)))
                  : [value],
              )
            }
          />
          <span>{text(value)}</span>
        </label>
      ))}
    </fieldset>
  );
}

interface SendProps {
  text: string;
  code: string;
  c: Case;
  to: Recipient;
  /** The code is out in the world: it is kept from now on. */
  onSend(): void;
}

/** Copy, share, mail, print. */
function Send({ text, code, c, to, onSend }: SendProps) {
  const t = useT();
  const [said, setSaid] = useState('');
  const mailboxes = useMemo(() => mailboxesOf(c, to), [c, to]);
  // The subject says nothing: it is read on locked screens and in logs.
  const mailto = (address: string) =>
    `mailto:${address}?subject=${encodeURIComponent(code)}&body=${encodeURIComponent(text.replaceAll('\n', '\r\n'))}`;

  async function copy() {
    onSend();
    try {
      await navigator.clipboard.writeText(text);
      setSaid(t('plan.note.copied'));
    } catch {
      setSaid(t('plan.note.copyFailed'));
    }
  }

  async function share() {
    onSend();
    try {
      await navigator.share({ title: code, text });
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') return;
      await copy();
    }
  }

  return (
    <Section title={t('plan.note.send')} id="send">
      <div className={`${styles.send} no-print`}>
        <Button variant="primary" onClick={copy}>
          <Copy aria-hidden size={20} /> {t('plan.note.copy')}
        </Button>
        {'share' in navigator && (
          <Button onClick={share}>
            <Share2 aria-hidden size={20} /> {t('plan.act.share')}
          </Button>
        )}
        <Button
          onClick={() => {
            onSend();
            window.print();
          }}
        >
          <Printer aria-hidden size={20} /> {t('plan.act.print')}
        </Button>
        {mailboxes.map(({ address, name }) => (
          <a key={address} className={styles.mail} href={mailto(address)} onClick={onSend}>
            <Mail aria-hidden size={20} />
            <span>
              {t('act.write')}: {name}
              <span className={styles.address}>{address}</span>
            </span>
          </a>
        ))}
        <a className={styles.mail} href={mailto('')} onClick={onSend}>
          <Mail aria-hidden size={20} /> {t('plan.note.mail')}
        </a>
      </div>
      <p role="status" className="no-print">
        {said}
      </p>
      <p className={`${styles.soft} no-print`}>{t('plan.note.mailHint')}</p>
    </Section>
  );
}

/** The mailboxes of the counterpart's contact point and lines. */
function mailboxesOf(c: Case, to: Recipient): { address: string; name: string }[] {
  return respondersFor(line(to), c).flatMap(({ responder }) =>
    responder.channels
      .filter(({ type }) => type === 'email')
      .slice(0, 1)
      .map(({ value }) => ({ address: value, name: names(responder.name, currentLanguage()).main.text })),
  );
}

function NoteText({ parts, language }: { parts: readonly NotePart[]; language: string }) {
  return (
    <article className={styles.note} lang={language}>
      {parts.map(({ heading, lines }) => (
        <section key={heading}>
          <h2>{heading}</h2>
          <ul>
            {lines.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </section>
      ))}
    </article>
  );
}
