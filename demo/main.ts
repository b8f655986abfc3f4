import { parseArgs } from 'node:util';
import { pino } from 'pino';
import { readConfig } from '../bot/config.ts';
import { importWorkbook } from '../bot/import.ts';
import { startService } from '../bot/service.ts';
import type { ProgrammeContent } from '../documents/workbook/content.ts';
import { PROGRAMME } from '../storage/collections.ts';
import type { DemoPerson } from './chat.ts';
import { writeHistory } from './history.ts';
import { lineWorksChat } from './phones.ts';
import { takenPorts, teamsChat } from './playground.ts';
import { fictionalProgramme, OFFICER, PREFECTURE_OFFICER } from './programme.ts';

/** The newcomer's command: a fictional programme, the bot, and a chat window for each of two people. */
const { values } = parseArgs({ options: { 'line-works': { type: 'boolean', default: false } } });
const BOT_PORT = Number(process.env['PORT'] ?? 3978);
const now = () => new Date();
const content = fictionalProgramme(now());

const person = (email: string): DemoPerson => ({
  name: content.members.find((member) => member.email === email)?.name ?? email,
  email,
});
const people = { officer: person(OFFICER), prefecture: person(PREFECTURE_OFFICER), others: othersOf(content) };
const chat = values['line-works'] ? await lineWorksChat(people) : teamsChat(people);

const taken = await takenPorts([BOT_PORT, ...chat.ports]);
if (taken.length > 0) {
  console.error(`ポート ${taken.join('、')} はほかのプログラムが使っています。`);
  console.error(
    '前に開いたデモを終えるか（Ctrl+C）、ボットのポートなら PORT=3979 npm run demo のように変えてください。',
  );
  process.exit(1);
}

console.log('デモを準備しています…');
const folder = `data/${chat.folder}`;
const config = readConfig({
  ...{ PORT: String(BOT_PORT), HOST: '127.0.0.1', CLOCK: 'on', LOG_LEVEL: 'warn' },
  EMBEDDED_FILE: `${folder}/demo.sqlite`,
  ...chat.environment,
});
const service = await startService(config, pino({ level: config.LOG_LEVEL }), now);
const isNew = (await service.store.programmes.get(PROGRAMME, 'programme')) === undefined;
if (isNew) {
  await importWorkbook(service.store, content, now());
  await writeHistory(service.store, content, now());
}
const windows = await chat.open({ port: service.port, folder, idle: () => service.idle() });

console.log(`
伴走ボットのデモが動いています（${content.municipalities.length}市町村・${content.members.length}人の架空の事業。${isNew ? '新しく作りました' : '前回の続きです'}）。

  小海町の職員 ${people.officer.name} さんとして   ${windows.officer}
  県 DX推進課 ${people.prefecture.name} さんとして  ${windows.prefecture}

試してみること（${chat.how}）
  1. 職員:「週次報告」→「全て変更なし」を押す
  2. 職員:「KPI報告 K0-03 30/32」と送る →「取消」を押す
  3. 職員:「状況」→ 項目を開いて報告する
  4. 県:  「ダイジェスト」→ 動いた市町村を開く

終えるときは Ctrl+C。初めからやり直すときは ${folder} を消してください。`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void windows
      .stop()
      .then(() => service.stop())
      .then(() => process.exit(0));
  });
}

function othersOf({ members }: ProgrammeContent): readonly DemoPerson[] {
  return members.slice(2, 7).map(({ name, email = '' }) => ({ name, email }));
}
