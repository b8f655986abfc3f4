import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import type { ProgrammeContent } from '../../documents/workbook/content.ts';
import { faultText } from '../../documents/workbook/fault.ts';
import { readWorkbook } from '../../documents/workbook/read.ts';
import { readPlan } from '../../documents/year/read-plan.ts';
import { writePlan } from '../../documents/year/write-plan.ts';
import { dayOf, fiscalYearName, shortDate } from '../../programme/day.ts';
import type { Store } from '../../storage/collections.ts';
import { admission } from '../features/admission.ts';
import { ImportBusy, importAlone } from '../hand-over/import/alone.ts';
import { UnclearPeople } from '../hand-over/import/identify.ts';
import { keptOut } from '../hand-over/import/kept-out.ts';
import { begunNewYear, begunText, carryOutNewYear, dropNewYear, YearBusy } from '../hand-over/new-year/carry-out.ts';
import { NotNextYear } from '../hand-over/new-year/not-next-year.ts';
import { closingYearIn, type PreparedYear, prepare } from '../hand-over/new-year/prepare.ts';
import { newYearData, newYearText } from '../hand-over/new-year/summary.ts';
import { cannotBeRead } from './handed-file.ts';
import { misspelt, type Outcome, type Verb, withStore } from './verb.ts';
import { whoever } from './whoever.ts';

type Call = Parameters<Verb['run']>[0];

export const newYearVerb: Verb = {
  name: 'new-year',
  usage: 'new-year FILE [--plan PLAN.xlsx] [--apply] [--operator 氏名]、new-year --drop',
  help: '翌年度の取込表で、何が続くかを市町村ごとに確かめます。--plan で計画のシートを書き出し、直した計画を --plan と --apply で読んで年度更新をします。--drop は途中で止まった年度更新をやめます。',

  async run(call) {
    const [file] = call.rest;
    if (call.drop && file !== undefined) return misspelt(no(`--drop に「${file}」は要りません。外してください。`));
    if (call.drop) return withStore(call.config, (store) => drop(store, call.now));
    if (file === undefined)
      return misspelt(no('翌年度の取込表を指定してください: npm run bansou -- new-year 取込表.xlsx'));
    const bytes = await readFile(file).catch(() => undefined);
    if (!bytes) return no(cannotBeRead(file));
    const read = await readWorkbook(bytes);
    if (!read.ok)
      return faulty(
        `取込表を読めません。次の${read.faults.length}件を直してください（何も変えていません）。`,
        read.faults.map(faultText),
      );
    try {
      return await withStore(call.config, (store) => (call.apply ? applied : shown)(store, read.content, call));
    } catch (error) {
      return told(error, call.apply === true);
    }
  },
};

const no = (...lines: readonly string[]): Outcome => ({ ok: false, lines, data: { applied: false, faults: [] } });
const faulty = (first: string, faults: readonly string[]): Outcome => ({
  ok: false,
  lines: [first, ...faults.map((fault) => `・${fault}`)],
  data: { applied: false, faults },
});

function told(error: unknown, isToApply: boolean): Outcome {
  if (error instanceof NotNextYear && error.isDone && isToApply)
    return { ok: true, lines: [error.message], data: { applied: false, done: true } };
  if (error instanceof NotNextYear || error instanceof ImportBusy || error instanceof YearBusy)
    return faulty('年度更新をしていません（何も変えていません）。', [error.message]);
  if (error instanceof UnclearPeople)
    return faulty('年度更新をしていません。次の方を区別できません（何も変えていません）。', error.sentences);
  throw error;
}

