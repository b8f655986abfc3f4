import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { samples } from '../../cards/samples.ts';
import { openBrowser } from './browser.ts';
import { buildGallery } from './gallery.ts';
import { sheet, type Theme } from './page.ts';
import { openPhoneCards } from './phone.ts';
import { FOLDER, PHONE, type Picture, type Product, pictureName } from './picture.ts';
import { openTeamsCards } from './teams.ts';

/**
 * `npm run cards [-- name …]`: a picture of each sample as Teams shows it, on a phone and on a desk, and as LINE WORKS
 * does on a phone, light and dark; without names also the gallery in docs/.
 */
const THEMES: readonly Theme[] = ['light', 'dark'];

type Show = (name: string, width: number, theme: Theme) => Promise<void>;

async function main(asked: readonly string[]): Promise<number> {
  const unknown = asked.filter((name) => !(name in samples));
  if (unknown.length > 0) {
    console.error(`見本がありません: ${unknown.join('、')}\nある見本: ${Object.keys(samples).join('、')}`);
    return 1;
  }
  mkdirSync(FOLDER, { recursive: true });
  const browser = await openBrowser();
  try {
    await takeAll(browser, asked.length > 0 ? asked : Object.keys(samples));
    if (asked.length === 0) await buildGallery(browser);
  } finally {
    await browser.close();
  }
  return 0;
}

async function takeAll(browser: Browser, names: readonly string[]): Promise<void> {
  const desk = await browser.newPage();
  const teams = await openTeamsCards(browser);
  const phone = await openPhoneCards(browser);
  try {
    for (const theme of THEMES) {
      for (const width of [PHONE, 800]) await take('teams', teams.page, desk, teams.show, { names, width, theme });
      const show: Show = (name, _, colour) => phone.show(name, colour);
      await take('line-works', phone.page, desk, show, { names, width: PHONE, theme });
    }
  } finally {
    await phone.stop();
  }
}

type What = { readonly names: readonly string[]; readonly width: number; readonly theme: Theme };

async function take(product: Product, page: Page, desk: Page, show: Show, { names, width, theme }: What) {
  const pictures: Picture[] = [];
  for (const name of names) {
    await show(name, width, theme);
    const png = await page.screenshot({ fullPage: true });
    writeFileSync(join(FOLDER, `${pictureName(name, product, width, theme)}.png`), png);
    pictures.push({ name, png });
  }
  if (pictures.length > 1) await takeSheet(desk, pictures, width, theme, product);
  console.log(`${FOLDER}/${pictureName('*', product, width, theme)}.png  ${names.length}枚`);
}

async function takeSheet(desk: Page, pictures: readonly Picture[], width: number, theme: Theme, product: Product) {
  await desk.setViewportSize({ width: 1280, height: 400 });
  await desk.setContent(sheet(pictures, width, theme));
  const name = pictureName('sheet', product, width, theme);
  writeFileSync(join(FOLDER, `${name}.png`), await desk.screenshot({ fullPage: true }));
}

process.exitCode = await main(process.argv.slice(2));
