import { mkdir, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import pino from 'pino';
import type { Page } from 'playwright-core';
import { readConfig } from '../../bot/config.ts';
import { importWorkbook } from '../../bot/hand-over/import/import-workbook.ts';
import { startService } from '../../bot/service.ts';
import { writeHistory } from '../../demo/history.ts';
import { fictionalProgramme, HOME, OFFICER } from '../../demo/programme.ts';
import { kpiAt } from '../../storage/progress.ts';
import { startFakeLineWorks } from '../fakes/line-works/fake-line-works.ts';
import { startPhonePages } from '../fakes/line-works/phone-page.ts';
import { lineWorksEnvironment } from '../line-works/environment.ts';
import { openBrowser } from '../preview/browser.ts';

/** The phone's page in a real browser: an officer says what has changed with a few taps, and takes it back. */
const FOLDER = '.cache/e2e';
const FILE = `${FOLDER}/line-works.sqlite`;
const now = () => new Date();

await mkdir(FOLDER, { recursive: true });
await Promise.all(['', '-wal', '-shm'].map((end) => rm(`${FILE}${end}`, { force: true })));
const works = await startFakeLineWorks();
const config = readConfig({ PORT: '0', CLOCK: 'off', EMBEDDED_FILE: FILE, ...lineWorksEnvironment(works) });
const service = await startService(config, pino({ level: 'warn' }), now);
const content = fictionalProgramme(now());
await importWorkbook(service.store, content, now());
await writeHistory(service.store, content, now());
works.connect(`http://127.0.0.1:${service.port}/line-works/callback`, () => service.idle());
const { account } = works.person({ name: '山田 花子', email: OFFICER });
const pages = await startPhonePages(works);
const browser = await openBrowser();
let passed = 0;

try {
  const phone = await browser.newPage({ viewport: { width: 400, height: 860 } });
  phone.setDefaultTimeout(15_000);
  await phone.goto(pages.of(account));
  await say(phone, '週次報告');
  await see(phone, '山田 花子さん、こんにちは。', 'the officer is welcomed by name');
  await press(phone, '変わったことを入力する');
  await see(phone, 'どれが変わりましたか', 'what has changed is picked');
  await press(phone, /^K0-03/);
  await say(phone, '３１');
  await press(phone, /^そのまま/);
  await press(phone, 'ここまでで送る');
  await see(phone, '受け付けました', 'the receipt comes as a new message');
  check((await numeratorOf('K0-03')) === 31, 'the store holds what was typed, full width and all');
  await press(phone, '取消');
  await see(phone, '取り消しました', 'it is taken back');
  check((await numeratorOf('K0-03')) !== 31, 'and counts no more');
  await say(phone, '週次報告');
  await press(phone, '全て変更なし');
  await see(phone, '「変更なし」で受け付けました', 'the weekly report is one tap');
  await phone.screenshot({ path: `${FOLDER}/phone.png` });
  console.log(`${passed} passed, 0 failed`);
} finally {
  await browser.close();
  await pages.stop();
  await service.stop();
  await works.stop();
}
process.exit(0);

async function say(page: Page, text: string): Promise<void> {
  const box = page.getByPlaceholder('メッセージを入力');
  await box.fill(text);
  await box.press('Enter');
}

async function press(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('button', { name }).last().click();
}

async function see(page: Page, text: string, what: string): Promise<void> {
  await page.getByText(text).last().waitFor();
  check(true, what);
}

function check(holds: boolean, what: string): void {
  if (!holds) throw new Error(`not so: ${what} (pictures: ${resolve(FOLDER)})`);
  passed++;
  console.log(`ok  ${what}`);
}

async function numeratorOf(kpi: string): Promise<number | undefined> {
  const at = kpiAt(HOME, 2026, kpi);
  const entries = (await service.store.kpis.get(at.partition, at.id))?.value.entries ?? [];
  return entries.findLast(({ undone }) => undone === undefined)?.numerator;
}
