import { calendarOf, isNationallyClosed } from '../../programme/calendar.ts';
import { type Day, fullDate } from '../../programme/day.ts';
import { forNobody, usualAudience } from '../../programme/meetings/audience.ts';
import { closedNote, outsideOf } from '../../programme/period.ts';
import { audience, audienceIn, listedIn } from './audience.ts';
import { problem } from './fault.ts';
import { faultRepeats, type ReadSheets, rowKey } from './judge.ts';

export function judgeMeetings(read: ReadSheets): void {
  const { meetings, period } = read;
  const remedy = 'どちらかの行を消すか、会議名で区別してください（例: 個別打合せ（○○町））';
  faultRepeats(meetings, 'title', '日時と会議名', remedy, ({ is }) => rowKey(is.day, is.start, is.title));
  const calendar = calendarOf(closuresOf(read));
  const roster = listedIn(read.roster);
  for (const line of meetings.lines) {
    judgeTimes(meetings, line);
    judgeAudience(read, line, roster);
    const { day } = line.is;
    if (day === undefined) continue;
    const outside = period && outsideOf(period, day);
    if (outside?.impossible) meetings.fault(line, 'day', outside.impossible);
    else if (outside?.unusual) meetings.note(line, 'day', outside.unusual);
    if (!calendar.isOpen(day)) meetings.note(line, 'day', closedNote(day));
  }
}

type MeetingLine = ReadSheets['meetings']['lines'][number];

/** Only the meetings that are for the same people every time need not say for whom they are. */
function judgeAudience(
  { meetings, roster: sheet }: ReadSheets,
  line: MeetingLine,
  roster: ReturnType<typeof listedIn>,
): void {
  const { kind, audience: said } = line.is;
  if (line.bad.has('audience') || kind === undefined) return;
  if (said === undefined && usualAudience(kind)) return;
  if (said === undefined) {
    meetings.fault(line, 'audience', problem('空です', audience.expects));
    return;
  }
  const { audience: parties, wrong } = audienceIn(said, roster);
  // Without 名簿 nobody can tell whom a name stands for.
  for (const found of sheet.isThere ? wrong : []) meetings.fault(line, 'audience', found);
  const people = roster.map(({ one }) => one);
  if (wrong.length > 0 || forNobody(parties, people).length < parties.length) return;
  const what = 'この会議に呼ばれる方が「名簿」にいません';
  meetings.note(line, 'audience', problem(what, '決まったら名簿に足してください。それまでは事務局だけの会議です'));
}

function judgeTimes(meetings: ReadSheets['meetings'], line: MeetingLine): void {
  const { start, end } = line.is;
  if (start !== undefined && end !== undefined && end <= start) {
    meetings.fault(line, 'end', problem(`開始（${start}）より後ではありません`, '開始より後の時刻を書いてください'));
  }
  if (start === '00:00') {
    meetings.note(line, 'start', problem('真夜中の0時に始まります', '正しければそのままで構いません'));
  }
}

export function judgeClosures({ closures, period }: ReadSheets): void {
  for (const line of closures.lines) {
    const { day } = line.is;
    if (day === undefined) continue;
    if (isNationallyClosed(day)) {
      closures.note(line, 'day', problem(`${fullDate(day)}はもともと閉庁日です`, '書かなくても閉庁日として扱います'));
    }
    const outside = period && outsideOf(period, day);
    const found = outside?.impossible ?? outside?.unusual;
    if (found) closures.note(line, 'day', found);
  }
}

/** The sheet 閉庁日, one closure per day and office. */
export function closuresOf({ closures }: ReadSheets): { day: Day; whom: string; reason: string }[] {
  const each = closures.lines.flatMap(({ is: { day, whom = [], reason = '' } }) =>
    day === undefined ? [] : (whom === 'all' ? ['all'] : whom).map((one) => ({ day, whom: one, reason })),
  );
  const unique = new Map(each.map((closure) => [`${closure.day} ${closure.whom}`, closure]));
  return [...unique.values()].sort((a, b) => (a.day + a.whom < b.day + b.whom ? -1 : 1));
}
