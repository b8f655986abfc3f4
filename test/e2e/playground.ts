import { mkdir, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import pino from 'pino';
import type { Page } from 'playwright-core';
import { readConfig } from '../../bot/config.ts';
import { importWorkbook } from '../../bot/hand-over/import/import-workbook.ts';
import { startService } from '../../bot/service.ts';
import { writeHistory } from '../../demo/history.ts';
import { openPlayground, takenPorts } from '../../demo/playground.ts';
import { fictionalProgramme, HOME, OFFICER, PREFECTURE_OFFICER } from '../../demo/programme.ts';
import { kpiAt } from '../../storage/progress.ts';
import { openBrowser } from '../preview/browser.ts';
import { startSigningProxy } from './signing-proxy.ts';

/**
 * The real Playground in a real browser, twice: an officer reports on a form and sees the card replaced, the
 * prefecture sees it in the digest in the second window. Tokens are checked: a proxy signs what the Playground sends.
 */
const FOLDER = '.cache/e2e';
const PORTS = { officer: 56_250, prefecture: 56_251 } as const;
const now = () => new Date();

const taken = await takenPorts(Object.values(PORTS));
if (taken.length > 0) throw new Error(`ports in use: ${taken.join(', ')}`);
await rm(FOLDER, { recursive: true, force: true });
await mkdir(FOLDER, { recursive: true });
const proxy = await startSigningProxy();
const config = readConfig({ ...proxy.settings, PORT: '0', CLOCK: 'off', EMBEDDED_FILE: `${FOLDER}/e2e.sqlite` });
const service = await startService(config, pino({ level: 'warn' }), now);
proxy.connect(`http://127.0.0.1:${service.port}/api/messages`);
const content = fictionalProgramme(now());
await importWorkbook(service.store, content, now());
await writeHistory(service.store, content, now());

const person = (email: string) => ({
  email,
  name: content.members.find((member) => member.email === email)?.name ?? email,
});
const others = content.members.slice(2, 7).map(({ name, email = '' }) => ({ name, email }));
const open = (email: string, port: number) =>
  openPlayground(person(email), others, { port, bot: proxy.url, folder: FOLDER });
const windows = await Promise.all([open(OFFICER, PORTS.officer), open(PREFECTURE_OFFICER, PORTS.prefecture)]);
const browser = await openBrowser();
let passed = 0;

try {
  const [officer, prefecture] = [await visit(windows[0].url), await visit(windows[1].url)];
  await see(officer, '山田 花子さん、こんにちは。', 'the officer is welcomed by name');

  await say(officer, 'KPI報告 K0-03');
  const form = officer.locator('.ac-adaptiveCard').last();
  await form.getByLabel('修了者数').fill('３１');
  await form.getByRole('button', { name: '報告する' }).click();
  await see(officer, '実績を受け付けました', 'the form is replaced by the receipt');
  check((await officer.getByRole('button', { name: '報告する' }).count()) === 0, 'the form is gone from the chat');
  check((await numeratorOf('K0-03')) === 31, 'the store holds what was typed, full width and all');
  await officer.screenshot({ path: `${FOLDER}/officer.png` });

  await say(officer, '週次報告');
  await officer.getByRole('button', { name: '残りは変更なし' }).last().click();
  await see(officer, '「変更なし」で受け付けました', 'the weekly report is one tap');

  await say(prefecture, 'ダイジェスト');
  await see(prefecture, '25団体のうち 報告 1', 'the digest counts the report');
  await see(prefecture, 'K0-03 DX基礎研修受講率', 'the digest says what moved');
  await prefecture.screenshot({ path: `${FOLDER}/prefecture.png` });
  console.log(`${passed} passed, 0 failed`);
} finally {
  await browser.close();
  for (const window of windows) window.stop();
  await service.stop();
  await proxy.stop();
}
process.exit(0);

async function visit(url: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1000, height: 1200 } });
  page.setDefaultTimeout(15_000);
  await page.route(/^https:/, (route) => route.abort());
  await page.goto(url);
  return page;
}

async function say(page: Page, text: string): Promise<void> {
  const cards = await page.locator('.ac-adaptiveCard').count();
  await page.locator('div[role=textbox][contenteditable=true]').first().click();
  await page.keyboard.insertText(text);
  await page.getByRole('button', { name: 'Send Message' }).first().click();
  await page.locator('.ac-adaptiveCard').nth(cards).waitFor();
}

async function see(page: Page, text: string, what: string): Promise<void> {
  await page.getByText(text).first().waitFor();
  check(true, what);
}

function check(holds: boolean, what: string): void {
  if (!holds) throw new Error(`not so: ${what} (pictures: ${resolve(FOLDER)})`);
  passed++;
  console.log(`ok  ${what}`);
}

async function numeratorOf(kpi: string): Promise<number | undefined> {
  const at = kpiAt(HOME, 2026, kpi);
  return (await service.store.kpis.get(at.partition, at.id))?.value.entries.at(-1)?.numerator;
}
