/** The guidance packs as the planner cites them. No React. */
import { sourcesOf } from '../directory/directory.ts';
import type { GuidesPack, LawPack } from '../directory/pack.ts';
import type { Guidance } from './cite.ts';

/** The points of guidance and of law by their id. */
export function guidanceOf(guides: GuidesPack, law: LawPack): Guidance {
  const entry =
    (pack: GuidesPack | LawPack) =>
    ({
      id,
      text,
      note,
      sources,
    }: {
      id: string;
      text: string;
      note?: string | undefined;
      sources: readonly string[];
    }) =>
      [id, { text, note, sources: sourcesOf(pack, sources) }] as const;
  return new Map([
    ...Object.values(guides.points).map(entry(guides)),
    ...law.instruments.flatMap((instrument) => instrument.points).map(entry(law)),
  ]);
}
