import fc from 'fast-check';
import { undoneBy } from './chat-decisions.ts';
import { has, partOf, restoresOf, type SettingChange, withFields } from './setting-change.ts';

const at = { kind: 'kpis', partition: 'm-203033', id: 'kpi-K0-03' };
const change = (minute: number, before: object, after: object, over: Partial<SettingChange> = {}): SettingChange => ({
  ...{ by: 'office', at: `2026-11-24T01:0${minute}:00.000Z`, via: 'teams', ask: `ask-${minute}` },
  ...{
    title: 'KPI設定',
    lines: [{ what: '目標値', before: '80', after: '90' }],
    parts: [partOf(at, before, after)].flatMap((part) => part ?? []),
  },
  ...over,
});
const would = (before: object, after: object) => ({ ...at, before, after });

describe('what a workbook would undo', () => {
  const first = change(1, { target: 80 }, { target: 90 });
  const second = change(2, { target: 90 }, { target: 95 });

  it('is what was decided last of a field that stands as decided', () => {
    expect(undoneBy(would({ target: 90 }, { target: 80 }), [first], undefined)).toEqual([first]);
    expect(undoneBy(would({ target: 95 }, { target: 80 }), [first, second], undefined)).toEqual([second]);
  });

  it('is nothing where it changes another field, what a later workbook has set, or what was taken back', () => {
    expect(undoneBy(would({ target: 90, weekly: true }, { target: 90 }), [first], undefined)).toEqual([]);
    expect(undoneBy(would({ target: 70 }, { target: 80 }), [first], undefined)).toEqual([]);
    const undone = { by: 'office', at: second.at, via: 'teams', ask: 'undo' };
    expect(undoneBy(would({ target: 90 }, { target: 80 }), [{ ...first, undone }], undefined)).toEqual([]);
  });

  it('is nothing that the workbook has seen', () => {
    expect(undoneBy(would({ target: 90 }, { target: 80 }), [first], first.at)).toEqual([]);
    expect(undoneBy(would({ target: 95 }, { target: 80 }), [first, second], first.at)).toEqual([second]);
  });
});

const document = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.oneof(fc.integer(), fc.string(), fc.boolean()));

it('taken back, a document is as it was, whatever was changed', () => {
  fc.assert(
    fc.property(document, document, (before, after) => {
      const [restore] = restoresOf(change(1, before, after));
      if (!restore) return expect(after).toEqual(before);
      expect(restore.back(after)).toEqual(before);
      expect(restore.back(before)).toBe(before);
    }),
  );
});

it('what somebody has changed since is refused, and everything else of the document stays', () => {
  const [restore] = restoresOf(change(1, { a: 1 }, { a: 2 }));
  expect(() => restore?.back({ a: 3 })).toThrow('そのあとに同じところ');
  expect(() => restore?.back(undefined)).toThrow('そのあとに同じところ');
  expect(restore?.back({ a: 2, b: 7 })).toEqual({ a: 1, b: 7 });
});

it('a field that is taken away and one that is nothing are the same', () => {
  expect(withFields({ a: 1, due: '2026-12-01' }, { due: null })).toEqual({ a: 1 });
  expect(has({ a: 1 }, { due: null })).toBe(true);
});
