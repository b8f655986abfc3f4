import type { Ruling } from '../filing.ts';
import { type ChangeSaid, changeTroubles } from './change-rules.ts';
import type { ChangeContent, StaffingChange } from './staffing-change.ts';

const programme = { start: '2024-08-01', end: '2025-03-31' };
const [a, b, c] = ['a', 'b', 'c'].map((id) => ({ member: id, name: `${id}さん` }));
const at = { by: 'm-1', at: '2024-10-01T03:00:00.000Z', via: 'teams' };

const whole: ChangeContent = {
  ...{
    kind: 'expert',
    before: a,
    after: b,
    reason: '異動',
    day: '2025-01-31',
    handover: '同行',
    municipalities: ['1'],
  },
};
function filed(content: Partial<ChangeContent>, verdict?: Ruling, withdrawn = false): StaffingChange {
  return {
    id: `staffing-${JSON.stringify(content).length}`,
    versions: [{ ...at, ask: '1', number: 1, content: { ...whole, ...content } }],
    ...(verdict ? { decisions: [{ ...at, ask: '2', version: 1, verdict }] } : {}),
    ...(withdrawn ? { withdrawn: { ...at, ask: '3' } } : {}),
  };
}
const troubles = (said: Partial<ChangeContent>, others: readonly StaffingChange[] = [], today = '2024-11-20') =>
  changeTroubles({ ...whole, ...said } as ChangeSaid, { today, programme, others });

test('a whole one in time has nothing to be put right', () => {
  expect(troubles({})).toEqual({});
  expect(troubles({ day: '2024-12-21' })).toEqual({});
});

test.each([
  ['the day before today', { day: '2024-11-19' }, 'day', '過ぎています'],
  ['outside of the programme', { day: '2025-04-01' }, 'day', '外です'],
  ['the same one', { after: a }, 'after', '変更前の方と同じ'],
  ['late without a reason', { day: '2024-12-19' }, 'late', '期限は11/18(月)でした'],
] as const)('%s', (_, said, field, sentence) => {
  expect(troubles(said)).toEqual({ [field]: expect.stringContaining(sentence) });
});

test('a reason is enough where it is late, also for today', () => {
  expect(troubles({ day: '2024-11-20', late: '急な退職' })).toEqual({});
});

test('what is missing is named one by one, and who comes only where somebody does', () => {
  const bare = { today: '2024-11-20', programme, others: [] };
  expect(Object.keys(changeTroubles({ kind: 'expert' }, bare))).toEqual([
    'before',
    'after',
    'day',
    'reason',
    'handover',
  ]);
  expect(Object.keys(changeTroubles({ kind: 'addition' }, bare))).toEqual(['after', 'day', 'reason', 'handover']);
  expect(Object.keys(changeTroubles({ kind: 'end' }, bare))).toEqual(['before', 'day', 'reason', 'handover']);
});

describe('two papers on one person', () => {
  it.each([
    ['go twice', filed({ kind: 'end', day: '2025-02-28' }), 'before'],
    ['give the same up twice', filed({ after: c, stays: true, municipalities: ['1', '2'] }), 'before'],
    ['come twice to do the same', filed({ before: c }), 'after'],
  ])('cannot %s', (_, other, part) => {
    expect(troubles(other.versions[0]?.content.stays ? { stays: true } : {}, [other])).toEqual({
      [part]: expect.stringContaining('がもうあります'),
    });
  });

  it.each([
    ['was refused', filed({ kind: 'end' }, 'refuse')],
    ['was withdrawn', filed({ kind: 'end' }, undefined, true)],
    ['is of somebody else', filed({ before: c, after: undefined, kind: 'end' })],
  ])('can where the other %s', (_, other) => {
    expect(troubles({}, [other])).toEqual({});
  });

  it('can give up one municipality after the other', () => {
    const first = filed({ after: c, stays: true, municipalities: ['2'] });
    expect(troubles({ stays: true }, [first])).toEqual({});
  });

  it('can come again after having gone', () => {
    const came = filed({ before: c, day: '2024-12-20' });
    const went = filed({ kind: 'end', before: b, after: undefined, day: '2025-01-10' });
    expect(troubles({}, [came, went])).toEqual({});
  });
});
