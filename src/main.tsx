/** Starts the app: nothing else. Until it has drawn its first screen, the plain page of index.html stays. */
import { StrictMode, useLayoutEffect } from 'react';
import { createRoot } from 'react-dom/client';
import { Router } from 'wouter';
import './ui/tokens.css';
import './ui/base.css';
import { App } from './app/App.tsx';
import { Crash } from './app/Crash.tsx';
import { CrashNotice } from './app/CrashNotice.tsx';
import { whenIdleAfterFirstScreen } from './device/first-screen.ts';
import { initInstall } from './device/install.ts';
import { whenLeaving } from './device/leave.ts';
import { initOffline } from './device/offline.ts';
import { applyAppearance, getSettings } from './device/settings.ts';
import { countVisit } from './device/storage.ts';
import { beginToSpeak } from './i18n/i18n.ts';

function Start() {
  // Before the browser paints, or both pages would be seen for a moment.
  useLayoutEffect(() => document.documentElement.classList.add('app-runs'), []);
  return (
    <Crash fallback={<CrashNotice />}>
      <Router base={import.meta.env.BASE_URL.replace(/\/$/, '')}>
        <App />
      </Router>
    </Crash>
  );
}

initInstall();
countVisit();
applyAppearance();
await beginToSpeak(getSettings().language);
const place = document.getElementById('app');
if (place) {
  const root = createRoot(place);
  whenLeaving(() => root.unmount());
  root.render(
    <StrictMode>
      <Start />
    </StrictMode>,
  );
}
void initOffline();
whenIdleAfterFirstScreen(() => {
  import('./device/scrub.ts').then(({ mergeWhatIsLeft }) => mergeWhatIsLeft()).catch(() => undefined);
  import('./app/deletedElsewhere.ts')
    .then(({ endWhenDeletedElsewhere }) => endWhenDeletedElsewhere())
    .catch(() => undefined); // at the next start
});
