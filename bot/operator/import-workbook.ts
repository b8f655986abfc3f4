import { readFile } from 'node:fs/promises';
import { faultText } from '../../documents/workbook/fault.ts';
import { readWorkbook } from '../../documents/workbook/read.ts';
import { summaryText } from '../import/summary.ts';
import { importWorkbook } from '../import.ts';
import { type Verb, withStore } from './verb.ts';

export const importVerb: Verb = {
  name: 'import',
  usage: 'import FILE',
  help: '取込表を取り込みます。誤りが1つでもあれば何も変えません。',

  async run({ rest: [file], config, now }) {
    if (file === undefined)
      return {
        ok: false,
        lines: ['取込表のファイルを指定してください: npm run bansou -- import 取込表.xlsx'],
        data: { imported: false },
      };
    const bytes = await readFile(file).catch(() => undefined);
    if (!bytes)
      return {
        ok: false,
        lines: [`${file} を読めません。ファイルの場所を確かめてください。`],
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
    const summary = await withStore(config, (store) => importWorkbook(store, read.content, now), { mayCreate: true });
    const notes = read.notes.map((note) => `（確認）${faultText(note)}`);
    return { ok: true, lines: [summaryText(summary), ...notes], data: { imported: true, summary, notes: read.notes } };
  },
};
