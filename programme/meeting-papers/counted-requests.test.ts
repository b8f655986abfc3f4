import type { HelpRequest } from '../help/help-request.ts';
import { countedRequests } from './counted-requests.ts';

const at = (day: string) => `${day}T01:00:00.000Z`;
const asked = (id: string, day: string, more: Partial<HelpRequest> = {}): HelpRequest => ({
  ...{ id: `help-${id}`, municipality: '203033', text: '内容', by: 'member-1', at: at(day), via: 'teams', ask: id },
  ...more,
});
const step = (did: 'taken' | 'solved', day: string) => ({
  did,
  by: 'member-2',
  at: at(day),
  via: 'teams',
  ask: `${did}-${day}`,
});

it('相談 are counted by state and kind as they stood at that moment; those taken back are none', () => {
  const all = [
    asked('1', '2026-11-01', { category: 'funding' }),
    asked('2', '2026-11-02', { category: 'funding', steps: [step('taken', '2026-11-03')] }),
    asked('3', '2026-10-01', { steps: [step('solved', '2026-11-05')] }),
    asked('4', '2026-11-06', { undone: { by: 'member-1', at: at('2026-11-07'), via: 'teams', ask: 'x' } }),
    asked('5', '2026-12-01'),
  ];
  const span = { since: new Date(at('2026-10-20')), until: new Date(at('2026-11-20')) };
  expect(countedRequests(all, span)).toEqual({
    states: [
      ['未着手', 1],
      ['対応中', 1],
      ['確認待ち', 0],
    ],
    categories: [['財源', 2]],
    ...{ asked: 2, solved: 1 },
  });
});
