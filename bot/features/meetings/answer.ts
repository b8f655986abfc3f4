import { type Ask, type Card, notice } from '../../../cards/card.ts';
import { meetingCard } from '../../../cards/meetings/meeting.ts';
import { chooseMeeting } from '../../../cards/meetings/meetings.ts';
import { questionFor } from '../../../cards/question.ts';
import type { InputOf } from '../../../programme/asks.ts';
import { type AttendanceSaid, answerId, answerText, withAttendance } from '../../../programme/meetings/answer.ts';
import type { Meeting } from '../../../programme/meetings/meeting.ts';
import { mayNamePeople } from '../../../programme/member.ts';
import { PROGRAMME } from '../../../storage/collections.ts';
import type { InputTrouble, Reply, TurnStart } from '../../command.ts';
import { type MemberTurn, meetingsMeant, refuseUnlessOpen } from './find.ts';
import { meetingView } from './view.ts';

type Input = InputOf<'attend'>;

/** Somebody else comes: who, has to be said. */
export function substituteTroubles({ proxy, substitute }: Input): readonly InputTrouble<keyof Input & string>[] {
  return proxy !== undefined && substitute === undefined ? [{ input: 'substitute' }] : [];
}

/** Which meeting is answered, where several can be meant. @throws Refusal when there is none */
export async function meetingUnclear(
  { meeting: said }: Readonly<Record<string, unknown>>,
  turn: TurnStart,
): Promise<readonly 'meeting'[]> {
  const { who } = turn;
  if (!who) return [];
  const found = await meetingsMeant(typeof said === 'string' ? said : undefined, 'answer', { ...turn, who });
  return found.length > 1 ? ['meeting'] : [];
}

/** 代理 alone is asked who comes, by that name; what is given stays. */
export async function askWhoComes(command: 'attend' | 'decline', given: Ask['input']): Promise<Card | undefined> {
  if (given['proxy'] === undefined || given['substitute'] !== undefined) return undefined;
  const field = { type: 'text', name: 'substitute', label: '代わりに出席する方', required: true } as const;
  return questionFor({ name: command, says: ['代理'] }, given, [{ ...field, maxLength: 40, lines: 'one' }]);
}

/** Answers an invitation: one answer per person, and the last one counts. */
export async function answerInvitation(
  command: 'attend' | 'decline',
  { meeting: said, substitute, proxy }: Input,
  turn: MemberTurn,
): Promise<Reply> {
  const [meeting, ...others] = await meetingsMeant(said, 'answer', turn);
  if (others.length > 0) {
    const title = substitute ? '代理' : command === 'attend' ? '出席' : '欠席';
    return { card: chooseMeeting({ command, input: { substitute, proxy } }, title, [meeting, ...others]), how: 'new' };
  }
  refuseUnlessOpen(meeting, turn);
  const answer: AttendanceSaid = substitute ? { answer: 'substitute', substitute } : { answer: command };
  await write(meeting, answer, turn);
  const told = notice('good', `${answerText(answer, mayNamePeople(turn.room.audience))}で受け付けました。`);
  return { card: meetingCard(await meetingView(meeting, turn), told), how: 'replace' };
}

async function write(meeting: Meeting, answer: AttendanceSaid, turn: MemberTurn): Promise<void> {
  const at = { partition: PROGRAMME, id: answerId(meeting.id, turn.who.id) };
  await turn.change('meetingAnswers', at, (known) => withAttendance(known, meeting, answer, turn.from));
}
