import type { Ask, Card } from '../cards/card.ts';
import { inChosenPlace, otherPlaces, type TakenPlace } from '../cards/chosen-place.ts';
import { doubtfulCard } from '../cards/doubtful.ts';
import { questionFor } from '../cards/question.ts';
import { isSure } from '../programme/chosen-place.ts';
import { may, notAllowed } from '../programme/may.ts';
import type { Municipality } from '../programme/municipality.ts';
import { Refusal } from '../programme/refusal.ts';
import { isShared } from '../programme/room.ts';
import type { Command, Errors, InputTrouble, Reply } from './command.ts';
import { fieldsFor } from './inputs/fields.ts';
import { privateNumberAsked } from './inputs/number-asked.ts';
import { secondThoughtAsked } from './inputs/second-thought.ts';
import { aboutMunicipality } from './municipality.ts';
import { registryOf } from './registry.ts';
import type { TurnStart } from './turn.ts';
import { LONGEST_TEXT } from './understand/text/fold.ts';
import { writer } from './writer.ts';

/** What an ask comes to. Nothing is written before a ready one is run. */
export type Decision =
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  /** `asks`: the inputs it asks for, now or next. */
  | { readonly kind: 'question'; readonly asks: readonly string[]; reply(): Promise<Reply> }
  | (Complete & { readonly kind: 'confirmation'; readonly reply: Reply })
  /** `comesBack`: the inputs of which a part cannot be taken; the rest is done. */
  | (Complete & { readonly kind: 'ready'; readonly comesBack: readonly string[]; run(): Promise<Reply> });

/** An ask that lacks nothing: its parsed input, and the turn with what it is about. */
type Complete = { readonly command: Command; readonly input: unknown; readonly turn: Placed };
type Placed = TurnStart & { readonly municipality?: Municipality };

/** The one place that decides what is done about an ask: the dispatcher carries it out, `understand` prints it. */
export async function decide(asked: Ask, commands: readonly Command[], turn: TurnStart): Promise<Decision> {
  try {
    return await decided(asked, commands, turn);
  } catch (error) {
    if (error instanceof Refusal) return { kind: 'refused', refusal: error };
    throw error;
  }
}

async function decided(asked: Ask, commands: readonly Command[], turn: TurnStart): Promise<Decision> {
  const command = registryOf(commands).find(asked.command);
  if (!command) throw Refusal.because(asked.command === '' ? 'old-card' : 'unknown-action');
  permit(command, turn);
  if (JSON.stringify(asked.input).length > LONGEST_TEXT) throw Refusal.because('too-long', { limit: LONGEST_TEXT });
  if (command.about !== 'municipality') return complete(command, asked.input, turn);
  const { municipality, others, card, instead } = await aboutMunicipality(command, asked, turn);
  if (instead) return decided(instead, commands, turn);
  if (municipality) {
    const given = { ...asked.input, municipality: municipality.code };
    const decision = await complete(command, given, { ...turn, municipality });
    const askAbout = (code: string) => ({ ...asked, input: { ...takenBy(command, given), municipality: code } });
    return others ? inChosen(decision, { town: municipality, others, askAbout }, commands) : decision;
  }
  const asks = ['municipality', ...troublesIn(command, asked.input).troubles.map(({ input }) => input)];
  return { kind: 'question', asks, reply: async () => ({ card, how: 'new', asks: true }) };
}

/** What else a press brings along is not carried on: nobody could see it, and it may be of any size. */
function takenBy({ input }: Command, given: Ask['input']): Ask['input'] {
  return Object.fromEntries(Object.entries(given).filter(([name]) => Object.hasOwn(input.shape, name)));
}

/**
 * Decided about the place that was last spoken of, which is shown. A report is asked about once, unless the place was
 * said just now: a wrong write is worse than a question.
 */
async function inChosen(decision: Decision, taken: TakenPlace, commands: readonly Command[]): Promise<Decision> {
  const shown = (reply: Reply, isWritten = false): Reply => ({
    ...reply,
    card: inChosenPlace(reply.card, taken, isWritten),
  });
  if (decision.kind === 'refused') return decision;
  if (decision.kind === 'confirmation') return { ...decision, reply: shown(decision.reply) };
  if (decision.kind === 'question') return { ...decision, reply: async () => shown(await decision.reply()) };
  const { command, input, turn } = decision;
  const isWrite = registryOf(commands).writes(command.name, input as Ask['input']);
  if (!isWrite || (turn.chosen && isSure(turn.chosen)))
    return { ...decision, run: async () => shown(await decision.run(), isWrite) };
  const { comesBack: _, run: _run, ...known } = decision;
  return { ...known, kind: 'confirmation', reply: { card: await ofChosen(command, input, { turn, taken }) } };
}

