import fc from 'fast-check';
import type { Provenance } from '../provenance.ts';
import { blankInitiative, editedInitiative } from './edited-initiative.ts';
import { currentInitiative, type Initiative, type InitiativeContent } from './initiative.ts';
import { newInitiative, withInitiativeBack, withInitiativeVersion, withoutInitiative } from './initiative-change.ts';

const place = { municipality: '203033', year: 2025, key: 'k' };
const from = (ask: string): Provenance => ({ by: 'm', at: '2025-01-20T01:00:00.000Z', via: 'teams', ask });
const content = (name: string): InitiativeContent => ({ ...blankInitiative, name, item: 'S3-1' });

type Step = { readonly ask: string; readonly did: 'write' | 'remove' | 'back'; readonly name: string };
const step: fc.Arbitrary<Step> = fc.record({
  ask: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
  did: fc.constantFrom('write', 'remove', 'back'),
  name: fc.constantFrom('x', 'y', 'z'),
});

function stepped(one: Initiative, { ask, did, name }: Step): Initiative {
  if (did === 'remove') return withoutInitiative(one, from(ask));
  if (did === 'back') return withInitiativeBack(one, from(ask));
  return one.removed ? one : withInitiativeVersion(one, content(name), from(ask));
}

describe('an initiative in versions', () => {
  it('only ever grows, and a step that comes again changes nothing', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        let one = newInitiative(undefined, place, content('x'), from('new'));
        for (const each of steps) {
          const next = stepped(one, each);
          expect(next.versions.slice(0, one.versions.length)).toEqual(one.versions);
          expect(stepped(next, each)).toEqual(next);
          one = next;
        }
        expect(one.versions.map(({ number }) => number)).toEqual(one.versions.map((_, at) => at + 1));
      }),
    );
  });

  it('put back, it is what it was before', () => {
    const one = newInitiative(undefined, place, content('x'), from('new'));
    const back = withInitiativeBack(withoutInitiative(one, from('gone')), from('back'));
    expect(currentInitiative(back)).toEqual(currentInitiative(one));
    expect(back.removed).toBeUndefined();
    expect(back.removedBefore).toMatchObject([{ ask: 'gone', back: { ask: 'back' } }]);
  });

  it('somebody else’s newer version, or a removal, is not written over', () => {
    const one = withInitiativeVersion(
      newInitiative(undefined, place, content('x'), from('new')),
      content('y'),
      from('b'),
    );
    expect(() => withInitiativeVersion(one, content('z'), from('c'), 1)).toThrow();
    expect(() => withoutInitiative(one, from('c'), { seen: 1 })).toThrow();
    expect(() => withInitiativeVersion(withoutInitiative(one, from('c')), content('z'), from('d'))).toThrow();
  });
});

describe('what was filled in by chat', () => {
  const edit = (said: Parameters<typeof editedInitiative>[1]) =>
    editedInitiative(content('x'), said, { year: 2025, names: ['佐藤 花子'] });

  it.each([
    [{ department: '佐藤さん' }],
    [{ department: '総務課 佐藤 花子' }],
    [{ others: '田中氏' }],
    [{ people: '鈴木様に頼む' }],
    [{ plan: '佐藤課長が進める' }],
  ])('%j names a person and is not taken', (said) => {
    expect([...edit(said).errors.values()]).toEqual([expect.stringContaining('人の名前')]);
    expect(edit(said).content).toEqual(content('x'));
  });

  it.each([
    [{ department: '住民課' }, { department: '住民課' }],
    [{ cost: '120万円' }, { initialCost: 1200 }],
    [{ quarter: 'q1,q3' }, { spans: ['q1', 'q3'] }],
    [{ quarter: '第2四半期、令和9年度' }, { spans: ['q2', 'third'] }],
    [{ quarter: 'なし' }, { spans: [] }],
    [{ funding: 'FN-07' }, { fundings: ['FN-07'] }],
    [{ sorted: 'this' }, { sorted: 'this' }],
  ])('%j is taken', (said, taken) => {
    const { content: made, errors } = edit(said);
    expect([...errors]).toEqual([]);
    expect(made).toMatchObject(taken);
  });

  it('なし empties what may be empty, and not the name', () => {
    const { content: full } = edit({ goal: '1件25分', cost: '5千円' });
    const { content: emptied, errors } = editedInitiative(
      full,
      { goal: 'なし', cost: 'なし' },
      { year: 2025, names: [] },
    );
    expect(emptied.goal).toBe('');
    expect(emptied).not.toHaveProperty('initialCost');
    expect([...errors]).toEqual([]);
  });
});
