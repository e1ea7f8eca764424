import { Link } from 'wouter';
import { useLaw } from '../dataset/useGuidance.ts';
import { sourcesOf } from '../directory/directory.ts';
import type { Instrument } from '../directory/guides-schema.ts';
import type { LawPack } from '../directory/pack.ts';
import { countryName, partialDate } from '../i18n/format.ts';
import { currentLanguage, useT } from '../i18n/i18n.ts';
import { InEnglish, InEnglishNote, SaidInEnglish } from '../ui/facts/InEnglish.tsx';
import { Sources } from '../ui/facts/Sources.tsx';
import { useRevealedAnchor } from '../ui/reveal.ts';
import { Screen } from '../ui/Screen.tsx';
import { Back } from './Back.tsx';
import styles from './guidance.module.css';
import { OpenQuestions } from './OpenQuestions.tsx';
import points from './Points.module.css';
import { PrintButton } from './PrintButton.tsx';
import { Sheet } from './Sheet.tsx';
import { TermsProvider, TermText, useMarked } from './Terms.tsx';

/** The instruments by date: what each obliges to, the articles that matter in practice, where to read it. */
export function Law() {
  const t = useT();
  useRevealedAnchor();
  const pack = useLaw();
  const instruments = [...pack.instruments].sort((a, b) => (a.date ?? '9').localeCompare(b.date ?? '9'));
  const title = t('guidance.law.title');
  return (
    <SaidInEnglish>
      <Screen wide title={title} above={<Back />} beside={<PrintButton />}>
        <TermsProvider>
          <Sheet title={title} pages={Object.values(pack.sources)}>
            <div className={styles.body}>
              <p>{t('guidance.law.intro')}</p>
              <p className={styles.english}>
                <InEnglishNote />
              </p>
              <div className={styles.cards}>
                {instruments.map((instrument) => (
                  <OneInstrument key={instrument.id} instrument={instrument} pack={pack} />
                ))}
              </div>
              <OpenQuestions about="law" />
            </div>
          </Sheet>
        </TermsProvider>
      </Screen>
    </SaidInEnglish>
  );
}

function OneInstrument({ instrument, pack }: { instrument: Instrument; pack: LawPack }) {
  const t = useT();
  const language = currentLanguage();
  const marked = useMarked(instrument.points.map(({ text }) => text));
  const changed = (id: string | undefined) => pack.instruments.find((other) => other.id === id);
  const later = changed(instrument.amendedBy) ?? changed(instrument.supersededBy);
  return (
    <section id={instrument.id} className={`${styles.card} ${styles.long}`} aria-labelledby={`${instrument.id}-title`}>
      <h2 id={`${instrument.id}-title`}>
        <InEnglish>{instrument.title}</InEnglish>
      </h2>
      <p className={styles.soft}>{instrument.date ? partialDate(instrument.date, language) : t('facts.noDate')}</p>
      {later && (
        <p>
          {t(instrument.amendedBy ? 'guidance.law.amended' : 'guidance.law.superseded')}{' '}
          <Link className={styles.link} href={`/guides/law#${later.id}`} onClick={() => reach(later.id)} lang="en">
            {later.title}
          </Link>
        </p>
      )}
      <ul role="list" className={styles.articles}>
        {instrument.points.map((point) => (
          <li key={point.id} id={point.id}>
            {(point.article !== undefined || point.date !== undefined || point.country) && (
              <p className={styles.head}>
                {point.article !== undefined && <span lang="en">{point.article}</span>}
                {point.date !== undefined && <span>{partialDate(point.date, language)}</span>}
                {point.country && <span>{countryName(point.country, language)}</span>}
              </p>
            )}
            <p>
              <TermText pieces={marked.get(point.text) ?? [{ text: point.text }]} />
            </p>
            {point.note !== undefined && (
              <p className={points.note}>
                {t('guidance.note')} <InEnglish>{point.note}</InEnglish>
              </p>
            )}
            <Sources sources={sourcesOf(pack, point.sources)} />
          </li>
        ))}
      </ul>
      {instrument.links && (
        <>
          <h3>{t('guidance.law.read')}</h3>
          <ul role="list">
            {sourcesOf(pack, instrument.links).map(({ url, publisher }) => (
              <li key={url}>
                <a className={styles.link} href={url} target="_blank" rel="noreferrer">
                  {publisher}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** The address changes without a reload, so the browser does not go there by itself. */
function reach(id: string): void {
  document.getElementById(id)?.scrollIntoView();
}
