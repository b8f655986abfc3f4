import type { Command } from '../../command.ts';
import type { Registry } from '../../registry.ts';
import type { TurnStart } from '../../turn.ts';
import { asked, chosen, done, type Nouns, nounsOf } from '../parts/nouns.ts';
import type { Sentence } from '../parts/sentence.ts';
import type { Span } from '../parts/span.ts';
import { OPENERS } from '../parts/verbs.ts';
import { fold, keyOf, plainOf } from '../text/fold.ts';

/** What is called by its own word, and what else is said with it. */
export type Called = {
  readonly command: Command;
  /** The word, as it is kept. */
  readonly noun: string;
  /** Beside the word and the verb, as it was typed. */
  readonly rest: string;
  /** It is only wished for: 取消したい. */
  readonly isWish: boolean;
};

/** More than this is text; nobody asks for something at such length. */
const LONGEST = 80;
const CLOSING = /(?:[。.!！、\s♂♀]|🙇|🙏|😊|🙂|\u200d|\ufe0f)+$/u;
const ASKED = /[?？][。.!！?？\s]*$/u;

type Last = { readonly text: string; readonly registry: Registry; readonly called: readonly Called[] };
/** One reading asks for the same text up to four times. */
const lastOf = new WeakMap<TurnStart, Last>();

/**
 * A command that is asked for by its own word and a verb: 体制表を編集したい, すみません、財源の一覧を見せていただけますか.
 * The longest word is meant, and of those that share a noun the one whose verb is said.
 */
export function calledIn(text: string, registry: Registry, turn: TurnStart): readonly Called[] {
  const last = lastOf.get(turn);
  if (last?.text === text && last.registry === registry) return last.called;
  const called = calledBy(text, registry, turn);
  lastOf.set(turn, { text, registry, called });
  return called;
}

function calledBy(text: string, registry: Registry, turn: TurnStart): readonly Called[] {
  const plain = plainOf(text).trim();
  if (plain.length > LONGEST || plain.includes('\n')) return [];
  const isAsked = ASKED.test(plain);
  const folded = fold(plain).replace(ASKED, '').replace(CLOSING, '');
  const from = OPENERS.exec(folded)?.[0].length ?? 0;
  const nouns = nounsOf(registry);
  const all = [...asked(folded.slice(from))].flatMap(({ core, deeds }) =>
    [...nounsAtEdge(core, nouns)].flatMap(({ noun, rest }) => {
      const command = chosen(nouns.get(noun) ?? [], deeds, turn);
      const said = rest.map(([start, end]) => plain.slice(from + start, from + end)).join(' ');
      const isWish = /たい/.test(folded.slice(from + core.length));
      return command && !(isAsked && command.writes !== false) ? [{ command, noun, rest: said.trim(), isWish }] : [];
    }),
  );
  const said = keyOf(folded);
  return all
    .filter(({ command, noun }) => !isTakenBack(said, noun, command, registry))
    .toSorted((a, b) => a.rest.length - b.rest.length);
}

const TAKES_BACK = /取り?消|やめ/;

/** 休みを取り消す has words of its own for another command, which take back what 休み asks for. */
const isTakenBack = (said: string, noun: string, { name }: Command, registry: Registry): boolean =>
  takingBack(registry).some(([other, key]) => other !== name && key.startsWith(noun) && said.includes(key));

type TakingBack = readonly (readonly [command: string, key: string])[];
const known = new WeakMap<Registry, TakingBack>();

/** The words that take something back, each with the name of its command. */
function takingBack(registry: Registry): TakingBack {
  const last = known.get(registry);
  if (last) return last;
  const all = registry.commands.flatMap(({ name, spoken }) =>
    (spoken?.words ?? []).filter((word) => TAKES_BACK.test(word)).map((word) => [name, keyOf(word)] as const),
  );
  known.set(registry, all);
  return all;
}

const BETWEEN = /[の、\s]/u;

type Edge = { readonly noun: string; readonly rest: readonly (readonly [number, number])[] };

/** The nouns that the core begins or ends with, the longest first, with what stands beside them. */
function* nounsAtEdge(core: string, nouns: Nouns): Generator<Edge> {
  const whole = keyOf(core);
  if (nouns.has(whole)) yield { noun: whole, rest: [] };
  for (let at = 1; at < core.length; at++) {
    if (!BETWEEN.test(core[at - 1] ?? '')) continue;
    const noun = keyOf(core.slice(at));
    if (nouns.has(noun)) yield { noun, rest: [[0, core.slice(0, at).replace(/(?:の|[、\s])+$/u, '').length]] };
  }
  for (let at = core.length - 1; at > 1; at--) {
    const between = /^(?:[のは、\s])+/u.exec(core.slice(at));
    if (!between) continue;
    const noun = keyOf(core.slice(0, at));
    if (nouns.has(noun)) yield { noun, rest: [[at + between[0].length, core.length]] };
  }
}

/** The parts of a sentence where the verb at its end says which of the commands that share a noun is meant. */
export function withDeed(
  spans: readonly Span[],
  { folded }: Pick<Sentence, 'folded'>,
  registry: Registry,
  turn: TurnStart,
): readonly Span[] {
  const nouns = nounsOf(registry);
  for (const { deeds, at } of asked(folded.replace(CLOSING, ''))) {
    if (deeds.length === 0 || spans.some(({ kind, to }) => kind !== 'intent' && to > at)) continue;
    const before = spans.filter(({ to }) => to <= at);
    const [named] = before.flatMap((span) => {
      const uses = span.kind === 'intent' ? nouns.get(keyOf(folded.slice(span.from, span.to))) : undefined;
      const command = uses && done(uses, deeds, turn);
      return command ? [{ span, command }] : [];
    });
    if (!named) continue;
    const { from, to } = named.span;
    const own = { kind: 'intent' as const, command: named.command.name, whole: false, from, to };
    const verb = /たい/.test(folded.slice(at)) ? [] : [{ kind: 'around' as const, from: at, to: folded.length }];
    return [...before.filter((span) => span !== named.span), own, ...verb].toSorted((a, b) => a.from - b.from);
  }
  return spans;
}
