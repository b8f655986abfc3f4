import { minutesConfirmedCard } from '../../../cards/meeting-papers/minutes.ts';
import { chooseMeeting } from '../../../cards/meetings/meetings.ts';
import { ask, type InputOf } from '../../../programme/asks.ts';
import { Day, dayOf } from '../../../programme/day.ts';
import { decidersAmong } from '../../../programme/duty.ts';
import type { Meeting } from '../../../programme/meetings/meeting.ts';
import { withMinutesConfirmed, withoutMinutesConfirmed } from '../../../programme/meetings/minutes.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { asksBack, defineCommand } from '../../command.ts';
import type { MemberStart } from '../../turn.ts';
import { allMeetings } from '../meetings/find.ts';
import { activeMembers } from '../people/people.ts';
import { calledAt, minutedMeeting, minutesAt } from './minuted-meeting.ts';

export const confirmMinutes = defineCommand({
  name: 'confirm-minutes',
  says: ['議事録の確認', '議事録確認'],
  help: '進捗状況確認会議の議事録を、県の主担当の方が確認します。文書で確認が届いたときは、事務局がその日付で記録します。',
  example: '議事録の確認 第3回',
  english: 'Confirm the minutes of a progress meeting for the prefecture.',
  group: { title: '会議のこと', order: 10 },
  needs: 'filed',
  about: 'member',
  usualFor: {},
  writes: true,
  typed: 'inputs',
  spoken: { words: ['議事録の確認', '議事録確認', '議事録を確認'], wins: 248 },

  async prepare({ back, ...input }, turn) {
    const { meeting: said, day } = await withDay(input, turn);
    const found = await minutedMeeting(said, turn, ({ kind }) => kind === 'progress');
    if (!('meeting' in found))
      return asksBack(['meeting'], chooseMeeting(ask('confirm-minutes'), '議事録の確認', found));
    const { meeting } = found;
    await refuseOthers(turn);
    return { found: { meeting, day: back === undefined ? confirmedOn(day, meeting, turn) : undefined } };
  },

  async run(_input, turn, { meeting, day }) {
    let isNew = false;
    await turn.change('minutes', minutesAt(meeting), (known) => {
      if (!known) throw Refusal.because('no-minutes', { of: calledAt(meeting) });
      const next =
        day === undefined ? withoutMinutesConfirmed(known, turn.from) : withMinutesConfirmed(known, day, turn.from);
      isNew = next !== known || known.confirmed?.at(-1)?.ask === turn.from.ask;
      return next;
    });
    return { card: minutesConfirmedCard(meeting, day, isNew), how: 'replace' };
  },
});

/**
 * 議事録の確認 12/25: a day on which no such meeting is is the day of the letter, and names no meeting.
 */
async function withDay(
  { meeting, day }: Pick<InputOf<'confirm-minutes'>, 'meeting' | 'day'>,
  { store }: MemberStart,
): Promise<Pick<InputOf<'confirm-minutes'>, 'meeting' | 'day'>> {
  if (day !== undefined || meeting === undefined) return { meeting, day };
  const words = meeting.split(/[\s、]+/);
  const last = words.at(-1);
  if (last === undefined || !Day.safeParse(last).success) return { meeting, day };
  const onThat = await allMeetings(store, (each) => each.kind === 'progress' && each.day === last);
  return onThat.length > 0 ? { meeting, day } : { meeting: words.slice(0, -1).join(' ') || undefined, day: last };
}

/** The prefecture says yes by its 主担当. @throws Refusal */
async function refuseOthers({ who, store }: MemberStart): Promise<void> {
  if (who.role !== 'prefecture') return;
  const deciders = decidersAmong(await activeMembers(store));
  if (!deciders.some(({ id }) => id === who.id))
    throw Refusal.because('leads-answer', { name: deciders.map(({ name }) => `${name}さん`).join('、') });
}

/** Today for the prefecture's own tap; of its letter the day that the secretariat says. @throws Refusal */
function confirmedOn(said: InputOf<'confirm-minutes'>['day'], meeting: Meeting, { who, now }: MemberStart): Day {
  const today = dayOf(now);
  if (who.role === 'prefecture') return today;
  if (said === undefined || said < meeting.day || said > today) throw Refusal.because('minutes-confirm-day');
  return said;
}
