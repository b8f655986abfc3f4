import { belongingsOf } from '../../bot/hand-over/belongings.ts';
import { certificateOf } from '../../bot/hand-over/certificate.ts';
import { countsOf, erasedLines } from '../../bot/hand-over/erase.ts';
import { allCuts, municipalityCuts } from '../../bot/hand-over/erasure.ts';
import { readEverything } from '../../bot/hand-over/everything.ts';
import { writer } from '../../bot/writer.ts';
import { HOME } from '../../demo/programme.ts';
import { withRating } from '../../programme/visits/rating.ts';
import { withRemark } from '../../programme/visits/visit-remark.ts';
import { MISMATCHES, municipal, PROGRAMME, type Store } from '../../storage/collections.ts';
import { smallProgramme, worldOf } from './two-worlds.ts';

const from = { by: 'member-x', at: '2026-11-24T01:00:00.000Z', via: 'teams', ask: 'said' };
const history = {
  ...{ low: 2, high: 2, scores: [2, 5] as const, opens: 'low-twice' as const, told: true, remarks: true },
  writes: [{ part: 'story', detail: '進め方の説明が少ない' }],
};
let store: Store;
beforeAll(async () => {
  store = await worldOf(await smallProgramme(), history, 'with');
});

it('what is written beside a municipality’s own records is audited apart from them', async () => {
  const change = writer(store, from, 'record-visit', HOME);
  const at = { partition: PROGRAMME, id: 'remark-visit-x' };
  await change('visitRemarks', at, (known) => withRemark(known, 'visit-x', '続けにくい', from));
  const of = { visit: 'visit-x', municipality: HOME, expert: 'member-x' };
  const rating = { partition: municipal(HOME), id: 'rating-visit-x' };
  await change('ratings', rating, (known) => withRating(known, of, { score: 4 }, from));
  const recordsIn = async (partition: string) => (await store.audit.list(partition)).map(({ value }) => value.record);
  const own = await recordsIn(`m-${HOME}-2026`);
  expect(own).toContain(`ratings/m-${HOME}/rating-visit-x`);
  expect(own.join()).not.toMatch(/visitRemarks|mismatches/);
  expect(await recordsIn(`${PROGRAMME}-2026`)).toContain(`visitRemarks/${PROGRAMME}/remark-visit-x`);
});

it('stays when its municipality is erased, goes with the programme, and is counted as one with 所見', async () => {
  const now = new Date('2026-11-27T17:00:00+09:00');
  const all = await readEverything(store, now);
  const hidden = (cuts: ReturnType<typeof allCuts>) => cuts.filter(({ kind }) => kind.confidential);
  expect(hidden(municipalityCuts(all, belongingsOf(HOME, all, now)))).toEqual([]);
  const cuts = allCuts(all);
  const count = all.mismatches.length + all.visitRemarks.length;
  expect([all.mismatches.length, hidden(cuts).length]).toEqual([1, count]);
  expect(countsOf(cuts)).toMatchObject({ confidential: count });
  expect(erasedLines(cuts).join('\n')).toContain(`事務局限りの記録\t${count}件`);
  const ids = { mismatches: [`${MISMATCHES}/a`], visitRemarks: [`${PROGRAMME}/b`] };
  const about = { programme: 'x', scope: { name: 'x' }, operator: 'x', store: 'embedded' as const };
  const erased = { erased: ids, changed: {}, left: {}, stays: all };
  const said = certificateOf({ ...about, startedAt: from.at, finishedAt: from.at }, erased, now);
  expect(said.erased).toEqual([{ collection: 'confidential', count: 2, sha256: expect.any(String) }]);
  expect(JSON.stringify([said, countsOf(cuts), erasedLines(cuts)])).not.toMatch(/mismatch|ミスマッチ/);
});
