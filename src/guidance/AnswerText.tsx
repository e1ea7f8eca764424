import { Link } from 'wouter';
import { useDirectory } from '../dataset/useDirectory.ts';
import { useSettings } from '../device/settings.ts';
import { firstChannelFrom } from '../directory/dialling.ts';
import { countryOf } from '../directory/directory.ts';
import { number } from '../i18n/amounts.ts';
import { partialDate } from '../i18n/format.ts';
import { currentLanguage, useT } from '../i18n/i18n.ts';
import { label, names } from '../i18n/labels.ts';
import { ActionLink } from '../ui/facts/ActionLink.tsx';
import { InEnglish } from '../ui/facts/InEnglish.tsx';
import { Sources } from '../ui/facts/Sources.tsx';
import styles from './AnswerText.module.css';
import type { Answer, Part } from './compare.ts';

/** One country's answer to one question, with its sources; or that there is none in them, and what they have beside it. */
export function AnswerText({ answer }: { answer: Answer }) {
  const { looked } = answer;
  return (
    <div className={styles.answer}>
      {!answer.found && <NotFound looked={looked} />}
      {answer.parts.map((part, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of an answer never change their places
        <PartText key={i} part={part} looked={looked} />
      ))}
      <Sources sources={answer.sources} />
    </div>
  );
}

/** Not "there is none": only that it was looked for, and when. */
function NotFound({ looked }: { looked: string }) {
  const t = useT();
  return (
    <p className={styles.none}>{t('countries.legal.notFound', { date: partialDate(looked, currentLanguage()) })}</p>
  );
}

function PartText({ part, looked }: { part: Part; looked: string }) {
  const t = useT();
  const language = currentLanguage();
  const directory = useDirectory();
  const { taxonomy } = directory;
  const { country: standing } = useSettings();
  switch (part.kind) {
    case 'said':
      return <p className={styles.said}>{t(part.message, part.values ?? {})}</p>;
    case 'text':
      return (
        <p>
          <InEnglish>{part.text}</InEnglish>
        </p>
      );
    case 'note':
      return (
        <p className={styles.note}>
          <InEnglish>{part.text}</InEnglish>
        </p>
      );
    case 'list':
      return (
        <div>
          {part.group !== undefined && (
            <p className={styles.group}>{label(taxonomy, 'nationality', part.group, language)}</p>
          )}
          {part.items.length === 0 ? (
            <NotFound looked={looked} />
          ) : (
            <ul className={styles.list}>
              {part.items.map((item) => (
                <li key={item}>
                  <InEnglish>{item}</InEnglish>
                </li>
              ))}
            </ul>
          )}
        </div>
      );
    case 'responder': {
      const { main } = names(part.responder.name, language);
      const home = countryOf(directory, part.responder.country);
      const channel = firstChannelFrom(part.responder.channels, home, standing);
      return (
        <>
          <p>
            <Link className={styles.link} href={`/responders/${part.responder.id}`} lang={main.language}>
              {main.text}
            </Link>
          </p>
          {channel && (
            <ActionLink
              channel={channel}
              home={home}
              others={part.responder.channels}
              standing={standing}
              look="small"
            />
          )}
        </>
      );
    }
    case 'year':
      return (
        <div>
          <p className={styles.said}>
            {part.year}
            {part.identified !== undefined &&
              `: ${t('countries.statistics.identified', { count: part.identified, number: number(part.identified, language) })}`}
          </p>
          {part.texts.map((text) => (
            <p key={text} className={styles.note}>
              <InEnglish>{text}</InEnglish>
            </p>
          ))}
        </div>
      );
  }
}
