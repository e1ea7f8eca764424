import { useEffect, useRef, useState } from 'react';
import { useDirectory } from '../../dataset/useDirectory.ts';
import { COUNTRIES } from '../../directory/codes.ts';
import { countryName, languageName } from '../../i18n/format.ts';
import { currentLanguage, useT } from '../../i18n/i18n.ts';
import { names } from '../../i18n/labels.ts';
import { Button } from '../../ui/Button.tsx';
import { useNotKept } from '../../ui/useNotKept.ts';
import { type Choice, type Conflict, conflictsOf, merged, newContacts } from '../../workspace/exchange/merge.ts';
import type { Left } from '../../workspace/exchange/read.ts';
import type { OwnContact } from '../../workspace/own.ts';
import { changeOwn, keepAll, newOwnId } from '../../workspace/useOwn.ts';
import { type Coming, type Decided, decided, type Item, nothing } from './coming.ts';
import styles from './Exchange.module.css';

interface Props {
  coming: Coming;
  contacts: readonly OwnContact[];
  onChange(coming: Coming): void;
  /** All that was ticked is written. */
  onKept(count: number): void;
}

/** What has come in, card by card: nothing of it is kept before somebody has looked at it and tapped. */
export function Preview({ coming, contacts, onChange, onKept }: Props) {
  const t = useT();
  const notKept = useNotKept();
  const heading = useRef<HTMLHeadingElement>(null);
  const [failed, setFailed] = useState(false);
  const [writing, setWriting] = useState(false);
  useEffect(() => heading.current?.focus(), []);
  const items = coming.items.map((item) => decided(item, contacts));
  const ticked = items.filter((item) => item.ticked);
  const change = (key: number, what: Partial<Item>) =>
    onChange({ ...coming, items: coming.items.map((item) => (item.key === key ? { ...item, ...what } : item)) });

  async function keep() {
    setFailed(false);
    setWriting(true);
    const written = new Set<number>();
    const fresh = ticked.filter(({ merge }) => !merge);
    const all = newContacts(fresh, contacts, Date.now(), newOwnId);
    if (fresh.length === 0 || (await keepAll('contacts', all))) for (const { key } of fresh) written.add(key);
    for (const { key, merge, like, contact, choices } of ticked) {
      if (!merge || !like) continue;
      if (await changeOwn('contacts', like.id, (was) => was && merged(was, contact, choices))) written.add(key);
    }
    setWriting(false);
    if (written.size === ticked.length) return onKept(written.size);
    setFailed(true);
    onChange({ ...coming, items: coming.items.filter(({ key }) => !written.has(key)) });
  }

  return (
    <section className={styles.preview} aria-labelledby="coming">
      <h2 id="coming" ref={heading} tabIndex={-1}>
        {t('exchange.preview.title', { number: items.length })}
      </h2>
      {items.length > 0 && <p>{t('exchange.preview.intro')}</p>}
      <ul role="list" className={styles.cards}>
        {items.map((item) => (
          <li key={item.key} className={styles.card}>
            <Card item={item} onChange={(what) => change(item.key, what)} />
          </li>
        ))}
      </ul>
      {coming.broken.map(({ place, begins }) => (
        <p key={`${place} ${begins}`} className={styles.notice}>
          {t('exchange.preview.broken', { number: place, text: begins })}
        </p>
      ))}
      {coming.more > 0 && <p className={styles.notice}>{t('exchange.preview.more', { number: coming.more })}</p>}
      <div role="alert">{failed && <p className={styles.notice}>{notKept(t('exchange.preview.failed'))}</p>}</div>
      <div className={styles.buttons}>
        {items.length > 0 && (
          <Button
            variant="primary"
            disabled={writing || ticked.length === 0}
            data-saving={writing ? 'writing' : undefined}
            onClick={() => void keep()}
          >
            {t('exchange.preview.keep', { number: ticked.length })}
          </Button>
        )}
        <Button disabled={writing} onClick={() => onChange(nothing)}>
          {t('exchange.preview.discard')}
        </Button>
      </div>
    </section>
  );
}

