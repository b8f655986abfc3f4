import { countingProblem, countingSaid, saysNoRule } from './counting-said.ts';

it.each([
  [' 会計年度任用職員を含む（育休中は除く）', '会計年度任用職員を含む（育休中は除く）'],
  ['　常勤のみ', '常勤のみ'],
  ['は常勤だけにします', '常勤だけ'],
  ['は常勤だけです。', '常勤だけ'],
  ['を、育休中は除くに変更してください', '育休中は除く'],
  ['を変えたい', undefined],
  ['を教えて', undefined],
  ['が分かりません', undefined],
  ['の説明', undefined],
  ['', undefined],
])('数え方%s gives %s', (behind, rule) => {
  expect(countingSaid(behind)).toBe(rule);
});

it.each(['なし', '無しにして', '消して', '削除してください', '取り消します'])('%s leaves no rule', (said) => {
  expect(saysNoRule(said)).toBe(true);
});

it.each(['会計年度任用職員なしで数える、育休中は含む', '消防職員は除く', '取消のあった人は除く', '未定の職員は除く'])(
  '%s is a rule',
  (said) => {
    expect([saysNoRule(said), countingProblem(said)]).toEqual([false, undefined]);
  },
);

it.each([
  ['会計年度任用職員は含みますか？', 'おたずね'],
  ['常勤だけでいいですか', 'おたずね'],
  ['来月から常勤だけにする', '予定'],
  ['常勤だけにする予定', '予定'],
  ['常勤だけ S1-3 実施中', '分けて'],
  ['常勤だけ K0-03 27/32', '分けて'],
])('%s is no way of counting', (said, why) => {
  expect(countingProblem(said)).toContain(why);
});

it.each(['受講予定者は含まない', 'K0-04と同じ職員を数える', '10月1日現在の職員'])('%s may be one', (said) => {
  expect(countingProblem(said)).toBeUndefined();
});
