import { clockText, concernsIn, type ServiceStanding, storeText } from './standing.ts';

const NOW = new Date('2026-11-24T10:00:00+09:00');
const ago = (minutes: number): Date => new Date(NOW.getTime() - minutes * 60_000);
const well: ServiceStanding = {
  store: { name: 'embedded', bytes: 3_407_872 },
  clock: { inside: true, lastAt: ago(1) },
  channels: [
    { name: 'teams', isSetUp: true },
    { name: 'line-works', isSetUp: false },
  ],
  next: [],
  counts: { waiting: 3, overdue: 0, sending: 1, failed: 0, unknown: 0 },
  backupAt: ago(60),
};
const told = (over: Partial<ServiceStanding>): readonly string[] =>
  concernsIn({ ...well, ...over }, NOW).map(({ what }) => what);

test('what is well asks for nothing', () => {
  expect(told({})).toEqual([]);
  expect(told({ store: { name: 'cosmos' }, backupAt: undefined })).toEqual([]);
  expect(storeText({ name: 'embedded', bytes: 3_407_872 })).toBe('SQLite（3.3 MB）');
});

test.each<readonly [string, Partial<ServiceStanding>]>([
  ['時計が止まっています', { clock: { inside: true, lastAt: ago(16) } }],
  ['時計がまだ一度も動いていません', { clock: { inside: false } }],
  ['つながっているチャットがありません', { channels: [{ name: 'teams', isSetUp: false }] }],
  ['時刻を過ぎて待っている配信 2件', { counts: { ...well.counts, overdue: 2 } }],
  ['届いたか分からない配信 1件', { counts: { ...well.counts, unknown: 1 } }],
  ['送れなかった配信 4件', { counts: { ...well.counts, failed: 4 } }],
  ['保存先の写しが2日より前のものです', { backupAt: ago(2 * 24 * 60 + 1) }],
  ['保存先の写しがまだありません', { backupAt: undefined }],
])('%s is told alone', (what, over) => {
  expect(told(over)).toEqual([what]);
});

test('whoever holds the clock for a while is not missed before', () => {
  const clock = { inside: true, heldUntil: ago(-60) };
  expect(told({ clock })).toEqual([]);
  expect(clockText(clock)).toBe('11/24(火) 11:00 まで受け持っています');
  expect(clockText({ lastAt: ago(5) })).toBe('最後に動いた時刻 11/24(火) 09:55');
});

test('whoever keeps an outer clock is told to look at that one', () => {
  const [concern] = concernsIn({ ...well, clock: { inside: false, lastAt: ago(20) } }, NOW);
  expect(concern?.todo).toContain('bansou tick');
});
