import type { Logger } from 'pino';
import type { Ask, Card } from '../cards/card.ts';
import { filesOneToOne } from '../cards/files-one-to-one.ts';
import { notText } from '../cards/not-text.ts';
import { refused, stumbled } from '../cards/refused.ts';
import { welcome, welcomeToRoom } from '../cards/welcome.ts';
import { channels } from '../programme/channel.ts';
import type { DeclaredJob } from '../programme/declared-job.ts';
import type { Interview } from '../programme/interview.ts';
import { noAccessSentence } from '../programme/no-access.ts';
import { Refusal } from '../programme/refusal.ts';
import { type KnownKinds, kinds, type Store } from '../storage/collections.ts';
import { askId, roomId } from '../storage/ids.ts';
import type { Answer, Incoming } from './channels/channel.ts';
import type { Command, Reply } from './command.ts';
import { type Decision, decide } from './decide.ts';
import { takeIn } from './files/take-in.ts';
import type { TakenIn } from './files/taken-in.ts';
import { besideQuestion, keepInSight, pause, spoken, withPaused } from './interview/begin.ts';
import { continueInterview } from './interview/continue-interview.ts';
import { reopen } from './interview/kept.ts';
import { keepWritten } from './last-written.ts';
import type { Metrics, TurnOutcome } from './observe/metrics.ts';
import { registryOf } from './registry.ts';
import type { Turn, TurnStart } from './turn.ts';
import { hear, withNotes } from './understand/hear.ts';
import { isTooLong, LONGEST_TEXT } from './understand/text/fold.ts';
import type { HouseFacts } from './upkeep/house-facts.ts';
import { programmeIn } from './upkeep/store-expected.ts';
import { storeRefusal } from './upkeep/store-trouble.ts';
import type { Admission } from './who/admission.ts';
import { keepChosen } from './who/keep-chosen.ts';
import { noteShowing } from './who/note-showing.ts';
import { recognise } from './who/recognise.ts';
import { roomAsOfNow } from './who/registered-room.ts';

export type Bot = {
  readonly store: Store;
  readonly commands: readonly Command[];
  readonly jobs: readonly DeclaredJob[];
  /** The workbooks that come back filled in. */
  readonly takenIn?: readonly TakenIn[];
  /** Those of the program where others are not named. */
  readonly kinds?: KnownKinds;
  readonly now: () => Date;
  readonly log: Logger;
  readonly metrics: Pick<Metrics, 'turn'>;
  /** Who of the roster has access. */
  readonly admission: Admission;
  readonly house?: HouseFacts;
};

/** One thing a person did → what is answered: understand → decide → carry out → answer. */
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
      const card = refused(error, trace.again);
      return { card: trace.waiting ? withPaused(card, trace.waiting) : card, how: 'new' };
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
    bot.log.info({ ...trace, again: undefined, waiting: undefined, channel: incoming.channel, ms }, 'turn');
  }
}

type Trace = {
  command: string;
  who: string | undefined;
  outcome?: TurnOutcome;
  refused?: string;
  again?: Ask;
  /** What the person was in the midst of: also who is refused is told that it waits. */
  waiting?: Interview | undefined;
};

async function answer(bot: Bot, incoming: Incoming, now: Date, trace: Trace): Promise<Answer | undefined> {
  const { did } = incoming;
  if (did.kind === 'said' && isTooLong(did.text)) throw Refusal.because('too-long', { limit: LONGEST_TEXT });
  const [{ who, chosen, kept }, programme, audience] = await Promise.all([
    recognise(bot, incoming, now),
    programmeIn(bot.store, now),
    audienceOf(bot.store, incoming),
  ]);
  trace.who = who?.id ?? kept?.out.id;
  if (kept) throw keptOut(kept, incoming);
  if (incoming.did.kind === 'arrived')
    return { card: incoming.room.kind === 'personal' ? welcome(who) : welcomeToRoom(), how: 'new' };
  if (!programme) throw Refusal.because('no-programme');
  const turn = turnOf(bot, incoming, { who, chosen, now, programme, audience });
  const given = await answerIn(turn, incoming, bot, trace);
  if (!given) return undefined;
  const answered = { ...given, card: withFiles(given.card, incoming, bot) };
  const noted = await noteShowing(bot.store, answered.card, viewerIn(turn));
  return noted ? { ...answered, posted: noted.posted } : answered;
}

/** Files are handed out 1:1 only: in a room there are always others, and some products could not. */
function withFiles(card: Card, { room, channel }: Incoming, { commands }: Bot): Card {
  if (room.kind === 'personal' && channels[channel].files) return card;
  return filesOneToOne(card, (command) => registryOf(commands).find(command)?.says[0]);
}

async function answerIn(turn: TurnStart, incoming: Incoming, bot: Bot, trace: Trace): Promise<Answer | undefined> {
  const { did, formsInCards } = incoming;
  if (did.kind === 'arrived') return undefined;
  if (did.kind === 'changed') return messageChanged(bot, did, turn);
  if (did.kind === 'not-text') return { card: await besideQuestion(notText(), turn), how: 'new' };
  const heard = did.kind === 'file' ? await heardFrom(bot, did, turn, trace) : did;
  if ('card' in heard) return { card: await besideQuestion(heard.card, turn), how: 'new' };
  return formsInCards ? answerAtOnce(bot, heard, turn, trace) : converse(bot, heard, turn, trace);
}

