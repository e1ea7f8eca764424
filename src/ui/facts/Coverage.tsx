import type { PackResponder } from '../../directory/pack.ts';
import { InEnglish } from './InEnglish.tsx';

/** In which part of the country a responder works. */
export function Coverage({ responder: { coverage } }: { responder: Pick<PackResponder, 'coverage'> }) {
  return <InEnglish>{coverage}</InEnglish>;
}
