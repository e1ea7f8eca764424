import { lazy, Suspense } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import { Home } from '../home/Home.tsx';
import { Frame } from './Frame.tsx';
import { NotFound } from './NotFound.tsx';

const Search = lazy(() => import('../home/SearchScreen.tsx'));
const Countries = lazy(() => import('../countries/Countries.tsx'));
const Country = lazy(() => import('../countries/Country.tsx'));
const Responders = lazy(() => import('../responders/Responders.tsx'));
const Responder = lazy(() => import('../responders/Responder.tsx'));
const Kept = lazy(() => import('../workspace/Kept.tsx'));
const Settings = lazy(() => import('../settings/Settings.tsx'));
const About = lazy(() => import('../settings/About.tsx'));

/** The routes that DESIGN promises to stay. */
export function App() {
  return (
    <Frame>
      <Suspense fallback={null}>
        <Switch>
          <Route path="/" component={Home} />
          <Route path="/index.html">
            <Redirect to="/" replace />
          </Route>
          <Route path="/search" component={Search} />
          <Route path="/countries" component={Countries} />
          <Route path="/countries/:code">{({ code }) => <Country key={code} code={code} />}</Route>
          <Route path="/responders" component={Responders} />
          <Route path="/responders/:id">{({ id }) => <Responder key={id} id={id} />}</Route>
          <Route path="/workspace" component={Kept} />
          <Route path="/settings" component={Settings} />
          <Route path="/about" component={About} />
          <Route component={NotFound} />
        </Switch>
      </Suspense>
    </Frame>
  );
}
