import { parseArgs } from 'node:util';
import { pino } from 'pino';
import { readConfig } from '../bot/config.ts';
import { importWorkbook } from '../bot/hand-over/import/import-workbook.ts';
import { startService } from '../bot/service.ts';
import type { ProgrammeContent } from '../documents/workbook/content.ts';
import { PROGRAMME } from '../storage/collections.ts';
import type { DemoPerson } from './chat.ts';
import { writeFinal } from './final.ts';
import { writeHistory } from './history.ts';
import { writeMoney } from './money.ts';
import { lineWorksChat } from './phones.ts';
import { writePlans } from './plans.ts';
import { takenPorts, teamsChat } from './playground.ts';
import { EXPERT, fictionalProgramme, OFFICE, OFFICER, PREFECTURE_OFFICER } from './programme.ts';
import { writeSupport } from './support.ts';
import { writeTrust } from './trust.ts';

/** The newcomer's command: a fictional programme, the bot, and a chat window for one person of each role. */
const { values } = parseArgs({
  options: { 'line-works': { type: 'boolean', default: false }, port: { type: 'string', default: '56150' } },
});
const BOT_PORT = portNamed('PORT', process.env['PORT'] ?? '3978');
const FIRST_PORT = portNamed('--port', values.port);
const now = () => new Date();
const content = fictionalProgramme(now());

const windows = [
  { role: '小海町の職員', email: OFFICER },
  { role: '派遣人材（小海町を担当）', email: EXPERT },
  { role: '事務局', email: OFFICE },
  { role: '県 DX推進課', email: PREFECTURE_OFFICER },
].map((person) => ({ ...person, name: nameOf(person.email, content) }));
const people = { windows, others: othersOf(content) };
const chat = values['line-works'] ? await lineWorksChat(people, FIRST_PORT) : teamsChat(people, FIRST_PORT);

const taken = await takenPorts([BOT_PORT, ...chat.ports]);
if (taken.length > 0) {
  console.error(`ポート ${taken.join('、')} はほかのプログラムが使っています。`);
  console.error('前に開いたデモを終えるか（Ctrl+C）、空いているポートを選んでください。');
  console.error('例: PORT=3979 npm run demo -- --port 56160（PORT はボット、--port は画面の最初のポート）');
  process.exit(1);
}

console.log('デモを準備しています…');
const folder = `data/${chat.folder}`;
const config = readConfig({
  PORT: String(BOT_PORT),
  HOST: '127.0.0.1',
  CLOCK: 'on',
  LOG_LEVEL: 'warn',
  EMBEDDED_FILE: `${folder}/demo.sqlite`,
  ...chat.environment,
});
const service = await startService(config, pino({ level: config.LOG_LEVEL }), now);
const isNew = (await service.store.programmes.get(PROGRAMME, 'programme')) === undefined;
if (isNew) {
  await importWorkbook(service.store, content, now());
  await writeHistory(service.store, content, now());
  await writeSupport(service.store, content, now());
  await writeTrust(service.store, content, now());
  await writePlans(service.store, now());
  await writeMoney(service.store, now());
  await writeFinal(service.store, now());
}
const open = await chat.open({ port: service.port, folder, idle: () => service.idle() });
const supported = content.municipalities.filter((town) => town.supported).length;

console.log(`
伴走ボットのデモが動いています（支援対象 ${supported}市町村・${content.members.length}人の架空の事業。${isNew ? '新しく作りました' : '前回の続きです'}）。
`);
for (const [at, { role, name }] of windows.entries()) console.log(`  ${open.urls[at]}  ${role} ${name} さん`);
console.log(`
試してみること（${chat.how}）
  職員:    「週次報告」→「全て変更なし」を押す。「KPI報告 K0-03 30/32」→「取消」を押す。「工程表」「財源」「事例」「承諾一覧」
  派遣人材:「状況」→ 項目を開いて報告する
  事務局:  「未報告」→ 催促する。「事例候補」→ 下書きする。「月次報告」→ 提出する。「業務報告書」→ 不足を見る
  県:      「ダイジェスト」→ 動いた市町村を開く。「承認待ち」→ 受領する。「全体」→ Excelで受け取る。「検索 窓口」

終えるときは Ctrl+C。初めからやり直すときは ${folder} を消してください。`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void open
      .stop()
      .then(() => service.stop())
      .then(() => process.exit(0));
  });
}

function portNamed(name: string, said: string): number {
  const port = Number(said);
  if (Number.isInteger(port) && port > 0 && port < 65_530) return port;
  console.error(`${name} には 1〜65529 の番号を指定してください（例: 56150）。`);
  process.exit(1);
}

function nameOf(email: string, { members }: ProgrammeContent): string {
  return members.find((member) => member.email === email)?.name ?? email;
}

function othersOf({ members }: ProgrammeContent): readonly DemoPerson[] {
  return members.slice(2, 7).map(({ name, email = '' }) => ({ name, email }));
}
