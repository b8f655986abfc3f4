import exceljs from 'exceljs';
import { roadmapBook } from '../../documents/initiatives/roadmap-book.ts';
import { editionOf } from '../../programme/catalogue.ts';
import { currentInitiative, type Initiative } from '../../programme/initiatives/initiative.ts';
import { INITIATIVES, withInitiativeVersion } from '../../programme/initiatives/initiative-change.ts';
import { municipal } from '../../storage/collections.ts';
import { change } from '../../storage/store.ts';
import type { Person } from '../fakes/person.ts';
import { onBothChats } from '../on-both-chats.ts';
import { initiated } from '../operations/initiated.ts';

const HOME = '203033';
/** Where the headings of the sheet stand, and the first row below them. */
const [HEADINGS, FIRST] = [4, 5];

onBothChats({ allInTeams: true }, (house) => {
  let hanako: Person;
  beforeAll(async () => {
    house.at('2026-11-24T10:00:00+09:00');
    hanako = house.officer();
    await hanako.install();
    await initiated(house.service.store, HOME, 'somebody');
  });
  const kept = async (): Promise<readonly Initiative[]> =>
    (await house.service.store.initiatives.list(municipal(HOME), INITIATIVES)).map(({ value }) => value);
  const first = async () => {
    const [one] = await kept();
    if (!one) throw new Error('no initiative');
    return one;
  };
  /** The 工程表 as it stands now, with cells written over by heading. */
  const edited = async (
    edit: (cell: (heading: string, row?: number) => exceljs.Cell, sheet: exceljs.Worksheet) => void,
  ) => {
    const edition = editionOf({ fiscalYear: 2026 }).id;
    const now = new Date('2026-11-24T01:00:00Z');
    const open = (await kept()).filter(({ removed }) => !removed);
    const sheets = [{ municipality: HOME, town: '小海町', year: 2027, initiatives: open, now }];
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.load((await roadmapBook({ sheets, edition, now })) as unknown as exceljs.Buffer);
    const [sheet] = workbook.worksheets;
    if (!sheet) throw new Error('no sheet');
    const plain = (value: exceljs.CellValue) => String(value ?? '').replace(/\s/g, '');
    const cell = (heading: string, row = FIRST) => {
      for (let column = 1; column <= sheet.columnCount; column++)
        if (plain(sheet.getCell(HEADINGS, column).value) === plain(heading)) return sheet.getCell(row, column);
      throw new Error(`no column ${heading}`);
    };
    edit(cell, sheet);
    return new Uint8Array(await workbook.xlsx.writeBuffer());
  };
  const send = (bytes: Uint8Array) => hanako.sendFile('工程表.xlsx', bytes);

  it('says that nothing changes where nobody touched it', async () => {
    expect((await send(await edited(() => undefined))).words).toContain('すでに工程表のとおりです');
  });

  it('shows before → after, writes nothing before 確定, and everything once', async () => {
    const before = (await first()).versions.length;
    const file = await edited((cell) => {
      cell('取組内容').value = '窓口で聞き取り、2枚にまとめる';
      cell('必要予算 初期（千円）').value = '１，５００';
    });
    const review = await send(file);
    expect(review.words).toContain('2枚にまとめる');
    expect(review.words).toContain('1,500千円');
    expect(review.words).toContain('まだ反映していません');
    expect((await first()).versions).toHaveLength(before);
    const receipt = await hanako.press('確定する');
    expect(receipt.words).toContain('工程表に反映しました');
    expect((await first()).versions).toHaveLength(before + 1);
    expect(currentInitiative(await first())).toMatchObject({ via: house.chat, content: { initialCost: 1_500 } });
    expect((await send(file)).words).toContain('すでに工程表のとおりです');
    expect((await first()).versions).toHaveLength(before + 1);
  });

  it('keeps a good row beside a bad one, and makes a new row once', async () => {
    const file = await edited((cell) => {
      cell('必要予算 経常（千円/年）').value = 'たくさん';
      for (const heading of ['現状・課題', '取組内容', '目指す姿・目標', '主担当課'])
        cell(heading, FIRST + 1).value = `${heading}の文`;
      cell('取組名', FIRST + 1).value = '電子申請の拡大';
      cell('重点取組区分', FIRST + 1).value = 'S3-2';
      cell('実施年度の仕分け', FIRST + 1).value = '令和9年度以降';
      cell('優先度', FIRST + 1).value = '中';
      cell('令和9年度 第1四半期', FIRST + 1).value = '〇';
    });
    const review = await send(file);
    expect(review.words).toMatch(/5行目/);
    expect(review.words).toContain('たくさん');
    await hanako.press('確定する');
    expect((await kept()).map((one) => currentInitiative(one).content.name)).toContain('電子申請の拡大');
    await send(file);
    expect(await kept()).toHaveLength(2);
  });

  it('asks about what somebody else has changed meanwhile', async () => {
    const { id } = await first();
    const file = await edited((cell) => {
      cell('目指す姿・目標').value = '1件20分';
    });
    const goal = (await first()).versions.at(-1)?.content.goal;
    await change(house.service.store.initiatives, { partition: municipal(HOME), id }, (known) => {
      if (!known) throw new Error('gone');
      const content = { ...currentInitiative(known).content, goal: '1件15分' };
      const from = { by: 'other', at: '2026-11-24T02:00:00.000Z', via: 'teams', ask: 'meanwhile' };
      return { value: withInitiativeVersion(known, content, from) };
    });
    await send(file);
    const question = await hanako.press('1件ずつ決める（1件）');
    for (const said of [goal ?? '', '1件15分', '1件20分']) expect(question.words).toContain(said);
    expect((await hanako.press('ファイルの値にする')).words).toContain('1件20分');
    await hanako.press('確定する');
    expect(currentInitiative(await first()).content.goal).toBe('1件20分');
  });

  it('takes a row off that is not there any more only when that is said', async () => {
    const file = await edited((_cell, sheet) => {
      sheet.spliceRows(FIRST, 1);
    });
    const open = async () => (await kept()).filter(({ removed }) => !removed).length;
    await send(file);
    expect(await open()).toBe(2);
    await hanako.press('1件ずつ決める（1件）');
    await hanako.press('外す');
    await hanako.press('確定する');
    expect(await open()).toBe(1);
  });

  it('is dropped on demand', async () => {
    await send(
      await edited((cell) => {
        cell('会議名').value = '経営会議';
      }),
    );
    expect((await hanako.press('取り込みをやめる')).words).toContain('工程表は変えていません');
    expect((await hanako.say('工程表の取り込み')).words).toContain('ありません');
  });
});
