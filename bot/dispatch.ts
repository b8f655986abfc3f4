import type { Logger } from 'pino';
import type { Ask } from '../cards/card.ts';
import { notText } from '../cards/not-text.ts';
import { questionFor } from '../cards/question.ts';
import { refused, stumbled } from '../cards/refused.ts';
import { welcome, welcomeToRoom } from '../cards/welcome.ts';
import type { DeclaredJob } from '../programme/declared-job.ts';
import { type Member, may, notAllowed } from '../programme/member.ts';
import type { Municipality } from '../programme/municipality.ts';
import type { Programme } from '../programme/programme.ts';
import { Refusal } from '../programme/refusal.ts';
import { type KnownKinds, kinds, type Store } from '../storage/collections.ts';
import { askId } from '../storage/ids.ts';
import type { Answer, Incoming } from './channels/channel.ts';
import type { Command, Errors, InputTrouble, Reply, Turn, TurnStart } from './command.ts';
import { aboutChanged } from './features/progress/changed-message.ts';
import { fieldsFor } from './fields.ts';
import { besideQuestion, pause, spoken } from './interview/begin.ts';
import { continueInterview } from './interview/continue-interview.ts';
import { reopen } from './interview/kept.ts';
import { keepOffer } from './interview/options.ts';
import { aboutMunicipality } from './municipality.ts';
import type { Metrics, TurnOutcome } from './observe/metrics.ts';
import { recognise } from './recognise.ts';
import { roomAsOfNow } from './registered-room.ts';
import { programmeIn } from './store-expected.ts';
import { storeRefusal } from './store-trouble.ts';
import { isTooLong, LONGEST_TEXT } from './understand/fold.ts';
import { hear, withNotes } from './understand/hear.ts';
import { writer } from './writer.ts';

export type Bot = {
  readonly store: Store;
  readonly commands: readonly Command[];
  readonly jobs: readonly DeclaredJob[];
  /** Those of the program where others are not named. */
  readonly kinds?: KnownKinds;
  readonly now: () => Date;
  readonly log: Logger;
  readonly metrics: Pick<Metrics, 'turn'>;
};

/** One thing a person did → what is answered: understand → permit → ask for what is missing → run → answer. */
export async function dispatch(bot: Bot, incoming: Incoming): Promise<Answer | undefined> {
  const now = bot.now();
  const began = performance.now();
  const trace: Trace = { command: incoming.did.kind, who: undefined };
  try {
    return await answer(bot, incoming, now, trace);
  } catch (error) {
    if (error instanceof Refusal) {
      trace.outcome = 'refused';
      trace.refused = error.reason;
      return { card: refused(error, trace.again), how: 'new' };
    }
    const reference = crypto.randomUUID().slice(0, 8);
    const known = storeRefusal(error);
    bot.log.error({ reference, err: error, command: trace.command, who: trace.who }, 'turn failed');
    trace.outcome = 'failed';
    trace.refused = known?.reason ?? reference;
    return { card: known ? refused(known) : stumbled(reference), how: 'new' };
  } finally {
    const ms = Math.round(performance.now() - began);
    bot.metrics.turn(trace.outcome ?? 'answered', ms);
    bot.log.info({ ...trace, again: undefined, channel: incoming.channel, ms }, 'turn');
  }
}

type Trace = { command: string; who: string | undefined; outcome?: TurnOutcome; refused?: string; again?: Ask };

