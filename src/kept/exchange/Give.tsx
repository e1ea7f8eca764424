import { type FormEvent, useState } from 'react';
import { Link } from 'wouter';
import { comparing } from '../../i18n/format.ts';
import { currentLanguage, useT } from '../../i18n/i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { ShowAsQr } from '../../ui/exchange/ShowAsQr.tsx';
import { Section } from '../../ui/Section.tsx';
import { useNotKept } from '../../ui/useNotKept.ts';
import type { OwnContact } from '../../workspace/own.ts';
import { changeOwn, newOwnId } from '../../workspace/useOwn.ts';
import styles from './Exchange.module.css';

const cardsOf = async (contacts: readonly OwnContact[]) => {
  const { contactCard } = await import('../../ui/exchange/cards.ts');
  return contacts.map(contactCard);
};

/** One's own card, and the contacts one has, as codes or as a file. */
export function Give({ contacts }: { contacts: readonly OwnContact[] }) {
  const t = useT();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const mine = contacts.find((contact) => contact.mine);
  const compare = comparing(currentLanguage());
  const others = contacts.filter((contact) => !contact.mine).toSorted((a, b) => compare(a.name, b.name));
  const given = others.filter(({ id }) => chosen.has(id));
  return (
    <>
      <Section title={t('exchange.give.mine')}>{mine ? <Mine mine={mine} /> : <MakeMine />}</Section>
      <Section title={t('exchange.give.chosen')}>
        {others.length === 0 ? (
          <p>{t('exchange.give.none')}</p>
        ) : (
          <>
            <p className={styles.soft}>{t('exchange.give.private')}</p>
            <ul role="list" className={styles.choices}>
              {others.map(({ id, name, organisation }) => (
                <li key={id}>
                  <label className={styles.choice} data-chosen={chosen.has(id)}>
                    <input
                      type="checkbox"
                      checked={chosen.has(id)}
                      onChange={(event) => {
                        const next = new Set(chosen);
                        if (event.target.checked) next.add(id);
                        else next.delete(id);
                        setChosen(next);
                      }}
                    />
                    <span>
                      {name}
                      {organisation && <span className={styles.soft}> · {organisation}</span>}
                    </span>
                  </label>
                </li>
              ))}
            </ul>
            <div className={styles.buttons}>
              <ShowAsQr
                variant="primary"
                disabled={given.length === 0}
                cards={() => cardsOf(given)}
                fileName={given.length === 1 ? 'contact.vcf' : 'contacts.vcf'}
              />
              <Button
                onClick={() => setChosen(new Set(given.length === others.length ? [] : others.map(({ id }) => id)))}
              >
                {t(given.length === others.length ? 'exchange.give.nobody' : 'exchange.give.all')}
              </Button>
            </div>
          </>
        )}
      </Section>
    </>
  );
}

function Mine({ mine }: { mine: OwnContact }) {
  const t = useT();
  return (
    <>
      <p>
        <span className={styles.name}>{mine.name}</span>
        {[mine.role, mine.organisation].filter(Boolean).map((text) => ` · ${text}`)}
      </p>
      <div className={styles.buttons}>
        <ShowAsQr variant="primary" cards={() => cardsOf([mine])} fileName="contact.vcf" />
        <Link className={styles.way} href={`/workspace/contacts/${mine.id}/edit`}>
          {t('exchange.give.edit')}
        </Link>
      </div>
    </>
  );
}

/** The card begins with a name; what else is to stand on it is written where contacts are. */
function MakeMine() {
  const t = useT();
  const notKept = useNotKept();
  const [name, setName] = useState('');
  const [failed, setFailed] = useState(false);
  async function make(event: FormEvent) {
    event.preventDefault();
    const id = newOwnId();
    const done = await changeOwn('contacts', id, () => ({
      id,
      at: Date.now(),
      name: name.trim(),
      channels: [],
      languages: [],
      mine: true,
    }));
    setFailed(!done);
  }
  return (
    <form className={styles.form} onSubmit={(event) => void make(event)}>
      <label htmlFor="my-name">{t('exchange.give.myName')}</label>
      <input
        id="my-name"
        autoComplete="name"
        maxLength={120}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <div role="alert">{failed && <p className={styles.notice}>{notKept(t('exchange.give.failed'))}</p>}</div>
      <Button type="submit" disabled={name.trim() === ''}>
        {t('exchange.give.make')}
      </Button>
    </form>
  );
}
