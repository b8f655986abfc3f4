import { onlyIn, sameEnd } from './same-end.ts';

const ASK = 'a'.repeat(24);
const kpi = (over: object = {}) => ({
  kpi: 'K0-03',
  entries: [{ week: '2026-11-23', value: 75, via: 'teams', ask: ASK, at: '2026-11-24T01:00:07.123Z', ...over }],
});
const audit = (over: object = {}) => ({
  ...{ id: 'a-1', at: '2026-11-24T01:00:07.123Z', by: 'member-1', via: 'teams', command: 'ask-help' },
  ...{ record: `helpRequests/m-203033/help-${ASK}`, before: 'etag-1', after: 'etag-2', ...over },
});
const delivery = { job: 'nudge', state: 'sent', channel: 'teams', message: '17', owner: 'x.1', attempts: 1 };
const end = sameEnd({ kpis: [kpi()], audit: [audit()], deliveries: [delivery] });

it('is the same whatever product it came through, and however its messages and versions are called', () => {
  const other = { via: 'line-works', ask: 'b'.repeat(24), at: '2026-11-24T01:00:41.000Z' };
  const record = `helpRequests/m-203033/help-${other.ask}`;
  const same = sameEnd({
    kpis: [kpi(other)],
    audit: [audit({ id: 'a-2', record, via: 'line-works', at: other.at, before: '"5"', after: '"6"' })],
    deliveries: [{ ...delivery, channel: 'line-works', message: undefined as never, tried: ['teams'], attempts: 2 }],
  });
  expect(same).toEqual(end);
  expect(onlyIn(same, end)).toEqual({});
});

it('compares the hash of a document, and of a workbook, which holds made-up ids, that there is one', () => {
  const file = (name: string, sha256: string) => sameEnd({ finalReports: [{ files: [{ name, sha256, bytes: 7 }] }] });
  expect(file('別添.xlsx', 'a')).toEqual(file('別添.xlsx', 'b'));
  expect(file('業務報告書.docx', 'a')).not.toEqual(file('業務報告書.docx', 'b'));
});

it.each([
  ['another value', { kpis: [kpi({ value: 76 })] }],
  ['another minute', { kpis: [kpi({ at: '2026-11-24T01:01:00.000Z' })] }],
  ['another message that wrote it', { kpis: [kpi({ ask: 'c'.repeat(24) })] }],
  ['a record more', { kpis: [kpi(), kpi({ value: 76 })] }],
  ['no record', { kpis: [] }],
  ['another command in the audit', { audit: [audit({ command: 'undo' })] }],
  ['an audit entry more', { audit: [audit(), audit()] }],
  ['a record that was made instead of changed', { audit: [audit({ before: undefined })] }],
  ['a delivery that failed', { deliveries: [{ ...delivery, state: 'failed' }] }],
])('is not the same with %s', (_what, changed) => {
  const all = { kpis: [kpi()], audit: [audit()], deliveries: [delivery] };
  expect(sameEnd({ ...all, ...changed })).not.toEqual(end);
});

it('names the documents that differ, and no others', () => {
  const other = sameEnd({ kpis: [kpi({ value: 76 })], audit: [audit()], deliveries: [delivery] });
  expect(Object.keys(onlyIn(other, end))).toEqual(['kpis']);
});