async function answer(bot: Bot, incoming: Incoming, now: Date, trace: Trace): Promise<Answer | undefined> {
  const { did } = incoming;
  if (did.kind === 'said' && isTooLong(did.text)) throw Refusal.because('too-long', { limit: LONGEST_TEXT });
  const [who, programme, audience] = await Promise.all([
    recognise(bot.store, incoming, now),
    programmeIn(bot.store, now),
    audienceOf(bot.store, incoming),
  ]);
  trace.who = who?.id;
  if (incoming.did.kind === 'arrived')
    return { card: incoming.room.kind === 'personal' ? welcome(who) : welcomeToRoom(), how: 'new' };
  if (!programme) throw Refusal.because('no-programme');
  const turn = turnOf(bot, incoming, { who, now, programme, audience });
  if (incoming.did.kind === 'changed') {
    const card = await aboutChanged(incoming.did, turn);
    return card && { card, how: 'new' };
  }
  if (incoming.did.kind === 'not-text') return { card: await besideQuestion(notText(), turn), how: 'new' };
  return incoming.formsInCards
    ? answerAtOnce(bot, incoming.did, turn, trace)
    : converse(bot, incoming.did, turn, trace);
}

type Did = Extract<Incoming['did'], { kind: 'said' | 'pressed' }>;
type Pressed = Extract<Did, { kind: 'pressed' }>;

/** Where cards hold fields: everything that is missing is asked in one form; what a card offers may be said as well. */
async function answerAtOnce(bot: Bot, did: Did, turn: TurnStart, trace: Trace): Promise<Answer> {
  const known = did.kind === 'said' ? await continueInterview(did.text, bot.commands, turn) : undefined;
  if (known?.card) return { card: known.card, how: 'new' };
  if (!known) await pause(turn);
  const reply =
    did.kind === 'said' && !known
      ? await carryOut(bot, did.text, turn, trace)
      : await perform(bot, known?.ask ?? (did as Pressed).ask, turn, trace);
  const { card, how } = reply;
  if (card.offers) await keepOffer(card, turn);
  if (did.kind === 'said') return { card, how: 'new' };
  const command = bot.commands.find(({ name }) => name === trace.command);
  return { card, how: how ?? (command?.needs === 'report' ? 'replace' : 'new') };
}

/** Where they do not: an open interview hears first, and what is missing is asked one question at a time. */
async function converse(bot: Bot, did: Did, turn: TurnStart, trace: Trace): Promise<Answer> {
  const known = did.kind === 'said' ? await continueInterview(did.text, bot.commands, turn) : undefined;
  trace.command = 'interview';
  if (known?.card) return { card: known.card, how: 'new' };
  const waiting = known ? known.waiting : await pause(turn);
  const reply =
    did.kind === 'said' && !known
      ? await carryOut(bot, did.text, turn, trace)
      : await performAnswered(bot, known?.ask ?? (did as Pressed).ask, turn, trace);
  const opened = did.kind === 'pressed' && did.opens === true;
  const card = await spoken(reply, { opened, waiting }, turn);
  return { card: withNotes(card, known?.notes ?? []), how: 'new' };
}

/** A fault of ours loses no answer that was given. */
async function performAnswered(bot: Bot, asked: Ask, turn: TurnStart, trace: Trace): Promise<Reply> {
  try {
    return await perform(bot, asked, turn, trace);
  } catch (error) {
    if (!(error instanceof Refusal)) await reopen(turn).catch(() => undefined);
    throw error;
  }
}

/** Does what a sentence asks for, or asks back what it means; how it was read stands above what came of it. */
async function carryOut(bot: Bot, text: string, turn: TurnStart, trace: Trace): Promise<Reply> {
  const read = await hear(text, bot.commands, turn);
  if (read.card) return { card: read.card };
  const reply = await perform(bot, read.ask, turn, trace);
  return { ...reply, card: withNotes(reply.card, read.notes) };
}

/** Runs a command, once it is permitted and what it is about is known. */
async function perform(bot: Bot, asked: Ask, start: TurnStart, trace: Trace): Promise<Reply> {
  const command = bot.commands.find(({ name }) => name === asked.command);
  if (!command) throw Refusal.because(asked.command === '' ? 'old-card' : 'unknown-action');
  trace.command = command.name;
  permit(command, start);
  if (JSON.stringify(asked.input).length > LONGEST_TEXT) throw Refusal.because('too-long', { limit: LONGEST_TEXT });
  if (command.about !== 'municipality') return runOrAsk(bot, command, asked.input, start, trace);
  const about = await aboutMunicipality(command, asked, start);
  if (about.card) return { card: about.card, how: 'new', asks: true };
  const input = { ...asked.input, municipality: about.municipality.code };
  return runOrAsk(bot, command, input, { ...start, municipality: about.municipality }, trace);
}

