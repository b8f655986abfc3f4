import type { ProgrammeContent } from '../documents/workbook/content.ts';
import { calendarOf, previousOpenDay } from '../programme/calendar.ts';
import { addDays, type Day, dayOf, fiscalYearOf, instantOf } from '../programme/day.ts';
import { type Meeting, meetingId } from '../programme/meetings/meeting.ts';
import { audienceOf } from '../programme/meetings/party.ts';
import { Member } from '../programme/member.ts';
import type { Provenance } from '../programme/provenance.ts';
import { withTerm } from '../programme/support/assign.ts';
import { assignmentId } from '../programme/support/assignment.ts';
import { withRating } from '../programme/visits/rating.ts';
import { currentVisit, withVisitAnswer, withVisitVersion } from '../programme/visits/visit-record.ts';
import { visitTitle } from '../programme/visits/visit-slot.ts';
import { MEMBERS, type Store } from '../storage/collections.ts';
import { memberId } from '../storage/ids.ts';
import { change } from '../storage/store.ts';
import { EXPERT, HOME, OFFICE, OFFICER } from './programme.ts';

/** Whoever waits for a municipality, so that some are without anybody. */
const WAITING = 'expert-8@expert.example.jp';
const idOf = (email: string): string => memberId({ email, name: '', office: '' });
const EXPERTISE = [
  ['S1-3', 'S1-4'],
  ['S2-1', 'S2-2', 'S2-3'],
  ['S3-1', 'S3-9'],
  ['S0-1', 'S1-1'],
] as const;

/** Terms, expertise and visits of the experts, as a programme has them after half a year. */
export async function writeSupport(store: Store, content: ProgrammeContent, now: Date): Promise<void> {
  const experts = content.members.filter(({ role }) => role === 'expert');
  for (const [at, { email = '' }] of experts.entries())
    await rewritten(store, email, (member) => ({
      ...member,
      expertise: [...(EXPERTISE[at % EXPERTISE.length] ?? [])],
      area: content.municipalities[at]?.area ?? '佐久',
      experienced: at % 2 === 0,
      ...(email === WAITING ? { municipalities: [] } : {}),
    }));
  await writeTerm(store, content, now);
  for (const [at, daysAgo] of [76, 41, 13].entries()) await writeVisit(store, now, { daysAgo, score: 5 - (at % 2) });
  await plannedVisit(store, now, 9);
}

async function rewritten(store: Store, email: string, next: (member: Member) => Member): Promise<void> {
  await change(store.members, { partition: MEMBERS, id: idOf(email) }, (member) => {
    if (!member) throw new Error(`nobody has ${email}`);
    return { value: Member.parse(next(member)) };
  });
}

const from = (email: string, day: Day, time: string): Provenance => ({
  ...{
    by: idOf(email),
    at: instantOf(day, time).toISOString(),
    via: 'teams',
    ask: `demo-support-${email}-${day}-${time}`,
  },
});

/** The officer's expert, for a term that ends within the days the secretariat looks ahead. */
async function writeTerm(store: Store, { programme }: ProgrammeContent, now: Date): Promise<void> {
  const until = previousOpenDay(addDays(dayOf(now), 45), calendarOf([]));
  const term = { municipality: HOME, from: programme.start, until };
  const decided = { planned: 12, themes: ['S1-3', 'S2-1'], agreed: programme.start, reason: '市町村の希望に沿うため' };
  const version = { ...from(OFFICE, programme.start, '10:00'), from: term.from, until, ...decided };
  const expert = idOf(EXPERT);
  await store.assignments.put(
    { id: assignmentId(expert, term.from), municipality: HOME, expert, versions: [version] },
    'absent',
  );
  await rewritten(store, EXPERT, (member) => withTerm(member, term, undefined));
  const wishes = { themes: ['S1-3', 'S2-1'], problems: '庁内の体制が決まらない', goal: '推進体制の要綱を作る' };
  const rest = { mode: '月1回、火曜か木曜に対面', skills: '自治体の実務経験', limits: 'LGWANの端末のみ' };
  const needs = { ...from(OFFICER, programme.start, '11:00'), ...wishes, ...rest };
  await store.supportNeeds.put(
    { municipality: HOME, fiscalYear: fiscalYearOf(dayOf(now)), versions: [needs] },
    'absent',
  );
}

function visitOn(day: Day): Meeting {
  const about = { title: visitTitle('小海町'), day, start: '13:30' };
  return {
    ...{ ...about, id: meetingId(about), kind: 'visit', end: '16:00', place: '小海町役場' },
    ...{ audience: audienceOf([HOME, idOf(EXPERT)]), scheduledBy: idOf(EXPERT) },
    visit: { expert: idOf(EXPERT), mode: 'in-person' },
  };
}

const TEXTS = [
  '全体方針の骨子を一緒に見直した',
  '推進体制の案を課長会議の資料にした',
  '窓口の業務を1日分、流れ図にした',
];

async function writeVisit(store: Store, now: Date, visit: { daysAgo: number; score: number }): Promise<void> {
  const day = previousOpenDay(addDays(dayOf(now), -visit.daysAgo), calendarOf([]));
  const meeting = visitOn(day);
  await store.meetings.put(meeting, 'absent');
  const of = { meeting: meeting.id, municipality: HOME, expert: idOf(EXPERT) };
  const content = {
    ...{ day, start: '13:30', end: '16:00', mode: 'in-person' as const, place: meeting.place, items: ['S1-3', 'S2-1'] },
    ...{ text: TEXTS[visit.daysAgo % TEXTS.length] ?? '', attended: '総務課 課長、情報係', next: '来月の庁議のあと' },
  };
  const written = withVisitVersion(undefined, of, { content }, from(EXPERT, addDays(day, 1), '09:30'));
  const number = currentVisit(written)?.number ?? 1;
  const confirmed = from(OFFICER, addDays(day, 2), '10:00');
  const record = withVisitAnswer(written, { version: number, verdict: 'confirmed' }, confirmed);
  await store.visitRecords.put(record, 'absent');
  const rated = { score: visit.score, wish: 'continue' as const };
  const about = { visit: record.id, municipality: HOME, expert: idOf(EXPERT) };
  await store.ratings.put(withRating(undefined, about, rated, from(OFFICER, addDays(day, 2), '10:01')), 'absent');
}

async function plannedVisit(store: Store, now: Date, daysAhead: number): Promise<void> {
  await store.meetings.put(visitOn(previousOpenDay(addDays(dayOf(now), daysAhead), calendarOf([]))), 'absent');
}
