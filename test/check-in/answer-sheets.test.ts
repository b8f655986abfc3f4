import { takingIn } from '../../bot/files/take-in.ts';
import type { TakingIn } from '../../bot/files/taken-in.ts';
import type { OpenStore } from '../../storage/collections.ts';
import { openEmbedded } from '../../storage/embedded.ts';
import { editedBook, type OpenBook } from '../files/edited-book.ts';
import { packageDamage } from '../files/package-damage.ts';
import { toldOf } from '../files/told-of.ts';
import { answerDamage } from './answer-damage.ts';
import {
  answersThere,
  exportedAnswers,
  HEADINGS,
  NOW,
  plantAnswers,
  programmeIn,
  reported,
  WEEK,
} from './planted-answers.ts';

let open: OpenStore;
let from: TakingIn;
let exported: Uint8Array;
beforeAll(async () => {
  open = openEmbedded(':memory:');
  await plantAnswers(open.store);
  from = await takingIn({ store: open.store, programme: await programmeIn(open.store), now: NOW });
  exported = await exportedAnswers(open.store);
});
afterAll(() => open.close());

const linesOf = (bytes: Uint8Array) => toldOf(bytes, from);
const linesWith = async (edit: (open: OpenBook) => void) => linesOf(await editedBook(exported, HEADINGS, edit));

describe('what an office writes into a 週次回答表', () => {
  it.each([
    ['nothing at all', () => undefined, []],
    [
      'a number in full width',
      ({ cell, rowOf }: OpenBook) => {
        cell('分子', rowOf('番号', 'K0-03')).value = '１２';
      },
      ['K0-03 DX基礎研修受講率: 50%（10/20） → 60%（12/20）'],
    ],
    [
      'a formula, whose result counts',
      ({ cell, rowOf }: OpenBook) => {
        cell('分子', rowOf('番号', 'K0-03')).value = { formula: '6*2', result: 12 };
      },
      ['K0-03 DX基礎研修受講率: 50%（10/20） → 60%（12/20）', '6行目「分子」は、数式の結果を値として読みました。'],
    ],
    [
      'a row taken out',
      ({ sheet, rowOf }: OpenBook) => sheet.spliceRows(rowOf('番号', 'K0-03'), 1),
      ['K0-03の行がありません。そこは今のままにします。'],
    ],
  ] as const)('%s gives exactly this', async (_what, edit, lines) => {
    const before = await answersThere(open.store);
    expect(await linesWith(edit)).toEqual(lines);
    expect(await answersThere(open.store)).toEqual(before);
  });

  it('of a row with a fault nothing, and of the good one beside it everything', async () => {
    const told = await linesWith(({ cell, rowOf }) => {
      cell('分子', rowOf('番号', 'K0-03')).value = 'たくさん';
      cell('分子', rowOf('番号', 'K1-03')).value = 11;
    });
    expect(told).toEqual([
      expect.stringMatching(/^K1-03 .*50%（10\/20） → 55%（11\/20）/),
      expect.stringMatching(/^読み取れません: 「週次回答表」6行目 K0-03: /),
    ]);
  });

  it('of a cell merged over two rows the first one, and asks what is meant in the other', async () => {
    const told = await linesWith(({ sheet, cell, rowOf }) => {
      const [first, second] = ['K0-03', 'K1-03'].map((id) => cell('分子', rowOf('番号', id)));
      if (first) first.value = 12;
      sheet.mergeCells(`${first?.address}:${second?.address}`);
    });
    expect(told).toEqual([
      'K0-03 DX基礎研修受講率: 50%（10/20） → 60%（12/20）',
      expect.stringMatching(/^読み取れません: 「週次回答表」7行目 分子: .*結合/),
    ]);
  });

  it('for a week that is over is that week’s, and nothing of the one after it', async () => {
    const file = await editedBook(await exportedAnswers(open.store, '2026-11-16'), HEADINGS, ({ cell, rowOf }) => {
      cell('分子', rowOf('番号', 'K0-03')).value = 14;
    });
    expect(await linesOf(file)).toEqual(['K0-03 DX基礎研修受講率: 50%（10/20） → 70%（14/20）']);
  });
});

describe('what befalls a 週次回答表', () => {
  it.each(answerDamage)('%s: it says where and what to write, and changes nothing', async (_what, damage, says) => {
    const before = await answersThere(open.store);
    const told = (await linesWith(damage)).join('\n');
    for (const each of says) expect(told).toMatch(each);
    expect(told).not.toContain('→');
    expect(await answersThere(open.store)).toEqual(before);
  });

  it.each(packageDamage)('%s: it is refused in a sentence', async (_what, damage, says) => {
    const told = await linesOf(await damage(exported));
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(says);
  });
});

describe('what somebody else reports meanwhile', () => {
  it('stays, and is said; 変更なし means what was printed', async () => {
    const meant = { by: 'other', at: '2026-11-24T01:30:00.000Z', ask: 'meanwhile' };
    await reported(open.store, 'K1-03', { ...meant, number: 2, week: WEEK, numerator: 18 });
    const mark = (same: string) =>
      linesWith(({ cell, rowOf }) => {
        cell(same === '○' ? '変更なし' : '分子', rowOf('番号', 'K1-03')).value = same;
      });
    expect(await mark('11')).toEqual([expect.stringMatching(/^重なり（今のままにします）: K1-03 .*18\/20.*11\/20/)]);
    expect(await mark('○')).toEqual([
      expect.stringMatching(/^重なり（今のままにします）: K1-03 .*18\/20.*回答表 50%（10\/20）/),
    ]);
  });

  it('a half-done 年度更新 takes none', async () => {
    jest.spyOn(from.store.yearsUnderWay, 'list').mockImplementation(async () => [{} as never]);
    expect(await linesOf(exported)).toEqual([
      expect.stringMatching(/年度更新の途中のため、週次回答表を取り込めません/),
    ]);
    jest.restoreAllMocks();
  });
});
