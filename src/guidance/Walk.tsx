import { useEffect, useRef } from 'react';
import { useLocation, useSearch } from 'wouter';
import { useDirectory } from '../dataset/useDirectory.ts';
import { useGuides } from '../dataset/useGuidance.ts';
import { DIMENSIONS, type Dimension } from '../directory/guides-schema.ts';
import { currentLanguage, useT } from '../i18n/i18n.ts';
import { names } from '../i18n/labels.ts';
import { Button } from '../ui/Button.tsx';
import { SourcesTogether } from '../ui/facts/Sources.tsx';
import { Section as Part } from '../ui/Section.tsx';
import { useTicks } from '../workspace/useTicks.ts';
import styles from './guidance.module.css';
import { type Guide, type ReadPoint, readPoint } from './guides.ts';
import { PointItem } from './PointItem.tsx';
import points from './Points.module.css';
import { useMarked } from './Terms.tsx';
import walk from './Walk.module.css';
import { stepsOf, type WalkItem } from './walk.ts';

/**
 * The signs, one dimension after the other, for the forms of exploitation one thinks of. It ends in what to do now:
 * how many signs were seen decides nothing, and no screen says that they do.
 */
export function Walk({ guide }: { guide: Guide }) {
  const t = useT();
  const language = currentLanguage();
  const [, navigate] = useLocation();
  const params = new URLSearchParams(useSearch());
  const forms = guide.sections.filter(({ form }) => form === 'walk');
  const chosen = forms.filter(({ id }) => (params.get('form') ?? '').split(',').includes(id));
  const dimension = DIMENSIONS.find((one) => one === params.get('dimension'));
  const steps = stepsOf(chosen.length > 0 ? chosen : forms.slice(0, 1), dimension);
  const at = Math.min(Math.max(Number.parseInt(params.get('step') ?? '0', 10) || 0, 0), steps.length);
  const heading = useRef<HTMLHeadingElement>(null);
  const moved = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whoever goes on reads on from the top of the next step
  useEffect(() => {
    if (moved.current) heading.current?.focus();
  }, [at]);

  const go = (change: Record<string, string | undefined>) => {
    const next = new URLSearchParams(location.search);
    for (const [name, value] of Object.entries(change)) {
      if (value === undefined || value === '') next.delete(name);
      else next.set(name, value);
    }
    const query = next.toString();
    navigate(`/guides/${guide.slug}${query === '' ? '' : `?${query}`}`, { replace: true });
  };
  const step = (to: number) => {
    moved.current = true;
    go({ step: to === 0 ? undefined : String(to) });
  };
  const toggle = (id: string) => {
    const ids = chosen.map((section) => section.id);
    const next = ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id];
    go({ form: next.join(','), step: undefined });
  };
  const current = at > 0 ? steps[at - 1] : undefined;
  return (
    <Part id="walk" title={t('guidance.walk.title')}>
      <div className={`${walk.walk} no-print`}>
        {!current ? (
          <>
            <h3 ref={heading} tabIndex={-1} className={walk.heading}>
              {t('guidance.walk.choose')}
            </h3>
            <ul role="list" className={walk.forms}>
              {forms.map(({ id, title }) => (
                <li key={id}>
                  <label className={walk.form} data-chosen={chosen.some((section) => section.id === id)}>
                    <input
                      type="checkbox"
                      checked={chosen.some((section) => section.id === id)}
                      onChange={() => toggle(id)}
                    />
                    <span>{names(title, language).main.text}</span>
                  </label>
                </li>
              ))}
            </ul>
            <label className={styles.field}>
              {t('guidance.walk.dimension')}
              <select
                value={dimension ?? ''}
                onChange={(event) => go({ dimension: event.target.value, step: undefined })}
              >
                <option value="">{t('guidance.walk.allDimensions')}</option>
                {DIMENSIONS.map((one) => (
                  <option key={one} value={one}>
                    {t(`guidance.dimension.${one}`)}
                  </option>
                ))}
              </select>
            </label>
            {steps.length === 0 && <p>{t('facts.notFound')}</p>}
          </>
        ) : (
          <>
            <p className={styles.soft}>{t('guidance.walk.step', { step: at, of: steps.length })}</p>
            <h3 ref={heading} tabIndex={-1} className={walk.heading}>
              {current.dimension ? t(`guidance.dimension.${current.dimension}`) : t('guidance.walk.general')}
            </h3>
            <Signs guide={guide.slug} items={current.items} />
          </>
        )}
        <div className={walk.buttons}>
          {at > 0 && <Button onClick={() => step(at - 1)}>{t('guidance.walk.before')}</Button>}
          {at < steps.length && (
            <Button variant="primary" onClick={() => step(at + 1)}>
              {t(at === 0 ? 'guidance.walk.begin' : 'guidance.walk.next')}
            </Button>
          )}
          <a className={at > 0 && at === steps.length ? walk.end : styles.link} href="#now">
            {t('guidance.walk.now')}
          </a>
        </div>
        <Seen guide={guide} />
      </div>
      <div className={styles.printed}>
        {stepsOf(forms, undefined).map(({ dimension: one, items }) => (
          <AllSigns key={one ?? ''} dimension={one} items={items} />
        ))}
      </div>
    </Part>
  );
}

