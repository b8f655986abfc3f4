import fc from 'fast-check';
import { calendarOf } from '../calendar.ts';
import type { Member, Role } from '../member.ts';
import { actionGroups, pageOfGroups } from './action-groups.ts';
import { type ActionItem, ownerOn, troubleWith, withNewOwner } from './action-item.ts';
import { actionRemindedOn, remindOf } from './action-reminder.ts';

const TOWN = '203033';
const from = { by: 'office', at: '2026-11-20T01:00:00.000Z', via: 'teams', ask: 'x' };
const action = (more: Partial<ActionItem> = {}): ActionItem => ({
  ...{ id: 'action-x', meeting: 'meeting-x', owner: 'hanako', municipality: TOWN, what: '工程表を送る' },
  ...{ due: '2026-12-03', recorded: from },
  ...more,
});
const { municipality: _none, ...rest } = action();
const ofTheProgramme: ActionItem = rest;
const person = (id: string, role: Role = 'municipal', more: Partial<Member> = {}): Member => ({
  ...{ id, name: id, role, office: '総務課', municipalities: role === 'municipal' ? [TOWN] : [] },
  ...{ chat: 'teams', lead: false, active: true },
  ...more,
});
const byId = (...all: readonly Member[]) => new Map(all.map((one) => [one.id, one]));

describe('who may be given a 宿題', () => {
  it.each<[string, Member, ReturnType<typeof troubleWith>]>([
    ['somebody of the municipality', person('jiro'), undefined],
    ['an expert who serves it', person('ken', 'expert', { municipalities: [TOWN] }), undefined],
    ['an expert who does not', person('ken', 'expert'), 'elsewhere'],
    ['somebody of another municipality', person('saburo', 'municipal', { municipalities: ['203041'] }), 'elsewhere'],
    ['the secretariat', person('office', 'secretariat'), undefined],
    ['the prefecture', person('pref', 'prefecture'), undefined],
    ['somebody who has left', person('gone', 'municipal', { active: false }), 'has-left'],
    ['an observer', person('watcher', 'observer', { municipalities: [TOWN] }), 'observer'],
  ])('%s', (_who, who, trouble) => {
    expect(troubleWith(who, action())).toBe(trouble);
  });

  it('what is no municipality’s stays with those who steer or advise', () => {
    expect(troubleWith(person('jiro'), ofTheProgramme)).toBe('elsewhere');
    expect(troubleWith(person('ken', 'expert'), ofTheProgramme)).toBeUndefined();
  });
});

describe('who has it', () => {
  const term = { municipality: TOWN, from: '2026-04-01', until: '2026-11-30' };
  const ken = person('ken', 'expert', { municipalities: [TOWN], terms: [term] });

  it('is nobody once an expert’s term has ended, and the expert on the last day', () => {
    const own = action({ owner: 'ken' });
    expect(ownerOn(own, byId(ken), '2026-11-30')).toBe(ken);
    expect(ownerOn(own, byId(ken), '2026-12-01')).toBeUndefined();
    expect(ownerOn(own, byId(), '2026-11-30')).toBeUndefined();
  });

  it('changes once, and keeps who decided it', () => {
    const given = withNewOwner(action(), 'hanako', 'ken', from);
    expect(given).toMatchObject({ owner: 'ken', formerOwner: 'hanako', handed: [{ ...from, to: 'ken' }] });
    expect(withNewOwner(given, 'hanako', 'jiro', from)).toBe(given);
    expect(withNewOwner(given, 'ken', 'ken', from)).toBe(given);
    const done = { ...action(), done: from };
    expect(withNewOwner(done, 'hanako', 'ken', from)).toBe(done);
    expect(withNewOwner(action(), 'hanako', 'ken').handed).toBeUndefined();
  });
});

