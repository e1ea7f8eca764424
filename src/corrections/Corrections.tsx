import { Outbox } from './Outbox.tsx';
import { Edit, NewCorrection } from './Tell.tsx';

/**
 * Corrections: what somebody tells the curators.
 * @param way `new` with what it is about in the query, the id of one that is changed, or empty: all of them
 */
export default function Corrections({ way }: { way: string }) {
  if (way === '') return <Outbox />;
  return way === 'new' ? <NewCorrection /> : <Edit id={way} />;
}
