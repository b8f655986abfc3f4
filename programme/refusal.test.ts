import { insteadFor } from './may.ts';
import { Refusal, reasons } from './refusal.ts';

/** Whatever a sentence may want to mention. */
const detail = {
  only: '事務局の方',
  instead: insteadFor.observer,
  word: '未報告',
  said: '川下村',
  what: 'S1-3',
  edition: '令和7年度第1版',
  week: '2024-09-16',
  year: '令和6年度',
  known: ['令和6年度', '令和7年度'],
  until: '2025-05-31',
  at: new Date('2024-09-20T06:04:00Z'),
  hours: 24,
  day: '2024-10-03',
  month: '令和6年10月',
  limit: 1000,
  name: '山田 花子',
  town: '小海町',
  of: '第4回 進捗状況確認会議（11/21(木)）',
  id: 'KP-01',
  names: ['山田 花子さん'],
  standing: 'refuse',
  sentence: '「有」か「無」を選んでください。',
} as const;

describe.each(Object.entries(reasons))('%s', (_, sentence) => {
  const said = sentence(detail);

  it('is said in whole Japanese sentences without holes', () => {
    expect(said).toMatch(/[ぁ-ん].*。$/);
    expect(said).not.toMatch(/undefined|NaN|Invalid|\[object|\$\{|。。|、、/);
  });

  it('ends with what to do next, and is short enough for a phone', () => {
    const last = said.split('。').at(-2) ?? '';
    expect(last).toMatch(/ください$|できます$/);
    expect(said.length).toBeLessThanOrEqual(90);
  });
});

describe('a refusal', () => {
  it('is an error that knows its reason and says its sentence', () => {
    const refusal = Refusal.because('busy');
    expect(refusal).toBeInstanceOf(Refusal);
    expect(refusal).toBeInstanceOf(Error);
    expect(refusal.reason).toBe('busy');
    expect(refusal.message).toBe(reasons.busy());
  });

  it('works its detail into the sentence', () => {
    expect(Refusal.because('week-closed', { week: '2024-09-16' }).message).toContain('9/16(月)の週');
    expect(Refusal.because('changed-meanwhile', { at: detail.at }).message).toContain('9/20(金) 15:04');
    expect(Refusal.because('too-long', { limit: 1000 }).message).toContain('1,000文字');
    expect(Refusal.because('unknown-municipality', { said: '川下村' }).message).toContain('「川下村」');
  });
});
