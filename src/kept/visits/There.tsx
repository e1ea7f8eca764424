import { Plus, X } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import { Link } from 'wouter';
import { useDirectory } from '../../dataset/useDirectory.ts';
import { localDay } from '../../device/clock.ts';
import type { CountryCode } from '../../directory/codes.ts';
import { currentLanguage, useT } from '../../i18n/i18n.ts';
import { label, names } from '../../i18n/labels.ts';
import { fold } from '../../search/fold.ts';
import { Button } from '../../ui/Button.tsx';
import { ShowAsQr } from '../../ui/exchange/ShowAsQr.tsx';
import { whoText } from '../../ui/own/ContactRow.tsx';
import { Notes } from '../../ui/own/Notes.tsx';
import { Section } from '../../ui/Section.tsx';
import { type About, newOwnId, useContacts } from '../../workspace/useOwn.ts';
import { byDay, daysOf } from '../../workspace/visits/days.ts';
import {
  done,
  dropAgreed,
  dropPart,
  dropQuestion,
  putAgreed,
  putPart,
  putQuestion,
  setMet,
} from '../../workspace/visits/edits.ts';
import { whoIsWho } from '../../workspace/visits/prepare.ts';
import { Entries, type Entry } from './Entries.tsx';
import { savingIn, type VisitKeeper } from './keeper.ts';
import type { VisitCountries } from './useVisitCountries.ts';
import { useWhom } from './useWhom.ts';
import styles from './visits.module.css';

interface Props {
  keeper: VisitKeeper;
  countries: VisitCountries | undefined;
}

/** What one does there: the programme, whom one met, what was asked and agreed. */
export function There({ keeper, countries }: Props) {
  const t = useT();
  return (
    <>
      <Programme keeper={keeper} />
      <Met keeper={keeper} countries={countries} />
      <Brought keeper={keeper} />
      <Agreements keeper={keeper} />
      <Section title={t('corner.notes')}>
        <Notes about={{ kind: 'visit', id: keeper.visit.id }} />
      </Section>
    </>
  );
}

function Programme({ keeper }: { keeper: VisitKeeper }) {
  const t = useT();
  const { visit, change } = keeper;
  const [today] = useState(() => localDay(new Date()));
  const days = daysOf(visit);
  const first = days.includes(today) ? today : (days[0] ?? visit.from ?? today);
  const parts = byDay(visit.programme).flatMap(({ parts: of }) => of);
  const partOf = ({ day = '', text }: Entry) => ({ day, text });
  return (
    <Section title={t('visits.programme.title')}>
      <Entries
        entries={parts.map((part) => ({
          ...part,
          id: `${part.day} ${part.text}`,
          saving: savingIn(keeper, ({ programme }) =>
            programme.some((one) => one.day === part.day && one.text === part.text),
          ),
        }))}
        unfinished={`visit.${visit.id}.programme`}
        label={t('visits.programme.text')}
        hint={t('visits.programme.hint')}
        add={t('visits.programme.add')}
        day={{ label: t('visits.programme.day'), first }}
        onKeep={(written, instead) => change(putPart(written, instead && partOf(instead)))}
        onDrop={(entry) => change(dropPart(partOf(entry)))}
        onUndo={(entry) => change(putPart(partOf(entry)))}
      />
    </Section>
  );
}

/** The questions one brings, ticked as they are asked. */
function Brought({ keeper }: { keeper: VisitKeeper }) {
  const t = useT();
  const { visit, change } = keeper;
  const question = ({ id, text, done: asked }: Entry) => ({ id, text, ...(asked && { done: true as const }) });
  return (
    <Section title={t('visits.questions.title')}>
      {visit.questions.length === 0 && <p className={styles.soft}>{t('visits.questions.none')}</p>}
      <Entries
        entries={visit.questions.map((one) => ({
          ...one,
          saving: savingIn(keeper, ({ questions }) => questions.find(({ id }) => id === one.id)),
        }))}
        unfinished={`visit.${visit.id}.question`}
        label={t('visits.questions.text')}
        add={t('visits.questions.add')}
        tick={{
          label: t('visits.questions.asked'),
          set: (id, asked) => {
            const one = visit.questions.find((other) => other.id === id);
            if (one) change(putQuestion(done(one, asked)));
          },
        }}
        onKeep={({ text }, instead) =>
          change(putQuestion(instead ? question({ ...instead, text }) : { id: newOwnId(), text }))
        }
        onDrop={({ id }) => change(dropQuestion(id))}
        onUndo={(entry) => change(putQuestion(question(entry)))}
      />
    </Section>
  );
}

/** What was agreed, by when, and whether it is done. */
function Agreements({ keeper }: { keeper: VisitKeeper }) {
  const t = useT();
  const { visit, change } = keeper;
  const agreed = ({ id, text, day, done: kept }: Entry) => ({
    id,
    text,
    ...(day && { by: day }),
    ...(kept && { done: true as const }),
  });
  return (
    <Section title={t('visits.agreed.title')}>
      <Entries
        entries={visit.agreed.map(({ by, ...one }) => ({
          ...one,
          day: by,
          saving: savingIn(keeper, ({ agreed: all }) => all.find(({ id }) => id === one.id)),
        }))}
        unfinished={`visit.${visit.id}.agreed`}
        label={t('visits.agreed.text')}
        hint={t('visits.agreed.hint')}
        add={t('visits.agreed.add')}
        day={{
          label: t('visits.agreed.day'),
          first: '',
          said: (date) => t('visits.agreed.by', { date }),
        }}
        tick={{
          label: t('visits.agreed.done'),
          set: (id, kept) => {
            const one = visit.agreed.find((other) => other.id === id);
            if (one) change(putAgreed(done(one, kept)));
          },
        }}
        onKeep={({ text, day }, instead) =>
          change(putAgreed(agreed({ ...(instead ?? { id: newOwnId() }), text, day })))
        }
        onDrop={({ id }) => change(dropAgreed(id))}
        onUndo={(entry) => change(putAgreed(agreed(entry)))}
      />
    </Section>
  );
}

