/*
 * When the app does not start: says so beside the numbers, and lets a newer version in that waits or can be had, whether
 * or not anything of this one still runs. Once a newer version is in charge, the page is loaded anew, and only then.
 */
(() => {
  const late = document.getElementById('late');
  const root = document.documentElement;
  /* A page that is being left is hidden, and nothing of it is to come back. */
  const runs = () => root.hidden || root.classList.contains('app-runs');
  let failed = false;

  const say = () => {
    if (!runs()) late.hidden = false;
  };
  const letIn = (worker) => {
    if (worker.state === 'installed' && !runs()) worker.postMessage({ type: 'skip-waiting' });
  };
  const watch = (worker) => {
    worker.addEventListener('statechange', () => letIn(worker));
    letIn(worker);
  };
  const leaveVersion = async () => {
    const registration = await navigator.serviceWorker?.getRegistration();
    if (!registration) return;
    navigator.serviceWorker.addEventListener('controllerchange', () => runs() || location.reload(), { once: true });
    registration.addEventListener('updatefound', () => watch(registration.installing));
    for (const worker of [registration.waiting, registration.installing]) if (worker) watch(worker);
    await registration.update();
  };
  const fail = () => {
    if (failed || runs()) return;
    failed = true;
    say();
    leaveVersion().catch(() => undefined);
  };

  late.querySelector('a').addEventListener('click', (event) => {
    event.preventDefault();
    location.reload();
  });
  addEventListener('error', fail, true);
  addEventListener('unhandledrejection', fail);
  setTimeout(say, 3000);
  setTimeout(fail, 8000);
})();
