import { findItem, findKpi } from '../../programme/catalogue.ts';
import { may } from '../../programme/member.ts';
import type { Command, TurnStart } from '../command.ts';
import { type Key, keysNear } from './catalogue-names.ts';
import { keyOf } from './fold.ts';
import { distance, tolerance } from './near.ts';
import { pairsIn } from './pairs.ts';
import type { Option, Reading } from './reading.ts';
import { reportOf } from './report.ts';
import type { Sentence, Span } from './sentence.ts';

/** An id that does not exist: the nearest that do, with what was said of it. */
export function guessedId(spans: readonly Span[], turn: TurnStart): Reading | undefined {
  const [unknown] = spans.flatMap((span) => (span.kind === 'unknown-id' ? [span] : []));
  const near = unknown ? keysNear(unknown.said) : [];
  if (!unknown || near.length === 0) return undefined;
  const told = pairsIn(spans).some(({ values, stages }) => values.length + stages.length > 0);
  const isAt = (key: Key): readonly Span[] =>
    spans.map((span) => (span === unknown ? { kind: 'key', keys: [key], from: span.from, to: span.to } : span));
  const options = near.map((key): Option => {
    const reading = told ? reportOf(pairsIn(isAt(key)), isAt(key), turn) : viewOf(key);
    return { label: nameOf(key), command: reading.command, input: reading.input };
  });
  const [first] = options;
  return { command: first?.command ?? 'help', input: {}, options, which: near[0]?.kind, guess: true, notes: [] };
}

/** A word that is nearly one of a command's: もしかして. */
export function guessedCommand(
  sentence: Sentence,
  commands: readonly Command[],
  { who, room }: TurnStart,
): Reading | undefined {
  const said = sentence.folded
    .split(/[\s、。!?のをはが]+/)
    .map((word) => keyOf(word.replace(/(お願いします|見せて|教えて|したい|します|です)+$/, '')))
    .filter((word) => word.length > 2);
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
  return distance(word, name, tolerance(name.length < word.length ? name : word));
}

function viewOf({ kind, id }: Key): Pick<Reading, 'command' | 'input'> {
  return kind === 'item'
    ? { command: 'show-item', input: { item: id } }
    : { command: 'show-history', input: { kpi: id } };
}

const nameOf = ({ id }: Key): string => `${id} ${findItem(id)?.short ?? findKpi(id)?.name ?? ''}`;