/** An ask that lacks something, or has something wrong, is answered with a question. */
async function runOrAsk(
  bot: Bot,
  command: Command,
  input: Ask['input'],
  start: TurnStart & { municipality?: Municipality },
  trace: Trace,
): Promise<Reply> {
  if ('seen' in input) trace.again = { command: command.name, input: { ...input, seen: undefined } };
  const turn = { ...start, change: writer(bot.store, start.from, command.name, start.municipality?.code) };
  const parsed = command.input.safeParse(input);
  const troubles = parsed.success ? (command.check?.(parsed.data) ?? []) : parsed.error.issues.map(troubleOf);
  if (parsed.success && troubles.length === 0) {
    const unsure = await command.confirm?.(parsed.data, turn);
    return unsure ? { card: unsure } : command.run(parsed.data, turn);
  }
  const errors = errorsOf(input, troubles);
  const better = await (errors.size > 0 ? command.again?.(input, turn, errors) : command.question?.(input, turn));
  if (better) return { card: better, how: 'new', asks: true };
  const fields = await fieldsFor(command, input, troubles, turn);
  if (fields.length === 0) throw Refusal.because('old-card');
  return { card: questionFor(command, input, fields), how: 'new', asks: true };
}

/** What is wrong with what was given; what is only missing is no error. */
function errorsOf(input: Ask['input'], troubles: readonly InputTrouble[]): Errors {
  const wrong = troubles.filter((trouble) => input[trouble.input] !== undefined);
  return new Map(wrong.map(({ input: name, problem }) => [name, problem ?? '入力を確かめてください。']));
}

function troubleOf({ path, message }: { path: readonly PropertyKey[]; message: string }): InputTrouble {
  return { input: String(path[0]), problem: message };
}

/** A button is checked like typed text: first whether this person may do it at all, here. */
function permit(command: Command, { who, room }: TurnStart): void {
  if (command.privately && room.audience !== undefined) throw Refusal.because('one-to-one');
  if (may(who, command.needs, undefined, room.audience)) return;
  if (!who) throw Refusal.because('unknown-person');
  if (!may(who, command.needs)) throw notAllowed(command.needs, who);
  if (room.audience === 'none') throw Refusal.because('unregistered-room');
  throw Refusal.because('not-in-this-room', { word: command.says[0] });
}

function turnOf(
  bot: Bot,
  incoming: Incoming,
  known: { who: Member | undefined; now: Date; programme: Programme; audience: Turn['room']['audience'] },
): TurnStart {
  const { who, now, programme, audience } = known;
  return {
    who,
    now,
    programme,
    store: bot.store,
    jobs: bot.jobs,
    kinds: bot.kinds ?? kinds,
    via: incoming.channel,
    pressed: incoming.did.kind === 'pressed',
    saidAt: incoming.happenedAt,
    person: incoming.person,
    room: { id: incoming.room.id, channel: incoming.channel, address: incoming.room.address.id, audience },
    from: { by: who?.id ?? 'stranger', at: now.toISOString(), via: incoming.channel, ask: askId(incoming.id) },
  };
}

/** 1:1 has no audience but the person; an unregistered group room may see nothing of a municipality. */
async function audienceOf(store: Store, incoming: Incoming): Promise<Turn['room']['audience']> {
  if (incoming.room.kind === 'personal') return undefined;
  const room = await roomAsOfNow(store, incoming.channel, incoming.room);
  return room?.audience ?? 'none';
}
