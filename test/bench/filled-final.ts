import { addDays, instantOf } from '../../programme/day.ts';
import { type Initiative, type InitiativeContent, InitiativeSpan } from '../../programme/initiatives/initiative.ts';
import { type Meeting, meetingId } from '../../programme/meetings/meeting.ts';
import { withMinutes } from '../../programme/meetings/minutes.ts';
import type { Programme } from '../../programme/programme.ts';
import { addWeeks, weekOfDay } from '../../programme/week.ts';
import type { Store } from '../../storage/collections.ts';
import { codeOf, fillMunicipalities, fillProgress, from } from './filled-store.ts';
import { fillSupport } from './filled-support.ts';

const [START, END] = ['2026-08-17', '2027-03-12'];
/** In the morning of the last day of the filled programme. */
export const FILLED_END = instantOf(END, '10:00');

/** A whole year of a programme to be reported on: weekly reports, visits, meetings with minutes, and 工程表. */
export async function fillFinalYear(store: Store, towns: number, weeks: number): Promise<Programme> {
  await fillMunicipalities(store, towns);
  const programme: Programme = {
    ...{
      name: '市町村DX伴走支援',
      prefecture: '長野県',
      division: 'DX推進課',
      fiscalYear: 2026,
      start: START,
      end: END,
      closures: [],
    },
    checkIn: { weekday: 1, time: '09:00' },
    nudge: { weekday: 3, time: '09:00' },
    digest: { weekday: 5, time: '16:00' },
  };
  await store.programmes.put(programme, 'absent');
  await fillProgress(store, towns, { fiscalYear: 2026, week: weekOfDay(END), weeks });
  const first = addWeeks(weekOfDay(END), -weeks + 1);
  for (let at = 0; at < towns; at++) {
    await fillSupport(store, codeOf(at), { first, weeks });
    await fillInitiatives(store, codeOf(at), at);
  }
  for (let month = 0; month < 7; month++) await fillMeeting(store, addDays(START, month * 28 + 11), month);
  return programme;
}

async function fillInitiatives(store: Store, municipality: string, town: number): Promise<void> {
  for (let at = 0; at < 4; at++) {
    const id = `initiative-${municipality}-${at}`;
    const content: InitiativeContent = {
      ...{
        name: `取組${at + 1} 電子申請の拡大`,
        item: 'S3-1',
        problem: '紙の申請が多い',
        plan: '申請を電子にする',
        goal: '来庁を減らす',
      },
      ...{
        kpis: ['K3-101'],
        department: '総務課',
        others: '住民課',
        sorted: 'later',
        spans: InitiativeSpan.options.slice(at, at + 2),
      },
      ...{
        people: '兼務1人',
        initialCost: 1_000 * (at + 1),
        runningCost: 200,
        request: '10月',
        fundings: at === 3 ? [] : ['FN-06', 'FN-09'],
      },
      ...{
        premises: '',
        shared: '共同調達',
        priority: 'high',
        decidedAt: '庁議',
        ...(at === 2 ? {} : { decidedOn: '2027-02-10' }),
      },
    };
    const initiative: Initiative = {
      ...{ id, municipality, year: 2027 },
      versions: [
        {
          ...from('2027-02-01', `${id}-${town}`),
          number: 1,
          content: { ...content, kpis: [...content.kpis], spans: [...content.spans], fundings: [...content.fundings] },
        },
      ],
    };
    await store.initiatives.put(initiative, 'absent');
  }
}

async function fillMeeting(store: Store, day: string, at: number): Promise<void> {
  const when = { title: `第${at + 1}回 進捗状況確認会議`, day, start: '14:00', end: '15:30' };
  const id = meetingId(when);
  const meeting: Meeting = { ...when, id, kind: 'progress', place: '県庁', audience: ['prefecture', 'secretariat'] };
  await store.meetings.put(meeting, 'absent');
  if (at === 6) return;
  await store.minutes.put(
    withMinutes(undefined, id, { decisions: '次回までに工程表をまとめる\n研修の日程を決めた' }, from(day, id)),
    'absent',
  );
}
