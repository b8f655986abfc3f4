import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { PROGRAMME } from '../../storage/collections.ts';
import { documents } from '../features/documents.ts';
import type { HandedOut, Making } from '../handed-out.ts';
import { notImported, type Outcome, type Verb, withStore } from './verb.ts';

/** How many are listed where none is named; the latest come last. */
const LISTED = 50;

export const documentVerb: Verb = {
  name: 'document',
  usage: 'document NAME [--id ID --out FILE]',
  help: `配る書類をファイルに書き出します。NAME は ${documents.map(({ name, called }) => `${name}（${called}）`).join('、')}。--id がなければ一覧を示します。`,

  async run({ rest: [name], id, out, config, now }) {
    const document = documents.find((each) => each.name === name);
    if (!document) return no(`書類の名前を指定してください: ${documents.map((each) => each.name).join('、')}`);
    return withStore(config, async (store) => {
      const programme = (await store.programmes.get(PROGRAMME, 'programme'))?.value;
      if (!programme) return no(notImported);
      const from = { store, programme, now };
      return id === undefined ? listed(document, from) : written(document, id, out, from);
    });
  },
};

const no = (line: string): Outcome => ({ ok: false, lines: [line], data: { written: false } });

async function listed(document: HandedOut, from: Making): Promise<Outcome> {
  const all = await document.list(from);
  const lines = all.slice(-LISTED).map(([id, what]) => `${id}  ${what}`);
  const first = all.length === 0 ? `${document.called}はまだありません。` : `${document.called} ${all.length}件`;
  return { ok: true, lines: [first, ...lines], data: all.map(([id, what]) => ({ id, what })) };
}

async function written(document: HandedOut, id: string, out: string | undefined, from: Making): Promise<Outcome> {
  const { name, called, ending } = document;
  if (out === undefined) return no(`書き出すファイルを --out で指定してください（例: --out ${name}${ending}）。`);
  if (existsSync(out)) return no(`${out} はすでにあります。上書きしません。別の名前を指定してください。`);
  const bytes = await document.make(id, from);
  if (!bytes)
    return no(`${id} の${called}は見つかりません。npm run bansou -- document ${name} で一覧を確かめてください。`);
  await writeFile(out, bytes);
  return { ok: true, lines: [`${out} に${called}を書き出しました。`], data: { file: out, written: true } };
}
