/** What a journey may do with a browser, whichever engine it has. */
export interface Browser {
  /** Opens the browser, with all that it has kept; one tab. */
  open(): Promise<void>;
  /** Closes the browser and opens it again. One that keeps nothing then (`keeps`) closes all its pages instead. */
  restart(): Promise<void>;
  /** Closes the browser for good. */
  close(): Promise<void>;
  /** Goes to an address as one does who types it: a new document, once it has begun to be read. */
  go(address: string): Promise<void>;
  /** @returns what an expression is in the page, as JSON carries it */
  read<T>(expression: string): Promise<T>;
  /** Clicks the element that an expression is, with the mouse. */
  click(expression: string): Promise<void>;
  /** Types where the focus is. */
  type(text: string): Promise<void>;
  /** Presses Esc so often, without a pause. */
  escape(times: number): Promise<void>;
  /** The Back button. */
  back(): Promise<void>;
  /** The page as it is printed, in PDF; only where the engine prints for a test. */
  print?(): Promise<Uint8Array>;
}

/** What a test may be told about how a browser is set up. */
export interface Setup {
  /** No cookies, no storage, no databases. */
  storageBlocked?: boolean;
  /** No service workers. */
  withoutWorkers?: boolean;
}

export interface Engine {
  name: string;
  /** Whether it is on this machine. */
  found: boolean;
  /** Whether what it stores outlives closing it, when it is driven by a test. */
  keeps: boolean;
  /** Whether it can be set up with storage blocked and without workers. */
  canBlock: boolean;
  /** A browser that has never been opened. Whoever asks for one closes it. */
  browser(setup?: Setup): Browser;
}

/** An expression for the first visible element that a selector finds and whose name or text fits. */
export function element(selector: string, text: RegExp = /^/): string {
  return `[...document.querySelectorAll(${JSON.stringify(selector)})].find((it) => it.checkVisibility() && ${text}.test((it.ariaLabel ?? it.textContent).trim()))`;
}

const PATIENCE_MS = Number(process.env.PATIENCE ?? 180_000);

/** Waits until an expression is true in whatever document the tab shows by then. */
export async function until(browser: Browser, expression: string): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  let last: unknown;
  while (Date.now() < end) {
    // Between two documents there is nothing to ask.
    last = await browser.read(`Boolean(${expression})`).catch((error: Error) => error.message);
    if (last === true) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const shown = await browser
    .read('[location.href, document.title, document.body?.innerText.slice(0, 300)].join(" | ")')
    .catch(String);
  throw new Error(`never true: ${expression} (${String(last)}). On the screen: ${shown}`);
}

/** Waits for an element, then clicks it. */
export async function press(browser: Browser, selector: string, text?: RegExp): Promise<void> {
  await until(browser, element(selector, text));
  await browser.click(element(selector, text));
}
