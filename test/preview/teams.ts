import type { Browser, Page } from 'playwright-core';
import { draw } from '../../bot/channels/teams/draw.ts';
import { ALL_IMAGES, hostConfig, rendererScript, SHOW, styles, type Theme } from './page.ts';
import { sampleOf } from './picture.ts';

/** Shows samples as Teams draws them, in one page. */
export async function openTeamsCards(browser: Browser) {
  const page = await browser.newPage({ deviceScaleFactor: 2, locale: 'ja-JP' });
  await page.setContent('<!doctype html><html lang="ja"><head><style id="style"></style></head><body></body></html>');
  await page.addScriptTag({ content: rendererScript() });
  await page.addScriptTag({ content: SHOW });
  return { page, show: (name: string, width: number, theme: Theme) => show(page, name, width, theme) };
}

async function show(page: Page, name: string, width: number, theme: Theme): Promise<void> {
  await page.setViewportSize({ width, height: 100 });
  const input = [draw(sampleOf(name)), hostConfig(theme), styles(theme, width)].map((part) => JSON.stringify(part));
  const faults = await page.evaluate<string[]>(`show(${input.join(', ')})`);
  await page.evaluate(ALL_IMAGES);
  const cut = await page.evaluate<string[]>('cut()');
  for (const fault of faults) console.error(`${name}: ${fault}`);
  for (const words of cut) console.error(`${name} (Teams ${width}): はみ出しています「${words}」`);
}
