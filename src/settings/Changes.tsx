import { useState, useSyncExternalStore } from 'react';
import { Link } from 'wouter';
import { newerStore } from '../dataset/newer.ts';
import { useDirectory } from '../dataset/useDirectory.ts';
import { useSettings } from '../device/settings.ts';
import type { Change } from '../directory/changes-schema.ts';
import { type Directory, isCountry } from '../directory/directory.ts';
import { goneFrom } from '../directory/former.ts';
import type { Region } from '../directory/schema.ts';
import { countryName, partialDate } from '../i18n/format.ts';
import { currentLanguage, useT } from '../i18n/i18n.ts';
import { names } from '../i18n/labels.ts';
import { Button } from '../ui/Button.tsx';
import { Screen } from '../ui/Screen.tsx';
import { Section } from '../ui/Section.tsx';
import { useKept } from '../workspace/useWorkspace.ts';
import styles from './Changes.module.css';

interface Told {
  edition: number;
  date: string;
  regions: { region: Region; changes: readonly Change[] }[];
}

/** What the last editions changed: first of what one keeps, then in the country one is in, then country by country. */
export default function Changes() {
  const t = useT();
  const read = useDirectory();
  const newer = useSyncExternalStore(newerStore.subscribe, newerStore.getSnapshot);
  // What waits is told of before it is let in.
  const waiting = newer.state === 'waiting' ? newer.directory : undefined;
  const directory = waiting ?? read;
  const { country } = useSettings();
  const kept = new Set(useKept().items.map(({ id }) => id));
  const language = currentLanguage();
  return (
    <Screen title={t('changes.title')}>
      <p>{t('changes.since')}</p>
      {waiting && (
        <div className={styles.waiting}>
          <p>{t('editions.ready', { edition: waiting.edition, date: partialDate(waiting.date, language) })}</p>
          <Button variant="primary" onClick={() => location.reload()}>
            {t('editions.letIn')}
          </Button>
        </div>
      )}
      {toldBy(directory, country).map((told, place) => (
        <Edition
          key={told.edition}
          told={told}
          directory={directory}
          kept={kept}
          country={country}
          open={place === 0}
        />
      ))}
      {toldBy(directory, country).length === 0 && <p>{t('changes.nothing')}</p>}
    </Screen>
  );
}

/** By edition, the newest first; in each the country one is in first. */
function toldBy(directory: Directory, first: Region | undefined): Told[] {
  const editions = new Map<number, Told>();
  const regions = [...directory.countries.values()].sort(
    (a, b) => Number(b.country === first) - Number(a.country === first),
  );
  for (const { country: region, changes: told } of regions) {
    for (const { edition, date, changes } of told) {
      const entry = editions.get(edition) ?? { edition, date, regions: [] };
      entry.regions.push({ region, changes });
      editions.set(edition, entry);
    }
  }
  return [...editions.values()].sort((a, b) => b.edition - a.edition);
}

interface EditionProps {
  told: Told;
  directory: Directory;
  kept: ReadonlySet<string>;
  country: Region | undefined;
  open: boolean;
}

function Edition({ told, directory, kept, country, open }: EditionProps) {
  const t = useT();
  const language = currentLanguage();
  const ofKept = told.regions.flatMap(({ changes }) => changes.filter(({ responder }) => kept.has(responder ?? '')));
  return (
    <Section title={t('changes.edition', { edition: told.edition, date: partialDate(told.date, language) })}>
      {ofKept.length > 0 && (
        <>
          <h3>{t('changes.kept')}</h3>
          <ChangeList changes={ofKept} directory={directory} />
        </>
      )}
      <div>
        {told.regions.map(({ region, changes }) => (
          <RegionChanges
            key={region}
            title={isCountry(region) ? countryName(region, language) : t('place.international')}
            changes={changes}
            directory={directory}
            open={open && (region === country || told.regions.length === 1)}
          />
        ))}
      </div>
    </Section>
  );
}

/** The list is drawn when it is opened: there may be hundreds. */
function RegionChanges({
  title,
  changes,
  directory,
  open: atFirst,
}: {
  title: string;
  changes: readonly Change[];
  directory: Directory;
  open: boolean;
}) {
  const t = useT();
  const [open, setOpen] = useState(atFirst);
  return (
    <details className={styles.region} open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <span>{title}</span> <span className={styles.soft}>{t('changes.count', { count: changes.length })}</span>
      </summary>
      {open && <ChangeList changes={changes} directory={directory} />}
    </details>
  );
}

/** Contacts first, then who came and went, then the rest; what belongs to one responder stands together. */
const ORDER: readonly Change['what'][] = ['contact', 'gone', 'new', 'confirmed', 'facts'];

function ChangeList({ changes, directory }: { changes: readonly Change[]; directory: Directory }) {
  const t = useT();
  const groups = new Map<string | undefined, Change[]>();
  for (const change of [...changes].sort((a, b) => ORDER.indexOf(a.what) - ORDER.indexOf(b.what))) {
    const own = groups.get(change.responder);
    if (own) own.push(change);
    else groups.set(change.responder, [change]);
  }
  return (
    <ul role="list" className={styles.list}>
      {[...groups].map(([id, own]) => (
        <li key={id ?? ''}>
          <Whose id={id} gone={own.find(({ name }) => name)?.name} directory={directory} />
          <ul role="list" className={styles.what}>
            {own.map((change) => (
              <li key={`${change.what}${change.type}${change.was}${change.now}`}>{said(t, change)}</li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

function Whose({ id, gone, directory }: { id: string | undefined; gone: string | undefined; directory: Directory }) {
  const t = useT();
  if (id === undefined) return <strong>{t('changes.country')}</strong>;
  const responder = directory.responder(id);
  if (!responder) return <strong lang="en">{gone ?? goneFrom(directory, id)?.name ?? id}</strong>;
  const name = names(responder.name, currentLanguage()).main;
  return (
    <Link className={styles.name} href={`/responders/${id}`} lang={name.language}>
      {name.text}
    </Link>
  );
}

function said(t: ReturnType<typeof useT>, { what, was, now }: Change): string {
  switch (what) {
    case 'new':
    case 'gone':
    case 'facts':
      return t(`changes.${what}`);
    case 'confirmed':
      return t('changes.confirmed', { now });
    case 'contact':
      if (was === undefined) return t('changes.came', { now });
      return now === undefined ? t('changes.went', { was }) : t('changes.instead', { now, was });
  }
}
