import fc from 'fast-check';
import { type Leave, leaveOn } from '../absence.ts';
import { addDays, type Day, dayOf } from '../day.ts';
import { type Delivery, planned } from '../delivery.ts';
import type { Member } from '../member.ts';
import { askedOf } from '../people/asking.ts';
import type { Programme } from '../programme.ts';
import type { KpiRecord } from '../progress/kpi-record.ts';
import { withLeave, withoutLeave } from './leave-change.ts';
import { type WhyFacts, whyOf } from './why.ts';

const CODES = ['203033', '203041', '203050'] as const;
const municipality = { code: CODES[0], name: '小海町', area: '佐久', supported: true };
const WEEK = '2024-11-04';
const programme: Programme = {
  name: '事業',
  prefecture: '長野県',
  fiscalYear: 2024,
  start: '2024-08-15',
  end: '2025-03-14',
  checkIn: { weekday: 1, time: '09:00' },
  nudge: { weekday: 3, time: '09:00' },
  digest: { weekday: 5, time: '16:00' },
  closures: [{ day: '2024-11-11', whom: CODES[0], reason: '議会対応' }],
};

function officer(id: string, over: Partial<Member> = {}): Member {
  const base = { id, name: id, office: '総務課', municipalities: [CODES[0]], chat: 'teams', lead: false, active: true };
  return { ...base, role: 'municipal', ...over } as Member;
}
const lead = officer('lead', { lead: true });
const second = officer('second');
const kpi: KpiRecord = { municipality: CODES[0], fiscalYear: 2024, kpi: 'K0-03', weekly: true, entries: [] };
const from = { by: 'second', at: '2024-11-05T03:00:00.000Z', via: 'teams', ask: 'x' };
const answered: KpiRecord = { ...kpi, entries: [{ ...from, number: 1, week: WEEK, kind: 'unchanged' }] };

const facts = (over: Partial<WhyFacts> = {}): WhyFacts => ({
  who: lead,
  municipality,
  members: [lead, second],
  programme,
  now: new Date('2024-11-06T10:00:00+09:00'),
  weekly: [kpi],
  deliveries: [],
  hasAddress: true,
  ...over,
});
const whys = (over: Partial<WhyFacts>) => whyOf(facts(over)).map(({ why }) => why);
const away = (over: Partial<Leave> = {}): Member => ({
  ...lead,
  leave: [{ from: '2024-11-05', until: '2024-11-08', ...over }],
});

function prompt(over: Partial<Delivery>): Delivery {
  const due = '2024-11-05T00:00:00.000Z';
  const item = { municipality: CODES[0], week: WEEK };
  const recipient = { kind: 'member', id: 'lead' } as const;
  const plan = { job: 'weekly-check-in', slot: due, recipient, dueAt: due, until: due, hours: 'office' as const, item };
  return { ...planned(plan), ...over };
}

/** Monday, 4 November 2024 is a holiday in lieu, so the week's moment is Tuesday at 9:00. */
it.each<[string, Partial<WhyFacts>, readonly string[]]>([
  [
    'asked on the day it moved to',
    { deliveries: [prompt({ state: 'sent', sentAt: '2024-11-05T00:00:05.000Z' })] },
    ['asked', 'moved'],
  ],
  ['answered before', { weekly: [answered] }, ['answered', 'moved']],
  ['not yet', { now: new Date('2024-11-05T08:00:00+09:00') }, ['not-yet', 'moved']],
  ['on its way', {}, ['on-its-way', 'moved']],
  ['no chat', { hasAddress: false }, ['no-address', 'moved']],
  ['blocked', { deliveries: [prompt({ state: 'failed', reason: '403' })] }, ['not-delivered', 'moved']],
  ['on leave', { who: away(), members: [away(), second] }, ['on-leave']],
  ['not the lead', { who: second }, ['not-lead']],
  ['standing in', { who: second, members: [away(), second] }, ['substitute', 'on-its-way', 'moved']],
  [
    'switched off',
    { who: { ...lead, preference: { off: true } }, members: [{ ...lead, preference: { off: true } }] },
    ['switched-off'],
  ],
  ['after the end', { now: new Date('2025-03-20T10:00:00+09:00') }, ['not-running']],
  ['an expert', { who: { ...lead, role: 'expert' } }, ['not-officer']],
  ['nothing to ask', { weekly: [] }, ['nothing-asked']],
  [
    'a week without an open day',
    {
      now: new Date('2024-12-31T10:00:00+09:00'),
      programme: {
        ...programme,
        closures: ['2024-12-30', '2025-01-06'].map((day) => ({ day, whom: 'all', reason: '休' })),
      },
    },
    ['no-open-day'],
  ],
])('%s', (_name, over, expected) => expect(whys(over)).toEqual(expected));

