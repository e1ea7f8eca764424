import { type FormEvent, useId, useRef, useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import { useHistoryState } from 'wouter/use-browser-location';
import { useDirectory } from '../dataset/useDirectory.ts';
import { endCase, newCase } from '../device/case-of-tab.ts';
import { useSettings } from '../device/settings.ts';
import { COUNTRIES } from '../directory/codes.ts';
import { byName, comparing, countryName, languageName } from '../i18n/format.ts';
import { currentLanguage, useT } from '../i18n/i18n.ts';
import { Button } from '../ui/Button.tsx';
import { Loading } from '../ui/Loading.tsx';
import { Personal } from '../ui/own/Personal.tsx';
import { Screen } from '../ui/Screen.tsx';
import { useForgotten } from '../ui/useForgotten.ts';
import { useNotKept } from '../ui/useNotKept.ts';
import { readBegun, writeBegun } from '../workspace/lock/begun.ts';
import { changeOwn, newOwnId, type OwnContact, useContacts } from '../workspace/useOwn.ts';
import { setMet } from '../workspace/visits/edits.ts';
import { Back } from './Back.tsx';
import { type ContactForm, contactOf, editBy, emptyForm, formOf, LIMITS, type ReachRow } from './contact-form.ts';
import styles from './Form.module.css';
import { PickResponder } from './PickResponder.tsx';
import { ReachRows } from './ReachRows.tsx';

/** Somebody new, perhaps of a responder or met on a visit that the address names. */
export function ContactNew() {
  const query = new URLSearchParams(useSearch());
  const directory = useDirectory();
  const responder = directory.responder(query.get('responder') ?? '');
  const country = COUNTRIES.find((code) => code === (responder?.country ?? query.get('country'))) ?? '';
  const [id] = useState(newOwnId);
  const forgotten = useForgotten();
  return <FormScreen key={forgotten} id={id} start={emptyForm(responder?.id, country)} />;
}

/** Somebody who is there, changed. */
export function ContactEdit({ id }: { id: string }) {
  const t = useT();
  const forgotten = useForgotten();
  const { state, items } = useContacts();
  // What another tab does meanwhile must not take away what is being written here.
  const [opened, setOpened] = useState<OwnContact>();
  const found = opened ?? items.find((one) => one.id === id);
  if (!opened && found) setOpened(found);
  if (state === 'loading') return <Loading />;
  if (found) return <FormScreen key={forgotten} id={id} start={formOf(found)} of={found} />;
  return (
    <Screen title={t('corner.contact.title')} above={<Back />}>
      <p>{t(state === 'unavailable' ? 'workspace.unavailable' : 'corner.contact.notHere')}</p>
    </Screen>
  );
}

/** What is filled in and not yet kept. */
interface Begun {
  id: string;
  start: ContactForm;
  form: ContactForm;
}

function FormScreen({ id, start, of }: { id: string; start: ContactForm; of?: OwnContact }) {
  const t = useT();
  const notKept = useNotKept();
  const language = currentLanguage();
  const { country: standing } = useSettings();
  const { items } = useContacts();
  const [path, navigate] = useLocation();
  const query = useSearch();
  const visit = new URLSearchParams(query).get('visit');
  const entry = useHistoryState<{ case?: string } | null>();
  // The phone may take the page away in the middle of a talk: what was filled in is there again.
  const [begun, setBegun] = useState<Begun>(
    () => (entry?.case && (readBegun(entry.case) as Begun | undefined)) || { id, start, form: start },
  );
  const [problem, setProblem] = useState<'name' | 'unsaved' | 'gone'>();
  const [writing, setWriting] = useState(false);
  const name = useRef<HTMLInputElement>(null);
  const countryId = useId();
  const { form } = begun;

  function change(part: Partial<ContactForm>) {
    const next = { ...begun, form: { ...form, ...part } };
    setBegun(next);
    if (problem === 'name' && next.form.name.trim() !== '') setProblem(undefined);
    const at = entry?.case ?? newCase();
    writeBegun(at, next);
    if (at !== entry?.case) navigate(query ? `${path}?${query}` : path, { replace: true, state: { case: at } });
  }

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (writing) return;
    if (form.name.trim() === '') {
      setProblem('name');
      name.current?.focus();
      return;
    }
    setWriting(true);
    const isNew = of === undefined || problem === 'gone';
    const edit = editBy(begun.start, form);
    const done = await changeOwn('contacts', begun.id, (was) =>
      was || !isNew ? edit(was) : contactOf(form, begun.id),
    );
    setWriting(false);
    if (!done) {
      setProblem(of && !items.some((one) => one.id === begun.id) ? 'gone' : 'unsaved');
      return;
    }
    if (entry?.case) endCase(entry.case);
    const met = visit && (await changeOwn('visits', visit, setMet({ kind: 'contact', id: begun.id }, true)));
    navigate(met ? `/workspace/visits/${visit}?part=there` : `/workspace/contacts/${begun.id}`, { replace: true });
  }

  const text = (field: 'role' | 'organisation' | 'met') => ({
    label: t(`corner.contact.${field}`),
    value: form[field],
    maxLength: LIMITS[field],
    onChange: (value: string) => change({ [field]: value }),
  });

  return (
    <Screen
      title={t(of ? 'corner.contact.edit' : 'corner.contact.new')}
      above={
        of ? (
          <Back href={`/workspace/contacts/${id}`} name={t('corner.contact.title')} />
        ) : visit ? (
          <Back href={`/workspace/visits/${visit}?part=there`} name={t('corner.kind.visit')} />
        ) : (
          <Back />
        )
      }
    >
      <form className={styles.form} onSubmit={submit} noValidate autoComplete="off">
        <p className={styles.soft}>{t('corner.contact.hint')}</p>
        <Field
          ref={name}
          label={t('corner.contact.name')}
          value={form.name}
          maxLength={LIMITS.name}
          problem={problem === 'name' ? t('corner.contact.nameMissing') : ''}
          onChange={(value) => change({ name: value })}
        />
        <ReachRows
          rows={form.reach}
          country={form.country}
          standing={standing}
          onChange={(reach: ReachRow[]) => change({ reach })}
        />
        <Field {...text('role')} />
        <Field {...text('organisation')} />
        <PickResponder
          chosen={form.responder}
          onChoose={(responder, country) =>
            change({ responder, ...(form.country === '' && country !== undefined && { country }) })
          }
        />
        <div className={styles.field}>
          <label htmlFor={countryId}>{t('corner.contact.country')}</label>
          <select
            id={countryId}
            value={form.country}
            onChange={({ currentTarget }) => change({ country: currentTarget.value })}
          >
            <option value="">{t('corner.contact.noCountry')}</option>
            {byName(COUNTRIES, language).map((code) => (
              <option key={code} value={code}>
                {countryName(code, language)}
              </option>
            ))}
          </select>
        </div>
        <Languages chosen={form.languages} onChange={(languages) => change({ languages })} />
        <Field {...text('met')} />
        <Personal text={form.met} />
        <Field
          label={t('corner.contact.note')}
          value={form.note}
          rows={3}
          maxLength={LIMITS.note}
          onChange={(note) => change({ note })}
        />
        <Personal text={form.note} />
        <label className={styles.check} data-chosen={form.mine}>
          <input
            type="checkbox"
            checked={form.mine}
            onChange={({ currentTarget }) => change({ mine: currentTarget.checked })}
          />
          <span>{t('corner.contact.isMine')}</span>
        </label>
        <div role="status">
          {problem === 'unsaved' && <p className={styles.notice}>{notKept(t('corner.unsaved'), 'copy')}</p>}
          {problem === 'gone' && <p className={styles.notice}>{t('corner.contact.gone')}</p>}
        </div>
        <div className={styles.save}>
          <Button type="submit" variant="primary" data-saving={writing ? 'writing' : undefined}>
            {t(problem === 'unsaved' ? 'saving.retry' : problem === 'gone' ? 'corner.contact.keepAnew' : 'corner.keep')}
          </Button>
        </div>
        <p className={styles.soft}>{t('corner.onPhone')}</p>
      </form>
    </Screen>
  );
}

