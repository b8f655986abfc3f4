import fc from 'fast-check';
import { may, mayNamePeople, type Permission } from './may.ts';
import { homeOf, type Member, Role } from './member.ts';
import type { Audience } from './room.ts';

const OWN = '203033';
const OTHER = '203041';
const permissions: readonly Permission[] = ['anything', 'view', 'report', 'chase', 'digest', 'bind', 'meet', 'convene'];
const audiences: readonly (Audience | undefined)[] = [
  ...([undefined, 'none', 'prefecture', 'secretariat', 'supported', 'all'] as const),
  OWN,
  OTHER,
];
const municipalities = [undefined, OWN, OTHER] as const;

function member(role: Role, changes: Partial<Member> = {}): Member {
  const base: Member = {
    id: 'p1',
    name: '山田 太郎',
    role,
    office: '小海町',
    municipalities: role === 'secretariat' || role === 'prefecture' ? [] : [OWN],
    chat: 'teams',
    lead: true,
    active: true,
  };
  return { ...base, ...changes };
}

const anyone = fc.record({
  role: fc.constantFrom(...Role.options),
  municipalities: fc.uniqueArray(fc.constantFrom(OWN, OTHER, '202011')),
  active: fc.boolean(),
});
const aPermission = fc.constantFrom(...permissions);
const aMunicipality = fc.constantFrom(...municipalities);
const anAudience = fc.constantFrom(...audiences);

/** Who holds what, 1:1: for 自団体・他団体. The role that is not in a row has nothing. */
const table: Readonly<Record<Exclude<Permission, 'anything'>, Partial<Record<Role, 'own' | 'all'>>>> = {
  self: { municipal: 'own', expert: 'own', secretariat: 'all', prefecture: 'all', observer: 'own' },
  view: { municipal: 'own', expert: 'own', secretariat: 'all', prefecture: 'all' },
  report: { municipal: 'own', expert: 'own', secretariat: 'all' },
  'take-back': { municipal: 'own', expert: 'own', secretariat: 'all', prefecture: 'all' },
  count: { municipal: 'own', secretariat: 'all' },
  chase: { secretariat: 'all' },
  answer: { secretariat: 'all' },
  digest: { secretariat: 'all', prefecture: 'all', expert: 'own' },
  bind: { secretariat: 'all' },
  accounts: { secretariat: 'all' },
  meet: { municipal: 'own', expert: 'own', secretariat: 'all', prefecture: 'all' },
  convene: { expert: 'own', secretariat: 'all' },
  homework: { secretariat: 'all' },
  steer: { secretariat: 'all' },
  visit: { expert: 'own' },
  confirm: { municipal: 'own' },
  assess: { municipal: 'own', expert: 'own' },
  serve: { expert: 'own' },
  dispatch: { secretariat: 'all' },
  wish: { municipal: 'own', secretariat: 'all' },
  figures: { secretariat: 'all', prefecture: 'all' },
  cases: { municipal: 'own', expert: 'own', secretariat: 'all', prefecture: 'all', observer: 'own' },
  share: { secretariat: 'all' },
  nominate: { expert: 'own', secretariat: 'all' },
  consent: { municipal: 'own' },
  consents: { municipal: 'own', secretariat: 'all', prefecture: 'all' },
  organization: { expert: 'own', secretariat: 'all', prefecture: 'all' },
  apply: { secretariat: 'all' },
  filed: { secretariat: 'all', prefecture: 'all' },
  approve: { prefecture: 'all' },
  instruct: { prefecture: 'all' },
  incident: { municipal: 'own', expert: 'own', secretariat: 'all', prefecture: 'all' },
};

const OF_ALL: readonly Permission[] = [
  ...(['chase', 'answer', 'digest', 'accounts', 'steer', 'dispatch', 'figures'] as const),
  ...(['share', 'organization', 'apply', 'filed', 'approve', 'instruct'] as const),
];

/** What a room lets through, whoever asks: of the municipality asked about. */
function roomLets(audience: Audience | undefined, permission: Permission, municipality: string | undefined): boolean {
  if (audience === undefined || audience === 'prefecture' || audience === 'secretariat') return true;
  // Rooms are bound from within, so the secretariat's own commands work everywhere.
  if (permission === 'bind') return true;
  if (audience === 'supported' || audience === 'all') return permission === 'cases';
  const isOfTheRoom = municipality === undefined || municipality === audience;
  return audience !== 'none' && isOfTheRoom && !OF_ALL.includes(permission);
}

