import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { writtenOut } from '../../documents/workbook/written-out.ts';
import { workbookContent } from '../hand-over/workbook-content.ts';
import { misspelt, notImported, type Verb, withStore } from './verb.ts';

export const workbookVerb: Verb = {
  name: 'workbook',
  usage: 'workbook FILE',
  help: 'チャットで変えたことも含めて、今の事業を取込表（Excel）に書き出します。直してそのまま取り込めます。',

  async run({ rest: [file], config, now }) {
    const unwritten = (line: string) => ({ ok: false, lines: [line], data: { file, written: false } });
    if (file === undefined)
      return misspelt(unwritten('書き出すファイルを指定してください: npm run bansou -- workbook 取込表.xlsx'));
    if (existsSync(file)) return unwritten(`${file} はすでにあります。上書きしません。別の名前を指定してください。`);
    const content = await withStore(config, workbookContent);
    if (!content) return unwritten(notImported);
    await writeFile(file, await writtenOut(content, now));
    const { municipalities, members, items, kpis, meetings } = content;
    const counted = `市町村 ${municipalities.length}・名簿 ${members.length}・取組 ${items.length}・KPI ${kpis.length}・会議 ${meetings.length}`;
    const lines = [
      `${file} に書き出しました（${counted}）。氏名とメールが入っています。`,
      `直したら: npm run bansou -- import ${file}`,
    ];
    return { ok: true, lines, data: { file, written: true } };
  },
};
