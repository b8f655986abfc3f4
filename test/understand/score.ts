import { isDeepStrictEqual } from 'node:util';
import { commands } from '../../bot/features/index.ts';
import { registryOf } from '../../bot/registry.ts';
import { understand } from '../../bot/understand/understand.ts';
import { type Verdict, verdictOn } from '../../bot/understand/verdict.ts';
import type { Labelled, World } from './world.ts';

const { writes } = registryOf(commands);

export type Scored = Labelled & { readonly got: Verdict; readonly right: boolean; readonly wrongWrite: boolean };

/** How each sentence was read, against how it is meant. */
export async function scoreOf(sentences: readonly Labelled[], world: World): Promise<readonly Scored[]> {
  const scored: Scored[] = [];
  for (const sentence of sentences) {
    const turn = world.turn(sentence.as);
    const got = await verdictOn(await understand(sentence.text, commands, turn), commands, turn);
    const { command, input, sure } = sentence;
    const right = got.command === command && got.sure === sure && isDeepStrictEqual({ ...got.input }, input);
    scored.push({ ...sentence, got, right, wrongWrite: got.sure && writes(got.command, got.input) && !right });
  }
  return scored;
}
