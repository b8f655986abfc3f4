import { findItem, findKpi } from '../../../programme/catalogue.ts';
import { editDistance } from '../../../programme/edit-distance.ts';
import { may } from '../../../programme/may.ts';
import type { Registry } from '../../registry.ts';
import type { TurnStart } from '../../turn.ts';
import { type Key, keysNear } from '../names/catalogue-names.ts';
import { tolerance } from '../names/near.ts';
import { pairsIn } from '../parts/pairs.ts';
import type { Option, Reading } from '../parts/reading.ts';
import type { Sentence } from '../parts/sentence.ts';
import type { Span } from '../parts/span.ts';
import { keyOf, plainOf } from '../text/fold.ts';
import { reportOf } from './report.ts';

type World = { readonly turn: TurnStart; readonly registry: Registry };

/** An id that does not exist: that there is none, and the nearest that do, with what was said of it. */
export function guessedId(spans: readonly Span[], world: World): Reading | undefined {
  const { registry } = world;
  const [unknown] = spans.flatMap((span) => (span.kind === 'unknown-id' ? [span] : []));
  if (!unknown) return undefined;
  const near = keysNear(unknown.said);
  const none = plainOf(unknown.said).toUpperCase();
  const told = pairsIn(spans).some(({ values, stages }) => values.length + stages.length > 0);
  if (near.length === 0) {
    const reading = told ? reportOf(pairsIn(spans), spans, world) : { command: registry.means('where'), input: {} };
    return { command: reading.command, input: reading.input, none, notes: [] };
  }
  const isAt = (key: Key): readonly Span[] =>
    spans.map((span) => (span === unknown ? { kind: 'key', keys: [key], from: span.from, to: span.to } : span));
  const options = near.map((key): Option => {
    const reading = told ? reportOf(pairsIn(isAt(key)), isAt(key), world) : viewOf(key, registry);
    return { label: nameOf(key), command: reading.command, input: reading.input };
  });
  const command = options[0]?.command ?? registry.means('nothing');
  return { command, input: {}, options, which: near[0]?.kind, guess: true, none, notes: [] };
}

/** A wish is a short sentence; in a long text one word that is nearly a command's means nothing. */
const MOST_WORDS = 40;
const LONGEST = 20;

/** A word that is nearly one of a command's: もしかして. */
export function guessedCommand(
  sentence: Sentence,
  { registry: { commands }, turn: { who, room } }: World,
): Reading | undefined {
  const words = sentence.folded
    .split(/[\s、。!?のをはが]+/)
    .slice(0, MOST_WORDS)
    .map((word) => keyOf(word.replace(/(お願いします|見せて|教えて|したい|します|です)+$/, '')));
  const said = [...new Set(words)].filter((word) => word.length > 2 && word.length <= LONGEST);
  const near = commands.flatMap((command) => {
    const off = Math.min(...command.says.flatMap((name) => said.map((word) => offBy(word, keyOf(name)))));
    return Number.isFinite(off) && may(who, command.needs, undefined, room.audience) ? [{ command, off }] : [];
  });
  const [first, ...others] = near.toSorted((a, b) => a.off - b.off).slice(0, 3);
  if (!first) return undefined;
  const options = [first, ...others].map(({ command }) => ({
    label: command.says[0],
    command: command.name,
    input: {},
  }));
  return { command: first.command.name, input: {}, options, guess: true, notes: [] };
}

function offBy(word: string, name: string): number {
  return editDistance(word, name, tolerance(name.length < word.length ? name : word));
}

const viewOf = ({ kind, id }: Key, { means }: Registry): Pick<Reading, 'command' | 'input'> => ({
  command: means(kind),
  input: { [kind]: id },
});

const nameOf = ({ id }: Key): string => `${id} ${findItem(id)?.short ?? findKpi(id)?.name ?? ''}`;