describe('everybody’s', () => {
  const members = byId(person('hanako', 'municipal', { lead: true }), person('jiro'), person('office', 'secretariat'));
  const anAction = fc.record({
    owner: fc.constantFrom('hanako', 'jiro', 'office', 'gone'),
    municipality: fc.constantFrom(TOWN, '203041', undefined),
    due: fc.constantFrom('2026-11-10', '2026-11-20', '2026-12-03'),
    done: fc.constantFrom(from, undefined),
  });
  const some = fc.array(anAction, { maxLength: 30 }).map((all) =>
    all.map(
      ({ municipality, done, ...rest }, at): ActionItem => ({
        ...ofTheProgramme,
        ...rest,
        id: `action-${at}`,
        ...(municipality ? { municipality } : {}),
        ...(done ? { done } : {}),
      }),
    ),
  );

  it('open ones are on the pages once each: what nobody has first, then who is late', () => {
    fc.assert(
      fc.property(some, fc.integer({ min: 1, max: 9 }), (all, size) => {
        const groups = actionGroups(all, members, '2026-11-24');
        const open = all.filter(({ done }) => !done).map(({ id }) => id);
        const pages = Array.from({ length: Math.max(1, Math.ceil(open.length / size)) }, (_, at) =>
          pageOfGroups(groups, at + 1, size).flatMap(({ actions }) => actions.map(({ id }) => id)),
        );
        expect(pages.flat().toSorted()).toEqual(open.toSorted());
        expect(pages.every((page) => page.length <= size)).toBe(true);
        const ranks = groups.map(({ owner, actions: [first] }) =>
          owner ? (first && first.due < '2026-11-24' ? 1 : 2) : 0,
        );
        expect(ranks).toEqual(ranks.toSorted());
      }),
    );
  });
});

describe('a reminder', () => {
  const programme = {
    ...{ name: '事業', prefecture: '長野県', fiscalYear: 2026, start: '2026-04-01', end: '2027-03-31', closures: [] },
    ...{ checkIn: { weekday: 1, time: '09:00' }, nudge: { weekday: 3, time: '09:00' } },
    digest: { weekday: 5, time: '16:00' },
  };
  const facts = (...members: readonly Member[]) => ({
    ...{ action: action(), members: byId(...members), programme, deliveries: [], hasAddress: () => true },
    ...{ now: new Date('2026-11-24T10:00:00+09:00'), job: { name: 'job' } },
  });
  const leave = { from: '2026-11-24', until: '2026-11-27' };

  it('comes two open days before it is due and on the first open day after', () => {
    expect(actionRemindedOn(action(), calendarOf([]))).toEqual(['2026-12-01', '2026-12-04']);
    const closed = [{ day: '2026-12-04', whom: TOWN, reason: '議会' }];
    expect(actionRemindedOn(action(), calendarOf(closed, TOWN))).toEqual(['2026-12-01', '2026-12-07']);
    expect(actionRemindedOn(action({ due: '2026-11-24' }), calendarOf([]))).toEqual(['2026-11-19', '2026-11-25']);
  });

  it('by hand goes to who stands in while the owner is away, and to nobody where nobody does', () => {
    const away = (substitute?: string) =>
      person('hanako', 'municipal', { leave: [{ ...leave, ...(substitute ? { substitute } : {}) }] });
    expect(remindOf(facts(away('jiro'), person('jiro')))).toMatchObject({ so: 'due', who: { id: 'jiro' } });
    expect(remindOf(facts(away()))).toEqual({ so: 'on-leave', until: '2026-11-27' });
    expect(remindOf(facts(away('jiro'), person('jiro', 'municipal', { leave: [leave] })))).toMatchObject({
      so: 'on-leave',
    });
    expect(remindOf(facts(away('saburo'), person('saburo', 'municipal', { municipalities: [] })))).toMatchObject({
      so: 'on-leave',
    });
  });

  it('is once a day; one that failed may be followed by another', () => {
    const first = remindOf(facts(person('hanako')));
    if (first.so !== 'due') throw new Error('not due');
    const { delivery } = first;
    expect(remindOf({ ...facts(person('hanako')), deliveries: [delivery] })).toMatchObject({ so: 'reminded' });
    const failed = { ...delivery, state: 'failed' as const };
    expect(remindOf({ ...facts(person('hanako')), deliveries: [failed] })).toMatchObject({
      so: 'due',
      delivery: { round: 2, byHand: true },
    });
  });

  it.each<[string, Partial<Member>, string]>([
    ['who does not want any', { preference: { off: true } }, 'switched-off'],
    ['who has left', { active: false }, 'nobody'],
  ])('is not sent to somebody %s', (_who, more, so) => {
    expect(remindOf(facts(person('hanako', 'municipal', more)))).toMatchObject({ so });
  });

  it('is not sent where no chat is open, nor of what is done', () => {
    expect(remindOf({ ...facts(person('hanako')), hasAddress: () => false })).toMatchObject({ so: 'no-address' });
    expect(remindOf({ ...facts(person('hanako')), action: action({ done: from }) })).toMatchObject({ so: 'closed' });
  });
});
