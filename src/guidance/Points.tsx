import { BookOpen, Check, Eye, Info, MessageCircle, MessageCircleOff, X } from 'lucide-react';
import { Fragment } from 'react';
import { useDirectory } from '../dataset/useDirectory.ts';
import { useGuides } from '../dataset/useGuidance.ts';
import { DIMENSIONS, type GuideItem } from '../directory/guides-schema.ts';
import { useT } from '../i18n/i18n.ts';
import { SourcesTogether } from '../ui/facts/Sources.tsx';
import { useTicks } from '../workspace/useTicks.ts';
import { byKind, type ReadPoint, readPoint, type Section } from './guides.ts';
import { PointItem } from './PointItem.tsx';
import styles from './Points.module.css';
import { useMarked } from './Terms.tsx';

const ICONS = { sign: Eye, do: Check, dont: X, use: MessageCircle, avoid: MessageCircleOff, know: Info } as const;

type Item = GuideItem & { read: ReadPoint };

/** The items of a section with their points; what neither the guides nor a country has is passed over. */
export function useItems({ items }: Pick<Section, 'items'>): Item[] {
  const pack = useGuides();
  const directory = useDirectory();
  return items.flatMap((item) => {
    const read = readPoint(pack, directory, item.point);
    return read ? [{ ...item, read }] : [];
  });
}

/** The points of a section: signs, what to do and not to do, what to know; with boxes where it is a checklist. */
export function Points({ section, guide }: { section: Section; guide: string }) {
  const t = useT();
  const items = useItems(section);
  const { done, saving, tick } = useTicks(guide);
  const groups = byKind(items) as { as: GuideItem['as']; items: Item[] }[];
  const ordered = groups.flatMap((group) => group.items.map(({ read }) => read.text));
  const marked = useMarked(ordered);
  const checklist = section.form === 'checklist';
  const key = (id: string) => `${section.id}/${id}`;
  const list = (some: readonly Item[], ticks: boolean) => (
    <ul role="list" className={styles.points}>
      {some.map(({ point, read, pair }) => (
        <PointItem
          key={point}
          point={read}
          pair={pair}
          pieces={marked.get(read.text) ?? [{ text: read.text }]}
          tick={
            ticks
              ? {
                  done: done.has(key(point)),
                  saving: saving(key(point)),
                  set: (on) => (on ? tick([key(point)]) : tick([], [key(point)])),
                }
              : undefined
          }
        />
      ))}
    </ul>
  );
  return (
    <SourcesTogether sources={items.flatMap(({ read }) => read.sources)}>
      <div className={styles.groups}>
        {groups.map(({ as, items: some }) => {
          const Icon = ICONS[as] ?? BookOpen;
          const heading = groups.length > 1 || as === 'dont' || as === 'avoid';
          return (
            <div key={as} className={`${styles.group} ${styles[as] ?? ''} ${as === 'avoid' ? styles.dont : ''}`}>
              {heading && (
                <h3>
                  <Icon aria-hidden size={20} /> {t(`guidance.as.${as}`)}
                </h3>
              )}
              {as === 'sign'
                ? byDimension(some).map((group) => (
                    <Fragment key={group.dimension ?? ''}>
                      {group.dimension && <h4>{t(`guidance.dimension.${group.dimension}`)}</h4>}
                      {list(group.items, false)}
                    </Fragment>
                  ))
                : list(some, checklist && as === 'do')}
            </div>
          );
        })}
      </div>
    </SourcesTogether>
  );
}

/** Signs by dimension, those that tell nothing of one first. */
export function byDimension<T extends Pick<GuideItem, 'dimension'>>(items: readonly T[]) {
  return [undefined, ...DIMENSIONS]
    .map((dimension) => ({ dimension, items: items.filter((item) => item.dimension === dimension) }))
    .filter((group) => group.items.length > 0);
}
