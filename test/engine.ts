import { pino } from 'pino';
import type { Incoming } from '../bot/channels/channel.ts';
import { draw as drawInLineWorks } from '../bot/channels/line-works/draw.ts';
import { isUpload } from '../bot/channels/line-works/message.ts';
import { pressedOf } from '../bot/channels/line-works/pressed.ts';
import { draw as drawInTeams } from '../bot/channels/teams/draw.ts';
import { type Bot, dispatch } from '../bot/dispatch.ts';
import { admission } from '../bot/features/admission.ts';
import { commands } from '../bot/features/index.ts';
import { jobs } from '../bot/features/jobs.ts';
import { importWorkbook } from '../bot/hand-over/import/import-workbook.ts';
import type { Ask, Card } from '../cards/card.ts';
import { writeHistory } from '../demo/history.ts';
import { fictionalProgramme } from '../demo/programme.ts';
import type { ProgrammeContent } from '../documents/workbook/content.ts';
import type { ChannelName } from '../programme/channel.ts';
import type { Interview } from '../programme/interview.ts';
import { INTERVIEWS, type OpenStore } from '../storage/collections.ts';
import { openEmbedded } from '../storage/embedded.ts';
import { interviewId } from '../storage/ids.ts';

/** Tuesday, 24 November 2026, 10:00 in Japan. */
export const NOW = new Date('2026-11-24T10:00:00+09:00');

/** What one turn comes to: the card, all its words, and what can be pressed, as LINE WORKS draws it. */
export type Shown = {
  readonly card: Card;
  readonly words: string;
  readonly replies: readonly { readonly label: string; readonly postback: string }[];
};

export type Engine = {
  readonly store: OpenStore['store'];
  /** Somebody of the roster in the 1:1 chat of a product, without its doors; every card is drawn there. */
  on(chat: ChannelName, email: string): Chatting;
  close(): Promise<void>;
};
export type Chatting = {
  say(text: string): Promise<Shown>;
  press(ask: Ask, opens?: boolean): Promise<Shown>;
  /** A quick reply or a button of LINE WORKS. */
  tap(postback: string): Promise<Shown>;
  send(did: Incoming['did'], room?: Incoming['room']): Promise<Shown>;
  interview(): Promise<Interview | undefined>;
  /** Puts the conversation back to where it was. */
  backTo(interview: Interview | undefined): Promise<void>;
};

/** The engine on a store in memory: for what is asked of it thousands of times. */
export async function openEngine(
  change: (content: ProgrammeContent) => ProgrammeContent = (same) => same,
): Promise<Engine> {
  const { store, close } = await openEmbedded(':memory:');
  const content = change(fictionalProgramme(NOW));
  await importWorkbook(store, content, NOW);
  await writeHistory(store, { ...content, municipalities: content.municipalities.slice(0, 3) }, NOW);
  return { store, close, on: engineOn(store, () => NOW) };
}

/** The same on a store that is there already. */
export function engineOn(store: Engine['store'], now: () => Date): Engine['on'] {
  const bot: Bot = {
    store,
    commands,
    admission,
    jobs,
    now,
    log: pino({ level: 'silent' }),
    metrics: { turn: () => undefined },
  };
  return (chat, email) => chatting(bot, chat, email);
}

let turns = 0;

function chatting(bot: Bot, chat: ChannelName, email: string): Chatting {
  const own: Incoming['room'] = { kind: 'personal', id: `1:1 ${email}`, address: { channel: chat, id: email } };
  const id = interviewId(chat, email, own.id);
  const send: Chatting['send'] = async (did, room = own) => {
    const answer = await dispatch(bot, {
      ...{ id: `turn-${turns++}`, channel: chat, person: email, room, did, formsInCards: chat === 'teams' },
      profile: async () => ({ emails: [email] }),
    });
    if (!answer) throw new Error('no answer');
    return shown(answer.card, chat);
  };
  const interview = async () => (await bot.store.interviews.get(INTERVIEWS, id))?.value;
  return {
    send,
    interview,
    say: (text) => send({ kind: 'said', text }),
    press: (ask, opens = false) =>
      send({ kind: 'pressed', ask: JSON.parse(JSON.stringify(ask)), ...(opens && { opens }) }),
    tap: (postback) => send(pressedOf(postback)),
    async backTo(then) {
      const now = await bot.store.interviews.get(INTERVIEWS, id);
      if (now) await bot.store.interviews.remove(INTERVIEWS, id, now.etag);
      if (then) await bot.store.interviews.put(then, 'absent');
    },
  };
}

export function shown(card: Card, chat: ChannelName): Shown {
  if (chat === 'teams') return { card, words: JSON.stringify(drawInTeams(card)), replies: [] };
  const said = drawInLineWorks(card).flatMap((each) => (isUpload(each) ? [] : [each]));
  const replies = said.flatMap(({ quickReply }) => (quickReply?.items ?? []).map(({ action }) => action));
  return { card, words: JSON.stringify(said), replies };
}
