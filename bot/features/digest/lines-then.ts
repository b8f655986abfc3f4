import type { WaitingShown } from '../../../cards/digest/prefecture-waiting.ts';
import { digestLines } from '../digest-lines.ts';
import type { DigestMoment } from './digest-line.ts';

/** What the other columns had to say at a moment: what waited for the prefecture, and what was late beside the items. */
export type LinesThen = { readonly waiting: readonly WaitingShown[]; readonly lines: readonly string[] };

export async function linesThen(moment: DigestMoment): Promise<LinesThen> {
  const said = await Promise.all(digestLines.map((line) => line(moment)));
  return {
    waiting: said.filter((each) => each !== undefined && typeof each !== 'string'),
    lines: said.filter((each) => typeof each === 'string'),
  };
}