/** What would go on; with a plan, also as a sheet to edit. */
async function shown(store: Store, content: ProgrammeContent, { plan, now, rest: [file] }: Call): Promise<Outcome> {
  const prepared = await prepare(store, content, []);
  const lines = [...newYearText(prepared), ...notesOf(prepared, now), ...(await begunLines(store))];
  const data = { applied: false, ...newYearData(prepared) };
  if (prepared.faults.length > 0)
    lines.push('このままでは進められません。', ...prepared.faults.map((fault) => `・${fault}`));
  if (plan === undefined)
    return {
      ok: true,
      lines: [...lines, `何も変えていません。計画を直すには: npm run bansou -- new-year ${file} --plan 計画.xlsx`],
      data,
    };
  if (existsSync(plan))
    return no(`${plan} はすでにあります。上書きしません。読んで年度更新をするときは --apply を付けてください。`);
  const items = (await closingYearIn(store))?.items ?? [];
  await writeFile(plan, await writePlan(prepared.newYear, items));
  const next = `npm run bansou -- new-year ${file} --plan ${plan} --apply`;
  return {
    ok: true,
    lines: [...lines, `何も変えていません。計画を ${plan} に書き出しました。直したら: ${next}`],
    data: { ...data, plan },
  };
}

/** Carries the change out, alone. */
async function applied(store: Store, content: ProgrammeContent, call: Call): Promise<Outcome> {
  const { plan, now, rest } = call;
  const operator = call.operator?.trim() || whoever();
  const bytes = plan === undefined ? undefined : await readFile(plan).catch(() => null);
  if (plan !== undefined && bytes === null) return no(cannotBeRead(plan));
  return importAlone(store, { who: operator, now, elapsed: () => performance.now() }, async (keep) => {
    const first = await prepare(store, content, []);
    const read = bytes && (await readPlan(bytes, await closingOf(store, content)));
    if (read && !read.ok)
      return faulty(
        `計画を読めません。次の${read.faults.length}件を直してください（何も変えていません）。`,
        read.faults.map(faultText),
      );
    const prepared = read ? await prepare(store, content, read.decisions) : first;
    if (prepared.faults.length > 0)
      return faulty('年度更新をしていません。次の決定を直してください（何も変えていません）。', prepared.faults);
    await carryOutNewYear(store, prepared, { now, operator, keep });
    return {
      ok: true,
      lines: [
        ...newYearText(prepared),
        ...doneLines(prepared, rest[0] ?? ''),
        ...(await keptOut(store, admission, now)).map((sentence) => `※ ${sentence}`),
      ],
      data: { applied: true, ...newYearData(prepared) },
    };
  });
}

async function closingOf(store: Store, { programme }: ProgrammeContent) {
  const closing = await closingYearIn(store);
  return { next: programme, municipalities: closing?.municipalities ?? [], items: closing?.items ?? [] };
}

function notesOf({ programme, newYear: { closing } }: PreparedYear, now: Date): readonly string[] {
  if (dayOf(now) >= programme.end) return [];
  const end = shortDate(programme.end);
  return [
    `※ ${fiscalYearName(closing)}の事業は ${end} までです。年度更新をすると、その日までの定例の確認は送られません。`,
  ];
}

async function begunLines(store: Store): Promise<readonly string[]> {
  const begun = await begunNewYear(store);
  if (!begun) return [];
  return [
    `※ ${begunText(begun)}が途中で止まっています（まだ何も変わっていません）。--apply でやり直して続けられます。やめるときは: npm run bansou -- new-year --drop`,
  ];
}

function doneLines({ newYear: { closing, next }, people }: PreparedYear, file: string): readonly string[] {
  const handedOver = `外れた方の宿題は、続けて npm run bansou -- import ${file} で今の担当に引き継がれます。`;
  return [
    `${fiscalYearName(next)}に移りました。${fiscalYearName(closing)}の記録はそのまま残り、「状況 ${fiscalYearName(closing)}」や export --year ${closing} で確かめられます。`,
    ...(people.leaving.length > 0 ? [handedOver] : []),
  ];
}

async function drop(store: Store, now: Date): Promise<Outcome> {
  const dropped = await dropNewYear(store, now);
  const line = dropped
    ? `${begunText(dropped)}（${fiscalYearName(dropped.fiscalYear)}へ）をやめました。今の年度の記録は何も変わっていません。`
    : '途中で止まった年度更新はありません。何も変えていません。';
  return { ok: true, lines: [line], data: { dropped: dropped !== undefined } };
}
