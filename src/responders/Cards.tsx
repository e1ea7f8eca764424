import { useDirectory } from '../dataset/useDirectory.ts';
import type { Standing } from '../directory/dialling.ts';
import { countryOf } from '../directory/directory.ts';
import type { PackResponder } from '../directory/pack.ts';
import { FoldedCard } from '../ui/facts/FoldedCard.tsx';
import styles from './Responders.module.css';

interface Props {
  responders: readonly PackResponder[];
  standing: Standing;
  now: Date;
  /** Who did not answer then is folded. */
  arrival: Date;
}

/** A card for each responder, one below the other. */
export function Cards({ responders, ...shared }: Props) {
  const directory = useDirectory();
  return (
    <ul role="list" className={styles.cards}>
      {responders.map((responder) => (
        <li key={responder.id} data-responder={responder.id}>
          <FoldedCard responder={responder} country={countryOf(directory, responder.country)} {...shared} />
        </li>
      ))}
    </ul>
  );
}
