import type { Filing } from './filing.ts';
import { filingWay } from './filing-way.ts';

const from = (ask: string) => ({ by: 'pm', at: '2026-11-24T01:00:00.000Z', via: 'teams' as const, ask });
const filing: Filing = {
  id: 'f-1',
  versions: [{ ...from('written'), number: 1, content: {} }],
  submissions: [{ ...from('handed'), version: 1 }],
  decisions: [{ ...from('decided'), version: 1, verdict: 'approve' }],
};
const edit = { command: 'edit-whole-plan', input: {} };
const withdraw = { command: 'withdraw-staffing', input: {} };

it('leads back from what one message wrote, and from nothing else', () => {
  const way = (said: string, more = {}) => filingWay(filing, said, { called: '全体計画', edit, ...more });
  expect(way('written')).toEqual({ what: '全体計画の下書き', back: edit, anew: '全体計画を書き直す' });
  expect(way('handed')).toMatchObject({ what: '全体計画の提出', back: edit });
  expect(way('handed', { withdraw })).toEqual({ what: '全体計画の提出', back: withdraw });
  expect(way('decided')).toEqual({ what: '全体計画への記録', filing: 'f-1', anew: 'この全体計画を開く' });
  expect(way('another')).toBeUndefined();
  expect(filingWay({ ...filing, withdrawn: from('gone') }, 'gone', { called: '全体計画', edit })).toBeUndefined();
});
