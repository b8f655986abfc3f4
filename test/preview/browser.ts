import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
/** Nothing but the pages asked for: no updates, no sync, no look-ups. */
const FLAGS = [
  '--lang=ja-JP',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Debian's Chromium, without a window. Ends the program with what to install when it is not there. */
export async function openBrowser(): Promise<Browser> {
  if (!existsSync(CHROMIUM)) {
    console.error(`${CHROMIUM} がありません。\`apt-get install -y chromium fonts-noto-cjk\` で入れてください。`);
    process.exit(1);
  }
  return chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
}
