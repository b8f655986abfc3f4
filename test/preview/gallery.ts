import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { SHOWN } from './gallery-cards.ts';
import type { Theme } from './page.ts';
import { openPhoneCards } from './phone.ts';
import { PHONE, type Product } from './picture.ts';
import { openTeamsCards } from './teams.ts';

const GALLERY = 'docs/gallery';
const PRODUCTS: readonly Product[] = ['teams', 'line-works'];
/** Small enough for the repository, and the smallest words are still sharp. */
const QUALITY = 70;
const SCALE = 1.5;

/** The most important cards as both products draw them, in docs/: pictures and the page that shows them. */
export async function buildGallery(browser: Browser): Promise<void> {
  mkdirSync(GALLERY, { recursive: true });
  for (const old of readdirSync(GALLERY)) rmSync(join(GALLERY, old));
  const teams = await openTeamsCards(browser);
  const phone = await openPhoneCards(browser);
  try {
    for (const [name, , themes] of SHOWN.flatMap(({ cards }) => cards)) {
      for (const theme of themes) {
        await teams.show(name, PHONE, theme);
        await save(teams.page, fileOf(name, 'teams', theme));
        await phone.show(name, theme);
        await save(phone.page, fileOf(name, 'line-works', theme));
      }
    }
  } finally {
    await phone.stop();
  }
  writeFileSync(join(GALLERY, 'index.md'), pageOf());
  console.log(`${GALLERY}/index.md`);
}

function fileOf(name: string, product: Product, theme: Theme): string {
  return `${name}-${product}${theme === 'dark' ? '-dark' : ''}.webp`;
}

async function save(page: Page, file: string): Promise<void> {
  const height = await page.evaluate<number>('document.documentElement.scrollHeight');
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send('Page.captureScreenshot', {
    format: 'webp',
    quality: QUALITY,
    captureBeyondViewport: true,
    clip: { x: 0, y: 0, width: PHONE, height, scale: SCALE },
  });
  await session.detach();
  writeFileSync(join(GALLERY, file), Buffer.from(data, 'base64'));
}

function pageOf(): string {
  const parts = SHOWN.map(({ title, cards }) => {
    const rows = cards.flatMap(([name, says, themes]) => themes.map((theme) => rowOf(name, says, theme)));
    return `## ${title}\n\n${rows.join('\n\n')}`;
  });
  return [
    '# カードの見本',
    '左が Teams、右が LINE WORKS です。スマートフォンの幅（400 px）で、架空の小海町の秋を例にしています。',
    'Teams はカードの描画ライブラリと Teams の配色で、LINE WORKS は試験用の画面で描いたもので、実際の画面とは細部が異なります。',
    '`npm run cards` で作り直します。すべての見本の画像（幅 400・800、明・暗）は `.cache/cards/` にできます。',
    ...parts,
    '',
  ]
    .join('\n\n')
    .trimEnd()
    .concat('\n');
}

function rowOf(name: string, says: string, theme: Theme): string {
  const title = `${says}${theme === 'dark' ? '（暗い表示）' : ''}`;
  const cells = PRODUCTS.map((product) => `<img src="${fileOf(name, product, theme)}" width="360" alt="${title}">`);
  return `### ${title}\n\n| Teams | LINE WORKS |\n|---|---|\n| ${cells.join(' | ')} |`;
}
