import { FILINGS } from '../../programme/filing.ts';
import type { Provenance } from '../../programme/provenance.ts';
import type { SubcontractContent } from '../../programme/staffing/subcontract.ts';
import { PROGRAMME, type Store } from '../../storage/collections.ts';
import type { Collection } from '../../storage/store.ts';

/** Plants a 再委託 with the prefecture's 承諾, and an entry of each register: they are of no municipality alone. */
export async function registered(store: Store, office: string) {
  const from = (by: string, at: string): Provenance => ({ by, at, via: 'teams', ask: `registered-${at}` });
  const content: SubcontractContent = {
    ...{ party: '株式会社まちの支援', representative: '支援 太郎', address: '長野県松本市', work: '3町村への訪問' },
    ...{ reason: '圏域に詳しいため', amount: 1_200_000, from: '2026-10-01', until: '2027-03-12' },
    ...{ personalData: '有。担当者の氏名のみ', safeguards: '契約書に同じ義務を定める', supervision: '月1回の報告' },
  };
  const id = 'subcontract-1';
  await store.subcontracts.put(
    {
      id,
      versions: [{ ...from(office, '2026-09-01T02:00:00.000Z'), number: 1, content }],
      submissions: [{ ...from(office, '2026-09-01T03:00:00.000Z'), version: 1 }],
      decisions: [
        {
          ...from('m-prefecture', '2026-09-08T03:00:00.000Z'),
          ...{ version: 1, verdict: 'approve', condition: '再々委託はしないこと' },
        },
      ],
      acts: [{ ...from(office, '2026-09-09T03:00:00.000Z'), version: 1, document: '8デ推第45号', day: '2026-09-08' }],
    },
    await etagOf(store.subcontracts, id),
  );
  const right = { name: '窓口の写真', holder: '写真 花子', where: '研修資料 第2回' };
  await store.retainedRights.put(
    { id: 'right-1', versions: [{ ...from(office, '2026-11-02T02:00:00.000Z'), ...right }] },
    await etagOf(store.retainedRights, 'right-1', PROGRAMME),
  );
  const data = { name: '担当者の連絡先', manager: '事務 一郎', handlers: '事務局の3人', place: '鍵のある書庫' };
  await store.personalDataRegisters.put(
    { id: 'personal-1', versions: [{ ...from(office, '2026-11-02T03:00:00.000Z'), ...data }] },
    await etagOf(store.personalDataRegisters, 'personal-1', PROGRAMME),
  );
}

/** It is planted again with every municipality. */
async function etagOf<T>(collection: Collection<T>, id: string, partition: string = FILINGS) {
  return (await collection.get(partition, id))?.etag ?? 'absent';
}
