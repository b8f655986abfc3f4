import { notice } from '../../../cards/card.ts';
import { excerpt } from '../../../cards/excerpt.ts';
import { agendaCard } from '../../../cards/meetings/agenda.ts';
import { topicAddedCard } from '../../../cards/meetings/topic.ts';
import { ask } from '../../../programme/asks.ts';
import { dayOf } from '../../../programme/day.ts';
import { type AgendaTopic, topicId, withTopic } from '../../../programme/meetings/agenda.ts';
import { isInvited } from '../../../programme/meetings/audience.ts';
import { isCancelled, type Meeting } from '../../../programme/meetings/meeting.ts';
import { meetingsSaid, titleInFront } from '../../../programme/meetings/said.ts';
import { homeOf } from '../../../programme/member.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { PROGRAMME } from '../../../storage/collections.ts';
import { asksBack, defineCommand } from '../../command.ts';
import type { MemberStart, MemberTurn, TurnStart } from '../../turn.ts';
import { agendaFor } from './agenda.ts';
import { isAhead, meetingsMeant, refuseUnlessOpen, visibleMeetings, whichMeeting } from './find.ts';
import { topicTold } from './topic-said.ts';

type Sentence = { readonly said: string; readonly input: Readonly<Record<string, unknown>> };

export const addAgenda = defineCommand({
  name: 'add-agenda',
  says: ['議題', '次第'],
  help: '会議の次第を表示し、話し合いたいことを議題に加えます。',
  example: '議題 電子申請の共同調達について',
  english: 'Show the agenda of a meeting and add a topic.',
  group: { title: '会議のこと', order: 4 },
  needs: 'meet',
  about: 'member',
  usualFor: {},
  writes: ['text', 'drop'],
  typed: 'free',
  spoken: {
    words: ['議題', '次第'],
    wins: 200,
    tells: { input: 'text', in: topicTold },
  },
  named: withTitle,
  check: ({ text, drop }) => (text === undefined && drop === undefined ? [{ input: 'text' }] : []),

  /** The 次第 holds the form, so that nobody writes down what is on it already. */
  question: async ({ meeting: said }, turn) => {
    const [meeting, ...others] = await meetingsMeant(typeof said === 'string' ? said : undefined, 'look', turn);
    if (others.length > 0) return whichMeeting(ask('add-agenda'), '議題', [meeting, ...others], turn);
    return orderOf(meeting, turn);
  },

  async prepare({ meeting: said, text = '', drop }, turn) {
    const instead = await insteadOf(said, text, turn);
    if (instead) return asksBack(['meeting'], instead, 'new');
    const [meeting, ...others] = await meetingsMeant(said, drop === undefined ? 'topic' : 'answer', turn);
    if (others.length > 0)
      return asksBack(
        ['meeting'],
        await whichMeeting(ask('add-agenda', { text }), '議題', [meeting, ...others], turn),
        'new',
      );
    refuseUnlessOpen(meeting, turn);
    if (drop !== undefined) withdrawn((await turn.store.agendaTopics.get(PROGRAMME, drop))?.value, turn);
    return { found: meeting };
  },

  async run({ text = '', drop }, turn, meeting) {
    if (drop !== undefined) {
      await withdraw(drop, turn);
      return { card: await orderOf(meeting, turn, notice('good', '議題を取り下げました。')), how: 'replace' };
    }
    const topic = await write(meeting, text, turn);
    return { card: topicAddedCard(meeting, topic), how: 'replace' };
  },
});

const OWN_WORD = /^\s*(?:議題|次第)(?:[\s:：、]+|$)|[\s、]+(?:議題|次第)\s*$/g;
/** What stands between a title and the topic: 調整会議 共同調達, 調整会議：共同調達. 調整会議の進め方 is a topic. */
const BETWEEN = /^(?:$|[\s:：、,・／/]+)/;

