import { CircleQuestionMark } from 'lucide-react';
import { Suspense, useId, useState } from 'react';
import { canStayAwake } from '../device/awake.ts';
import { SPEAKERS, type Speaker } from '../directory/first-words.ts';
import type { FirstWordsPack } from '../directory/pack.ts';
import { useT } from '../i18n/i18n.ts';
import { Screen } from '../ui/Screen.tsx';
import { Section } from '../ui/Section.tsx';
import styles from './FirstWords.module.css';
import { Rests } from './Rests.tsx';
import { Stop } from './Stop.tsx';
import { partsOf, type Sentence, type SpokenLanguage, speakersOf } from './talk.ts';

/** Between whom, and what can be said. */
export interface Talk {
  /** The language of the person. */
  theirs: SpokenLanguage;
  /** The language of who holds the phone. */
  ours: SpokenLanguage;
  sentences: readonly Sentence[];
}

interface Props {
  talk: Talk;
  pack: FirstWordsPack;
  speaker: Speaker | undefined;
  awake: boolean;
  onSpeaker(speaker: Speaker | undefined): void;
  onOurs(code: string): void;
  onAwake(awake: boolean): void;
  onOther(): void;
  onShow(id: string): void;
}

/** All sentences, as who holds the phone reads them; a tap shows one to the person. */
export function Sentences({ talk, pack, speaker, awake, onSpeaker, onOurs, onAwake, onOther, onShow }: Props) {
  const t = useT();
  const { theirs, ours, sentences } = talk;
  const draft = [theirs, ours].some(({ status }) => status === 'draft');
  return (
    <Screen
      title={theirs.name}
      titleLanguage={theirs.code}
      // Which language somebody speaks is no matter of the history.
      tabTitle={t('home.words')}
      above={
        <button type="button" className={styles.back} onClick={onOther}>
          <span aria-hidden="true">‹</span> {t('firstWords.other')}
        </button>
      }
    >
      <p>{t('firstWords.how')}</p>
      {draft && <p className={styles.soft}>{t('firstWords.draft')}</p>}
      <div className={styles.choices}>
        <label className={styles.field}>
          <span>{t('firstWords.speaker')}</span>
          <select
            value={speaker ?? ''}
            onChange={(event) => onSpeaker(SPEAKERS.find((one) => one === event.currentTarget.value))}
          >
            <option value="">{t('firstWords.unsaid')}</option>
            {speakersOf(pack).map((one) => (
              <option key={one.id} value={one.speaker} lang={ours.code}>
                {ours.sentences[one.id]}
              </option>
            ))}
          </select>
        </label>
        <label className={styles.field}>
          <span>{t('firstWords.ours')}</span>
          <select value={ours.code} onChange={(event) => onOurs(event.currentTarget.value)}>
            {pack.languages.map(({ code, name }) => (
              <option key={code} value={code} lang={code}>
                {name}
              </option>
            ))}
          </select>
        </label>
        {canStayAwake() && (
          <label className={styles.awake}>
            <input type="checkbox" checked={awake} onChange={(event) => onAwake(event.currentTarget.checked)} />
            {t('firstWords.awake')}
          </label>
        )}
      </div>
      {partsOf(sentences).map((group) => (
        <Section key={group.part} title={t(`firstWords.part.${group.part}`)}>
          <ul role="list" className={styles.sentences}>
            {group.sentences.map((sentence) => (
              <Row key={sentence.id} sentence={sentence} talk={talk} onShow={() => onShow(sentence.id)} />
            ))}
          </ul>
        </Section>
      ))}
      <Stop />
    </Screen>
  );
}

function Row({ sentence, talk, onShow }: { sentence: Sentence; talk: Talk; onShow(): void }) {
  const t = useT();
  const [asked, setAsked] = useState(false);
  const name = useId();
  const reasons = useId();
  const { theirs, ours } = talk;
  const { id } = sentence;
  const old = theirs.outOfDate.includes(id) || ours.outOfDate.includes(id);
  return (
    <li className={styles.row}>
      <div className={styles.line}>
        <button type="button" className={styles.show} onClick={onShow}>
          <span id={name} lang={ours.code} dir={ours.direction}>
            {ours.sentences[id]}
          </span>
          <span className={styles.soft} lang={theirs.code} dir={theirs.direction}>
            {theirs.sentences[id]}
          </span>
        </button>
        <button
          type="button"
          className={styles.ask}
          aria-expanded={asked}
          aria-controls={asked ? reasons : undefined}
          aria-label={t('firstWords.rests')}
          aria-describedby={name}
          onClick={() => setAsked(!asked)}
        >
          <CircleQuestionMark aria-hidden size={22} />
        </button>
      </div>
      {sentence.onlyIfTrue && <p className={styles.soft}>{t('firstWords.onlyIfTrue')}</p>}
      {old && <p className={styles.soft}>{t('firstWords.outOfDate')}</p>}
      {asked && (
        <div id={reasons} className={styles.reasons}>
          <Suspense fallback={null}>
            <Rests points={sentence.rests} />
          </Suspense>
        </div>
      )}
    </li>
  );
}
