/**
 * `npm run build:icons`: draws the icons of `public/icons/` from one mark. Their results are committed.
 *
 * The mark is a harbour as a chart shows it: a mole bent around quiet water, open to one side, and a light within.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { chromiumPath } from './chromium.ts';

const SEA = '#0a557f';
const PALE = '#f5f4ee';
const FOLDER = 'public/icons';

/** The mark in a square of 512, centred; `scale` 1 fills the safe zone of an ordinary icon. */
function mark(colour: string, scale: number): string {
  const radius = 150 * scale;
  const width = 62 * scale;
  const at = (degrees: number) => {
    const angle = (degrees * Math.PI) / 180;
    return `${(256 + radius * Math.cos(angle)).toFixed(1)} ${(256 + radius * Math.sin(angle)).toFixed(1)}`;
  };
  return (
    `<path d="M${at(-5)}A${radius} ${radius} 0 1 1 ${at(-85)}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round"/>` +
    `<circle cx="256" cy="256" r="${46 * scale}" fill="${colour}"/>`
  );
}

function svg(ground: string, content: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512">${ground}${content}</svg>\n`;
}

const rounded = `<rect width="512" height="512" rx="112" fill="${SEA}"/>`;
const full = `<rect width="512" height="512" fill="${SEA}"/>`;

const drawings = {
  'icon.svg': svg(rounded, mark(PALE, 1)),
  'favicon.svg': svg(rounded, mark(PALE, 1.12)),
  // Its shape alone counts; the system colours it.
  'monochrome.svg': svg('', mark('#000', 1.2)),
};
/** Systems cut these to their own shape: no corners of ours, and the mark within the inner 80 %. */
const maskable = svg(full, mark(PALE, 0.9));

const pictures: [file: string, drawing: string, size: number][] = [
  ['icon-192.png', drawings['icon.svg'], 192],
  ['icon-512.png', drawings['icon.svg'], 512],
  ['maskable-192.png', maskable, 192],
  ['maskable-512.png', maskable, 512],
  ['apple-touch-icon.png', svg(full, mark(PALE, 1)), 180],
];

mkdirSync(FOLDER, { recursive: true });
for (const [file, drawing] of Object.entries(drawings)) writeFileSync(`${FOLDER}/${file}`, drawing);

const path = chromiumPath();
const browser = await chromium.launch({ args: ['--no-sandbox'], ...(path && { executablePath: path }) });
try {
  const page = await browser.newPage();
  for (const [file, drawing, size] of pictures) {
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${drawing}`);
    await page.screenshot({ path: `${FOLDER}/${file}`, omitBackground: true });
  }
} finally {
  await browser.close();
}
