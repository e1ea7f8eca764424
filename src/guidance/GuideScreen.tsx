import { Suspense } from 'react';
import { useDirectory } from '../dataset/useDirectory.ts';
import { useGuides } from '../dataset/useGuidance.ts';
import { currentLanguage, useT } from '../i18n/i18n.ts';
import { names } from '../i18n/labels.ts';
import { Button } from '../ui/Button.tsx';
import { InEnglishNote, SaidInEnglish } from '../ui/facts/InEnglish.tsx';
import { LockedHint } from '../ui/lock/late.ts';
import { NotFound } from '../ui/NotFound.tsx';
import { useRevealedAnchor } from '../ui/reveal.ts';
import { Screen } from '../ui/Screen.tsx';
import { Section as Part } from '../ui/Section.tsx';
import { useNotKept } from '../ui/useNotKept.ts';
import { useTicks } from '../workspace/useTicks.ts';
import { Back } from './Back.tsx';
import { Calls } from './Calls.tsx';
import { CountryPoints } from './CountryPoints.tsx';
import { GuideLinks } from './GuideLinks.tsx';
import styles from './guidance.module.css';
import { type Guide, guidesOf, guidesOfPeople, pagesOf, type Section } from './guides.ts';
import { Law } from './Law.tsx';
import { OpenQuestions } from './OpenQuestions.tsx';
import { Points } from './Points.tsx';
import { PrintButton } from './PrintButton.tsx';
import { RolePaper } from './RolePaper.tsx';
import { SelfCheck } from './SelfCheck.tsx';
import { Sheet } from './Sheet.tsx';
import { TermsProvider } from './Terms.tsx';
import { Walk } from './Walk.tsx';

/** Any guide, or the list of a group of guides, by what stands in the address after `/guides/`. */
export default function GuideScreen({ slug }: { slug: string }) {
  return <BySlug slug={slug.replace(/\/$/, '')} />;
}

const LISTS = ['measures', 'roles', 'topics'] as const;

function BySlug({ slug }: { slug: string }) {
  const t = useT();
  const pack = useGuides();
  const list = LISTS.find((group) => group === slug);
  if (list) {
    return (
      <Screen title={t(`guidance.hub.${list}`)} above={<Back />}>
        <GuideLinks
          guides={list === 'roles' ? guidesOfPeople(pack) : guidesOf(pack, list)}
          numbered={list === 'measures'}
        />
      </Screen>
    );
  }
  if (slug === 'law') return <Law />;
  const guide = pack.guides.find((candidate) => candidate.slug === slug);
  return guide ? <OneGuide guide={guide} /> : <NotFound />;
}

function OneGuide({ guide }: { guide: Guide }) {
  const t = useT();
  useRevealedAnchor();
  const language = currentLanguage();
  const pack = useGuides();
  const directory = useDirectory();
  const name = names(guide.title, language).main;
  const title = guide.group === 'measures' ? `${guide.slug.split('/')[1]}. ${name.text}` : name.text;
  const role = guide.group === 'roles';
  const walk = guide.sections.filter(({ form }) => form === 'walk');
  const shown = guide.sections.filter(({ form }) => form !== 'walk');
  const sections = (
    <div className={styles.sections}>
      {walk.length > 0 && <Walk guide={guide} />}
      {shown.map((section) => (
        <Part key={section.id} id={section.id} title={names(section.title, language).main.text}>
          <SectionBody section={section} guide={guide} />
        </Part>
      ))}
      <OpenQuestions about={guide.group} />
    </div>
  );
  return (
    <SaidInEnglish>
      <Screen wide title={title} titleLanguage={name.language} above={<Back />} beside={<PrintButton />}>
        <TermsProvider>
          <Sheet title={title} pages={pagesOf(guide, pack, directory)} listed={!role}>
            <div className={role ? styles.hasPaper : ''}>
              <div className={`${styles.body} ${styles.screen ?? ''}`}>
                {guide.summary && (
                  <p className={styles.summary} lang={names(guide.summary, language).main.language}>
                    {names(guide.summary, language).main.text}
                  </p>
                )}
                <div className={`${styles.bar} no-print`}>
                  <p className={styles.english}>
                    <InEnglishNote />
                  </p>
                  <Ticked guide={guide} />
                </div>
                <div className={`${styles.body} ${styles.split}`}>
                  <nav className={styles.toc} aria-label={t('countries.toc')}>
                    <ul role="list">
                      {walk.length > 0 && (
                        <li>
                          <a href="#walk">{t('guidance.walk.title')}</a>
                        </li>
                      )}
                      {shown.map(({ id, title: heading }) => (
                        <li key={id}>
                          <a href={`#${id}`}>{names(heading, language).main.text}</a>
                        </li>
                      ))}
                    </ul>
                  </nav>
                  {sections}
                </div>
              </div>
              {role && (
                <div className={styles.paper}>
                  <RolePaper guide={guide} />
                </div>
              )}
            </div>
          </Sheet>
        </TermsProvider>
      </Screen>
    </SaidInEnglish>
  );
}

function SectionBody({ section, guide }: { section: Section; guide: Guide }) {
  return (
    <>
      {section.form === 'questions' ? (
        <SelfCheck section={section} guide={guide.slug} />
      ) : (
        section.items.length > 0 && <Points section={section} guide={guide.slug} />
      )}
      {section.call && <Calls call={section.call} />}
      {section.country && <CountryPoints wanted={section.country} />}
    </>
  );
}

/** How many ticks there are, whether they stay, and the way to clear them. */
function Ticked({ guide }: { guide: Guide }) {
  const t = useT();
  const notKept = useNotKept();
  const { done, written, state, clear, retry } = useTicks(guide.slug);
  if (!guide.sections.some(({ form }) => form === 'checklist' || form === 'questions' || form === 'walk')) return null;
  return (
    <>
      <p role="status" className={styles.soft}>
        {state === 'refused'
          ? notKept(t('guidance.ticks.session'))
          : state === 'unsaved'
            ? notKept(t('guidance.ticks.unsaved'))
            : written > 0
              ? t('guidance.ticks.count', { count: written })
              : t('guidance.ticks.none')}
      </p>
      {state === 'locked' && (
        <Suspense fallback={null}>
          <LockedHint />
        </Suspense>
      )}
      {state === 'unsaved' && <Button onClick={retry}>{t('saving.retry')}</Button>}
      {done.size > 0 && <Button onClick={clear}>{t('guidance.ticks.clear')}</Button>}
    </>
  );
}