it('names the holiday or the closure it moved for', () => {
  const moved = (now: string) => whyOf(facts({ now: new Date(now) })).find(({ why }) => why === 'moved');
  expect(moved('2024-11-06T10:00:00+09:00')).toMatchObject({ because: '文化の日 振替休日' });
  expect(moved('2024-11-13T10:00:00+09:00')).toMatchObject({ because: '議会対応', from: '2024-11-11' });
});

describe('laws', () => {
  const START = '2024-11-01';
  const aDay = fc.integer({ min: 0, max: 40 }).map((count) => addDays(START, count));
  const aLeave = fc
    .tuple(aDay, fc.nat({ max: 12 }), fc.option(fc.nat({ max: 5 }), { nil: undefined }))
    .map(([day, length, who]): Leave & { who: number | undefined } => ({
      from: day,
      until: addDays(day, length),
      who,
    }));
  /** Up to six officers of three municipalities; substitutes are colleagues, as `take-leave` lets them choose. */
  const aRoster = fc
    .array(
      fc.record({
        at: fc.nat({ max: 2 }),
        lead: fc.boolean(),
        off: fc.boolean(),
        leaves: fc.array(aLeave, { maxLength: 3 }),
      }),
      { maxLength: 6 },
    )
    .map((all) =>
      all.map(({ at, lead: isLead, off, leaves }, index): Member => {
        const colleagues = all.flatMap((other, id) => (other.at === at && id !== index ? [`m${id}`] : []));
        const own = leaves.reduce<readonly Leave[]>((so, { who, ...leave }) => {
          const substitute = who === undefined ? undefined : colleagues[who % Math.max(1, colleagues.length)];
          return withLeave(so, { ...leave, ...(substitute === undefined ? {} : { substitute }) });
        }, []);
        return officer(`m${index}`, {
          municipalities: [CODES[at] ?? CODES[0]],
          lead: isLead,
          leave: [...own],
          preference: { off },
        });
      }),
    );

  it('nobody on leave or switched off is asked, and nobody twice', () => {
    fc.assert(
      fc.property(aRoster, aDay, (members, day) => {
        const asked = CODES.flatMap((code) => askedOf(code, members, day).who ?? []);
        expect(asked.filter(({ leave, preference }) => leaveOn(leave, day) || preference?.off)).toEqual([]);
        expect(new Set(asked.map(({ id }) => id)).size).toBe(asked.length);
      }),
    );
  });

  it('the explanation agrees with who is asked', () => {
    fc.assert(
      fc.property(aRoster, aDay, (members, day) => {
        const now = new Date(`${day}T10:00:00+09:00`);
        for (const who of members.filter(({ municipalities }) => municipalities[0] === CODES[0])) {
          const found = whyOf(facts({ who, members, now }));
          if (leaveOn(who.leave, dayOf(now))) expect(found[0]?.why).toBe('on-leave');
          else expect(found).not.toHaveLength(0);
        }
      }),
    );
  });

  it('leaves never overlap, the new one holds in full, and coming back frees the day', () => {
    const covers = (leaves: readonly Leave[], day: Day) => leaves.filter((leave) => leaveOn([leave], day)).length;
    const days = Array.from({ length: 70 }, (_, count) => addDays(START, count));
    fc.assert(
      fc.property(fc.array(aLeave, { minLength: 1, maxLength: 5 }), aDay, (all, today) => {
        const leaves = all.reduce<readonly Leave[]>(
          (so, { who, ...leave }) => withLeave(so, { ...leave, substitute: String(who) }),
          [],
        );
        expect(days.map((day) => covers(leaves, day))).toEqual(days.map((day) => Math.min(covers(all, day), 1)));
        const last = all.at(-1);
        if (last) expect(leaveOn(leaves, last.from)?.substitute).toBe(String(last.who));
        const running = leaveOn(leaves, today);
        if (running) expect(leaveOn(withoutLeave(leaves, running, today), today)).toBeUndefined();
      }),
    );
  });
});
