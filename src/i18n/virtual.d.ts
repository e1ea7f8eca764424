/** Written at build from the folders of messages, by `scripts/vite/languages.ts`. */
declare module 'virtual:languages' {
  export const languages: Readonly<Record<string, () => Promise<import('./parts.ts').Beginning>>>;
}
