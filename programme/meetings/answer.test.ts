import fc from 'fast-check';
import { calendarOf } from '../calendar.ts';
import {
  type AttendanceSaid,
  answerText,
  countAnswers,
  type MeetingAnswer,
  outdated,
  standing,
  withAttendance,
} from './answer.ts';
import type { Meeting } from './meeting.ts';
import { currentMinutes, decisionLines, minutesDue, withMinutes } from './minutes.ts';
import { isReminded } from './reminder.ts';

const meeting: Meeting = {
  id: 'meeting-1',
  title: '会議',
  kind: 'other',
  day: '2024-11-21',
  start: '14:00',
  end: '15:00',
  place: '',
  audience: ['all'],
};
const from = (ask: string, by = 'member-1') => ({ by, at: '2024-11-06T01:00:00.000Z', via: 'teams', ask });

describe('an answer', () => {
  const yes = withAttendance(undefined, meeting, { answer: 'attend' }, from('a'));

  it('counts once, however often it is given or repeated', () => {
    expect(withAttendance(yes, meeting, { answer: 'attend' }, from('b'))).toBe(yes);
    const no = withAttendance(yes, meeting, { answer: 'decline' }, from('b'));
    expect(standing(no, meeting)?.answer).toBe('decline');
    expect(withAttendance(no, meeting, { answer: 'attend' }, from('a'))).toBe(no);
  });

  it('has to be given again when the meeting moves, not when only its place does', () => {
    const moved = { ...meeting, day: '2024-11-22' };
    expect(standing(yes, { ...meeting, place: '県庁' } as Meeting)?.answer).toBe('attend');
    expect([standing(yes, moved), outdated(yes, moved)?.answer]).toEqual([undefined, 'attend']);
    const again = withAttendance(yes, moved, { answer: 'attend' }, from('c'));
    expect([standing(again, moved)?.answer, outdated(again, moved)]).toEqual(['attend', undefined]);
  });

  it('reads as people say it', () => {
    expect(answerText(undefined)).toBe('未回答');
    expect(answerText({ answer: 'substitute', substitute: '佐藤' })).toBe('代理出席（佐藤）');
    expect(answerText({ answer: 'substitute', substitute: '佐藤' }, false)).toBe('代理出席');
  });

  it('is the last one of any sequence, and the document stays small', () => {
    const said = fc.record({ answer: fc.constantFrom('attend', 'decline', 'substitute') });
    fc.assert(
      fc.property(fc.array(said, { minLength: 1, maxLength: 40 }), (all) => {
        const end = (all as AttendanceSaid[]).reduce<MeetingAnswer | undefined>(
          (known, each, at) => withAttendance(known, meeting, each, from(`ask-${at}`)),
          undefined,
        );
        expect(standing(end, meeting)?.answer).toBe(all.at(-1)?.answer);
        expect(end?.versions.length).toBeLessThanOrEqual(10);
      }),
    );
  });

  it('is counted over everybody invited, each exactly once', () => {
    const no = withAttendance(undefined, meeting, { answer: 'decline' }, from('x', 'member-2'));
    const stranger = withAttendance(undefined, meeting, { answer: 'attend' }, from('y', 'gone'));
    const counts = countAnswers(['member-1', 'member-2', 'member-3'], [yes, no, stranger], meeting);
    expect(counts).toEqual({ attend: 1, substitute: 0, decline: 1, none: 1 });
  });

  it('keeps reminders away only from who said no', () => {
    expect(
      [undefined, 'attend', 'substitute', 'decline'].map((one) => isReminded(one as AttendanceSaid['answer'])),
    ).toEqual([true, true, true, false]);
  });
});

describe('minutes', () => {
  it('add versions and never lose one; the same text or a replay adds none', () => {
    const first = withMinutes(undefined, 'meeting-1', { decisions: '一' }, from('a'));
    const second = withMinutes(first, 'meeting-1', { decisions: '二' }, from('b'));
    expect(withMinutes(second, 'meeting-1', { decisions: '二' }, from('c'))).toBe(second);
    expect(withMinutes(second, 'meeting-1', { decisions: '三' }, from('a'))).toBe(second);
    expect(second.versions.map(({ number, decisions }) => `${number} ${decisions}`)).toEqual(['1 一', '2 二']);
    const undone = { ...second, versions: second.versions.map((v) => (v.number === 2 ? { ...v, undone: v } : v)) };
    expect(currentMinutes(undone)?.decisions).toBe('一');
  });

  it('are due five open days after the meeting', () => {
    expect(minutesDue('2024-12-26', calendarOf([]))).toBe('2025-01-09');
  });

  it('are read a line each', () => {
    expect(decisionLines('・一\r\n\n - 二\n　三　')).toEqual(['一', '二', '三']);
  });
});
