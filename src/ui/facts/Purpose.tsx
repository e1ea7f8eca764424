import type { PackChannel } from '../../directory/pack.ts';
import styles from './ChannelAction.module.css';
import { InEnglish } from './InEnglish.tsx';

/** What a number or an address is for. */
export function Purpose({ channel }: { channel: PackChannel }) {
  if (channel.purpose === undefined) return null;
  return (
    <p className={styles.purpose}>
      <InEnglish>{channel.purpose}</InEnglish>
    </p>
  );
}