/** 議題 調整会議 共同調達について: the whole title of a meeting ahead, in front, is that meeting and no part of the topic. */
async function withTitle({ said, input }: Sentence, turn: TurnStart): Promise<Sentence['input']> {
  const { who, now } = turn;
  if (!who) return input;
  const seen = await visibleMeetings({ ...turn, who });
  const ahead = seen.filter((meeting) => isAhead(meeting, now) && !isCancelled(meeting) && isInvited(who, meeting));
  const words = said.replace(OWN_WORD, '').trim();
  const found = titleInFront(words, ahead);
  const { text, ...rest } = input;
  if (!found)
    return text === undefined ? input : { ...input, ...withoutTitle(said, words, meetingsOf(words, ahead, now)) };
  if (text === undefined) return { ...rest, meeting: found.title };
  if (!BETWEEN.test(found.behind)) return input;
  const topic = found.behind.replace(BETWEEN, '').trim();
  return { ...rest, meeting: found.title, ...(topic === '' ? {} : { text: topic }) };
}

const meetingsOf = (words: string, ahead: readonly Meeting[], now: Date) => meetingsSaid(words, ahead, dayOf(now));

/** A meeting by a name of its own, and the topic behind it; one by its day or its number is found by that. */
const NAMED =
  /^((?![次今来再この]|その)[^\s:：、。\d]{1,20}(?:会議|打合せ|打ち合わせ|協議会|委員会|説明会|勉強会|定例会))[\s:：、]+(\S.*)$/su;
const DATED = /第?\d+回|\d{1,2}[/月]\d{1,2}/u;

/**
 * 次第 訪問支援 12/3: nothing but a meeting, whose 次第 is asked for. 議題 調整会議 共同調達について: a meeting, whether there
 * is one or not, and the topic.
 */
function withoutTitle(said: string, words: string, meant: readonly Meeting[]): Sentence['input'] {
  const isLook = /次第/u.test(said) || DATED.test(words);
  if (isLook && meant.length > 0) return { meeting: words, text: undefined };
  const [, meeting, text] = NAMED.exec(words.normalize('NFKC')) ?? [];
  return meeting && text ? { meeting, text } : {};
}

/** Which meeting is meant, where the one that was named is none of those ahead. */
async function insteadOf(said: string | undefined, text: string, turn: MemberStart) {
  if (said === undefined || !NAMED.test(`${said} ${text}`)) return undefined;
  const seen = await visibleMeetings(turn);
  if (meetingsOf(said, seen, turn.now).length > 0) return undefined;
  const ahead = seen.filter(
    (meeting) => isAhead(meeting, turn.now) && !isCancelled(meeting) && isInvited(turn.who, meeting),
  );
  if (ahead.length === 0) return undefined;
  const card = await whichMeeting(ask('add-agenda', { text }), '議題', ahead, turn);
  const lost = `「${said}」は見つかりません。「${excerpt(text, 40)}」はまだ加えていません。`;
  return { ...card, body: [notice('attention', lost), ...card.body] };
}

async function orderOf(meeting: Meeting, turn: MemberStart, said?: ReturnType<typeof notice>) {
  const mayAdd = isInvited(turn.who, meeting) && isAhead(meeting, turn.now) && meeting.status !== 'cancelled';
  return agendaCard({ meeting, entries: await agendaFor(meeting, turn), mayAdd }, said);
}

function write(meeting: Meeting, text: string, turn: MemberTurn): Promise<AgendaTopic> {
  const { who, from } = turn;
  const home = who.role === 'municipal' ? homeOf(who) : undefined;
  const id = topicId(meeting.id, who.id, text);
  const topic = { ...from, id, meeting: meeting.id, text, ...(home === undefined ? {} : { municipality: home }) };
  return turn.change('agendaTopics', { partition: PROGRAMME, id }, (known) => withTopic(known, topic));
}

async function withdraw(id: string, turn: MemberTurn): Promise<void> {
  await turn.change('agendaTopics', { partition: PROGRAMME, id }, (known) => withdrawn(known, turn));
}

/** One's own topic, or any for the secretariat. */
function withdrawn(known: AgendaTopic | undefined, { who, from }: MemberStart): AgendaTopic {
  if (!known) throw Refusal.because('old-card');
  if (known.by !== who.id && who.role !== 'secretariat') throw Refusal.because('not-your-topic');
  return known.undone ? known : { ...known, undone: from };
}
