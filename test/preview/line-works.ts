import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { startFakeLineWorks } from '../fakes/line-works/fake-line-works.ts';
import { startPhonePages } from '../fakes/line-works/phone-page.ts';
import { samples } from '../fakes/line-works/samples.ts';
import { startToyBot } from '../fakes/line-works/toy-bot.ts';
import { openBrowser } from './browser.ts';

/**
 * `node --import tsx test/preview/line-works.ts`: pictures of one message of each kind on the phone page, light and
 * dark, and of a room with quick replies.
 */
const FOLDER = '.cache/line-works';
const WIDTH = 400;
/** The smallest picture there is: one grey pixel. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mOsr68/AwAF/QKNnq1gIwAAAABJRU5ErkJggg==',
  'base64',
);

async function main(): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  const works = await startFakeLineWorks();
  const bot = await startToyBot(works);
  const pages = await startPhonePages(works);
  const hanako = works.person({ name: '山田 花子', email: 'hanako@town.example.jp' });
  const room = works.group('県・事務局の連絡');
  const there = hanako.in(room);
  const actions = ['状況', '週次報告', '相談'].map((label) => ({ type: 'message', label }));
  await bot.call('POST', `bots/${works.config.botId}/persistentmenu`, { content: { actions } });
  await hanako.say('状況');
  await there.say('議題を見せて');
  await works
    .person({ name: '佐藤 一郎', email: 'ichiro@pref.example.jp' })
    .in(room)
    .say('<b>太字</b>', { mention: false });
  const image = works.storage.keep('見本.png', PNG);
  const file = works.storage.keep('令和8年度_進捗報告（小海町）.xlsx', PNG);
  for (const [name, content] of Object.entries(samples(image))) {
    const sent = content['type'] === 'file' && 'fileId' in content ? { ...content, fileId: file } : content;
    const { status } = await bot.send(`channels/${room.id}`, sent);
    if (status !== 201) console.error(`${name}: ${status}`);
  }
  await bot.send(`users/${hanako.account.userId}`, samples()['every kind of quick reply'] ?? {});
  const browser = await openBrowser();
  try {
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await browser.newPage({ deviceScaleFactor: 2, locale: 'ja-JP', colorScheme });
      page.on('console', (line) => console.error(line.text()));
      await take(page, pages.url, `people-${colorScheme}`);
      await take(page, pages.of(hanako.account), `room-${colorScheme}`);
      await take(page, `${pages.of(hanako.account)}?room=${room.id}`, `kinds-${colorScheme}`, true);
      await page.close();
    }
  } finally {
    await browser.close();
    await Promise.all([pages.stop(), bot.stop(), works.stop()]);
  }
}

/** `whole`: all of it, in pictures of this height, else as high as a phone. */
const SLICE = 1_000;

async function take(page: Page, url: string, name: string, whole = false): Promise<void> {
  await page.setViewportSize({ width: WIDTH, height: 800 });
  await page.goto(url);
  await page.waitForFunction('document.querySelector("article, li")');
  const content = 'document.getElementById("messages")?.scrollHeight ?? 0';
  const height = whole ? (await page.evaluate<number>(content)) + 200 : 800;
  await page.setViewportSize({ width: WIDTH, height });
  for (let [y, part] = [0, 1]; y < height; [y, part] = [y + SLICE, part + 1]) {
    const path = join(FOLDER, `${name}${whole ? `-${part}` : ''}.png`);
    await page.screenshot({ path, clip: { x: 0, y, width: WIDTH, height: Math.min(SLICE, height - y) } });
    console.log(path);
  }
}

await main();
