import { useState } from 'react';
import { useFirstWords } from '../dataset/useGuidance.ts';
import { useAwake } from '../device/awake.ts';
import { useSettings } from '../device/settings.ts';
import { SPEAKERS, type Speaker } from '../directory/first-words.ts';
import { currentLanguage, useT } from '../i18n/i18n.ts';
import { Screen } from '../ui/Screen.tsx';
import { Facing } from './Facing.tsx';
import { Languages } from './Languages.tsx';
import { Sentences } from './Sentences.tsx';
import { languageOf, sentencesFor } from './talk.ts';
import { useDepth } from './useDepth.ts';

/**
 * Say it in their language: the person finds their own language, then sentence after sentence fills the screen. What is
 * chosen here is known to this screen alone, and gone with it.
 */
export default function FirstWords() {
  const t = useT();
  const pack = useFirstWords();
  const { role } = useSettings();
  const { depth, down, up } = useDepth();
  const [theirs, setTheirs] = useState<string>();
  const [ours, setOurs] = useState<string>(currentLanguage());
  const [speaker, setSpeaker] = useState<Speaker | undefined>(SPEAKERS.find((one) => one === role));
  const [at, setAt] = useState<string>();
  const [awake, setAwake] = useState(false);
  useAwake(awake);

  if (depth === 0 || theirs === undefined) {
    return (
      <Screen title={t('home.words')}>
        <Languages
          languages={pack.languages}
          onChoose={(code) => {
            setTheirs(code);
            down(1);
          }}
        />
      </Screen>
    );
  }
  const talk = {
    theirs: languageOf(pack, theirs),
    ours: languageOf(pack, ours),
    sentences: sentencesFor(pack, speaker),
  };
  return (
    <>
      <Sentences
        talk={talk}
        pack={pack}
        speaker={speaker}
        awake={awake}
        onSpeaker={setSpeaker}
        onOurs={setOurs}
        onAwake={setAwake}
        onOther={up}
        onShow={(id) => {
          setAt(id);
          down(2);
        }}
      />
      {depth === 2 && at !== undefined && <Facing talk={talk} at={at} onGo={setAt} onClose={up} />}
    </>
  );
}
