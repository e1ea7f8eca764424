import { type ReactNode, useEffect } from 'react';
import { Link } from 'wouter';
import { useDirectory } from '../dataset/useDirectory.ts';
import { useNetworks } from '../dataset/useGuidance.ts';
import { sourcesOf } from '../directory/directory.ts';
import type { NetworkBody } from '../directory/networks-schema.ts';
import type { NetworksPack } from '../directory/pack.ts';
import type { Region } from '../directory/schema.ts';
import { partialDate } from '../i18n/format.ts';
import { currentLanguage, useT } from '../i18n/i18n.ts';
import { names } from '../i18n/labels.ts';
import { Button } from '../ui/Button.tsx';
import { InEnglish } from '../ui/facts/InEnglish.tsx';
import { SourceList, SourceNumbers, Sources, SourcesTogether } from '../ui/facts/Sources.tsx';
import { TellLink } from '../ui/facts/TellLink.tsx';
import { Loading } from '../ui/Loading.tsx';
import { reveal } from '../ui/reveal.ts';
import styles from './Network.module.css';

/** Who works together in a country, or in the region: its bodies, how to reach them, whether they still meet. */
export function Network({ region }: { region: Region }) {
  const t = useT();
  const [pack, again] = useNetworks();
  const network = typeof pack === 'string' ? undefined : pack.networks.find(({ country }) => country === region);
  // An address may lead to one of them, and they come after the page.
  useEffect(() => {
    if (network && location.hash.startsWith(`#${region}-n-`)) reveal();
  }, [network, region]);
  if (pack === 'coming') return <Loading />;
  if (!network) {
    return (
      <>
        <p>{t('countries.network.failed')}</p>
        <Button onClick={again}>{t('search.again')}</Button>
      </>
    );
  }
  const pages = [...new Map(Object.values(network.sources).map((source) => [source.url, source])).values()];
  return (
    <SourceNumbers value={new Map(pages.map(({ url }, index) => [url, index + 1]))}>
      <p>{t('countries.network.intro')}</p>
      <ul role="list" className={styles.bodies}>
        {network.bodies.map((body) => (
          <li key={body.id} id={body.id} className={styles.body}>
            <Body body={body} network={network} />
          </li>
        ))}
      </ul>
      {network.openQuestions.length > 0 && (
        <>
          <h3>{t('countries.network.questions')}</h3>
          <ul className={styles.questions}>
            {network.openQuestions.map((text) => (
              <li key={text}>
                <InEnglish>{text}</InEnglish>
              </li>
            ))}
          </ul>
        </>
      )}
      <div className={styles.printed}>
        <h3>{t('countries.print.sources')}</h3>
        <SourceList sources={pages} numbered />
      </div>
    </SourceNumbers>
  );
}

function Body({ body, network }: { body: NetworkBody; network: NetworksPack['networks'][number] }) {
  const t = useT();
  const language = currentLanguage();
  const { main, others } = names(body.name, language);
  const all = [body.about, body.leads, body.members, body.reach, body.since, body.meets, body.disagreement].flatMap(
    (part) => part?.sources ?? [],
  );
  const pages = (ids: readonly string[]) => <Sources sources={sourcesOf(network, ids)} />;
  return (
    <SourcesTogether
      sources={sourcesOf(network, [...new Set(all)])}
      tell={<TellLink about={{ network: body.id }} name={main.text} />}
    >
      <h3 lang={main.language}>{main.text}</h3>
      {others.map(({ language: other, text }) => (
        <p key={other} className={styles.soft} lang={other}>
          {text}
        </p>
      ))}
      <p className={styles.marks}>
        <span className={styles.mark}>{t(`countries.network.level.${body.level}`)}</span>
        {body.since && (
          <span>
            {t('countries.network.since', { date: partialDate(body.since.date, language) })} {pages(body.since.sources)}
          </span>
        )}
        {body.meets && <strong>{t(`countries.network.${body.meets.state}`)}</strong>}
        {!body.meets && <span>{t('countries.network.unknown')}</span>}
      </p>
      <Said text={body.about.text}>{pages(body.about.sources)}</Said>
      {body.meets && <Said text={body.meets.text}>{pages(body.meets.sources)}</Said>}
      <dl className={styles.parts}>
        {body.reach && (
          <div>
            <dt>{t('countries.network.reach')}</dt>
            <dd>
              <Said text={body.reach.text}>{pages(body.reach.sources)}</Said>
            </dd>
          </div>
        )}
        {body.leads && (
          <div>
            <dt>{t('countries.network.leads')}</dt>
            <dd>
              <Who name={body.leads.who} responder={body.leads.responder} /> {pages(body.leads.sources)}
            </dd>
          </div>
        )}
        {body.members && (
          <div>
            <dt>{t('countries.network.members', { count: body.members.who.length })}</dt>
            <dd>
              <ul className={styles.members}>
                {body.members.who.map((member) => (
                  <li key={member.name}>
                    <Who {...member} />
                  </li>
                ))}
              </ul>
              {pages(body.members.sources)}
            </dd>
          </div>
        )}
        {body.disagreement && (
          <div>
            <dt>{t('facts.disagree')}</dt>
            <dd>
              <Said text={body.disagreement.text}>{pages(body.disagreement.sources)}</Said>
            </dd>
          </div>
        )}
      </dl>
      {body.responder && (
        <Link className={styles.link} href={`/responders/${body.responder}`}>
          {t('countries.network.entry')}
        </Link>
      )}
    </SourcesTogether>
  );
}

function Said({ text, children }: { text: string; children: ReactNode }) {
  return (
    <div>
      <InEnglish>{text}</InEnglish> {children}
    </div>
  );
}

/** By the name that the page gives; a link where the directory knows how to reach them. */
function Who({ name, responder }: { name: string; responder?: string | undefined }) {
  const known = useDirectory().responder(responder ?? '');
  return known ? (
    <Link href={`/responders/${known.id}`} lang="en">
      {name}
    </Link>
  ) : (
    <InEnglish isName>{name}</InEnglish>
  );
}
