import { expect, test } from '@playwright/test';
import { expected, FIFTEEN, question } from '../fixtures/in-fifteen.ts';

test('days, months, countries, languages, numbers and their order in each of the fifteen, whatever the browser knows', async ({
  page,
}) => {
  await page.goto('about:blank');
  const answers = JSON.parse((await page.evaluate(await question())) as string);
  const right = expected();
  for (const language of FIFTEEN) expect(answers[language], language).toEqual(right[language]);
});
