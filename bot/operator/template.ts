import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { template } from '../../documents/workbook/template.ts';
import type { Verb } from './verb.ts';

const DEFAULT_FILE = '伴走支援_取込表.xlsx';

export const templateVerb: Verb = {
  name: 'template',
  usage: 'template [--out FILE]',
  help: '空の取込表（Excel）を作ります。',

  async run({ out = DEFAULT_FILE }) {
    if (existsSync(out)) {
      return {
        ok: false,
        lines: [`${out} はすでにあります。上書きしません。--out で別の名前を指定してください。`],
        data: { file: out, written: false },
      };
    }
    await writeFile(out, await template());
    return {
      ok: true,
      lines: [`${out} を作りました。記入したら: npm run bansou -- import ${out}`],
      data: { file: out, written: true },
    };
  },
};
