import fc from 'fast-check';
import { addDays, type Day } from '../day.ts';
import type { Ruling } from '../filing.ts';
import type { Role } from '../member.ts';
import type { ChartPerson, OrganizationChart } from './organization-chart.ts';
import type { ChangeContent, StaffingChange } from './staffing-change.ts';
import { tenureOf } from './tenure.ts';

const at = (day: Day) => ({ by: 'm-1', at: `${day}T03:00:00.000Z`, via: 'teams', ask: `ask-${day}` });
const who = (id: string, role: Role = 'expert', email?: string) => ({ id, name: `${id}さん`, role, email });
const person = (id: string): ChartPerson => ({ member: id, name: `${id}さん`, posts: ['expert'] });

function chart(
  day: Day,
  decided: Day | undefined,
  ids: readonly string[],
  verdict: Ruling = 'approve',
): OrganizationChart {
  return {
    ...{ id: 'chart-2024', fiscalYear: 2024 },
    versions: [{ ...at(day), number: 1, content: { day, people: ids.map(person) } }],
    ...(decided ? { decisions: [{ ...at(decided), version: 1, verdict }] } : {}),
  };
}

function change(content: Partial<ChangeContent> & { day: Day }, decided?: Day, verdict: Ruling = 'approve') {
  const whole: ChangeContent = { kind: 'expert', reason: '異動', handover: '同行する', municipalities: [], ...content };
  const made: StaffingChange = {
    id: `staffing-${content.day}`,
    versions: [{ ...at('2024-10-01'), number: 1, content: whole }],
    ...(decided ? { decisions: [{ ...at(decided), version: 1, verdict }] } : {}),
  };
  return made;
}

const first = chart('2024-09-01', '2024-09-05', ['a']);
const [a, b] = [who('a'), who('b')];
const handedOver = { before: { member: 'a', name: 'aさん' }, after: { member: 'b', name: 'bさん' } };

test('nothing binds before the first 体制表 is approved', () => {
  expect(tenureOf(b, { charts: [], changes: [] }, '2024-10-01')).toEqual({ ok: true });
  const waiting = [chart('2024-09-01', undefined, ['a']), chart('2024-09-01', '2024-09-02', ['a'], 'conditional')];
  expect(tenureOf(b, { charts: waiting, changes: [] }, '2024-10-01')).toEqual({ ok: true });
  expect(tenureOf(b, { charts: [first], changes: [] }, '2024-09-04')).toEqual({ ok: true });
  expect(tenureOf(b, { charts: [first], changes: [] }, '2024-09-05')).toMatchObject({ ok: false, why: 'never' });
});

test('it binds people of the contractor’s side alone', () => {
  const on = (role: Role) => tenureOf(who('x', role), { charts: [first], changes: [] }, '2024-10-01').ok;
  expect((['municipal', 'prefecture', 'observer', 'secretariat', 'expert'] as const).map(on)).toEqual([
    ...[true, true, true],
    ...[false, false],
  ]);
});

test.each([
  ['in time', '2024-11-20', '2024-12-03'],
  ['late', '2024-12-10', '2024-12-10'],
])('who comes does so from the later of the day and the 承認: %s', (_, decided, from) => {
  const staffing = { charts: [first], changes: [change({ day: '2024-12-03', ...handedOver }, decided)] };
  expect(tenureOf(b, staffing, addDays(from, -1))).toEqual({ ok: false, reason: 'approval', why: 'ahead', from });
  expect(tenureOf(b, staffing, from)).toEqual({ ok: true });
});

test('who goes stays to the end of the day', () => {
  const staffing = { charts: [first], changes: [change({ day: '2024-12-03', ...handedOver }, '2024-11-20')] };
  expect(tenureOf(a, staffing, '2024-12-03')).toEqual({ ok: true });
  expect(tenureOf(a, staffing, '2024-12-04')).toMatchObject({ ok: false, why: 'gone', last: '2024-12-03' });
  const stays = change({ day: '2024-12-03', kind: 'contact', ...handedOver, stays: true }, '2024-11-20');
  expect(tenureOf(a, { charts: [first], changes: [stays] }, '2024-12-04')).toEqual({ ok: true });
});

test('what was not approved, or was withdrawn, changes nothing', () => {
  const day = '2024-12-03';
  const no = [change({ day, ...handedOver }), change({ day, ...handedOver }, '2024-11-20', 'refuse')];
  const withdrawn = { ...change({ day, ...handedOver }, '2024-11-20'), withdrawn: at('2024-11-21') };
  for (const each of [...no, withdrawn]) {
    expect(tenureOf(a, { charts: [first], changes: [each] }, '2024-12-10')).toEqual({ ok: true });
    expect(tenureOf(b, { charts: [first], changes: [each] }, '2024-12-10')).toMatchObject({ why: 'never' });
  }
});

test('who went comes back by a change of its own, and a later 体制表 that names nobody anew ends nothing', () => {
  const back = change({ kind: 'addition', day: '2025-02-01', after: { member: 'a', name: 'aさん' } }, '2025-01-10');
  const gone = change({ day: '2024-12-03', ...handedOver }, '2024-11-20');
  const staffing = {
    charts: [first, { ...chart('2025-01-05', '2025-01-05', ['c']), id: 'chart-2' }],
    changes: [gone, back],
  };
  expect(tenureOf(a, staffing, '2025-01-20')).toMatchObject({ why: 'ahead', from: '2025-02-01' });
  expect(tenureOf(a, staffing, '2025-02-01')).toEqual({ ok: true });
  expect(tenureOf(b, staffing, '2025-01-20')).toEqual({ ok: true });
});

test('somebody who was not on the roster yet is known by e-mail, else by name', () => {
  const added = (after: ChangeContent['after']) => ({
    charts: [first],
    changes: [change({ kind: 'addition', day: '2024-11-01', after }, '2024-10-10')],
  });
  const on = '2024-11-05';
  const hanako = { id: 'm-9', name: '小海 花子', email: 'Hanako@example.jp', role: 'expert' as const };
  expect(tenureOf(hanako, added({ name: '小海花子' }), on).ok).toBe(true);
  expect(tenureOf(hanako, added({ name: '旧姓 花子', email: 'hanako@example.jp' }), on).ok).toBe(true);
  expect(tenureOf(hanako, added({ name: '小海 花子', email: 'other@example.jp' }), on).ok).toBe(false);
  expect(tenureOf(hanako, added({ name: '小海 花子', member: 'm-8' }), on).ok).toBe(false);
});

test('nobody has access by a change before it was approved, and before its day', () => {
  const days = fc.integer({ min: 0, max: 200 }).map((count) => addDays('2024-09-10', count));
  fc.assert(
    fc.property(days, days, days, (day, decided, asked) => {
      const staffing = { charts: [first], changes: [change({ day, ...handedOver }, decided)] };
      expect(tenureOf(b, staffing, asked).ok).toBe(asked >= day && asked >= decided);
      expect(tenureOf(a, staffing, asked).ok).toBe(asked <= day);
    }),
  );
});