const cases = Role.options.flatMap((role) =>
  (Object.keys(table) as (keyof typeof table)[]).flatMap((permission) =>
    municipalities.flatMap((municipality) =>
      audiences.map((audience) => ({ role, permission, municipality, audience })),
    ),
  ),
);

describe('the permission table', () => {
  it(`holds in all ${cases.length} combinations of role, permission, municipality and room`, () => {
    const wrong = cases.filter(({ role, permission, municipality, audience }) => {
      const reach = table[permission][role];
      const isReached = reach === 'all' || (reach === 'own' && municipality !== OTHER);
      const expected = isReached && roomLets(audience, permission, municipality);
      return may(member(role), permission, municipality, audience) !== expected;
    });
    expect(wrong).toEqual([]);
  });

  it('in words', () => {
    const town = member('municipal');
    expect(may(town, 'view', OWN)).toBe(true);
    expect(may(town, 'view', OTHER)).toBe(false);
    expect(may(town, 'view', OWN, 'none')).toBe(false);
    expect(may(town, 'view', OWN, OWN)).toBe(true);
    expect(may(member('expert', { municipalities: [OWN, OTHER] }), 'view', OTHER, OWN)).toBe(false);
    expect(may(member('secretariat'), 'view', OTHER, OWN)).toBe(false);
    expect(may(member('secretariat'), 'digest', undefined, OWN)).toBe(false);
    expect(may(member('secretariat'), 'bind', undefined, 'none')).toBe(true);
    expect(may(member('prefecture'), 'report', OWN)).toBe(false);
    expect(may(member('prefecture'), 'digest', undefined, 'prefecture')).toBe(true);
  });
});

describe('what always holds', () => {
  it('anything is open to everybody, known or not, everywhere', () => {
    fc.assert(
      fc.property(fc.option(anyone, { nil: undefined }), aMunicipality, anAudience, (who, municipality, audience) => {
        expect(may(who && member(who.role, who), 'anything', municipality, audience)).toBe(true);
      }),
    );
  });

  it('people the roster does not know, or knows no longer, and observers may nothing else', () => {
    fc.assert(
      fc.property(anyone, aPermission, aMunicipality, anAudience, (who, permission, municipality, audience) => {
        fc.pre(permission !== 'anything');
        expect(may(undefined, permission, municipality, audience)).toBe(false);
        expect(may(member(who.role, { ...who, active: false }), permission, municipality, audience)).toBe(false);
        const observer = member('observer', { ...who, role: 'observer', active: true });
        expect(may(observer, permission, municipality, audience)).toBe(false);
      }),
    );
  });

  it('a room never grants what the person may not do 1:1', () => {
    fc.assert(
      fc.property(anyone, aPermission, aMunicipality, anAudience, (who, permission, municipality, audience) => {
        const person = member(who.role, who);
        if (may(person, permission, municipality, audience)) expect(may(person, permission, municipality)).toBe(true);
      }),
    );
  });

  it('naming a municipality never grants more than the command itself', () => {
    fc.assert(
      fc.property(anyone, aPermission, aMunicipality, anAudience, (who, permission, municipality, audience) => {
        const person = member(who.role, who);
        if (may(person, permission, municipality, audience))
          expect(may(person, permission, undefined, audience)).toBe(true);
      }),
    );
  });

  it("one municipality's room never shows another municipality", () => {
    fc.assert(
      fc.property(anyone, fc.constantFrom<Permission>('view', 'report', 'chase', 'digest'), (who, permission) => {
        expect(may(member(who.role, who), permission, OTHER, OWN)).toBe(false);
      }),
    );
  });
});

describe('names of people', () => {
  it('are shown 1:1 and to those who steer, and to no other room', () => {
    expect(audiences.filter(mayNamePeople)).toEqual([undefined, 'prefecture', 'secretariat']);
  });
});

describe('the home of a person', () => {
  it('is the only municipality there is', () => {
    expect(homeOf(member('municipal'))).toBe(OWN);
    expect(homeOf(member('secretariat'))).toBeUndefined();
    expect(homeOf(member('expert', { municipalities: [OWN, OTHER] }))).toBeUndefined();
  });
});
