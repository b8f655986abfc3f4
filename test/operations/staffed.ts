import { FILINGS } from '../../programme/filing.ts';
import type { Provenance } from '../../programme/provenance.ts';
import type { ChartContent } from '../../programme/staffing/organization-chart.ts';
import type { ChangeContent } from '../../programme/staffing/staffing-change.ts';
import type { Store } from '../../storage/collections.ts';
import type { Collection } from '../../storage/store.ts';

/**
 * Plants a 体制表 that was approved, and a 体制変更 that was: they are of no municipality alone. The 体制表 is for the year
 * after, so that nobody of these worlds needs to stand in it.
 */
export async function staffed(store: Store, { expert, office }: { readonly expert: string; readonly office: string }) {
  const from = (by: string, at: string): Provenance => ({ by, at, via: 'teams', ask: `staffed-${at}` });
  const approved = (at: string) => [{ ...from('m-prefecture', at), version: 1, verdict: 'approve' as const }];
  const people: ChartContent['people'] = [
    { member: office, name: '事務 一郎', posts: ['responsible', 'pm', 'contact'] },
    { member: expert, name: '派遣 一郎', posts: ['expert'] },
  ];
  const written = { contractor: '伴走支援共同体', career: '自治体の情報部門に10年', hours: '平日 9:00-17:00' };
  await store.organizationCharts.put(
    {
      ...{ id: 'chart-2027', fiscalYear: 2027 },
      versions: [
        { ...from(office, '2026-08-03T02:00:00.000Z'), number: 1, content: { day: '2027-04-01', ...written, people } },
      ],
      submissions: [{ ...from(office, '2026-08-03T03:00:00.000Z'), version: 1 }],
      decisions: approved('2026-08-05T03:00:00.000Z'),
      acts: [{ ...from(office, '2026-08-06T03:00:00.000Z'), version: 1, document: '8デ推第12号', day: '2026-08-05' }],
    },
    await etagOf(store.organizationCharts, 'chart-2027'),
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
