import { members } from './member.ts';
import { type SettingChange, settingChanges } from './setting-change.ts';

const part = (kind: string, id: string) => ({ kind, partition: '_members', id, before: {}, after: { terms: [] } });
const change: SettingChange = {
  ...{ by: 'member-office', at: '2026-11-24T01:00:00.000Z', via: 'teams', ask: 'x', title: '派遣決定', lines: [] },
  ...{ municipality: '203033', parts: [part('assignments', 'assignment-1'), part('members', 'member-expert')] },
};
const town = (code: string, own: readonly string[] = []) => ({
  ...{ code, supported: true, auditFrom: new Date(0) },
  has: ({ name }: { readonly name: string }, id: string) => name === members.name && own.includes(id),
});

it('of a municipality holds nothing of where else an expert serves', () => {
  expect(settingChanges.belongsTo(change, town('203033'))?.own?.parts.map(({ kind }) => kind)).toEqual(['assignments']);
  expect(settingChanges.belongsTo(change, town('203041'))).toBeUndefined();
});

it('of its own people is whole', () => {
  const own = { ...change, parts: [part('members', 'member-officer')] };
  expect(settingChanges.belongsTo(own, town('203033', ['member-officer']))).toEqual({ own });
});
