import { Initiative } from '../../programme/initiatives/initiative.ts';
import { SimplePlan, simplePlanId } from '../../programme/initiatives/simple-plan.ts';
import type { Provenance } from '../../programme/provenance.ts';
import type { Store } from '../../storage/collections.ts';

/** Plants one line of a municipality's 工程表, in two versions, and its 簡易計画. */
export async function initiated(store: Store, municipality: string, officer: string) {
  const from = (ask: string): Provenance => ({ by: officer, at: '2026-11-18T07:00:00.000Z', via: 'teams', ask });
  const content = {
    ...{
      name: '書かない窓口の導入',
      item: 'S3-1',
      problem: '転入で4枚の紙に書く',
      plan: '窓口で聞き取り1枚にまとめる',
    },
    ...{ goal: '1件25分', kpis: ['K3-101'], department: '住民課', others: '総務課', sorted: 'later' },
    ...{
      spans: ['q1', 'q2', 'second'],
      people: '派遣人材 月1回',
      initialCost: 1_200,
      runningCost: 300,
      request: '10月',
    },
    ...{ fundings: ['FN-07'], premises: '標準化の移行後', shared: '県の共同調達', priority: 'high' },
    ...{ decidedOn: '2026-11-10', decidedAt: '庁議' },
  };
  const initiative = Initiative.parse({
    ...{ id: `initiative-2027-${municipality}-1`, municipality, year: 2027 },
    versions: [
      { ...from('initiative-1'), number: 1, content: { ...content, goal: '' } },
      { ...from('initiative-2'), number: 2, content },
    ],
  });
  await store.initiatives.put(initiative, 'absent');
  const texts = { current: '職員が3人で手いっぱい', vision: '役場に来なくてよい町' };
  const begun = { size: 'small', texts: {} } as const;
  const drafted = { size: 'small', texts, circulatedOn: '2026-11-16' } as const;
  const plan = SimplePlan.parse({
    ...{ id: simplePlanId(municipality), municipality, year: 2027 },
    versions: [
      { ...from('simple-plan-1'), number: 1, content: begun },
      { ...from('simple-plan-2'), number: 2, content: drafted },
    ],
  });
  await store.simplePlans.put(plan, 'absent');
}
