import { Suspense, useEffect } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import { whenIdle } from '../device/idle.ts';
import { Home } from '../home/Home.tsx';
import { otherMessages } from '../i18n/i18n.ts';
import { NotFound } from '../ui/NotFound.tsx';
import { DirectoryGuard } from './DirectoryGuard.tsx';
import { Frame } from './Frame.tsx';
import { part } from './parts.ts';
import { Waiting } from './Waiting.tsx';

const screens = {
  countries: () => import('../countries/Countries.tsx'),
  country: () => import('../countries/Country.tsx'),
  networks: () => import('../countries/Networks.tsx'),
  compare: () => import('../guidance/Compare.tsx'),
  guides: () => import('../guidance/Hub.tsx'),
  guide: () => import('../guidance/GuideScreen.tsx'),
  glossary: () => import('../guidance/Glossary.tsx'),
  practices: () => import('../guidance/Practices.tsx'),
  referral: () => import('../referral/screens/Referral.tsx'),
  note: () => import('../referral/screens/NoteScreen.tsx'),
  missions: () => import('../responders/Missions.tsx'),
  responders: () => import('../responders/Responders.tsx'),
  responder: () => import('../responders/Responder.tsx'),
  search: () => import('../home/SearchScreen.tsx'),
  kept: () => import('../kept/Kept.tsx'),
  contacts: () => import('../kept/Contacts.tsx'),
  settings: () => import('../settings/Settings.tsx'),
  about: () => import('../settings/About.tsx'),
  changes: () => import('../settings/Changes.tsx'),
};

/** A screen together with what it says. */
function spoken<Screen>(load: () => Promise<Screen>): () => Promise<Screen> {
  return async () => (await Promise.all([load(), otherMessages()]))[0];
}

const later = () => import('../i18n/later.ts');

/** A screen of what one keeps. */
function ofCorner<Screen>(load: () => Promise<Screen>): () => Promise<Screen> {
  return async () => {
    const [screen] = await Promise.all([
      load(),
      otherMessages(),
      later().then((messages) => messages.cornerMessages()),
    ]);
    return screen;
  };
}

const Countries = part(spoken(screens.countries));
const Country = part(spoken(screens.country));
const Networks = part(spoken(screens.networks));
const Compare = part(spoken(screens.compare));
const Guides = part(spoken(screens.guides));
const Guide = part(spoken(screens.guide));
const Glossary = part(spoken(screens.glossary));
const Practices = part(spoken(screens.practices));
const Referral = part(spoken(screens.referral));
const Note = part(spoken(screens.note));
const Missions = part(spoken(screens.missions));
const Responders = part(spoken(screens.responders));
const Responder = part(spoken(screens.responder));
const Kept = part(ofCorner(screens.kept));
const Contacts = part(ofCorner(screens.contacts));
const Settings = part(spoken(screens.settings));
const About = part(spoken(screens.about));
const Changes = part(spoken(screens.changes));

/** Not among those that are fetched beforehand: few need it, and it brings the schema along. */
const Corrections = part(async () => {
  const [screen] = await Promise.all([
    import('../corrections/Corrections.tsx'),
    otherMessages(),
    later().then((messages) => messages.correctionMessages()),
  ]);
  return screen;
});

const Backup = part(async () => {
  const [screen] = await Promise.all([
    import('../kept/backup/Backup.tsx'),
    otherMessages(),
    later().then((messages) => messages.backupMessages()),
  ]);
  return screen;
});

/** Fetches the other screens while nothing else is to be done, so that the first tap need not wait. */
function fetchScreens(): () => void {
  return whenIdle(() => {
    for (const screen of Object.values(screens)) screen().catch(() => undefined); // asked for again when it is opened
  });
}

/** The routes that DESIGN promises to stay. */
export function App() {
  useEffect(fetchScreens, []);
  return (
    <Frame>
      <DirectoryGuard>
        <Suspense fallback={<Waiting />}>
          <Switch>
            <Route path="/" component={Home} />
            <Route path="/index.html">
              <Redirect to="/" replace />
            </Route>
            <Route path="/search" component={Home} />
            <Route path="/countries" component={Countries} />
            <Route path="/countries/compare" component={Compare} />
            <Route path="/countries/networks" component={Networks} />
            <Route path="/countries/:code">{({ code }) => <Country key={code} code={code} />}</Route>
            <Route path="/referral" component={Referral} />
            <Route path="/referral/note" component={Note} />
            <Route path="/missions" component={Missions} />
            <Route path="/responders" component={Responders} />
            <Route path="/responders/:id">{({ id }) => <Responder key={id} id={id} />}</Route>
            <Route path="/guides" component={Guides} />
            <Route path="/guides/*">{({ '*': slug }) => <Guide key={slug} slug={slug ?? ''} />}</Route>
            <Route path="/glossary" component={Glossary} />
            <Route path="/practices" component={Practices} />
            <Route path="/workspace" component={Kept} />
            <Route path="/workspace/backup" component={Backup} />
            <Route path="/workspace/contacts/*">{({ '*': way }) => <Contacts way={way ?? ''} />}</Route>
            <Route path="/workspace/corrections">
              <Corrections way="" />
            </Route>
            <Route path="/workspace/corrections/:way">{({ way }) => <Corrections key={way} way={way} />}</Route>
            <Route path="/settings" component={Settings} />
            <Route path="/about" component={About} />
            <Route path="/changes" component={Changes} />
            <Route component={NotFound} />
          </Switch>
        </Suspense>
      </DirectoryGuard>
    </Frame>
  );
}
