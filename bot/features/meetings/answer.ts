import { type Ask, type Card, notice, text } from '../../../cards/card.ts';
import { meetingCard } from '../../../cards/meetings/meeting.ts';
import { questionFor } from '../../../cards/question.ts';
import type { InputOf } from '../../../programme/asks.ts';
import { mayNamePeople } from '../../../programme/may.ts';
import {
  type AttendanceSaid,
  answerId,
  answerText,
  standing,
  withAttendance,
} from '../../../programme/meetings/answer.ts';
import { isInvited } from '../../../programme/meetings/audience.ts';
import { isCancelled, type Meeting, meetingTime } from '../../../programme/meetings/meeting.ts';
import { PROGRAMME } from '../../../storage/collections.ts';
import { asksBack, type InputTrouble, type Prepared, type Reply, type Review } from '../../command.ts';
import type { MemberStart, MemberTurn } from '../../turn.ts';
import { isAhead, meetingsMeant, refuseUnlessOpen, visibleMeetings, whichMeeting } from './find.ts';
import { meetingView } from './view.ts';

type Input = InputOf<'attend'>;

/** What is said along with an answer and changes nothing of it; folded. */
export const WHY_OR_WITH_WHOM =
  /[^、。\s\n]{0,20}?(?:があって|が入って(?:いて|しまい(?:まして)?|しまって|おりまして|おり)?|と?重なっ(?:ており(?:まして|ますので)?|て)|[てで]しまい(?:まして)?|ので|ため(?:に)?|都合(?:で|により)|により)、?|[^、。\s\d]{1,10}(?<!代理)で、?(?=\s*(?:欠席|行け|出られ|出れ|伺え|参加|出席|不参加))|都合(?:が|も)?(?:悪|つか|付か|合わ|あわ)[^、。\s]{0,4}?(?:く|ず)(?:て)?、?|(?:さん|様)?との(?!こと)|(?:来月|今月|再来月|次回?|今度)の|(?:行きます|参ります|出ます|伺います)|(?:現地|会場|そちら|役場)(?:に|へ)(?:直接)?(?:向かいます|集合します)|(?:楽しみにしています|よろしくお伝えください)/gu;

/** An answer that somebody else comes has to say who. */
export function substituteTroubles({ proxy, substitute }: Input): readonly InputTrouble<keyof Input & string>[] {
  return proxy !== undefined && substitute === undefined ? [{ input: 'substitute' }] : [];
}

/** 代理 alone is asked who comes, by that name; what is given stays. */
export async function askWhoComes(command: 'attend' | 'decline', given: Ask['input']): Promise<Card | undefined> {
  if (given['proxy'] === undefined || given['substitute'] !== undefined) return undefined;
  const field = { type: 'text', name: 'substitute', label: '代わりに出席する方', required: true } as const;
  return questionFor({ name: command, says: ['代理'] }, given, [{ ...field, maxLength: 40, lines: 'one' }]);
}

/** The meeting that is answered; where several can be meant, it is asked which one. @throws Refusal when there is none */
export async function meetingToAnswer(
  command: 'attend' | 'decline',
  { meeting: said, substitute, proxy }: Input,
  turn: MemberStart,
): Promise<Prepared<Meeting>> {
  const [meeting, ...others] = await meetingsMeant(said, 'answer', turn);
  if (others.length > 0) {
    const title = substitute ? '代理' : command === 'attend' ? '出席' : '欠席';
    const card = await whichMeeting({ command, input: { substitute, proxy } }, title, [meeting, ...others], turn);
    return asksBack(['meeting'], card, 'new');
  }
  refuseUnlessOpen(meeting, turn);
  return { found: meeting };
}

/** Which meeting a doubtful answer would be for, and from what to what: nobody says yes to a meeting they did not see. */
export async function reviewAnswer(
  command: 'attend' | 'decline',
  input: Input,
  turn: MemberStart,
): Promise<Review | undefined> {
  const prepared = await meetingToAnswer(command, input, turn);
  if ('reply' in prepared) return undefined;
  const { found: meeting } = prepared;
  const known = await turn.store.meetingAnswers.get(PROGRAMME, answerId(meeting.id, turn.who.id));
  const mayName = mayNamePeople(turn.room.audience);
  const line = {
    what: `${meeting.title} ${meetingTime(meeting)}`,
    before: answerText(standing(known?.value, meeting), mayName),
    after: answerText(answerSaid(command, input), mayName),
    why: [],
  };
  return { lines: [line], yes: { command, input: { ...input, meeting: meeting.id } } };
}

const answerSaid = (command: 'attend' | 'decline', { substitute }: Input): AttendanceSaid =>
  substitute ? { answer: 'substitute', substitute } : { answer: command };

/** Answers an invitation: one answer per person, and the last one counts. */
export async function answerInvitation(
  command: 'attend' | 'decline',
  input: Input,
  meeting: Meeting,
  turn: MemberTurn,
): Promise<Reply> {
  const answer = answerSaid(command, input);
  await write(meeting, answer, turn);
  const told = notice('good', `${answerText(answer, mayNamePeople(turn.room.audience))}で受け付けました。`);
  const card = meetingCard(await meetingView(meeting, turn), told);
  const isOneOfMany = input.meeting === undefined && (await othersAhead(meeting, turn));
  return { card: isOneOfMany ? { ...card, body: card.body.toSpliced(1, 0, NOT_NAMED) } : card, how: 'replace' };
}

/** No meeting was named: which one was taken is told, and where the others are. */
const NOT_NAMED = text(
  '会議の指定がなかったため、いちばん近い会議への回答としました。ほかの会議には「会議の予定」から選んで答えられます。',
  'quiet',
);

/** Whether this person is invited to anything else that is still to come. */
const othersAhead = async ({ id }: Meeting, turn: MemberTurn): Promise<boolean> =>
  (await visibleMeetings(turn)).some(
    (each) => each.id !== id && !isCancelled(each) && isAhead(each, turn.now) && isInvited(turn.who, each),
  );

async function write(meeting: Meeting, answer: AttendanceSaid, turn: MemberTurn): Promise<void> {
  const at = { partition: PROGRAMME, id: answerId(meeting.id, turn.who.id) };
  await turn.change('meetingAnswers', at, (known) => withAttendance(known, meeting, answer, turn.from));
}
