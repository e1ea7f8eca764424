import { VisitNew } from './VisitNew.tsx';
import { VisitScreen } from './VisitScreen.tsx';

/**
 * Study visits.
 * @param way `new`, with the country in the query, or the id of one that is kept
 */
export default function Visits({ way }: { way: string }) {
  return way === 'new' ? <VisitNew /> : <VisitScreen id={way} />;
}