/** What a file comes to: the ask that shows what it would change. What was written with one that is not read is heard. */
async function heardFrom(
  { commands, takenIn = [] }: Bot,
  { file, beside }: Extract<Incoming['did'], { kind: 'file' }>,
  turn: TurnStart,
  trace: Trace,
): Promise<Did | { readonly card: Card }> {
  try {
    const taken = await takeIn(file, { commands, takenIn }, turn);
    return 'command' in taken ? { kind: 'pressed', ask: taken } : { card: taken };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.reason === 'file-not-ours' && beside) return { kind: 'said', text: beside };
    Object.assign(trace, { outcome: 'refused', refused: error.reason });
    return { card: refused(error) };
  }
}

async function messageChanged(
  { commands }: Bot,
  did: Extract<Incoming['did'], { kind: 'changed' }>,
  turn: TurnStart,
): Promise<Answer | undefined> {
  const about = commands.find((command) => command.messageChanged);
  const card = await about?.messageChanged?.(did, turn);
  return card && { card, how: 'new' };
}

/** To whom an answer is shown. */
const viewerIn = ({ who, room, via, from }: TurnStart) => ({
  to:
    room.audience === undefined
      ? ({ kind: 'member', id: from.by } as const)
      : ({ kind: 'room', id: roomId(via, room.id) } as const),
  ...{ by: from.by, via, address: room.address, at: from.at, ask: from.ask, who, audience: room.audience },
});

/** What is missing is told to the person alone. */
function keptOut({ out, by }: NonNullable<Awaited<ReturnType<typeof recognise>>['kept']>, { room }: Incoming): Refusal {
  if (room.kind !== 'personal') return Refusal.because('no-access-here');
  return Refusal.because('no-access', { sentence: noAccessSentence(by, out) });
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
  await keepInSight(card, undefined, bot.commands, turn);
  if (did.kind === 'said') return { card, how: 'new' };
  const command = bot.commands.find(({ name }) => name === trace.command);
  return {
    card,
    how: how ?? (command && (command.needs === 'report' || command.needs === 'take-back') ? 'replace' : 'new'),
  };
}

/** Where they do not: an open interview hears first, and what is missing is asked one question at a time. */
async function converse(bot: Bot, did: Did, turn: TurnStart, trace: Trace): Promise<Answer> {
  const known = did.kind === 'said' ? await continueInterview(did.text, bot.commands, turn) : undefined;
  trace.command = 'interview';
  if (known?.card) return { card: known.card, how: 'new' };
  const waiting = known ? known.waiting : await pause(turn);
  trace.waiting = waiting;
  const reply =
    did.kind === 'said' && !known
      ? await carryOut(bot, did.text, turn, trace)
      : await performAnswered(bot, known?.ask ?? (did as Pressed).ask, turn, trace);
  const opened = did.kind === 'pressed' && did.opens === true;
  const card = await spoken(reply, { opened, waiting }, bot.commands, turn);
  return { card: withNotes(card, known?.notes ?? []), how: 'new' };
}

/** Carries out what an interview has asked for; where a fault of ours stops it, no answer that was given is lost. */
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

/** What the log says was asked for. */
const loggedAs = ({ name, confidential }: Command): string => (confidential ? 'confidential' : name);

/** Carries out what is decided about an ask. */
async function perform(bot: Bot, asked: Ask, turn: TurnStart, trace: Trace): Promise<Reply> {
  const asking = registryOf(bot.commands).find(asked.command);
  trace.command = asking ? loggedAs(asking) : trace.command;
  if ('seen' in asked.input) trace.again = { ...asked, input: { ...asked.input, seen: undefined } };
  const decision = await decide(asked, bot.commands, turn);
  if ('command' in decision) {
    trace.command = loggedAs(decision.command);
    if (!decision.command.confidential) await keepChosen(decision.input, asked, turn);
  }
  switch (decision.kind) {
    case 'refused':
      throw decision.refusal;
    case 'question':
      return decision.reply();
    case 'confirmation':
      return decision.reply;
    case 'ready':
      return carriedOut(decision, bot, turn);
  }
}

async function carriedOut(
  { command, input, run }: Extract<Decision, { kind: 'ready' }>,
  { commands }: Bot,
  turn: TurnStart,
): Promise<Reply> {
  const reply = await run();
  if (registryOf(commands).writes(command.name, input as Ask['input'])) await keepWritten(command, turn);
  return reply;
}

function turnOf(
  bot: Bot,
  incoming: Incoming,
  known: Pick<TurnStart, 'who' | 'chosen' | 'now' | 'programme'> & { audience: Turn['room']['audience'] },
): TurnStart {
  const { who, chosen, now, programme, audience } = known;
  return {
    who,
    chosen,
    now,
    programme,
    store: bot.store,
    admission: bot.admission,
    jobs: bot.jobs,
    house: bot.house,
    leftOut: (what, error) => bot.log.error({ error: error instanceof Error ? error.name : typeof error }, what),
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
