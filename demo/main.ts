import { pino } from 'pino';
import { readConfig } from '../bot/config.ts';
import { importWorkbook } from '../bot/import.ts';
import { startService } from '../bot/service.ts';
import { PROGRAMME } from '../storage/collections.ts';
import { writeHistory } from './history.ts';
import { openPlayground, takenPorts } from './playground.ts';
import { fictionalProgramme, OFFICER, PREFECTURE_OFFICER } from './programme.ts';

/** The newcomer's command: a fictional programme, the bot, and a chat window for each of two people. */
const FOLDER = 'data/demo';
const BOT_PORT = Number(process.env['PORT'] ?? 3978);
const PORTS = { officer: 56_150, prefecture: 56_151 } as const;

const taken = await takenPorts([BOT_PORT, PORTS.officer, PORTS.prefecture]);
if (taken.length > 0) {
  console.error(`ポート ${taken.join('、')} はほかのプログラムが使っています。`);
  console.error(
    '前に開いたデモを終えるか（Ctrl+C）、ボットのポートなら PORT=3979 npm run demo のように変えてください。',
  );
  process.exit(1);
}

console.log('デモを準備しています…');
const now = () => new Date();
const config = readConfig({
  PORT: String(BOT_PORT),
  HOST: '127.0.0.1',
  CLOCK: 'on',
  LOG_LEVEL: 'warn',
  EMBEDDED_FILE: `${FOLDER}/demo.sqlite`,
});
const service = await startService(config, pino({ level: config.LOG_LEVEL }), now);
const content = fictionalProgramme(now());
const isNew = (await service.store.programmes.get(PROGRAMME, 'programme')) === undefined;
if (isNew) {
  await importWorkbook(service.store, content, now());
  await writeHistory(service.store, content, now());
}

const person = (email: string) => {
  const found = content.members.find((member) => member.email === email);
  return { name: found?.name ?? email, email };
};
const others = content.members.slice(2, 7).map(({ name, email = '' }) => ({ name, email }));
const bot = `http://127.0.0.1:${service.port}/api/messages`;
const [officer, prefecture] = await Promise.all([
  openPlayground(person(OFFICER), others, { port: PORTS.officer, bot, folder: FOLDER }),
  openPlayground(person(PREFECTURE_OFFICER), others, { port: PORTS.prefecture, bot, folder: FOLDER }),
]);

console.log(`
伴走ボットのデモが動いています（${content.municipalities.length}市町村・${content.members.length}人の架空の事業。${isNew ? '新しく作りました' : '前回の続きです'}）。

  小海町の職員 ${person(OFFICER).name} さんとして   ${officer.url}
  県 DX推進課 ${person(PREFECTURE_OFFICER).name} さんとして  ${prefecture.url}

試してみること（「Personal Chat」で送ります）
  1. 職員:「週次報告」→「全て変更なし」を押す
  2. 職員:「KPI報告 K0-03 30/32」と送る →「取消」を押す
  3. 職員:「状況」→ 項目を開いて報告する
  4. 県:  「ダイジェスト」→ 動いた市町村を開く

終えるときは Ctrl+C。初めからやり直すときは ${FOLDER} を消してください。`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    officer.stop();
    prefecture.stop();
    void service.stop().then(() => process.exit(0));
  });
}
