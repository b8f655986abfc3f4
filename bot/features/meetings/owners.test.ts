import type { MeetingKind } from '../../../programme/meetings/meeting.ts';
import type { Member, Role } from '../../../programme/member.ts';
import { municipalityOfAction } from './owners.ts';

const TOWN = '203033';
const person = (role: Role, ...municipalities: string[]): Member => ({
  ...{ id: `member-${role}`, name: '山田 花子', role, office: '総務課', municipalities },
  ...{ chat: 'teams', lead: false, active: true },
});

it.each<[string, Member, MeetingKind, readonly string[], string | undefined]>([
  ['an officer’s is their municipality’s', person('municipal', TOWN), 'progress', ['all'], TOWN],
  ['an expert’s of a visit is the municipality’s', person('expert', TOWN), 'visit', [TOWN], TOWN],
  ['also where they are named beside it', person('expert', TOWN), 'visit', [TOWN, 'member-expert'], TOWN],
  ['also once they serve it no more', person('expert'), 'visit', [TOWN], TOWN],
  ['an expert’s of a meeting of many is nobody’s', person('expert', TOWN), 'progress', ['all'], undefined],
  [
    'an expert’s of two of theirs is neither’s',
    person('expert', TOWN, '203041'),
    'working',
    [TOWN, '203041'],
    undefined,
  ],
  ['the secretariat’s is the programme’s', person('secretariat'), 'visit', [TOWN], undefined],
])('%s', (_what, who, kind, audience, expected) => {
  expect(municipalityOfAction(who, { kind, audience })).toBe(expected);
});