interface FieldProps {
  ref?: React.Ref<HTMLInputElement>;
  label: string;
  value: string;
  maxLength: number;
  /** Several lines. */
  rows?: number;
  problem?: string;
  onChange(value: string): void;
}

function Field({ ref, label, value, maxLength, rows, problem = '', onChange }: FieldProps) {
  const id = useId();
  const control = {
    id,
    value,
    maxLength,
    autoComplete: 'off',
    'aria-invalid': problem !== '' || undefined,
    'aria-describedby': problem === '' ? undefined : `${id}-problem`,
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) => onChange(currentTarget.value),
  };
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {rows === undefined ? <input ref={ref} {...control} type="text" /> : <textarea {...control} rows={rows} />}
      {problem !== '' && (
        <p id={`${id}-problem`} className={styles.mistake}>
          {problem}
        </p>
      )}
    </div>
  );
}

/** The languages somebody speaks: those chosen go with a tap, and one more comes from the list. */
function Languages({ chosen, onChange }: { chosen: readonly string[]; onChange(languages: string[]): void }) {
  const t = useT();
  const id = useId();
  const language = currentLanguage();
  const { places } = useDirectory();
  const compare = comparing(language);
  const others = Object.keys(places.languages)
    .filter((code) => !chosen.includes(code))
    .map((code) => ({ code, name: languageName(code, language) }))
    .sort((a, b) => compare(a.name, b.name));
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{t('corner.contact.languages')}</label>
      {chosen.length > 0 && (
        <ul role="list" className={styles.chips}>
          {chosen.map((code) => (
            <li key={code}>
              <button
                type="button"
                className={styles.chip}
                aria-label={t('corner.without', { name: languageName(code, language) })}
                onClick={() => onChange(chosen.filter((other) => other !== code))}
              >
                {languageName(code, language)} <span aria-hidden="true">✕</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <select id={id} value="" onChange={({ currentTarget }) => onChange([...chosen, currentTarget.value])}>
        <option value="">{t('corner.contact.addLanguage')}</option>
        {others.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}