function useRead(items: readonly WalkItem[]): { item: WalkItem; read: ReadPoint }[] {
  const pack = useGuides();
  const directory = useDirectory();
  return items.flatMap((item) => {
    const read = readPoint(pack, directory, item.point);
    return read ? [{ item, read }] : [];
  });
}

function Signs({ guide, items }: { guide: string; items: readonly WalkItem[] }) {
  const t = useT();
  const { done, saving, tick } = useTicks(guide);
  const read = useRead(items);
  const marked = useMarked(read.map((entry) => entry.read.text));
  const signs = read.filter(({ item }) => item.as === 'sign');
  const others = read.filter(({ item }) => item.as !== 'sign');
  const list = (some: typeof read, box: boolean) => (
    <ul role="list" className={points.points}>
      {some.map(({ item, read: point }) => (
        <PointItem
          key={item.point}
          point={point}
          pieces={marked.get(point.text) ?? [{ text: point.text }]}
          tick={
            box
              ? {
                  done: done.has(`sign/${item.point}`),
                  saving: saving(`sign/${item.point}`),
                  set: (on) => (on ? tick([`sign/${item.point}`]) : tick([], [`sign/${item.point}`])),
                }
              : undefined
          }
        />
      ))}
    </ul>
  );
  return (
    <SourcesTogether sources={read.flatMap((entry) => entry.read.sources)}>
      {signs.length > 0 && (
        <>
          <p className={styles.soft}>{t('guidance.walk.mark')}</p>
          {list(signs, true)}
        </>
      )}
      {others.length > 0 && (
        <>
          <h4>{t('guidance.as.know')}</h4>
          {list(others, false)}
        </>
      )}
    </SourcesTogether>
  );
}

/** What was marked, and that it is no verdict. */
function Seen({ guide }: { guide: Guide }) {
  const t = useT();
  const { done } = useTicks(guide.slug);
  const count = [...done].filter((key) => key.startsWith('sign/')).length;
  if (count === 0) return null;
  return (
    <p role="status" className={walk.seen}>
      {t('guidance.walk.seen', { count })}
    </p>
  );
}

/** All signs of a dimension, for paper. */
function AllSigns({ dimension, items }: { dimension: Dimension | undefined; items: readonly WalkItem[] }) {
  const t = useT();
  const read = useRead(items);
  return (
    <>
      <h3>{dimension ? t(`guidance.dimension.${dimension}`) : t('guidance.walk.general')}</h3>
      <ul role="list" className={points.points}>
        {read.map(({ item, read: point }) => (
          <PointItem key={item.point} point={point} pieces={[{ text: point.text }]} />
        ))}
      </ul>
    </>
  );
}
