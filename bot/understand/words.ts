import type { CommandName } from '../../programme/asks.ts';
import { catalogueNames, type Key } from './catalogue-names.ts';
import { intentNames } from './intent-words.ts';
import { lexiconOf } from './lexicon.ts';
import { stageNames } from './stage-words.ts';

/** What a word of the programme stands for, whoever says it. */
export type Meaning =
  | Key
  | { readonly kind: 'stage'; readonly stage: string }
  | { readonly kind: 'intent'; readonly command: CommandName };

/** Items, KPIs, stages and what can be asked: built once, for everyone. */
export const words = lexiconOf<Meaning>([
  ...catalogueNames,
  ...stageNames.map(([name, stage]) => [name, { kind: 'stage', stage }] as const),
  ...intentNames.map(([name, command]) => [name, { kind: 'intent', command }] as const),
]);
