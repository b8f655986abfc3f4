import { createHash } from 'node:crypto';
import type { z } from 'zod';
import type { Stamp } from '../../documents/xlsx/stamp.ts';
import { editionName, editionOf, findEdition } from '../../programme/catalogue.ts';
import type { Programme } from '../../programme/programme.ts';
import { Refusal } from '../../programme/refusal.ts';
import { jsonOf, type TakenFile } from '../../programme/taken-file.ts';
import { PROGRAMME, type Store } from '../../storage/collections.ts';
import type { MunicipalStart, MunicipalTurn } from '../turn.ts';
import type { FileFault, TakingIn } from './taken-in.ts';

type Meant = { readonly kind: string; readonly id: string | undefined };

/** What the commands about a workbook that came back have in common: they are asked by its own card, 1:1. */
export const forReturned = { group: 'none', privately: true, usualFor: 'nobody' } as const;

/** What was read of workbooks of one kind, kept until somebody has said 確定 or that none of it is wanted. */
export function returnedAs<C extends { readonly dropped: boolean }>(kind: string, schema: z.ZodType<C>) {
  return {
    /**
     * One of this municipality: the last one where no id is said.
     * @throws Refusal where there is none, or nothing of a year may be written just now
     */
    async found(start: MunicipalStart, id: string | undefined): Promise<{ taken: string; returned: C }> {
      const file = await foundFile(start, { kind, id });
      const returned = file && schema.parse(file.content);
      if (!file || !returned || returned.dropped) throw Refusal.because('no-returned-file', { name: kind });
      if (await isYearUnderWay(start.store)) throw Refusal.because('bad-value', { sentence: yearUnderWay(kind) });
      return { taken: file.id, returned };
    },

    /** Keeps what somebody has said of it; what was read stays. @throws Refusal where it is forgotten by now */
    async keep({ change }: Pick<MunicipalTurn, 'change'>, taken: string, next: (returned: C) => C): Promise<void> {
      await change('takenFiles', { partition: PROGRAMME, id: taken }, (known) => {
        if (!known) throw Refusal.because('no-returned-file', { name: kind });
        return { ...known, content: jsonOf(next(schema.parse(known.content)) as object) };
      });
    },
  };
}

/** What tells two of the same changes from others, so that exactly what was seen is written. */
export const printOf = (changes: unknown): string =>
  createHash('sha256').update(JSON.stringify(changes)).digest('hex').slice(0, 16);

async function foundFile({ store, municipality }: MunicipalStart, { kind, id }: Meant): Promise<TakenFile | undefined> {
  const isIt = (taken: TakenFile) => taken.kind === kind && taken.municipality === municipality.code;
  if (id !== undefined) {
    const found = (await store.takenFiles.get(PROGRAMME, id))?.value;
    return found && isIt(found) ? found : undefined;
  }
  const all = (await store.takenFiles.list(PROGRAMME)).map(({ value }) => value);
  return all
    .filter(isIt)
    .toSorted((a, b) => a.at.localeCompare(b.at))
    .at(-1);
}

/** What is said of a file as a whole. */
export const ofWholeFile = (instead: string): FileFault => ({ sheet: '', row: undefined, instead });

/** Why a workbook that came back is not taken whatever stands in it. @param name what it is called */
export async function refusedReturn(
  { municipality }: Pick<Stamp, 'municipality'>,
  { municipalities, store }: Pick<TakingIn, 'municipalities' | 'store'>,
  name: string,
): Promise<string | undefined> {
  if (await isYearUnderWay(store)) return yearUnderWay(name).replace(/。$/, '');
  return municipalities.some(({ code, supported }) => code === municipality && supported)
    ? undefined
    : `この事業で支援している市町村の${name}ではありません。事務局にお知らせください`;
}

/** That it was written out with other items and KPIs than those of the programme. @param anew how to get a new one */
export function otherEdition(edition: string, programme: Programme, anew: string): string | undefined {
  const [current, known] = [editionOf(programme), findEdition(edition)];
  return edition === current.id
    ? undefined
    : `項目とKPIの版（${known ? editionName(known) : edition}）が、今の版（${editionName(current)}）と違います。${anew}`;
}

/** Nothing that belongs to a year is taken in while 年度更新 is half done. @param name what the workbook is called */
const yearUnderWay = (name: string): string =>
  `年度更新の途中のため、${name}を取り込めません。何も変えていません。年度更新が終わってから、もう一度送ってください。止まったままのときは、事務局に「年度更新」の続きか取りやめを頼んでください。`;

export const isYearUnderWay = async (store: Store): Promise<boolean> =>
  (await store.yearsUnderWay.list(PROGRAMME)).length > 0;