function Card({ item, onChange }: { item: Decided; onChange(what: Partial<Item>): void }) {
  const t = useT();
  const { contact, left, like, known, ticked, merge } = item;
  const directory = useDirectory();
  const responder = contact.responder === undefined ? undefined : directory.responder(contact.responder);
  const lines = [
    [contact.role, contact.organisation].filter(Boolean).join(' · '),
    [countryOf(contact.country), contact.languages.map((code) => languageName(code, currentLanguage())).join(', ')]
      .filter(Boolean)
      .join(' · '),
    responder && names(responder.name, currentLanguage()).main.text,
  ].filter(Boolean);
  const id = `coming-${item.key}`;
  return (
    <>
      <label className={styles.choice} data-chosen={ticked}>
        <input type="checkbox" checked={ticked} onChange={(event) => onChange({ ticked: event.target.checked })} />
        <span className={styles.name}>{contact.name}</span>
      </label>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <ul role="list" className={styles.channels}>
        {contact.channels.map(({ value, label }) => (
          <li key={value}>
            <span className={styles.value}>{value}</span> {label && <span className={styles.soft}>{label}</span>}
          </li>
        ))}
      </ul>
      {contact.note && <p className={styles.note}>{contact.note}</p>}
      <Remarks left={left} />
      {like && known && <p className={styles.soft}>{t('exchange.preview.known', { name: like.name })}</p>}
      {like && !known && ticked && (
        <>
          <fieldset className={styles.set}>
            <legend>{t('exchange.preview.like', { name: like.name })}</legend>
            <Radio name={id} checked={merge} onChoose={() => onChange({ merge: true })}>
              {t('exchange.preview.merge', { name: like.name })}
            </Radio>
            <Radio name={id} checked={!merge} onChoose={() => onChange({ merge: false })}>
              {t('exchange.preview.another')}
            </Radio>
          </fieldset>
          {merge &&
            conflictsOf(like, contact).map((conflict) => (
              <Decision
                key={conflict.field}
                id={`${id}-${conflict.field}`}
                conflict={conflict}
                choice={item.choices[conflict.field] ?? 'here'}
                onChoose={(choice) => onChange({ choices: { ...item.choices, [conflict.field]: choice } })}
              />
            ))}
        </>
      )}
    </>
  );
}

/** A field of which the contact and the card say different things. What is here stays unless the other is chosen. */
function Decision({
  id,
  conflict: { field, here, comes },
  choice,
  onChoose,
}: {
  id: string;
  conflict: Conflict;
  choice: Choice;
  onChoose(choice: Choice): void;
}) {
  const t = useT();
  const directory = useDirectory();
  const shown = (value: string) => {
    const responder = field === 'responder' ? directory.responder(value) : undefined;
    if (responder) return names(responder.name, currentLanguage()).main.text;
    return field === 'country' ? (countryOf(value) ?? value) : value;
  };
  return (
    <fieldset className={styles.set}>
      <legend>{t(`exchange.field.${field}`)}</legend>
      <Radio name={id} checked={choice === 'here'} onChoose={() => onChoose('here')}>
        {shown(here)}
      </Radio>
      <Radio name={id} checked={choice === 'comes'} onChoose={() => onChoose('comes')}>
        {shown(comes)}
      </Radio>
      {field === 'note' && (
        <Radio name={id} checked={choice === 'both'} onChoose={() => onChoose('both')}>
          {t('exchange.preview.both')}
        </Radio>
      )}
    </fieldset>
  );
}

function Radio({
  name,
  checked,
  onChoose,
  children,
}: {
  name: string;
  checked: boolean;
  onChoose(): void;
  children: string;
}) {
  return (
    <label className={styles.choice} data-chosen={checked}>
      <input type="radio" name={name} checked={checked} onChange={onChoose} />
      <span>{children}</span>
    </label>
  );
}

/** Properties that have a name in the languages of people. */
const KNOWN_PROPERTIES: Record<string, 'address' | 'photo' | 'birthday'> = {
  ADR: 'address',
  LABEL: 'address',
  PHOTO: 'photo',
  BDAY: 'birthday',
};

/** What of a card was not taken as it came. */
function Remarks({ left }: { left: readonly Left[] }) {
  const t = useT();
  const properties = left.flatMap((one) => (one.what === 'property' ? nameOf(one.name) : []));
  function nameOf(property: string): string {
    const field = KNOWN_PROPERTIES[property];
    return field === undefined ? property : t(`exchange.field.${field}`);
  }
  const said = [
    ...left.flatMap((one) => {
      switch (one.what) {
        case 'property':
          return [];
        case 'way':
          return t('exchange.left.way', { value: one.value });
        case 'hidden':
          return t('exchange.left.hidden', { characters: one.characters.join(', ') });
        case 'cut':
          return t('exchange.left.cut', { field: t(`exchange.field.${one.field}`) });
        case 'line':
          return t('exchange.left.line', { text: one.text });
        case 'letters':
          return t('exchange.left.letters');
        default:
          return t('exchange.left.end');
      }
    }),
    ...(properties.length > 0 ? [t('exchange.left.property', { names: [...new Set(properties)].join(', ') })] : []),
  ];
  if (said.length === 0) return null;
  return (
    <ul role="list" className={styles.remarks}>
      {said.map((one) => (
        <li key={one}>{one}</li>
      ))}
    </ul>
  );
}

function countryOf(code: string | undefined): string | undefined {
  const known = COUNTRIES.find((one) => one === code);
  return known && countryName(known, currentLanguage());
}
