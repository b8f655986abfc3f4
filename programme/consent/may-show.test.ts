import type { Member, Role } from '../member.ts';
import { withAsking, withConsentAnswer, withWithdrawal } from './consent.ts';
import type { Material } from './material.ts';
import { type MaterialApproval, withHandedIn } from './material-approval.ts';
import { mayShow, onlookerOf, onlookerOfRoom, sharingStanding, shownVersion } from './may-show.ts';
import { SharingScope } from './scope.ts';

const DAY = '2026-12-01';
let messages = 0;
const from = () => ({ by: 'x', at: `${DAY}T01:00:00.000Z`, via: 'teams', ask: `message-${++messages}` });
const written = (version: string) => ({
  ...from(),
  version,
  content: { title: version, sections: [{ label: '成果', text: version }] },
});
const material: Material = {
  ...{ id: 'material-case-1', sort: 'case', municipality: '203033', of: 'case-1' },
  versions: [written('v-1'), written('v-2')],
};
const consent = (version: string, scope: SharingScope, until?: string) => {
  const of = { municipality: '203033', material: material.id, version, scope, ...(until ? { until } : {}) };
  return withConsentAnswer(withAsking(undefined, of, '2026-12-15', from(), DAY), { verdict: 'approve' }, from(), DAY);
};
function approval(scope: SharingScope): MaterialApproval {
  const content = { municipality: '203033', material: material.id, version: 'v-1', scope };
  const handed = withHandedIn(undefined, content, from());
  return { ...handed, decisions: [{ ...from(), version: 1, verdict: 'approve' }] };
}
const seenIn = (...standing: Parameters<typeof sharingStanding>) =>
  SharingScope.options.filter((scope) => mayShow(material, 'v-1', scope, DAY, sharingStanding(...standing)));

describe('whether something of a municipality may be shown', () => {
  it('needs its consent to that version, for that scope', () => {
    expect(seenIn([], [approval('public')])).toEqual([]);
    expect(seenIn([consent('v-2', 'public')], [approval('public')])).toEqual([]);
    expect(seenIn([consent('v-1', 'all')], [approval('public')])).toEqual(['prefecture', 'supported', 'all']);
  });

  it('needs the prefecture’s 承諾 beside it for third parties alone', () => {
    expect(seenIn([consent('v-1', 'public')], [])).toEqual(['prefecture']);
    expect(seenIn([consent('v-1', 'public')], [approval('supported')])).toEqual(['prefecture', 'supported']);
  });

  it('ends with the day it is for, and at once with 撤回', () => {
    const until = sharingStanding([consent('v-1', 'prefecture', '2026-12-05')], []);
    expect(mayShow(material, 'v-1', 'prefecture', '2026-12-05', until)).toBe(true);
    expect(mayShow(material, 'v-1', 'prefecture', '2026-12-06', until)).toBe(false);
    expect(seenIn([withWithdrawal(consent('v-1', 'prefecture'), from(), DAY)], [])).toEqual([]);
  });

  it('is of no use to another municipality’s material of the same name', () => {
    const other = { ...material, municipality: '203041' };
    const standing = sharingStanding([consent('v-1', 'prefecture')], []);
    expect(mayShow(other, 'v-1', 'prefecture', DAY, standing)).toBe(false);
  });

  it('leaves the older version that was consented to in sight until the newer one is', () => {
    const shown = (...consents: Parameters<typeof sharingStanding>[0]) =>
      shownVersion(material, 'prefecture', DAY, sharingStanding(consents, []))?.version;
    expect(shown(consent('v-1', 'prefecture'))).toBe('v-1');
    expect(shown(consent('v-1', 'prefecture'), consent('v-2', 'prefecture'))).toBe('v-2');
    expect(shown()).toBeUndefined();
  });

  it('never keeps a municipality or the secretariat from its own', () => {
    const nothing = sharingStanding([], []);
    expect(shownVersion(material, { own: ['203033'], scope: 'none' }, DAY, nothing)?.version).toBe('v-2');
    expect(shownVersion(material, { own: ['203041'], scope: 'supported' }, DAY, nothing)).toBeUndefined();
    expect(shownVersion(material, 'secretariat', DAY, nothing)?.version).toBe('v-2');
    expect(shownVersion(material, 'none', DAY, sharingStanding([consent('v-2', 'public')], []))).toBeUndefined();
  });
});

describe('as whom somebody looks', () => {
  const supported = (code: string) => code === '203033';
  const who = (role: Role, municipalities: string[], active = true): Member => ({
    ...{ id: 'm', name: '名', role, office: '課', municipalities, chat: 'teams', lead: false, active },
  });

  it.each([
    ['prefecture', [], 'prefecture'],
    ['secretariat', [], 'secretariat'],
    ['municipal', ['203033'], { own: ['203033'], scope: 'supported' }],
    ['municipal', ['202011'], { own: ['202011'], scope: 'all' }],
    ['expert', ['203033'], 'supported'],
    ['expert', [], 'none'],
    ['observer', ['202011'], 'all'],
  ] as const)('%s of %j', (role, towns, expected) => {
    expect(onlookerOf(who(role, [...towns]), supported)).toEqual(expected);
    expect(onlookerOf(who(role, [...towns], false), supported)).toBe('none');
  });

  it('a room sees what the one of it may see who may see least', () => {
    expect(onlookerOfRoom('none', supported)).toBe('none');
    expect(onlookerOfRoom('all', supported)).toBe('all');
    expect(onlookerOfRoom('203033', supported)).toEqual({ own: ['203033'], scope: 'supported' });
    expect(onlookerOfRoom('202011', supported)).toEqual({ own: ['202011'], scope: 'all' });
  });
});
