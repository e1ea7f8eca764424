import { Link } from 'wouter';
import { useDirectory } from '../../dataset/useDirectory.ts';
import { phoneCountry } from '../../device/phone.ts';
import { firstChannelFrom, type Standing } from '../../directory/dialling.ts';
import { isCountry } from '../../directory/directory.ts';
import type { CountryPack, PackResponder } from '../../directory/pack.ts';
import { countryName } from '../../i18n/format.ts';
import { currentLanguage, useT } from '../../i18n/i18n.ts';
import { label, names } from '../../i18n/labels.ts';
import { ActionLink } from './ActionLink.tsx';
import { ChannelMarks } from './ChannelMarks.tsx';
import { Coverage } from './Coverage.tsx';
import styles from './ResponderCard.module.css';
import { Until } from './Until.tsx';

interface Props {
  responder: PackResponder;
  country: CountryPack;
  /** Where the user stands: numbers of another country are shown as dialled from there. */
  standing: Standing;
  now: Date;
  /** On its country's own page, which names the country above. */
  atHome?: boolean;
  /** Of one that the user keeps: what its number was before is said, too. */
  isKept?: boolean;
}

/** A responder in a list: who, where, the first way to reach it from here, whether it answers now and how sure that is. */
export function ResponderCard({ responder, country, standing, now, atHome = false, isKept = false }: Props) {
  const t = useT();
  const language = currentLanguage();
  const { taxonomy, responder: find } = useDirectory();
  const { main, others } = names(responder.name, language);
  const channel = firstChannelFrom(responder.channels, country, standing, phoneCountry());
  const via = channel?.via === undefined ? undefined : find(channel.via);
  return (
    <article className={styles.card}>
      <div className={styles.who}>
        <Link className={styles.name} href={`/responders/${responder.id}`} lang={main.language}>
          {main.text}
        </Link>
        {others.map((other) => (
          <p key={other.language} className={styles.soft} lang={other.language}>
            {other.text}
          </p>
        ))}
        <p className={styles.soft}>
          {label(taxonomy, 'kinds', responder.kind, language)} ·{' '}
          {!atHome &&
            `${isCountry(responder.country) ? countryName(responder.country, language) : t('place.international')} · `}
          <Coverage responder={responder} />
        </p>
      </div>
      <div className={styles.reach}>
        {channel && (
          <ActionLink channel={channel} home={country} others={responder.channels} standing={standing} look="card" />
        )}
        {via && <p className={styles.soft}>{t('facts.through', { name: names(via.name, language).main.text })}</p>}
        <p className={styles.marks}>
          <ChannelMarks responder={responder} channel={channel} country={country} now={now} />
        </p>
        {isKept && channel && <Until channel={channel} country={country} responder={responder.id} />}
      </div>
    </article>
  );
}
