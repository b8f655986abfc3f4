import { createHash } from 'node:crypto';
import { placeOf } from '../../cards/file-faults.ts';
import type { Provenance } from '../../programme/provenance.ts';
import { Refusal } from '../../programme/refusal.ts';
import { PROGRAMME, type Store } from '../../storage/collections.ts';
import type { Config } from '../config.ts';
import { takenInKinds } from '../features/taken-in.ts';
import { readFile, takingIn } from '../files/take-in.ts';
import type { TakenIn, TakingIn } from '../files/taken-in.ts';
import { writer } from '../writer.ts';
import { handedFile } from './handed-file.ts';
import { misspelt, notImported, type Outcome, type Verb, withStore } from './verb.ts';

export const takeVerb: Verb = takeVerbOf(takenInKinds);

/** @param kinds the workbooks that come back filled in */
function takeVerbOf(kinds: readonly TakenIn[]): Verb {
  return {
    name: 'take',
    usage: 'take FILE [--apply]',
    help: `書き込んで戻ってきた表${kinds.length > 0 ? `（${kinds.map(({ name }) => name).join('、')}）` : ''}の違いを示します。--apply を付けると、ほかの変更とぶつからないところを記録します。`,

    async run({ rest: [path], apply = false, config, now }) {
      if (path === undefined) return misspelt(no('ファイルを指定してください: npm run bansou -- take ファイル.xlsx'));
      const bytes = await handedFile(path);
      if (typeof bytes === 'string') return no(bytes);
      return inProgramme(config, async (store, programme) => {
        const from = await takingIn({ store, programme, now });
        const found = await readFile(bytes, kinds, from).catch(refusalOnly);
        if (found instanceof Refusal) return no(found.message);
        const { kind, read } = found;
        if ('faults' in read) return faulty(read.faults);
        const { lines, conflicts } = await kind.differences(read.content, from);
        const about = { kind: kind.name, municipality: read.municipality, conflicts };
        if (!apply) return shown(lines, about);
        const written = await kind.apply(read.content, writingTo(from, bytes, read.municipality));
        return applied(written, about);
      });
    },
  };
}

type About = { readonly kind: string; readonly municipality: string; readonly conflicts: number };

const inProgramme = (
  config: Config,
  work: (store: Store, programme: TakingIn['programme']) => Promise<Outcome>,
): Promise<Outcome> =>
  withStore(config, async (store) => {
    const programme = (await store.programmes.get(PROGRAMME, 'programme'))?.value;
    return programme ? work(store, programme) : no(notImported);
  });

/** The same file, taken once more, is the same ask. */
function writingTo(from: TakingIn, bytes: Uint8Array, municipality: string) {
  const ask = `take-${createHash('sha256').update(bytes).digest('hex').slice(0, 24)}`;
  const provenance: Provenance = { by: 'operator', at: from.now.toISOString(), via: 'cli', ask };
  return { ...from, from: provenance, change: writer(from.store, provenance, 'take', municipality) };
}

function refusalOnly(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  throw error;
}

const no = (line: string): Outcome => ({ ok: false, lines: [line], data: { applied: false, refused: line } });

const faulty = (faults: Extract<Awaited<ReturnType<TakenIn['read']>>, { faults: unknown }>['faults']): Outcome => ({
  ok: false,
  lines: [
    `取り込めません。次の${faults.length}件を直してください（何も変えていません）。`,
    ...faults.map((fault) => `・${placeOf(fault)}: ${fault.instead}`),
  ],
  data: { applied: false, faults },
});

function shown(lines: readonly string[], about: About): Outcome {
  const first =
    lines.length === 0
      ? `${about.kind}に、今の記録と違うところはありません。`
      : `${about.kind}の違い ${lines.length}件`;
  const last = lines.length === 0 ? [] : ['何も変えていません。記録するときは --apply を付けてください。'];
  return {
    ok: true,
    lines: [first, ...lines.map((line) => `・${line}`), ...conflictLines(about), ...last],
    data: { ...about, applied: false, differences: lines },
  };
}

const applied = (written: readonly string[], about: About): Outcome => ({
  ok: true,
  lines: [
    written.length === 0 ? '記録するものはありませんでした。' : `${about.kind}から ${written.length}件を記録しました。`,
    ...written.map((line) => `・${line}`),
    ...conflictLines(about),
  ],
  data: { ...about, applied: true, written },
});

const conflictLines = ({ conflicts }: About): readonly string[] =>
  conflicts === 0
    ? []
    : [`${conflicts}件は、書き出したあとにほかの変更があったため、記録しません。今の表を書き出して、直してください。`];
