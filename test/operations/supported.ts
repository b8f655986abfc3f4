import { FILINGS } from '../../programme/filing.ts';
import type { Provenance } from '../../programme/provenance.ts';
import type { ChartContent } from '../../programme/staffing/organization-chart.ts';
import type { ChangeContent } from '../../programme/staffing/staffing-change.ts';
import { fitAnswers } from '../../programme/visits/fit-answer.ts';
import { withRating } from '../../programme/visits/rating.ts';
import { type VisitContent, withVisitAnswer, withVisitVersion } from '../../programme/visits/visit-record.ts';
import { withRemark } from '../../programme/visits/visit-remark.ts';
import type { Store } from '../../storage/collections.ts';
import type { Collection } from '../../storage/store.ts';
import { registered } from './registered.ts';

const content: VisitContent = {
  ...{ day: '2026-11-17', start: '13:30', end: '16:00', mode: 'in-person', items: ['S1-2', 'S1-3'] },
  ...{ attended: '総務課 課長', text: '全体方針の骨子を一緒に見直した', decisions: '骨子は12月の庁議にかける' },
  ...{ problems: '担当が1人しかいない', materials: '全体方針の骨子案', next: '12月の庁議のあと' },
};

/** Plants what the support of a municipality leaves behind: one document of each of its kinds. */
export async function supported(
  store: Store,
  municipality: string,
  people: { expert: string; officer: string; office: string },
) {
  const { expert, officer, office } = people;
  const from = (by: string, at: string): Provenance => ({ by, at, via: 'teams', ask: `support-${municipality}-${at}` });
  const meeting = `meeting-20261117T0430Z-${municipality}`;
  await store.meetings.put(
    {
      ...{ id: meeting, title: '訪問支援', kind: 'visit', day: content.day, start: content.start, end: content.end },
      ...{ place: '役場', audience: [municipality], scheduledBy: expert, visit: { expert, mode: 'in-person' } },
    },
    'absent',
  );
  const of = { meeting, municipality, expert };
  const written = withVisitVersion(undefined, of, { content }, from(expert, '2026-11-18T01:00:00.000Z'));
  const said = { version: 1, verdict: 'confirmed', note: '次回は窓口の話も' } as const;
  const record = withVisitAnswer(written, said, from(officer, '2026-11-19T01:00:00.000Z'));
  await store.visitRecords.put(record, 'absent');
  const remark = withRemark(undefined, record.id, '体制の話は次回に', from(expert, '2026-11-18T01:00:00.000Z'));
  await store.visitRemarks.put(remark, 'absent');
  const rated = { score: 4, wish: 'continue', note: '分かりやすかった' } as const;
  const rating = { visit: record.id, municipality, expert };
  await store.ratings.put(withRating(undefined, rating, rated, from(officer, '2026-11-19T01:01:00.000Z')), 'absent');
  const fit = { municipality, expert, occasion: 'initial', side: 'municipality', fit: 'good' } as const;
  await store.fitAnswers.put(
    fitAnswers.schema.parse({ ...from(officer, '2026-11-20T01:00:00.000Z'), ...fit }),
    'absent',
  );
  const decided = { from: '2026-08-15', until: '2027-03-14', planned: 20, themes: ['S1-2'], agreed: '2026-08-01' };
  const version = { ...from(office, '2026-08-03T01:00:00.000Z'), ...decided, reason: '全体方針の経験があるため' };
  await store.assignments.put(
    { id: `assignment-${expert}-${decided.from}`, municipality, expert, versions: [version] },
    'absent',
  );
  const wishes = { themes: ['S1-2'], goal: '全体方針を決める', mode: '対面、月2回', limits: 'LGWANの端末しかない' };
  const needs = { ...from(officer, '2026-07-20T01:00:00.000Z'), ...wishes };
  await store.supportNeeds.put({ municipality, fiscalYear: 2026, versions: [needs] }, 'absent');
  const heard = {
    category: 'approach',
    detail: '進め方の説明が少ない',
    heard: { municipality: '資料を先に見たい' },
  } as const;
  await store.mismatches.put(
    {
      ...{ id: `mismatch-${municipality}-${expert}-2026-11-19`, municipality, expert },
      ...{ reportedOn: '2026-11-19', reportedBy: 'municipality' },
      versions: [{ ...from(office, '2026-11-20T02:00:00.000Z'), ...heard }],
    },
    'absent',
  );
  const told = {
    title: '書かない窓口の試行',
    sections: [{ label: '取組内容・工夫', text: '転入の手続を1枚にまとめた' }],
  };
  await store.materials.put(
    {
      ...{ id: `material-case-${municipality}-1`, sort: 'case', municipality, of: `case-${municipality}-1` },
      versions: [{ ...from(office, '2026-11-20T03:00:00.000Z'), version: 'v-0123456789abcdef', content: told }],
    },
    'absent',
  );
  await staffed(store, { expert, office });
  await registered(store, office);
}

/** Plants a 体制表 that was approved, and a 体制変更 that was: they are of no municipality alone. */
async function staffed(store: Store, { expert, office }: { readonly expert: string; readonly office: string }) {
  const from = (by: string, at: string): Provenance => ({ by, at, via: 'teams', ask: `staffed-${at}` });
  const approved = (at: string) => [{ ...from('m-prefecture', at), version: 1, verdict: 'approve' as const }];
  const people: ChartContent['people'] = [
    { member: office, name: '事務 一郎', posts: ['responsible', 'pm', 'contact'] },
    { member: expert, name: '派遣 一郎', posts: ['expert'] },
  ];
  const written = { contractor: '伴走支援共同体', career: '自治体の情報部門に10年', hours: '平日 9:00–17:00' };
  await store.organizationCharts.put(
    {
      ...{ id: 'chart-2026', fiscalYear: 2026 },
      versions: [
        { ...from(office, '2026-08-03T02:00:00.000Z'), number: 1, content: { day: '2026-08-10', ...written, people } },
      ],
      submissions: [{ ...from(office, '2026-08-03T03:00:00.000Z'), version: 1 }],
      decisions: approved('2026-08-05T03:00:00.000Z'),
      acts: [{ ...from(office, '2026-08-06T03:00:00.000Z'), version: 1, document: '8デ推第12号', day: '2026-08-05' }],
    },
    await etagOf(store.organizationCharts, 'chart-2026'),
  );
  const content: ChangeContent = {
    ...{ kind: 'addition', after: { name: '応援 花子', email: 'ouen@example.jp' }, day: '2026-12-15' },
    ...{ reason: '訪問が増えるため', handover: '影響なし。10月から同行する', municipalities: [] },
  };
  const id = `staffing-${expert}`;
  await store.staffingChanges.put(
    {
      id,
      versions: [{ ...from(office, '2026-11-02T02:00:00.000Z'), number: 1, content }],
      submissions: [{ ...from(office, '2026-11-02T03:00:00.000Z'), version: 1 }],
      decisions: approved('2026-11-09T03:00:00.000Z'),
    },
    await etagOf(store.staffingChanges, id),
  );
}

/** It is planted again with every municipality. */
async function etagOf<T>(collection: Collection<T>, id: string) {
  return (await collection.get(FILINGS, id))?.etag ?? 'absent';
}
