import { bookOf } from '../../bot/features/initiatives/roadmap-document.ts';
import { importWorkbook } from '../../bot/hand-over/import/import-workbook.ts';
import { fictionalProgramme, HOME } from '../../demo/programme.ts';
import { currentInitiative, Initiative } from '../../programme/initiatives/initiative.ts';
import { INITIATIVES, withInitiativeVersion } from '../../programme/initiatives/initiative-change.ts';
import { municipal, PROGRAMME, type Store } from '../../storage/collections.ts';
import { municipalityIn } from '../../storage/municipalities.ts';
import { change } from '../../storage/store.ts';

export const NOW = new Date('2026-11-24T10:00:00+09:00');
/** The first year of the 工程表. */
export const YEAR = 2027;
/** Where the headings of its sheet stand. */
export const HEADINGS = 4;
/** As they are called, in the order of their rows. */
export const [WINDOW, TOOLS, WORK] = ['書かない窓口の導入', 'ITツールの見直し', '在宅勤務の拡大'] as const;

const common = {
  ...{ goal: '1件25分を15分にする', kpis: ['K3-101'], department: '住民課', others: '総務課', sorted: 'later' },
  ...{ spans: ['q1', 'q2', 'second'], people: '派遣人材 月1回', initialCost: 1_200, runningCost: 300, request: '10月' },
  ...{ fundings: ['FN-07'], premises: '標準化の移行後', shared: '県の共同調達', priority: 'high' },
  ...{ decidedOn: '2026-11-10', decidedAt: '庁議', problem: '転入で4枚の紙に書く' },
  plan: '窓口で聞き取り、\n1枚にまとめる',
};
const contents = [
  { ...common, name: WINDOW, item: 'S3-1' },
  { ...common, name: TOOLS, item: 'S3-8', fundings: [], initialCost: undefined, decidedOn: undefined },
  { ...common, name: WORK, item: 'S3-7', spans: ['q3'], priority: 'low', decidedAt: '' },
];
const from = (ask: string) => ({ by: 'somebody', at: '2026-11-18T07:00:00.000Z', via: 'teams', ask });

/** The fictional programme with a 工程表 of three initiatives. */
export async function plantRoadmap(store: Store): Promise<void> {
  await importWorkbook(store, fictionalProgramme(NOW), NOW);
  for (const [at, content] of contents.entries()) {
    const id = `initiative-${YEAR}-${HOME}-${at + 1}`;
    const versions = [
      { ...from(`${id}-1`), number: 1, content: { ...content, goal: '' } },
      { ...from(`${id}-2`), number: 2, content },
    ];
    await store.initiatives.put(Initiative.parse({ id, municipality: HOME, year: YEAR, versions }), 'absent');
  }
}

export const initiativesThere = async ({ initiatives }: Store) =>
  (await initiatives.list(municipal(HOME), INITIATIVES)).map(({ value }) => value);

/** The workbook as it goes out now. */
export async function exportedRoadmap(store: Store): Promise<Uint8Array> {
  const programme = (await store.programmes.get(PROGRAMME, 'programme'))?.value;
  if (!programme) throw new Error('no programme');
  const open = (await initiativesThere(store)).filter(({ removed }) => !removed);
  return bookOf([{ municipality: await municipalityIn(store, HOME), year: YEAR, open }], { programme, now: NOW });
}

/** Somebody else writes another goal into the first one, in the chat. */
export async function changedMeanwhile(store: Store, goal: string): Promise<void> {
  await change(store.initiatives, { partition: municipal(HOME), id: `initiative-${YEAR}-${HOME}-1` }, (known) => {
    if (!known) throw new Error('gone');
    const content = { ...currentInitiative(known).content, goal };
    return { value: withInitiativeVersion(known, content, { ...from(`meanwhile-${goal}`), by: 'other' }) };
  });
}
