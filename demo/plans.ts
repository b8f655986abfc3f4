import { addDays, type Day, dayOf, fiscalYearOf, instantOf } from '../programme/day.ts';
import type { InitiativeContent } from '../programme/initiatives/initiative.ts';
import { initiativeId, newInitiative } from '../programme/initiatives/initiative-change.ts';
import { plannedYear } from '../programme/initiatives/open-initiatives.ts';
import { type PlanSize, withPlanVersion } from '../programme/initiatives/simple-plan.ts';
import type { Provenance } from '../programme/provenance.ts';
import type { Store } from '../storage/collections.ts';
import { memberId } from '../storage/ids.ts';
import { HOME, OFFICER } from './programme.ts';

type Told = Pick<InitiativeContent, 'name' | 'item' | 'department'> & Partial<InitiativeContent>;

const blank: Omit<InitiativeContent, 'name' | 'item' | 'department'> = {
  ...{ problem: '', plan: '', goal: '', kpis: [], others: '', sorted: 'later', spans: [], people: '', request: '' },
  ...{ fundings: [], premises: '', shared: '', priority: 'middle', decidedAt: '' },
};

/** What towns of this size often plan; the last ones are still to be written further. */
const TOLD: readonly Told[] = [
  {
    ...{ name: '書かない窓口の導入', item: 'S3-1', department: '住民課', others: '総務課、税務課', priority: 'high' },
    ...{
      problem: '転入の手続で、同じことを4枚の紙に書いていただいている。',
      goal: '1件40分を25分にする',
      kpis: ['K3-101'],
    },
    ...{ plan: '窓口で聞き取り、申請書を1枚にまとめて作る。様式を3つの課で見直す。', spans: ['q1', 'q2', 'q3'] },
    ...{ people: '派遣人材 月1回', initialCost: 2400, runningCost: 360, request: '10月', fundings: ['FN-07'] },
    ...{ premises: '標準化の移行のあとに行う', shared: '県の共同調達に参加する' },
  },
  {
    ...{
      name: '公金収納のeLTAX対応',
      item: 'S3-3',
      department: '会計課',
      others: '税務課、上下水道課',
      priority: 'high',
    },
    ...{ problem: '納付書を窓口と金融機関だけで受けている。', goal: '対象の公金を全て対応にする', kpis: ['K3-301'] },
    ...{ plan: '対象の公金を洗い出し、システムの改修と例規の改正を行う。', spans: ['q2', 'q3', 'q4', 'second'] },
    ...{
      initialCost: 5500,
      runningCost: 660,
      request: '10月',
      fundings: ['FN-08'],
      premises: '例規の改正が議会で議決されること',
    },
  },
  {
    ...{ name: '生成AIの試行と利用ルール', item: 'S3-6', department: '総務課', priority: 'middle' },
    ...{ problem: '議事録と照会への回答に時間がかかる。', plan: '3つの課で試し、ルールを作って全庁に広げる。' },
    ...{
      goal: '対象の仕事の時間を3割減らす',
      kpis: ['K3-601'],
      spans: ['q1', 'q2'],
      initialCost: 0,
      runningCost: 480,
      fundings: ['FN-05'],
    },
  },
  {
    name: '高齢者のスマートフォン教室',
    item: 'S3-9',
    department: '健康福祉課',
    spans: ['second', 'third'],
    plan: '公民館で月1回開く。',
  },
];

type PlannedTown = {
  readonly code: string;
  readonly size: PlanSize;
  readonly initiatives: number;
  readonly decided: boolean;
};
const TOWNS: readonly PlannedTown[] = [
  { code: HOME, size: 'town', initiatives: 4, decided: false },
  { code: '203041', size: 'small', initiatives: 3, decided: true },
  { code: '203611', size: 'town', initiatives: 4, decided: true },
  { code: '203637', size: 'small', initiatives: 2, decided: false },
];

const VISION = '住民が役場に来る手間を減らし、職員が住民と向き合う時間を増やす';
const CURRENT = '情報担当が1人で、日々の対応に追われている。窓口の手続の多くが紙のまま残っている。';

/** 工程表 and 簡易計画 of some municipalities: one is decided, one has only just been begun. */
export async function writePlans(store: Store, now: Date): Promise<void> {
  for (const town of TOWNS) await writeTown(store, town, dayOf(now));
}

async function writeTown(store: Store, { code, size, initiatives, decided }: PlannedTown, today: Day): Promise<void> {
  const email = code === HOME ? OFFICER : `lead-${code}@town.example.jp`;
  const by = memberId({ email, name: '', office: '' });
  const from = (daysAgo: number, what: string): Provenance => ({
    ...{ by, at: instantOf(addDays(today, -daysAgo), '10:00').toISOString(), via: 'line-works' },
    ask: `demo-plans-${code}-${what}`,
  });
  const decision = decided ? { decidedOn: addDays(today, -7), decidedAt: '庁議' } : {};
  const year = plannedYear(fiscalYearOf(today));
  for (const [at, told] of TOLD.slice(0, initiatives).entries()) {
    const place = { municipality: code, year, key: `demo-${at + 1}` };
    const known = await store.initiatives.get(`m-${code}`, initiativeId(place));
    const content = { ...blank, ...told, ...decision };
    if (!known)
      await store.initiatives.put(newInitiative(undefined, place, content, from(21 - at, `i${at}`)), 'absent');
  }
  const of = { municipality: code, year };
  const begun = withPlanVersion(undefined, of, { size, texts: {} }, from(28, 'p1'));
  const texts = decided ? { current: CURRENT, vision: VISION } : { current: CURRENT };
  await store.simplePlans.put(withPlanVersion(begun, of, { size, texts }, from(14, 'p2')), 'absent');
}
