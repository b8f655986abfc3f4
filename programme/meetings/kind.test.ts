import fc from 'fast-check';
import type { OwningMunicipality } from '../kind.ts';
import { meetings } from './kind.ts';
import type { Meeting } from './meeting.ts';
import { audienceOf } from './party.ts';

const [OWN, OTHER, HANAKO, EXPERT] = ['203033', '203041', 'member-hanako', 'member-expert'];
const of = (...audience: string[]): Meeting => ({
  ...{ id: 'meeting-a', title: '打合せ', kind: 'working', day: '2024-11-21', start: '14:00', end: '15:30', place: '' },
  audience,
});
const town = (supported = true): OwningMunicipality => ({
  ...{ code: OWN, supported, auditFrom: new Date(0) },
  has: ({ name }, id) => name === 'members' && id === HANAKO,
});
const shareOf = (meeting: Meeting, supported = true) => {
  const share = meetings.belongsTo(meeting, town(supported));
  return share && { own: share.own?.audience, rest: share.rest?.audience };
};

describe('what of a meeting is a municipality’s', () => {
  test.each<[string[], ReturnType<typeof shareOf>]>([
    [[OWN], { own: [OWN], rest: undefined }],
    [['secretariat', OWN], { own: ['secretariat', OWN], rest: undefined }],
    [[HANAKO], { own: [HANAKO], rest: undefined }],
    [[OWN, OTHER], { own: [OWN], rest: [OTHER] }],
    [['prefecture', OWN, HANAKO, EXPERT], { own: [OWN, HANAKO], rest: ['prefecture', EXPERT] }],
    [['all'], { own: ['all'], rest: ['all'] }],
    [['supported', HANAKO], { own: ['supported', HANAKO], rest: ['supported'] }],
    [['prefecture', 'secretariat'], undefined],
    [['experts', OTHER, EXPERT], undefined],
  ])('%j', (audience, share) => {
    expect(shareOf(of(...audience))).toEqual(share);
  });

  it('is nothing of a meeting for those that are supported, where it is not', () => {
    expect(shareOf(of('supported'), false)).toBeUndefined();
  });

  it('never leaves it or its people behind, and nobody else out', () => {
    const parties = fc.subarray(
      ['prefecture', 'secretariat', 'all', 'supported', 'experts', OWN, OTHER, HANAKO, EXPERT],
      {
        minLength: 1,
      },
    );
    fc.assert(
      fc.property(parties, (audience) => {
        const share = meetings.belongsTo(of(...audienceOf(audience)), town());
        const left = share ? (share.rest?.audience ?? []) : audience;
        expect(left).not.toContain(OWN);
        expect(left).not.toContain(HANAKO);
        const others = audience.filter((party) => party !== OWN && party !== HANAKO && party !== 'secretariat');
        expect(left.filter((party) => party !== 'secretariat').toSorted()).toEqual(others.toSorted());
      }),
    );
  });
});

test('a circle that stood alone is read as a set', () => {
  const [upcast] = meetings.upcasts;
  expect(upcast?.({ ...of(), audience: 'all' })).toEqual(of('all'));
  expect(upcast?.(of(OWN, OTHER))).toEqual(of(OWN, OTHER));
});
