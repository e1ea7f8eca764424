import { type FormEvent, useId, useMemo, useRef, useState } from 'react';
import { Link, useLocation, useSearch } from 'wouter';
import { useHistoryState } from 'wouter/use-browser-location';
import { useDirectory } from '../dataset/useDirectory.ts';
import { useNetworksPack } from '../dataset/useGuidance.ts';
import { endCase, newCase, readCase, writeCase } from '../device/case-of-tab.ts';
import { localDay } from '../device/clock.ts';
import { readProposal } from '../directory/proposal-text.ts';
import { partialDate } from '../i18n/format.ts';
import { currentLanguage, useT } from '../i18n/i18n.ts';
import { Button } from '../ui/Button.tsx';
import { InEnglish } from '../ui/facts/InEnglish.tsx';
import { Loading } from '../ui/Loading.tsx';
import { Screen } from '../ui/Screen.tsx';
import { useForgotten } from '../ui/useForgotten.ts';
import { useNotKept } from '../ui/useNotKept.ts';
import { type Correction, keepCorrection, newId, useOutbox } from '../workspace/useOutbox.ts';
import { Back } from './Back.tsx';
import styles from './Corrections.module.css';
import { DateField, Picked, Radios, TextField } from './fields.tsx';
import {
  emptyForm,
  type Field,
  type Form,
  fieldsOf,
  formOf,
  howsOf,
  LIMITS,
  type Problems,
  proposalOf,
  type Target,
  TYPES,
  whatsOf,
} from './form.ts';
import { Hours } from './Hours.tsx';
import { networkOf, targetKey, targetOf, targetsBeside } from './target.ts';
import { partName, placeOf, subjectName, type Tongue, whatName } from './words.ts';

/** A new correction, of what its address names. */
export function NewCorrection() {
  const query = useSearch();
  const directory = useDirectory();
  return networkOf(query) === null ? <New target={targetOf(query, directory)} /> : <OfNetwork query={query} />;
}

function OfNetwork({ query }: { query: string }) {
  return <New target={targetOf(query, useDirectory(), useNetworksPack())} />;
}

function New({ target }: { target: Target | undefined }) {
  const t = useT();
  const forgotten = useForgotten();
  const directory = useDirectory();
  const [started] = useState(() => new Date());
  if (!target) {
    return (
      <Screen title={t('corrections.title')} above={<Back />}>
        <p>{t('corrections.unknown')}</p>
      </Screen>
    );
  }
  const form = emptyForm(target, localDay(started));
  return (
    <FormScreen
      key={forgotten}
      start={form}
      of={{ id: newId(), made: localDay(started), edition: directory.edition }}
    />
  );
}

/** One of the outbox, changed. */
export function Edit({ id }: { id: string }) {
  const t = useT();
  const forgotten = useForgotten();
  const { state, items } = useOutbox();
  // What another tab does meanwhile must not take away what is being written here.
  const [opened, setOpened] = useState<Correction>();
  const found = opened ?? items.find((item) => item.id === id);
  if (!opened && found) setOpened(found);
  if (state === 'loading') return <Loading />;
  const read = found && readProposal(found.proposal);
  const form = read && 'proposal' in read ? formOf(read.proposal) : undefined;
  if (found && form && found.sent === undefined) return <FormScreen key={forgotten} start={form} of={found} />;
  return (
    <Screen title={t('corrections.title')} above={<Back />}>
      <p>
        {found?.sent === undefined
          ? t(found ? 'corrections.notEditable' : 'corrections.notHere')
          : t('corrections.sentAlready', { date: partialDate(found.sent, currentLanguage()) })}
      </p>
    </Screen>
  );
}

interface Props {
  start: Form;
  of: Pick<Correction, 'id' | 'made' | 'edition'>;
}

/** What is filled in and not yet kept. */
interface Draft {
  form: Form;
  of: Props['of'];
}

