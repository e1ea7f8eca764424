import { Suspense } from 'react';
import type { PackResponder } from '../../directory/pack.ts';
import { useOutbox } from '../../workspace/useOutbox.ts';
import { later } from '../later.ts';

const ToldLines = later(() => import('./ToldLines.tsx'), 'corrections');

/** What the user told the curators of a responder, before its numbers: who found a line dead is not to ring it again from here. */
export function Told({ responder }: { responder: PackResponder }) {
  const told = useOutbox().items.filter(({ proposal }) => proposal.responder === responder.id);
  if (told.length === 0) return null;
  return (
    <Suspense fallback={null}>
      <ToldLines told={told} responder={responder} />
    </Suspense>
  );
}
