import { addDays, type Day, dayOf, fiscalYearOf, instantOf } from '../programme/day.ts';
import { FILINGS } from '../programme/filing.ts';
import { begunReport, finalReportId, withFinalText } from '../programme/final-report/final-report.ts';
import { endOf, type Meeting } from '../programme/meetings/meeting.ts';
import { withMinutes, withMinutesConfirmed } from '../programme/meetings/minutes.ts';
import type { ItemRecord } from '../programme/progress/item-record.ts';
import type { Provenance } from '../programme/provenance.ts';
import { municipal, PROGRAMME, type Store } from '../storage/collections.ts';
import { memberId } from '../storage/ids.ts';
import { municipalitiesIn } from '../storage/municipalities.ts';
import { HOME, OFFICE, PREFECTURE_OFFICER } from './programme.ts';

const DECISIONS = [
  ['・全体方針の素案を8月末までにそろえる', '・訪問の日程は、派遣人材から1か月前に示す'],
  ['・工程表のひな形を全ての市町村で使う', '・生成AIの利用ルールの例を事務局が配る'],
] as const;
const TEXTS: Readonly<Record<string, string>> = {
  overview: [
    '25市町村を対象に、派遣人材が訪問とオンラインで支援した。',
    '前半は首長の意思表明と現状の整理を、後半は全体方針と工程表の作成を中心に進めた。',
  ].join('\n'),
  [`before:${HOME}`]: '窓口の申請は全て紙で、情報担当は1人だった。庁内でDXを話し合う場がなかった。',
  [`remaining:${HOME}`]: '窓口の様式の見直しに、税務課と健康福祉課がまだ加わっていない。',
};
/** What was surveyed before the support began; of the other items it is still to be registered. */
const SURVEYED = 'S0-';

/** 業務報告書 as the secretariat has begun it, with the minutes of the meetings that were held; the rest is what it lacks. */
export async function writeFinal(store: Store, now: Date): Promise<void> {
  const from = (email: string, day: Day, what: string): Provenance => ({
    ...{ by: memberId({ email, name: '', office: '' }), at: instantOf(day, '10:00').toISOString(), via: 'teams' },
    ask: `demo-final-${what}`,
  });
  const meetings = (await store.meetings.list(PROGRAMME, { from: 'meeting-', below: 'meeting.' })).map(
    (each) => each.value,
  );
  const held = meetings.filter((meeting) => meeting.kind === 'progress' && endOf(meeting) < now);
  for (const [at, meeting] of held.entries())
    await writeMinutes(store, { meeting, at, isLast: at === held.length - 1 }, from);
  const towns = (await municipalitiesIn(store)).filter(({ supported }) => supported);
  for (const { code } of towns) await writeStarts(store, code);
  const fiscalYear = fiscalYearOf(dayOf(now));
  const begun = begunReport(fiscalYear, from(OFFICE, addDays(dayOf(now), -5), 'begun'));
  const written = Object.entries(TEXTS).reduce(
    (report, [key, text]) => withFinalText(report, key, text, from(OFFICE, addDays(dayOf(now), -4), key)),
    begun,
  );
  const known = await store.finalReports.get(FILINGS, finalReportId(fiscalYear));
  if (!known) await store.finalReports.put(written, 'absent');
}

type Held = { readonly meeting: Meeting; readonly at: number; readonly isLast: boolean };

/** The last ones are still to be confirmed by the prefecture. */
async function writeMinutes(
  store: Store,
  { meeting, at, isLast }: Held,
  from: (email: string, day: Day, what: string) => Provenance,
): Promise<void> {
  const decisions = (DECISIONS[at % DECISIONS.length] ?? []).join('\n');
  const day = addDays(meeting.day, 3);
  const written = withMinutes(undefined, meeting.id, { decisions }, from(OFFICE, day, `minutes-${at}`));
  const confirmed = withMinutesConfirmed(written, day, from(PREFECTURE_OFFICER, day, `confirmed-${at}`));
  await store.minutes.put(isLast ? written : confirmed, 'absent');
}

async function writeStarts(store: Store, code: string): Promise<void> {
  const items = await store.items.list(municipal(code), { from: 'item-', below: 'item.' });
  for (const { value, etag } of items) {
    if (!value.item.startsWith(SURVEYED) || value.start) continue;
    const started: ItemRecord = { ...value, start: { stage: 'notStarted', source: '事前調査', certainty: 'B' } };
    await store.items.put(started, etag);
  }
}