/** What is wrong, what is right, how one knows, when. */
function FormScreen({ start, of }: Props) {
  const t = useT();
  const notKept = useNotKept();
  const language = currentLanguage();
  const directory = useDirectory();
  const [path, navigate] = useLocation();
  const query = useSearch();
  const entry = useHistoryState<{ case?: string } | null>();
  // The phone may take the page away in the middle of a call: what was filled in is there again.
  const [draft] = useState(() => entry?.case && (readCase(entry.case) as Draft | undefined));
  const [form, setForm] = useState(draft ? { ...start, ...draft.form } : start);
  const [problems, setProblems] = useState<Problems>({});
  const [failed, setFailed] = useState(false);
  const [identity] = useState(draft ? draft.of : of);
  const element = useRef<HTMLFormElement>(null);
  const about = useId();
  const tongue: Tongue = { t, language, directory };
  const { target, what } = form;
  const responder = target.of === 'fact' ? undefined : directory.responder(target.responder);
  const beside = targetsBeside(target, directory);
  const fields = fieldsOf(form);
  const today = localDay(new Date());

  function change(part: Partial<Form>) {
    const next = { ...form, ...part };
    setForm(next);
    const at = entry?.case ?? newCase();
    writeCase(at, { form: next, of: identity } satisfies Draft);
    if (at !== entry?.case) navigate(query ? `${path}?${query}` : path, { replace: true, state: { case: at } });
    // What was found wrong is looked at again as it is mended; what is not finished is not scolded.
    setProblems((before) => {
      const now = proposalOf(next, { id: identity.id, today, language });
      const still = 'problems' in now ? now.problems : {};
      return Object.fromEntries(
        Object.keys(before).flatMap((field) => (still[field as Field] ? [[field, still[field as Field]]] : [])),
      );
    });
  }

  async function submit(event: FormEvent) {
    event.preventDefault();
    const result = proposalOf(form, { id: identity.id, today, language });
    if ('problems' in result) {
      setProblems(result.problems);
      const first = fields.find((field) => result.problems[field]);
      element.current?.querySelector<HTMLElement>(`[data-field="${first}"]`)?.focus();
      return;
    }
    const done = await keepCorrection({
      ...identity,
      at: Date.now(),
      proposal: result.proposal as unknown as Correction['proposal'],
    });
    setFailed(!done);
    if (!done) return;
    if (entry?.case) endCase(entry.case);
    navigate('/workspace/corrections', { replace: true, state: { kept: true } });
  }

  // The responder's own numbers and the new one are no person's data.
  const known = useMemo(
    () => [
      ...(responder?.channels ?? []).flatMap(({ value, international = '', national = '' }) => [
        value,
        international,
        national,
      ]),
      form.value,
    ],
    [responder, form.value],
  );
  const shared = { problems, known };
  const text = (field: 'value' | 'text' | 'url' | 'pageDate' | 'by' | 'note') => ({
    ...shared,
    field,
    value: form[field],
    maxLength: LIMITS[field],
    onChange: (value: string) => change({ [field]: value }),
  });
  const kind = what === 'missing' ? form.type : target.of === 'channel' ? target.channel.type : undefined;

  return (
    <Screen
      title={t('corrections.title')}
      above={<Back href={placeOf(target, tongue).href} name={t('corrections.back')} />}
    >
      <form ref={element} className={styles.form} onSubmit={submit} noValidate autoComplete="off">
        <p className={styles.notice}>{t('corrections.noNames')}</p>
        <p className={styles.name}>{subjectName(target, tongue)}</p>
        {beside.length > 0 && (
          <div className={styles.field}>
            <label htmlFor={about}>{t('corrections.about')}</label>
            <select
              id={about}
              value={targetKey(target)}
              onChange={({ currentTarget }) => {
                const next = beside.find((one) => targetKey(one) === currentTarget.value);
                if (next) change({ target: next, what: whatsOf(next)[0] ?? 'else', how: '' });
              }}
            >
              {beside.map((one) => (
                <option key={targetKey(one)} value={targetKey(one)}>
                  {partName(one, tongue)}
                </option>
              ))}
            </select>
          </div>
        )}
        {target.of === 'fact' && target.old !== undefined && <Stands target={target} />}
        {whatsOf(target).length > 1 && (
          <Radios
            legend={t('corrections.what.title')}
            values={whatsOf(target)}
            chosen={what}
            text={(one) => whatName({ target, what: one }, tongue)}
            onChoose={(one) =>
              change({ what: one, ...(!howsOf(target, one).includes(form.how as never) && { how: '' }) })
            }
          />
        )}
        {what === 'missing' && (
          <Picked
            label={t('corrections.missingType')}
            values={TYPES}
            chosen={form.type}
            text={(type) => t(`corrections.type.${type}`)}
            onChoose={(type) => change({ type, value: '' })}
          />
        )}
        {fields.includes('value') && (
          <TextField
            {...text('value')}
            label={t(`corrections.right.${kind ?? 'door'}`)}
            hint={
              kind === 'phone' || kind === 'sms'
                ? t('corrections.numberHint', { code: callingCode(responder?.country, directory.places.countries) })
                : undefined
            }
            type={
              kind === undefined
                ? 'text'
                : kind === 'phone' || kind === 'sms'
                  ? 'tel'
                  : kind === 'email'
                    ? 'email'
                    : 'url'
            }
          />
        )}
        {fields.includes('hours') && <Hours form={form} problem={problems.hours} onChange={change} />}
        {fields.includes('abroad') && (
          <Radios
            legend={t('corrections.abroad.title')}
            field="abroad"
            problem={problems.abroad}
            values={['yes', 'no'] as const}
            chosen={form.abroad}
            text={(one) => t(`corrections.abroad.${one}`)}
            onChoose={(abroad) => change({ abroad })}
          />
        )}
        {fields.includes('text') && (
          <TextField {...text('text')} rows={4} label={t('corrections.right.text')} hint={t('corrections.textHint')} />
        )}
        <Radios
          legend={t('corrections.how.title')}
          field="how"
          problem={problems.how}
          values={howsOf(target, what)}
          chosen={form.how}
          text={(how) => t(how === 'visited' && kind === 'web' ? 'corrections.how.opened' : `corrections.how.${how}`)}
          onChoose={(how) => change({ how })}
        />
        {form.how === 'told' && <p className={styles.soft}>{t('corrections.toldHint')}</p>}
        {fields.includes('url') && <TextField {...text('url')} type="url" label={t('corrections.page')} />}
        {fields.includes('pageDate') && (
          <TextField {...text('pageDate')} label={t('corrections.pageDate')} hint={t('corrections.pageDateHint')} />
        )}
        {fields.includes('day') && (
          <DateField
            label={t(form.how === 'page' ? 'corrections.seenDay' : 'corrections.day')}
            value={form.day}
            max={today}
            problems={problems}
            onChange={(day) => change({ day })}
          />
        )}
        {fields.includes('by') && (
          <TextField {...text('by')} label={t('corrections.by')} hint={t('corrections.byHint')} />
        )}
        <TextField {...text('note')} rows={2} label={t('corrections.note')} hint={t('corrections.noteHint')} />
        <div role="status">
          {failed && <p className={styles.notice}>{notKept(t('corrections.unsaved'), 'copy')}</p>}
        </div>
        <div>
          <Button type="submit" variant="primary">
            {t('corrections.keep')}
          </Button>
        </div>
        <p className={styles.soft}>
          {t('corrections.keepHint')} <Link href="/about#report">{t('corrections.whatBecomes')}</Link>
        </p>
      </form>
    </Screen>
  );
}

/** The words that stand there now. */
function Stands({ target }: { target: Extract<Target, { of: 'fact' }> }) {
  const t = useT();
  return (
    <div>
      <p className={styles.name}>{t('corrections.line.old')}</p>
      <p className={styles.stands}>
        <InEnglish>{target.old}</InEnglish>
      </p>
    </div>
  );
}

function callingCode(country: string | undefined, countries: Record<string, { calling: string }>): string {
  return `+${countries[country ?? '']?.calling ?? '…'}`;
}
