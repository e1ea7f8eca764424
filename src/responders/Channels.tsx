import { Link } from 'wouter';
import { useDirectory } from '../dataset/useDirectory.ts';
import { phoneCountry } from '../device/phone.ts';
import type { CountryCode } from '../directory/codes.ts';
import { channelsFrom, standingOn } from '../directory/dialling.ts';
import type { CountryPack, PackResponder } from '../directory/pack.ts';
import { currentLanguage, useT } from '../i18n/i18n.ts';
import { names } from '../i18n/labels.ts';
import { ChannelAction } from '../ui/facts/ChannelAction.tsx';
import { ResponderCard } from '../ui/facts/ResponderCard.tsx';
import styles from './Responder.module.css';

interface Props {
  responder: PackResponder;
  country: CountryPack;
  standing: CountryCode | undefined;
  now: Date;
}

/** Every way to reach it, the phone first; where there is none, the contact point of its country. */
export function Channels({ responder, country, standing, now }: Props) {
  const t = useT();
  const directory = useDirectory();
  const place = standingOn(country.country, standing);
  const channels = channelsFrom(responder.channels, country, place, phoneCountry());
  const contactPoint = directory.responder(country.contactPoint ?? '');
  return (
    <section className={styles.channels} aria-label={t('responders.one.call')}>
      {channels.length === 0 && (
        <>
          <p>{t('responders.one.noChannel')}</p>
          {contactPoint && contactPoint.id !== responder.id && (
            <ResponderCard responder={contactPoint} country={country} standing={place} now={now} />
          )}
        </>
      )}
      {channels.map((channel) => {
        const via = channel.via === undefined ? undefined : directory.responder(channel.via);
        return (
          <div key={`${channel.type}${channel.value}`} className={styles.channel}>
            {via && (
              <p className={styles.via}>
                <Link className={styles.inlineLink} href={`/responders/${via.id}`}>
                  {t('facts.through', { name: names(via.name, currentLanguage()).main.text })}
                </Link>
              </p>
            )}
            <ChannelAction
              channel={channel}
              country={country}
              responder={responder.id}
              others={responder.channels}
              standing={place}
              now={now}
            />
          </div>
        );
      })}
    </section>
  );
}
