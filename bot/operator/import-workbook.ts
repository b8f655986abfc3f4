import { readFile } from 'node:fs/promises';
import { faultText } from '../../documents/workbook/fault.ts';
import { readWorkbook } from '../../documents/workbook/read.ts';
import type { Store } from '../../storage/collections.ts';
import { admission } from '../features/admission.ts';
import { ImportBusy, importAlone } from '../hand-over/import/alone.ts';
import { OlderWorkbook } from '../hand-over/import/decisions.ts';
import { UnclearPeople } from '../hand-over/import/identify.ts';
import { importWorkbook, OtherYear } from '../hand-over/import/import-workbook.ts';
import { keptOut } from '../hand-over/import/kept-out.ts';
import { type ImportSummary, summaryText } from '../hand-over/import/summary.ts';
import { cannotBeRead } from './handed-file.ts';
import { misspelt, type Verb, withStore } from './verb.ts';
import { whoever } from './whoever.ts';

export const importVerb: Verb = {
  name: 'import',
  usage: 'import FILE [--operator 氏名] [--undo]',
  help: '取込表を取り込みます。誤りが1つでもあれば何も変えません。チャットで決めたことを戻す取込表は、--undo があるときだけ取り込みます。',

  async run({ rest: [file], config, now, operator, undo }) {
    if (file === undefined)
      return misspelt({
        ok: false,
        lines: ['取込表のファイルを指定してください: npm run bansou -- import 取込表.xlsx'],
        data: { imported: false },
      });
    const bytes = await readFile(file).catch(() => undefined);
    if (!bytes)
      return {
        ok: false,
        lines: [cannotBeRead(file)],
        data: { imported: false },
      };
    const read = await readWorkbook(bytes);
    if (!read.ok) {
      const lines = [
        `取り込めません。次の${read.faults.length}件を直してください（何も変えていません）。`,
        ...read.faults.map((fault) => `・${faultText(fault)}`),
      ];
      return { ok: false, lines, data: { imported: false, faults: read.faults } };
    }
    const claimant = { who: operator?.trim() || whoever(), now, elapsed: () => performance.now() };
    const summary = await withStore(
      config,
      async (store) => {
        const how = { undo: undo ?? false, writtenOut: read.writtenOut };
        const bring = (keep: () => Promise<void>) => importWorkbook(store, read.content, now, keep, how);
        return withKeptOut(await importAlone(store, claimant, bring), store, now);
      },
      { mayCreate: true },
    ).catch(knownOnly);
    if (summary instanceof ImportBusy) {
      return { ok: false, lines: [summary.message], data: { imported: false, busy: true } };
    }
    if (summary instanceof OtherYear) {
      const lines = ['取り込めません（何も変えていません）。', `・${summary.message}`];
      return { ok: false, lines, data: { imported: false, faults: [{ sheet: '事業', problem: summary.message }] } };
    }
    if (summary instanceof OlderWorkbook)
      return {
        ok: false,
        lines: [
          `取り込めません。この取込表は、チャットや年度更新で決めた次の${summary.sentences.length}件を元に戻します（何も変えていません）。`,
          ...summary.sentences.map((one) => `・${one}`),
          '今のとおりの取込表は npm run bansou -- workbook FILE で作れます。取込表のほうが正しいときは --undo を付けて取り込んでください。',
        ],
        data: { imported: false, undoes: summary.sentences },
      };
    if (summary instanceof UnclearPeople)
      return {
        ok: false,
        lines: [
          '取り込めません。次の方を区別できません（何も変えていません）。',
          ...summary.sentences.map((one) => `・${one}`),
        ],
        data: { imported: false, faults: summary.sentences.map((problem) => ({ sheet: '名簿', problem })) },
      };
    const notes = read.notes.map((note) => `（確認）${faultText(note)}`);
    return { ok: true, lines: [summaryText(summary), ...notes], data: { imported: true, summary, notes: read.notes } };
  },
};

const withKeptOut = async (summary: ImportSummary, store: Store, now: Date): Promise<ImportSummary> => ({
  ...summary,
  said: [...summary.said, ...(await keptOut(store, admission, now))],
});

function knownOnly(error: unknown): ImportBusy | OtherYear | UnclearPeople | OlderWorkbook {
  const known = [ImportBusy, OtherYear, UnclearPeople, OlderWorkbook];
  if (known.some((each) => error instanceof each))
    return error as ImportBusy | OtherYear | UnclearPeople | OlderWorkbook;
  throw error;
}
