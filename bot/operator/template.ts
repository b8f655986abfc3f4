import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { faultText } from '../../documents/workbook/fault.ts';
import { type FilledTemplate, filledTemplate } from '../../documents/workbook/filled-template.ts';
import { template } from '../../documents/workbook/template.ts';
import { cannotBeRead } from './handed-file.ts';
import type { Verb } from './verb.ts';

const DEFAULT_FILE = '伴走支援_取込表.xlsx';

export const templateVerb: Verb = {
  name: 'template',
  usage: 'template [--for FILE] [--out FILE]',
  help: '空の取込表（Excel）を作ります。--for に「事業」と「市町村」を書いた取込表を指定すると、取組とKPIの行も入れます。',

  async run({ out = DEFAULT_FILE, for: started }) {
    const unwritten = (...lines: readonly string[]) => ({ ok: false, lines, data: { file: out, written: false } });
    if (existsSync(out)) {
      return unwritten(`${out} はすでにあります。上書きしません。--out で別の名前を指定してください。`);
    }
    if (started === undefined) {
      await writeFile(out, await template());
      return written(out);
    }
    const bytes = await readFile(started).catch(() => undefined);
    if (!bytes) return unwritten(cannotBeRead(started));
    const filled = await filledTemplate(bytes);
    if (!filled.ok) {
      const faults = filled.faults.map((fault) => `・${faultText(fault)}`);
      return unwritten('作れません。先に次のところを直してください。', ...faults);
    }
    await writeFile(out, filled.bytes);
    return written(out, filled);
  },
};

function written(file: string, filled?: FilledTemplate & { readonly ok: true }) {
  const lines = [`${file} を作りました。記入したら: npm run bansou -- import ${file}`];
  if (!filled) return { ok: true, lines, data: { file, written: true } };
  const { items, kpis, year } = filled;
  if (items > 0) {
    const advice = '来年度以降に送る項目と、取り組まない項目（対象外）を直してください。';
    lines.push(`  取組: ${items}行を足しました。実施年度はどれも${year}です。${advice}`);
  }
  if (kpis > 0) {
    lines.push(
      `  KPI: ${kpis}行を足しました。目標値・期限・週次の○は案です。市町村ごとに直してください（○は5つまで）。`,
    );
  }
  return { ok: true, lines, data: { file, written: true, items, kpis } };
}
