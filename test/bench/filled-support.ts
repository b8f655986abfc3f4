import { addDays, type Day } from '../../programme/day.ts';
import { type Meeting, meetingId } from '../../programme/meetings/meeting.ts';
import { VisitMode } from '../../programme/meetings/visit-mode.ts';
import { assignmentId } from '../../programme/support/assignment.ts';
import { withRating } from '../../programme/visits/rating.ts';
import { withVisitAnswer, withVisitVersion } from '../../programme/visits/visit-record.ts';
import { addWeeks, type Week } from '../../programme/week.ts';
import type { Store } from '../../storage/collections.ts';
import { from } from './filled-store.ts';

/** A visit a week; the last one has no record yet. */
export type VisitedYear = { readonly first: Week; readonly weeks: number };
type Visited = {
  readonly municipality: string;
  readonly day: Day;
  readonly at: number;
  readonly isPlanned: boolean;
};

/** Two experts one after the other, a visit a week with its entry of 会議; most are confirmed, every other one is rated. */
export async function fillSupport(store: Store, municipality: string, { first, weeks }: VisitedYear): Promise<void> {
  for (const [expert, begins, ends] of [
    [`member-expert-1-${municipality}`, '2026-04-01', '2026-09-30'],
    [`member-expert-2-${municipality}`, '2026-10-01', '2027-03-31'],
  ] as const) {
    const version = { ...from(begins, begins), from: begins, until: ends, planned: 26, reason: '経験があるため' };
    await store.assignments.put(
      { id: assignmentId(expert, begins), municipality, expert, versions: [version] },
      'absent',
    );
  }
  for (let at = 0; at < weeks; at++) {
    const day = addDays(addWeeks(first, at), at % 5);
    await fillVisit(store, { municipality, day, at, isPlanned: at === weeks - 1 });
  }
}

async function fillVisit(store: Store, { municipality, day, at, isPlanned }: Visited): Promise<void> {
  const expert = `member-expert-${day < '2026-10-01' ? 1 : 2}-${municipality}`;
  const mode = VisitMode.parse(at % 4 === 0 ? 'online' : 'in-person');
  const when = { title: `町${municipality} 訪問`, day, start: '13:30', end: '16:00' };
  const meeting: Meeting = {
    ...{ ...when, id: meetingId(when), kind: 'visit', place: '役場', audience: [municipality] },
    ...{ scheduledBy: expert, visit: { expert, mode } },
  };
  await store.meetings.put(meeting, 'absent');
  if (isPlanned) return;
  const what = { items: ['S1-2', 'S1-3'], attended: '総務課 課長', decisions: '骨子は12月の庁議にかける' };
  const said = {
    text: '全体方針の骨子を一緒に見直した。'.repeat(6),
    problems: '担当が1人しかいない',
    materials: '骨子案',
  };
  const content = { ...{ day, start: '13:30', end: '16:00', mode }, ...what, ...said } as const;
  const of = { meeting: meeting.id, municipality, expert };
  const written = withVisitVersion(undefined, of, { content }, from(addDays(day, 1), `visit-${day}`));
  const confirmed = { version: 1, verdict: 'confirmed' } as const;
  const record = at % 5 === 0 ? written : withVisitAnswer(written, confirmed, from(addDays(day, 3), `answer-${day}`));
  await store.visitRecords.put(record, 'absent');
  if (at % 2 === 0) return;
  const rating = withRating(
    undefined,
    { visit: record.id, municipality, expert },
    { score: 1 + (at % 5) },
    from(day, day),
  );
  await store.ratings.put(rating, 'absent');
}
