import { CopyRefused, type Counts } from '../../storage/embedded-copy.ts';
import { StoreUnavailable } from '../../storage/store.ts';
import { calledOf } from '../hand-over/everything.ts';
import type { Outcome } from './verb.ts';

const doings = { copy: '写しています', move: '移しています', check: '確かめています' } as const;
type Step = { readonly doing: keyof typeof doings; readonly done: number; readonly total: number };
/** Progress is told in tenths. */
const STEPS = 10;

/** A line for each tenth of the work. */
export function stepLines(tell: (line: string) => void = () => undefined): (step: Step) => void {
  let last = '';
  return ({ doing, done, total }) => {
    const line = `${doings[doing]}… ${Math.floor((done / total) * STEPS) * (100 / STEPS)}%`;
    if (done > 0 && line !== last) tell(line);
    last = line;
  };
}

export function copiedLines(counts: Counts): readonly string[] {
  return Object.entries(counts).map(([name, count]) => `  ${calledOf(name)}\t${count}件`);
}

/** What is refused is told in a sentence. */
export async function refusable(verb: 'backup' | 'restore', work: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof CopyRefused || error instanceof StoreUnavailable)) throw error;
    const done = verb === 'backup' ? { backup: false } : { restored: false };
    return { ok: false, lines: [`${error.message}。`], data: { ...done, why: error.why } };
  }
}
