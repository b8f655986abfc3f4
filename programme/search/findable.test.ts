import fc from 'fast-check';
import { type Findable, foundAmong } from './findable.ts';

const one = (more: Partial<Findable>): Findable => ({ kind: '会議', title: '打合せ', texts: [], ...more });

it('needs every word, in whatever width, case or kana', () => {
  const all = [one({ title: '電子申請の打合せ' }), one({ texts: ['ＲＰＡの　試行'] }), one({ title: '電子決裁' })];
  const titles = (query: string) => foundAmong(all, query).map(({ of }) => of);
  expect(titles('電子')).toEqual([all[0], all[2]]);
  expect(titles('電子 打合せ')).toEqual([all[0]]);
  expect(titles('rpa')).toEqual([all[1]]);
  expect(titles('ウチアワセ')).toEqual([]);
  expect(titles('  ')).toEqual([]);
});

it('puts titles first, then the newest', () => {
  const old = one({ title: '古い', texts: ['窓口'], day: '2024-09-01' });
  const late = one({ title: '新しい', texts: ['窓口'], day: '2024-10-01' });
  const named = one({ title: '窓口', day: '2024-08-01' });
  expect(foundAmong([old, late, named], '窓口').map(({ of }) => of)).toEqual([named, late, old]);
});

it('shows the words around what was found, whatever was looked for', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme', minLength: 1 }), (text, query) => {
      for (const { around } of foundAmong([one({ texts: [text] })], query))
        expect(around === undefined || around.length <= text.length + 2).toBe(true);
    }),
  );
});
