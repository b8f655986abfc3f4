import fc from 'fast-check';
import type { InitiativeContent } from './initiative.ts';
import { InitiativeSpan } from './initiative.ts';
import { type FieldChange, threeWay, withChanges } from './three-way.ts';

const words = fc.constantFrom('', '窓口', '窓口を\n1つにする', '庁議');
const content: fc.Arbitrary<InitiativeContent> = fc.record(
  {
    ...{ name: fc.constantFrom('書かない窓口', '電子申請'), item: fc.constantFrom('S3-1', 'S3-2') },
    ...{ problem: words, plan: words, goal: words, department: words, others: words, people: words },
    ...{ request: words, premises: words, shared: words, decidedAt: words },
    kpis: fc.subarray(['K3-101', 'K3-102']),
    spans: fc.subarray(InitiativeSpan.options),
    fundings: fc.subarray(['FN-01', 'FN-07']),
    sorted: fc.constantFrom('this' as const, 'later' as const),
    priority: fc.constantFrom('high' as const, 'low' as const),
    initialCost: fc.nat(3),
    runningCost: fc.nat(3),
    decidedOn: fc.constantFrom('2026-11-10', '2026-12-01'),
  },
  {
    requiredKeys: [
      ...(['name', 'item', 'problem', 'plan', 'goal', 'department', 'others', 'people', 'request'] as const),
      ...(['premises', 'shared', 'decidedAt', 'kpis', 'spans', 'fundings', 'sorted', 'priority'] as const),
    ],
  },
);

/** A whole row of a file that says this. */
const saying = (all: InitiativeContent) => ({ initialCost: null, runningCost: null, decidedOn: null, ...all });
const taken = (now: InitiativeContent, ...all: readonly FieldChange[]) => withChanges(now, all);

describe('a row that comes back', () => {
  it('changes nothing where nobody touched it, whatever became of it meanwhile', () => {
    fc.assert(
      fc.property(content, content, (exported, now) => {
        expect(threeWay(saying(exported), exported, now)).toEqual({ changes: [], conflicts: [] });
      }),
    );
  });

  it('is taken as it is where nobody else has changed anything', () => {
    fc.assert(
      fc.property(content, content, (exported, file) => {
        const { changes, conflicts } = threeWay(saying(file), exported, exported);
        expect(conflicts).toEqual([]);
        const after = taken(exported, ...changes);
        expect(threeWay(saying(file), exported, after)).toEqual({ changes: [], conflicts: [] });
        expect(threeWay(saying(after), file, exported).conflicts).toEqual([]);
      }),
    );
  });

  it('is a conflict exactly where both have changed a field to something else', () => {
    fc.assert(
      fc.property(content, content, content, (exported, file, now) => {
        const { changes, conflicts } = threeWay(saying(file), exported, now);
        for (const { field } of conflicts) {
          expect(threeWay({ [field]: file[field] ?? null }, exported, exported).changes).toHaveLength(1);
          expect(threeWay({ [field]: now[field] ?? null }, exported, exported).changes).toHaveLength(1);
          expect(threeWay({ [field]: file[field] ?? null }, now, now).changes).toHaveLength(1);
        }
        for (const { field } of changes) {
          expect(threeWay({ [field]: now[field] ?? null }, exported, exported).changes).toEqual([]);
        }
      }),
    );
  });

  it('is applied once, however often: what it said stands, conflicts stay conflicts until the file is taken in them', () => {
    fc.assert(
      fc.property(content, content, content, (exported, file, now) => {
        const first = threeWay(saying(file), exported, now);
        const after = taken(now, ...first.changes);
        const second = threeWay(saying(file), exported, after);
        expect(second.changes).toEqual([]);
        expect(second.conflicts).toEqual(first.conflicts);
        const decided = taken(after, ...first.conflicts);
        expect(threeWay(saying(file), exported, decided)).toEqual({ changes: [], conflicts: [] });
      }),
    );
  });

  it('says nothing of what has no column', () => {
    fc.assert(
      fc.property(content, content, content, (exported, file, now) => {
        const { changes, conflicts } = threeWay({ goal: file.goal }, exported, now);
        expect([...changes, ...conflicts].filter(({ field }) => field !== 'goal')).toEqual([]);
      }),
    );
  });
});
