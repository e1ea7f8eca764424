/** Speaking aloud, by voices that lie on the phone: a voice from elsewhere would be told what is said. */
import { useSyncExternalStore } from 'react';

function synthesis(): SpeechSynthesis | undefined {
  return globalThis.speechSynthesis;
}

/** Codes that phones use for the same language. */
const ALSO: Readonly<Record<string, readonly string[]>> = { nb: ['no'] };

/**
 * The voice of a language that lies on the phone; undefined where there is none.
 * @param language ISO 639-1, such as `nb`
 */
export function localVoice<Voice extends Pick<SpeechSynthesisVoice, 'lang' | 'localService'>>(
  voices: readonly Voice[],
  language: string,
): Voice | undefined {
  const codes = [language, ...(ALSO[language] ?? [])];
  return voices.find(
    ({ lang, localService }) => localService && codes.includes(lang.split(/[-_]/)[0]?.toLowerCase() ?? ''),
  );
}

function subscribe(listener: () => void): () => void {
  const speaking = synthesis();
  speaking?.addEventListener?.('voiceschanged', listener);
  return () => speaking?.removeEventListener?.('voiceschanged', listener);
}

/** Whether the phone itself can speak a language; it may find out a little later. */
export function useCanSpeak(language: string): boolean {
  return useSyncExternalStore(subscribe, () => localVoice(synthesis()?.getVoices() ?? [], language) !== undefined);
}

/** Says a text aloud, in the place of what is being said. */
export function sayAloud(text: string, language: string): void {
  const speaking = synthesis();
  const voice = localVoice(speaking?.getVoices() ?? [], language);
  if (!speaking || !voice) return;
  hush();
  // A slash between two forms is not spoken.
  const words = new SpeechSynthesisUtterance(text.replaceAll('/', ', '));
  words.voice = voice;
  words.lang = voice.lang;
  speaking.speak(words);
}

/** Stops whatever is being said. */
export function hush(): void {
  synthesis()?.cancel();
}