/** Whom one met: the list opens with one tap, and each name goes in with another. */
function Met({ keeper, countries }: Props) {
  const t = useT();
  const { visit, change } = keeper;
  const whom = useWhom();
  const [choosing, setChoosing] = useState(false);
  const add = useRef<HTMLDivElement>(null);
  const saving = (about: About) =>
    savingIn(keeper, ({ met }) => met.some(({ kind, id }) => kind === about.kind && id === about.id));
  return (
    <Section title={t('visits.met.title')}>
      {visit.met.length > 0 && (
        <ul role="list" className={styles.rows}>
          {visit.met.map((about) => {
            const known = whom(about);
            return (
              <li key={`${about.kind}${about.id}`} className={styles.entry} data-saving={saving(about)}>
                <div className={styles.ticked}>
                  {known ? (
                    <span>
                      <Link className={styles.link} href={known.href} lang={known.language}>
                        {known.name}
                      </Link>
                      <span className={styles.due}>{known.what}</span>
                    </span>
                  ) : (
                    <span>{t('visits.met.gone')}</span>
                  )}
                </div>
                <button
                  type="button"
                  className={styles.pencil}
                  aria-label={t('workspace.removeName', { name: known?.name ?? t('visits.met.gone') })}
                  onClick={() => {
                    change(setMet(about, false));
                    add.current?.querySelector('button')?.focus();
                  }}
                >
                  <X aria-hidden size={20} />
                </button>
              </li>
            );
          })}
        </ul>
      )}
      <div ref={add} className={styles.row}>
        <Button aria-expanded={choosing} onClick={() => setChoosing(!choosing)}>
          {!choosing && <Plus aria-hidden size={20} />} {t(choosing ? 'visits.met.close' : 'visits.met.add')}
        </Button>
        <Link className={styles.link} href={`/workspace/contacts/new?country=${visit.country}&visit=${visit.id}`}>
          {t('visits.met.write')}
        </Link>
      </div>
      {choosing && <Choose keeper={keeper} countries={countries} />}
      <GiveMet met={visit.met} />
    </Section>
  );
}

/** Those one wrote down oneself, for the phones of those who came along; the responders are on each of them. */
function GiveMet({ met }: { met: readonly About[] }) {
  const t = useT();
  const { items } = useContacts();
  const contacts = items.filter((contact) => met.some(({ kind, id }) => kind === 'contact' && id === contact.id));
  if (contacts.length === 0) return null;
  const cards = async () => contacts.map((await import('../../ui/exchange/cards.ts')).contactCard);
  return (
    <>
      <div className={styles.row}>
        <ShowAsQr cards={cards} fileName={contacts.length === 1 ? 'contact.vcf' : 'contacts.vcf'} />
      </div>
      <p className={styles.soft}>{t('visits.met.give', { number: contacts.length })}</p>
    </>
  );
}

/** So many are offered before one types a name. */
const OFFERED = 12;

/** One's own contacts first, those of that country before others; then the country's responders, by role. */
function Choose({ keeper: { visit, change }, countries }: Props) {
  const t = useT();
  const language = currentLanguage();
  const { taxonomy } = useDirectory();
  const { items: contacts } = useContacts();
  const [typed, setTyped] = useState('');
  const id = useId();
  const mine = contacts
    .filter(({ mine: own }) => !own)
    .sort((a, b) => Number(b.country === visit.country) - Number(a.country === visit.country))
    .map((contact) => ({
      about: { kind: 'contact', id: contact.id } satisfies About,
      name: contact.name,
      what: whoText(contact) || t('visits.met.yours'),
    }));
  const theirs = (countries ? whoIsWho(countries.there, countries.home?.country as CountryCode | undefined) : [])
    .flatMap(({ responders }) => responders)
    .map((responder) => ({
      about: { kind: 'responder', id: responder.id } satisfies About,
      name: names(responder.name, language).main.text,
      what: label(taxonomy, 'kinds', responder.kind, language),
      also: Object.values(responder.name).join(' '),
    }));
  const wanted = fold(typed.trim());
  const all: { about: About; name: string; what: string; also?: string }[] = [...mine, ...theirs];
  const fitting = all.filter(({ name, what, also = '' }) => fold(`${name} ${what} ${also}`).includes(wanted));
  const shown = wanted === '' ? fitting.slice(0, Math.max(OFFERED, mine.length)) : fitting;
  const met = (about: About) => visit.met.some((other) => other.kind === about.kind && other.id === about.id);
  return (
    <div className={styles.choose}>
      <div className={styles.field}>
        <label htmlFor={id}>{t('visits.met.find')}</label>
        <input
          id={id}
          type="search"
          autoComplete="off"
          value={typed}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        />
      </div>
      <ul role="list" className={styles.checks}>
        {shown.map(({ about, name, what }) => (
          <li key={`${about.kind}${about.id}`}>
            <label className={styles.check}>
              <input
                type="checkbox"
                checked={met(about)}
                onChange={({ currentTarget }) => change(setMet(about, currentTarget.checked))}
              />
              <span>
                {name}
                <span className={styles.due}>{what}</span>
              </span>
            </label>
          </li>
        ))}
      </ul>
      <p role="status" className={styles.soft}>
        {shown.length < fitting.length && t('visits.met.more', { number: fitting.length - shown.length })}
        {fitting.length === 0 && t('visits.met.none')}
      </p>
    </div>
  );
}
