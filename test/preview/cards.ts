import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { draw } from '../../bot/channels/teams/draw.ts';
import { samples } from '../../cards/samples.ts';
import { openBrowser } from './browser.ts';
import { hostConfig, rendererScript, SHOW, sheet, styles, type Theme } from './page.ts';

/** `npm run cards [-- name …]`: a picture of each sample as Teams shows it, on a phone and on a desk, light and dark. */
const FOLDER = '.cache/cards';
const WIDTHS = [400, 800];
const THEMES: readonly Theme[] = ['light', 'dark'];

type Picture = { readonly name: string; readonly png: Buffer };

async function main(asked: readonly string[]): Promise<number> {
  const unknown = asked.filter((name) => !(name in samples));
  if (unknown.length > 0) {
    console.error(`見本がありません: ${unknown.join('、')}\nある見本: ${Object.keys(samples).join('、')}`);
    return 1;
  }
  const names = asked.length > 0 ? asked : Object.keys(samples);
  const browser = await openBrowser();
  try {
    await takeAll(browser, names);
  } finally {
    await browser.close();
  }
  return 0;
}

async function takeAll(browser: Browser, names: readonly string[]): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  const page = await browser.newPage({ deviceScaleFactor: 2, locale: 'ja-JP' });
  for (const theme of THEMES) {
    for (const width of WIDTHS) {
      const pictures: Picture[] = [];
      await page.setContent(
        '<!doctype html><html lang="ja"><head><style id="style"></style></head><body></body></html>',
      );
      await page.addScriptTag({ content: rendererScript() });
      await page.addScriptTag({ content: SHOW });
      for (const name of names) pictures.push({ name, png: await take(page, name, width, theme) });
      for (const { name, png } of pictures) writeFileSync(join(FOLDER, `${name}-${width}-${theme}.png`), png);
      if (pictures.length > 1) await takeSheet(page, pictures, width, theme);
      console.log(`${FOLDER}/*-${width}-${theme}.png  ${names.length}枚`);
    }
  }
}

async function take(page: Page, name: string, width: number, theme: Theme): Promise<Buffer> {
  const sample = samples[name];
  if (!sample) throw new Error(`no sample ${name}`);
  await page.setViewportSize({ width, height: 100 });
  const input = [draw(sample()), hostConfig(theme), styles(theme, width)].map((part) => JSON.stringify(part));
  const faults = await page.evaluate<string[]>(`show(${input.join(', ')})`);
  const cut = await page.evaluate<string[]>('cut()');
  for (const fault of faults) console.error(`${name}: ${fault}`);
  for (const words of cut) console.error(`${name} (${width}): はみ出しています「${words}」`);
  return await page.screenshot({ fullPage: true });
}

async function takeSheet(page: Page, pictures: readonly Picture[], width: number, theme: Theme): Promise<void> {
  await page.setViewportSize({ width: 1280, height: 400 });
  await page.setContent(sheet(pictures, width, theme));
  writeFileSync(join(FOLDER, `sheet-${width}-${theme}.png`), await page.screenshot({ fullPage: true }));
}

process.exitCode = await main(process.argv.slice(2));
