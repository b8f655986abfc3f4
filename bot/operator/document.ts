import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Day } from '../../programme/day.ts';
import { PROGRAMME } from '../../storage/collections.ts';
import { storedMunicipalities } from '../../storage/municipalities.ts';
import { documents } from '../features/documents.ts';
import type { HandedOut, Making } from '../files/handed-out.ts';
import { municipalityTyped, unknownMunicipality } from '../hand-over/municipality-typed.ts';
import { misspelt, notImported, type Outcome, type Verb, withStore } from './verb.ts';

/** How many are listed where none is named; the latest come last. */
const LISTED = 50;
/** Beside the document, whatever that is called. */
const ANNEX = '別添.xlsx';

export const documentVerb: Verb = {
  name: 'document',
  usage: 'document NAME [--id ID | --municipality 203033 | --day 年-月-日] [--shared] [--out FILE]',
  help: `配る書類をファイルに書き出します。NAME は ${documents.map(({ name, called }) => `${name}（${called}）`).join('、')}。--id も --municipality も --day もなければ、一覧を示します（1つしかないものは --out だけで書き出せます）。--shared は共有してよい版を、別添のある書類は --out の隣に「${ANNEX}」も書き出します。`,

  async run({ rest: [name], id, municipality, day, out, shared = false, config, now }) {
    const document = documents.find((each) => each.name === name);
    if (!document)
      return misspelt(no(`書類の名前を指定してください: ${documents.map((each) => each.name).join('、')}`));
    if (shared && !document.shares)
      return misspelt(no(`${document.name}には、共有用の版はありません。--shared を付けずに書き出してください。`));
    return withStore(config, async (store) => {
      const programme = (await store.programmes.get(PROGRAMME, 'programme'))?.value;
      if (!programme) return no(notImported);
      const from = { store, programme, now, shared };
      const meant = id === undefined ? await picked(document, { municipality, day, out }, from) : { id };
      if ('ok' in meant) return meant;
      return meant.id === undefined ? listed(document, from) : written(document, meant.id, out, from);
    });
  },
};

type Typed = Pick<Parameters<Verb['run']>[0], 'municipality' | 'day' | 'out'>;

/** Which one is meant where no id says it; none of them where nothing does. */
async function picked(
  { pick }: HandedOut,
  { municipality, day, out }: Typed,
  from: Making,
): Promise<{ readonly id: string | undefined } | Outcome> {
  if (municipality === undefined && day === undefined && out === undefined) return { id: undefined };
  const on = day === undefined ? undefined : Day.safeParse(day);
  if (on?.success === false) return misspelt(no('--day は「年4桁-月2桁-日2桁」で指定してください。'));
  if (municipality === undefined) return { id: await pick?.({ municipality, day: on?.data }, from) };
  const municipalities = await storedMunicipalities(from.store);
  const town = municipalityTyped({ municipalities }, municipality);
  return town
    ? { id: await pick?.({ municipality: town.code, day: on?.data }, from) }
    : unknownMunicipality(municipality);
}

const no = (line: string): Outcome => ({ ok: false, lines: [line], data: { written: false } });

async function listed(document: HandedOut, from: Making): Promise<Outcome> {
  const all = await document.list(from);
  const lines = all.slice(-LISTED).map(([id, what]) => `${id}  ${what}`);
  const first = all.length === 0 ? `${document.called}はまだありません。` : `${document.called} ${all.length}件`;
  return { ok: true, lines: [first, ...lines], data: all.map(([id, what]) => ({ id, what })) };
}

async function written(document: HandedOut, id: string, out: string | undefined, from: Making): Promise<Outcome> {
  const { name, called, ending } = document;
  if (out === undefined)
    return misspelt(no(`書き出すファイルを --out で指定してください（例: --out ${name}${ending}）。`));
  const beside = join(dirname(out), ANNEX);
  const there = [out, ...(document.annex ? [beside] : [])].find((file) => existsSync(file));
  if (there !== undefined) return no(`${there} はすでにあります。上書きしません。別の名前か場所を指定してください。`);
  const bytes = await document.make(id, from);
  if (!bytes)
    return no(`${id} の${called}は見つかりません。npm run bansou -- document ${name} で一覧を確かめてください。`);
  const annex = await document.annex?.(id, from);
  const files = [{ file: out, bytes, what: called }, ...(annex ? [{ file: beside, bytes: annex, what: '別添' }] : [])];
  await writeAll(files);
  const lines = files.map(({ file, what }) => `${file} に${what}を書き出しました。`);
  return { ok: true, lines, data: { file: out, ...(annex && { annex: beside }), written: true } };
}

/** All of them or none; what is there already is left as it is. @throws where one cannot be written */
async function writeAll(files: readonly { readonly file: string; readonly bytes: Uint8Array }[]): Promise<void> {
  const written: string[] = [];
  try {
    for (const { file, bytes } of files) {
      await writeFile(file, bytes, { flag: 'wx' });
      written.push(file);
    }
  } catch (error) {
    for (const file of written) await rm(file, { force: true });
    throw error;
  }
}
