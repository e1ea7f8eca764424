import { chromium } from 'playwright-core';
import { LANGUAGES } from './src/i18n/languages.ts';
const CC: any = { en: 'de', bg: 'bg', da: 'dk', de: 'de', et: 'ee', fi: 'fi', is: 'is', lt: 'lt', lv: 'lv', nb: 'no', pl: 'pl', ro: 'ro', ru: 'ru', sv: 'se', uk: 'ua' };
const b = await chromium.launch({ executablePath: '/usr/bin/chromium-headless-shell' });
const modes = [['w320', 320, 568, 1], ['x2', 390, 844, 2]] as const;
const found: any[] = [];
for (const lang of LANGUAGES) for (const [mode, w, h, scale] of modes) {
  const c = await b.newContext({ locale: lang, viewport: { width: w, height: h }, serviceWorkers: 'block' });
  const p = await c.newPage(); const cc = CC[lang];
  await p.addInitScript(v => localStorage.setItem('harbour.settings', v), JSON.stringify({ country: cc, language: lang, textScale: scale }));
  for (const path of ['/', `/referral?found=${cc}&origin=ro&age=child&form=labour`, `/referral/note?found=${cc}&origin=ro`, '/guides/roles/police', '/first-words', '/workspace', '/workspace/backup', '/workspace/lock', '/workspace/exchange', `/countries/${cc}`, '/settings', `/search?q=112`, '/about', '/glossary']) {
    try {
      await p.goto('http://127.0.0.1:4898' + path); await p.waitForSelector('#app h1', { state: 'attached', timeout: 20000 }); await p.waitForTimeout(700);
      const r = await p.evaluate(() => {
        const out: string[] = []; const vw = innerWidth;
        if (document.documentElement.scrollWidth > vw) out.push('WIDE ' + document.documentElement.scrollWidth);
        for (const e of document.querySelectorAll<HTMLElement>('#app *')) {
          if (!e.checkVisibility() || !e.textContent?.trim()) continue; const s = getComputedStyle(e);
          if (s.position === 'absolute' && (s.clipPath !== 'none' || s.clip !== 'auto')) continue;
          const clips = s.overflowX !== 'visible' && s.overflowX !== 'auto' && s.overflowX !== 'scroll';
          if (clips && (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 3) && e.clientWidth > 2) out.push('CUT ' + e.tagName + '.' + String(e.className).slice(0, 30) + ' ' + e.textContent!.trim().slice(0, 50) + ` ${e.scrollWidth}/${e.clientWidth} ${e.scrollHeight}/${e.clientHeight}`);
          const r = e.getBoundingClientRect(); if (r.right > vw + 1 && r.width > 0 && !e.closest('[class*=scroll]') && s.position !== 'fixed') { let a: any = e.parentElement, inScroll = false; while (a && a.id !== 'app') { const o = getComputedStyle(a).overflowX; if (o === 'auto' || o === 'scroll' || o === 'hidden') { inScroll = true; break; } a = a.parentElement; } if (!inScroll) out.push('OUT ' + e.tagName + ' ' + e.textContent!.trim().slice(0, 40) + ' ' + Math.round(r.right)); }
        }
        return [...new Set(out)].slice(0, 6);
      });
      if (r.length) { found.push([lang, mode, path, r]); console.log(lang, mode, path, JSON.stringify(r)); }
    } catch (e) { console.log(lang, mode, path, 'ERR', String(e).slice(0, 100)); }
  }
  await c.close();
}
for (const lang of ['uk', 'ro', 'bg', 'pl', 'de', 'is']) {
  const c = await b.newContext({ locale: lang, viewport: { width: 390, height: 844 }, serviceWorkers: 'block' }); const p = await c.newPage(); const cc = CC[lang];
  await p.addInitScript(v => localStorage.setItem('harbour.settings', v), JSON.stringify({ country: cc, language: lang }));
  for (const [n, path] of [['home', '/'], ['plan', `/referral?found=${cc}&origin=ua&age=adult&sex=female&form=sexual`], ['guide', '/guides/roles/health'], ['note', `/referral/note?found=${cc}&origin=ua&age=adult`], ['words', '/first-words']]) { await p.goto('http://127.0.0.1:4898' + path); await p.waitForSelector('#app h1', { state: 'attached' }); await p.waitForTimeout(1200); await p.screenshot({ path: `/tmp/h/pics17/${lang}-${n}.png` }); }
  await c.close();
}
console.log('DONE'); await b.close();
