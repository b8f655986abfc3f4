import { calledBy, type DeclaredJob, jobThatAsks } from './declared-job.ts';
import { causeOf, type DeliveryState, isBecause } from './delivery.ts';
import { isTrouble, reasonText } from './delivery-words.ts';

const ASK_TO_ADD = 'ボットが外されているか、ブロックされています（チャットでボットを追加してもらってください）';

it.each<[DeliveryState, string, string]>([
  ['withdrawn', 'not-due', '予定から外れました（回答済み・休み・担当の変更など）'],
  ['withdrawn', 'too-late', '時間内に送れませんでした'],
  ['withdrawn', '報告済みのため送りませんでした', '報告済みのため送りませんでした'],
  // Said by a job that is no more, or in other words than today.
  ['withdrawn', '昔の言葉', '昔の言葉'],
  ['waiting', 'waited', '順番を待っています'],
  ['unknown', 'restored', '記録を写しから戻す前に届いたかもしれません（要確認）'],
  ['failed', '403 BotNotInConversationRoster', ASK_TO_ADD],
  ['failed', '404', ASK_TO_ADD],
  ['waiting', '429 TOO_MANY_REQUESTS', 'チャットが混み合っていました'],
  ['failed', '503', 'チャットの側で障害がありました'],
  ['unknown', 'ECONNRESET', 'チャットとの通信がうまくいきませんでした'],
  // A word of every object is none of ours.
  ['failed', 'constructor', 'チャットとの通信がうまくいきませんでした'],
  ['failed', 'ファイルが大きすぎます', 'ファイルが大きすぎます'],
])('%s because of %s is told as %s', (state, reason, told) => expect(reasonText({ state, reason })).toBe(told));

it('says nothing where there is no reason', () => {
  expect(reasonText({ state: 'sent' })).toBeUndefined();
  expect(isBecause({ state: 'withdrawn' }, 'too-late')).toBe(false);
});

it('takes no sentence for a reason of the outbox', () => {
  const late = { state: 'withdrawn', reason: '時間内に送れませんでした' } as const;
  expect(causeOf(late)).toEqual({ by: 'job', says: late.reason });
  expect([isTrouble(late), isTrouble({ state: 'withdrawn', reason: 'too-late' })]).toEqual([false, true]);
  expect(isTrouble({ state: 'waiting', reason: 'too-late' })).toBe(false);
});

describe('the list of jobs that is passed', () => {
  const jobs: readonly DeclaredJob[] = [
    { name: 'one', called: '一つ目' },
    { name: 'two', called: '二つ目', asks: 'weekly-report' },
  ];

  it('names a delivery, also one whose job is no more', () => {
    expect(['one', 'two', 'three', 'constructor'].map((job) => calledBy(jobs, { job }))).toEqual([
      '一つ目',
      '二つ目',
      'お知らせ',
      'お知らせ',
    ]);
  });

  it('says who asks for what; a list without is a fault, not a silence', () => {
    expect(jobThatAsks('weekly-report', jobs).name).toBe('two');
    expect(() => jobThatAsks('weekly-report-again', jobs)).toThrow('weekly-report-again');
  });
});
