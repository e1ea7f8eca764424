import { Suspense, useEffect } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import { preloadDirectory } from '../dataset/useDirectory.ts';
import { firstScreenStands, whenIdleAfterFirstScreen } from '../device/first-screen.ts';
import { Home } from '../home/Home.tsx';
import { NotFound } from '../ui/NotFound.tsx';
import { DirectoryGuard } from './DirectoryGuard.tsx';
import { Frame } from './Frame.tsx';
import { Gate } from './Gate.tsx';
import { part, spoken } from './parts.ts';
import { Waiting } from './Waiting.tsx';

const screens = {
  countries: () => import('../countries/Countries.tsx'),
  country: () => import('../countries/Country.tsx'),
  networks: () => import('../countries/Networks.tsx'),
  compare: () => import('../guidance/Compare.tsx'),
  guides: () => import('../guidance/Hub.tsx'),
  guide: () => import('../guidance/GuideScreen.tsx'),
  words: () => import('../first-words/FirstWords.tsx'),
  glossary: () => import('../guidance/Glossary.tsx'),
  practices: () => import('../guidance/Practices.tsx'),
  referral: () => import('../referral/screens/Referral.tsx'),
  note: () => import('../referral/screens/NoteScreen.tsx'),
  answer: () => import('../referral/screens/AnswerScreen.tsx'),
  missions: () => import('../responders/Missions.tsx'),
  responders: () => import('../responders/Responders.tsx'),
  responder: () => import('../responders/Responder.tsx'),
  search: () => import('../home/SearchScreen.tsx'),
  kept: () => import('../kept/Kept.tsx'),
  settings: () => import('../settings/Settings.tsx'),
  about: () => import('../settings/About.tsx'),
  changes: () => import('../settings/Changes.tsx'),
};

const Countries = part(spoken(screens.countries));
const Country = part(spoken(screens.country));
const Networks = part(spoken(screens.networks));
const Compare = part(spoken(screens.compare));
const Guides = part(spoken(screens.guides));
const Guide = part(spoken(screens.guide));
const FirstWords = part(spoken(screens.words));
const Glossary = part(spoken(screens.glossary));
const Practices = part(spoken(screens.practices));
const Referral = part(spoken(screens.referral));
const Note = part(spoken(screens.note, 'note'));
const Answer = part(spoken(screens.answer, 'note', 'corner'));
const Missions = part(spoken(screens.missions));
const Responders = part(spoken(screens.responders));
const Responder = part(spoken(screens.responder));
const Kept = part(spoken(screens.kept, 'corner'));
const Settings = part(spoken(screens.settings));
const About = part(spoken(screens.about));
const Changes = part(spoken(screens.changes));

// Not among those that are fetched beforehand: few need them, and the corrections bring the schema along.
const Backup = part(spoken(() => import('../kept/backup/Backup.tsx'), 'backup'));
const Corrections = part(spoken(() => import('../corrections/Corrections.tsx'), 'corrections'));
const Exchange = part(spoken(() => import('../kept/exchange/Exchange.tsx'), 'exchange'));
const Lock = part(spoken(() => import('../kept/lock/Lock.tsx'), 'backup', 'lock'));
const Visits = part(spoken(() => import('../kept/visits/Visits.tsx'), 'corner', 'visits'));

/** Fetches the other screens while nothing else is to be done, so that the first tap need not wait. */
function fetchScreens(): () => void {
  return whenIdleAfterFirstScreen(() => {
    for (const screen of Object.values(screens)) screen().catch(() => undefined); // asked for again when it is opened
  });
}

/** Drawn together with a screen, so never before it has what it shows; the directory is what every next one needs. */
function Standing() {
  useEffect(() => {
    preloadDirectory()
      .catch(() => undefined)
      .then(firstScreenStands);
  }, []);
  return null;
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
            <Route path="/referral/answer" component={Answer} />
            <Route path="/missions" component={Missions} />
            <Route path="/responders" component={Responders} />
            <Route path="/responders/:id">{({ id }) => <Responder key={id} id={id} />}</Route>
            <Route path="/guides" component={Guides} />
            <Route path="/guides/*">{({ '*': slug }) => <Guide key={slug} slug={slug ?? ''} />}</Route>
            <Route path="/first-words" component={FirstWords} />
            <Route path="/glossary" component={Glossary} />
            <Route path="/practices" component={Practices} />
            <Route path="/workspace">
              <Gate>
                <Kept />
              </Gate>
            </Route>
            <Route path="/workspace/*">
              <Gate>
                <Switch>
                  <Route path="/workspace/exchange" component={Exchange} />
                  <Route path="/workspace/contacts/*">{({ '*': way }) => <Kept way={way ?? ''} />}</Route>
                  <Route path="/workspace/backup" component={Backup} />
                  <Route path="/workspace/lock" component={Lock} />
                  <Route path="/workspace/corrections">
                    <Corrections way="" />
                  </Route>
                  <Route path="/workspace/corrections/:way">{({ way }) => <Corrections key={way} way={way} />}</Route>
                  <Route path="/workspace/visits/:way">{({ way }) => <Visits key={way} way={way} />}</Route>
                  <Route component={NotFound} />
                </Switch>
              </Gate>
            </Route>
            <Route path="/settings" component={Settings} />
            <Route path="/about" component={About} />
            <Route path="/changes" component={Changes} />
            <Route component={NotFound} />
          </Switch>
          <Standing />
        </Suspense>
      </DirectoryGuard>
    </Frame>
  );
}
