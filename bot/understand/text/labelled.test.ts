import { labelledIn } from './labelled.ts';

it.each([
  ['S1-1 実施中 根拠 課長ヒアリング記録0917', 'S1-1 実施中 ', { evidence: '課長ヒアリング記録0917' }],
  ['S1-1 実施中 根拠は議事録1007です', 'S1-1 実施中 ', { evidence: '議事録1007' }],
  ['S1-1 実施中で根拠は第3回の議事録です。', 'S1-1 実施中で', { evidence: '第3回の議事録' }],
  ['S2-1 決定 根拠：任命通知（R6.10.1）、写し', 'S2-1 決定 ', { evidence: '任命通知（R6.10.1）、写し' }],
  ['S2-1 決定（根拠: 任命通知）', 'S2-1 決定', { evidence: '任命通知' }],
  ['S2-1 決定 資料 任命通知 よろしくお願いします。', 'S2-1 決定 ', { evidence: '任命通知' }],
  [
    'S2-1 決定\n根拠：任命通知\nメモ：K0-03は来週、62%の予定です',
    'S2-1 決定\n',
    { evidence: '任命通知', note: 'K0-03は来週、62%の予定です' },
  ],
  ['K0-03 62 ひとこと 2回目を　開催', 'K0-03 62 ', { note: '2回目を　開催' }],
  ['K0-03 62 備考は町長の指示です', 'K0-03 62 ', { note: '町長の指示' }],
  ['訂正 K0-03 27/32 理由 10/3に数え直し', '訂正 K0-03 27/32 ', { reason: '10/3に数え直し' }],
  ['訂正 K0-03 27/32、訂正の理由は入力ミスです', '訂正 K0-03 27/32、', { reason: '入力ミス' }],
])('%s', (said, rest, texts) => {
  expect(labelledIn(said)).toEqual({ rest, texts });
});

it.each(['S1-1 完了 根拠', '根拠資料作成中', 'メモ', '会議資料：', 'S1-3は理由があって遅れています', '資料作成は完了'])(
  '%s labels nothing',
  (said) => {
    expect(labelledIn(said)).toBeUndefined();
  },
);

it('keeps what was written letter for letter, composed', () => {
  const composed = 'ガイドライン②（案）';
  expect(labelledIn(`S1-1 完了 根拠 ${composed.normalize('NFD')}`)?.texts.evidence).toBe(composed);
});