async function ofChosen(
  command: Command,
  input: unknown,
  { turn, taken }: { readonly turn: Placed; readonly taken: TakenPlace },
): Promise<Card> {
  const { town, askAbout } = taken;
  const review = await command.review?.(input, turn);
  const card = doubtfulCard({
    ask: askAbout(town.code),
    inputs: command.input,
    says: command.says[0],
    why: `直前に話していた${town.name}のことと読んだため、`,
    townName: (code) => (code === town.code ? town.name : code),
    notes: [],
    review,
  });
  return { ...card, body: [...card.body, ...otherPlaces(taken)] };
}

const UNUSABLE = 'この内容では登録できません。もう一度入力してください。';

/** Whether an ask whose municipality is known lacks something, is to be confirmed, or can be done. */
async function complete(command: Command, given: Ask['input'], turn: Placed): Promise<Decision> {
  const { troubles, input } = troublesIn(command, given);
  if (troubles.length > 0) {
    const asks = troubles.map((trouble) => trouble.input);
    return { kind: 'question', asks, reply: () => question(command, given, troubles, turn) };
  }
  const known = { command, input, turn };
  const card = privateNumberAsked(command, given) ?? (await command.confirm?.(input, turn));
  if (card) return { kind: 'confirmation', ...known, reply: { card } };
  const prepared = (await command.prepare?.(input, turn)) ?? { found: undefined };
  if ('reply' in prepared) {
    const { asks, reply } = prepared;
    return asks.length > 0
      ? { kind: 'question', asks, reply: async () => reply }
      : { kind: 'confirmation', ...known, reply };
  }
  const doubted = secondThoughtAsked(command, given);
  if (doubted) return { kind: 'confirmation', ...known, reply: { card: doubted, how: 'new' } };
  const { found, comesBack = [] } = prepared;
  const changeOf = (municipality?: string) => writer(turn.store, turn.from, command.name, municipality);
  const change = changeOf(turn.municipality?.code);
  return { kind: 'ready', ...known, comesBack, run: () => command.run(input, { ...turn, change, changeOf }, found) };
}

function troublesIn(command: Command, given: Ask['input']) {
  const parsed = command.input.safeParse(given);
  if (!parsed.success) return { troubles: parsed.error.issues.map(troubleOf), input: undefined };
  return { troubles: command.check?.(parsed.data) ?? [], input: parsed.data };
}

/** What a schema says without words of its own is English, and nobody's business. */
function troubleOf({ path, message }: { path: readonly PropertyKey[]; message: string }): InputTrouble {
  return { input: String(path[0]), problem: /[ぁ-ん]/.test(message) ? message : UNUSABLE };
}

/** An ask that lacks something, or has something wrong, is answered with a question. */
async function question(
  command: Command,
  given: Ask['input'],
  troubles: readonly InputTrouble[],
  turn: Placed,
): Promise<Reply> {
  const errors = errorsOf(given, troubles);
  const better = await (errors.size > 0 ? command.again?.(given, turn, errors) : command.question?.(given, turn));
  if (better) return { card: better, how: 'new', asks: true };
  const fields = await fieldsFor(command, given, troubles, turn);
  if (fields.length === 0) throw cannotBeAsked(troubles);
  return { card: questionFor(command, given, fields), how: 'new', asks: true };
}

/** Nobody is asked for it: why it cannot be so is said, where its schema says it. */
function cannotBeAsked(troubles: readonly InputTrouble[]): Refusal {
  const sentence = troubles
    .map(({ problem }) => problem)
    .find((problem) => problem !== undefined && problem !== UNUSABLE);
  return sentence === undefined ? Refusal.because('old-card') : Refusal.because('bad-value', { sentence });
}

/** What is wrong with what was given; what is only missing is no error. */
function errorsOf(input: Ask['input'], troubles: readonly InputTrouble[]): Errors {
  const wrong = troubles.filter((trouble) => input[trouble.input] !== undefined);
  return new Map(wrong.map(({ input: name, problem }) => [name, problem ?? '入力を確かめてください。']));
}

/** A button is checked like typed text: first whether this person may do it at all, here. */
function permit(command: Command, { who, room }: TurnStart): void {
  if (command.privately && room.audience !== undefined)
    throw isOfOneself(command)
      ? Refusal.because('one-to-one')
      : Refusal.because('only-one-to-one', { word: command.says[0] });
  if (may(who, command.needs, undefined, room.audience)) return;
  if (!who) throw Refusal.because('unknown-person');
  if (!may(who, command.needs)) throw notAllowed(command.needs, who);
  if (room.audience === 'none') throw Refusal.because('unregistered-room');
  if (isShared(room.audience)) throw Refusal.because('room-of-many', { word: command.says[0] });
  throw Refusal.because('not-in-this-room', { word: command.says[0] });
}

/** What somebody is, set or proved of themselves. */
const isOfOneself = ({ needs }: Command): boolean => needs === 'self' || needs === 'anything';
