import { answerSheetOf } from '../../bot/features/check-in/answer-sheet-document.ts';
import { HOME } from '../../demo/programme.ts';
import type { KpiRecord } from '../../programme/progress/kpi-record.ts';
import { entryOf } from '../../programme/progress/kpi-record.ts';
import { itemsInMotion } from '../../programme/progress/weekly.ts';
import { weekOf } from '../../programme/week.ts';
import { municipal, PROGRAMME } from '../../storage/collections.ts';
import { municipalityIn } from '../../storage/municipalities.ts';
import { progressIn } from '../../storage/progress.ts';
import type { Person } from '../fakes/person.ts';
import { editedBook, type OpenBook } from '../files/edited-book.ts';
import { onBothChats } from '../on-both-chats.ts';
import { tickAt } from '../tick-at.ts';

const HEADINGS = 4;
const TUESDAY = '2026-11-24T10:00:00+09:00';
const WEEK = '2026-11-23';

onBothChats({ allInTeams: true }, (house) => {
  let hanako: Person;
  let office: Person;
  beforeAll(async () => {
    house.at(TUESDAY);
    [hanako, office] = [house.officer(), house.secretariat()];
    for (const person of [hanako, office]) await person.install();
  });
  const programme = async () => {
    const found = await house.service.store.programmes.get(PROGRAMME, 'programme');
    if (!found) throw new Error('no programme');
    return found.value;
  };
  const records = async () => progressIn(house.service.store, HOME, await programme());
  const kpi = async (id: string): Promise<KpiRecord> => {
    const found = (await records()).kpis.get(id);
    if (!found) throw new Error(`no ${id}`);
    return found;
  };
  /** The sheet as it goes out now, filled in. */
  const filled = async (edit: (open: OpenBook) => void, at = TUESDAY) => {
    const { store } = house.service;
    const now = new Date(at);
    const town = await municipalityIn(store, HOME);
    const bytes = await answerSheetOf(town, weekOf(now), { store, programme: await programme(), now });
    return editedBook(bytes, HEADINGS, edit);
  };
  const send = (person: Person, bytes: Uint8Array) => person.sendFile('週次回答表.xlsx', bytes);

  it('is handed out to the secretariat as a file, for the municipality it names', async () => {
    const seen = await office.say('週次回答表 小海町');
    expect(seen.words).toContain('小海町');
    expect(seen.words).toContain('メールで送ってください');
  });

  it('is not made for a municipality that reports nothing', async () => {
    const seen = await office.say('週次回答表 長野市');
    expect(seen.words).toContain('長野市は支援対象外のため、取組とKPIはありません');
    expect(seen.words).not.toContain('メールで送ってください');
  });

  it('says nothing where nothing was filled in: blank is 未報告 and never zero', async () => {
    const before = await kpi('K0-03');
    expect((await send(office, await filled(() => undefined))).words).toContain('新しい答えはありません');
    expect(await kpi('K0-03')).toEqual(before);
    expect(entryOf(before, WEEK)).toBeUndefined();
  });

  it('says for each bad cell where it is and what to write, and keeps the good rows beside it', async () => {
    const file = await filled(({ cell, rowOf }) => {
      cell('分子', rowOf('番号', 'K0-03')).value = 99_999;
      cell('今週の値・段階', rowOf('番号', 'K3-801')).value = '12月32日';
      cell('分子', rowOf('番号', 'K1-03')).value = 'たくさん';
      cell('変更なし', rowOf('番号', 'K1-04')).value = '○';
    });
    const seen = await send(office, file);
    expect(seen.words).toMatch(/「週次回答表」6行目/);
    expect(seen.words).toContain('修了者数は');
    expect(seen.words).toContain('12月32日');
    expect(seen.words).toContain('たくさん');
    expect(seen.words).toContain('変更なし（');
    expect(seen.words).toContain('読み取れないところ 3件');
    await office.press('取り込みをやめる');
    expect(entryOf(await kpi('K1-04'), WEEK)).toBeUndefined();
  });

  it('reads a cell as the chat reads what is said, and says what to write where it cannot', async () => {
    const item = itemsInMotion(await records()).map(([{ id }]) => id);
    const [done = '', begun = ''] = item;
    const file = await filled(({ cell, rowOf }) => {
      cell('今週の値・段階', rowOf('番号', 'K0-03')).value = '9割';
      cell('今週の値・段階', rowOf('番号', 'K1-03')).value = '70/96';
      cell('分子', rowOf('番号', 'K1-04')).value = '23課';
      cell('今週の値・段階', rowOf('番号', 'K3-801')).value = '約7割';
      cell('今週の値・段階', rowOf('番号', done)).value = '完了しました';
      cell('今週の値・段階', rowOf('番号', begun)).value = '着手しました';
    });
    const { words } = await send(office, file);
    expect(words).toContain('（29/32）');
    expect(words).toContain('（70/96）');
    expect(words).toContain('（23/28）');
    expect(words).toContain('完了・定着（100%）');
    expect(words).toContain('「約7割」は、およその数です。はっきりした数を書いてください');
    expect(words).toContain('「着手しました」では段階が決まりません');
    expect(words).toContain('読み取れないところ 2件');
    await office.press('取り込みをやめる');
  });

  it('shows before → after with what is unusual, writes nothing before 確定, and then keeps it as 代理入力', async () => {
    const last = (await kpi('K0-03')).entries.at(-1);
    const file = await filled(({ sheet, cell, rowOf }) => {
      sheet.getCell('C3').value = '山田 花子';
      sheet.getCell('H3').value = '2026/11/24';
      cell('分子', rowOf('番号', 'K0-03')).value = 1;
      cell('変更なし', rowOf('番号', 'K1-04')).value = '○';
      cell('根拠・ひとこと', rowOf('番号', '困りごと')).value = '研修の講師が見つかりません。';
    });
    const review = await send(office, file);
    expect(review.words).toMatch(/前回と桁が違います|前回より下がっています/);
    expect(review.words).toContain('研修の講師が見つかりません。');
    expect(review.words).toContain('まだ記録していません');
    expect((await kpi('K0-03')).entries.at(-1)).toEqual(last);
    const receipt = await office.press('確定する');
    expect(receipt.words).toContain('回答表を記録しました');
    expect(receipt.words).toContain('代理入力として残ります');
    expect(entryOf(await kpi('K0-03'), WEEK)).toMatchObject({
      ...{ numerator: 1, via: house.chat, proxy: { on: '2026-11-24' } },
    });
    expect(entryOf(await kpi('K1-04'), WEEK)).toMatchObject({ kind: 'unchanged' });
    expect(entryOf(await kpi('K1-03'), WEEK)).toBeUndefined();
  });

  it('is what 取消 means right behind it, and nothing older is taken back', async () => {
    await office.say('取消');
    expect(office.sees()).toContain('回答表');
    expect(office.sees()).not.toMatch(/目標|期限/);
    expect(entryOf(await kpi('K0-03'), WEEK)).toMatchObject({ numerator: 1 });
    await office.say('やめる');
  });

  it('is written once, however often 確定 is pressed or the file sent', async () => {
    const before = (await kpi('K0-03')).entries.length;
    expect((await office.say('回答表の確定 小海町')).words).toContain('回答表を記録しました');
    expect((await kpi('K0-03')).entries).toHaveLength(before);
  });

  it('shows in the history for whom it was put in', async () => {
    const seen = await office.say('小海町 K0-03の履歴');
    expect(seen.words).toContain('代理入力（山田 花子さん、11/24(火)に回答）');
  });

  it('is told once to whoever answers for the office, who is not asked again that week and can take it back', async () => {
    const before = hanako.got().length;
    await tickAt(house, '2026-11-24T10:05:00+09:00');
    await tickAt(house, '2026-11-25T09:30:00+09:00');
    const got = hanako.got().slice(before);
    expect(
      got.filter((words) => words.includes('代理入力のお知らせ') || words.includes('代理で入力しました')),
    ).toHaveLength(1);
    expect(got.filter((words) => words.includes('まだ報告をいただいていません'))).toEqual([]);
    expect(got.filter((words) => words.includes('残り'))).toEqual([]);
    house.at('2026-11-25T09:31:00+09:00');
    expect(got.find((words) => words.includes('代理で入力しました'))).toContain('取消');
    const report = entryOf(await kpi('K0-03'), WEEK)?.ask;
    await hanako.ask('undo', { municipality: HOME, report });
    expect(entryOf(await kpi('K0-03'), WEEK)).toBeUndefined();
    expect((await kpi('K0-03')).entries.at(-1)?.undone).toBeDefined();
  });

  it('asks about what was reported in the chat meanwhile, and leaves it where that is wanted', async () => {
    const file = await filled(({ cell, rowOf }) => {
      cell('分子', rowOf('番号', 'K1-03')).value = 2;
      cell('分母', rowOf('番号', 'K1-03')).value = 20;
    }, '2026-11-25T11:01:00+09:00');
    await hanako.say('K1-03 18/20');
    if (hanako.buttons().includes('はい、記録する')) await hanako.press('はい、記録する');
    expect(entryOf(await kpi('K1-03'), WEEK)).toMatchObject({ numerator: 18, denominator: 20 });
    const review = await send(office, file);
    expect(review.words).toContain('チャットの報告との重なり 1件');
    expect(review.words).not.toContain('確定する');
    const question = await office.press('1件ずつ決める（1件）');
    for (const said of ['18/20', '2/20']) expect(question.words).toContain(said);
    await office.press('今のまま');
    expect(entryOf(await kpi('K1-03'), WEEK)).toMatchObject({ numerator: 18 });
    await send(office, file);
    await office.press('1件ずつ決める（1件）');
    await office.press('回答表の値にする');
    expect((await office.press('確定する')).words).toContain('回答表を記録しました');
    expect(entryOf(await kpi('K1-03'), WEEK)).toMatchObject({ numerator: 2, denominator: 20 });
  });

  it('shows it again where somebody was faster than 確定', async () => {
    const file = await filled(({ cell, rowOf }) => {
      cell('分子', rowOf('番号', 'K3-201')).value = 3;
      cell('分母', rowOf('番号', 'K3-201')).value = 4;
    }, '2026-11-25T11:01:00+09:00');
    await send(office, file);
    await hanako.say('K3-201 2/4');
    if (hanako.buttons().includes('はい、記録する')) await hanako.press('はい、記録する');
    const seen = await office.press('確定する');
    expect(seen.words).not.toContain('回答表を記録しました');
    expect(entryOf(await kpi('K3-201'), WEEK)).toMatchObject({ numerator: 2 });
  });

  it('is nobody’s proxy where an officer of the office sends it', async () => {
    const file = await filled(({ cell, rowOf }) => {
      cell('分子', rowOf('番号', 'K0-03')).value = 27;
    }, '2026-11-25T11:01:00+09:00');
    await send(hanako, file);
    const receipt = await hanako.press('確定する');
    expect(receipt.words).not.toContain('代理入力');
    expect(entryOf(await kpi('K0-03'), WEEK)).not.toHaveProperty('proxy');
  });

  it('takes the stage of an item with what proves it', async () => {
    const [[{ id }] = [{ id: '' }]] = itemsInMotion(await records());
    const file = await filled(({ cell, rowOf }) => {
      cell('今週の値・段階', rowOf('番号', id)).value = '決定・導入済（80%）';
      cell('根拠・ひとこと', rowOf('番号', id)).value = '庁議の議事録';
    }, '2026-11-25T11:01:00+09:00');
    await send(office, file);
    await office.press('確定する');
    expect((await records()).items.get(id)?.versions.at(-1)).toMatchObject({ evidence: '庁議の議事録', proxy: {} });
  });

  it('is refused where its columns are gone, its rows are doubled, or it is of another place, week or kind', async () => {
    const noColumn = await filled(({ sheet }) => sheet.spliceColumns(6, 1));
    expect((await send(office, noColumn)).words).toContain('「分子」の列がありません');
    const twice = await filled(({ cell, rowOf }) => {
      cell('番号', rowOf('番号', 'K1-03')).value = 'K0-03';
    });
    expect((await send(office, twice)).words).toContain('番号「K0-03」の行が2つ以上あります');
    const merged = await filled(({ sheet, rowOf, cell }) => {
      const row = rowOf('番号', 'K0-03');
      cell('分子', row).value = 62;
      sheet.unMergeCells(`F${row}:G${row}`);
      sheet.mergeCells(`F${row}:G${row}`);
    });
    expect((await send(office, merged)).words).toContain('結合されています');
    const ahead = await filled(() => undefined, '2026-12-07T10:00:00+09:00');
    expect((await send(office, ahead)).words).toMatch(/12\/7/);
    const expert = house.person('expert-9@expert.example.jp');
    await expert.install();
    expect((await send(expert, await filled(() => undefined))).words).toMatch(/担当|できません|ください/);
    expect((await send(office, new Uint8Array([0x89, 0x50, 0x4e, 0x47]))).words).toMatch(/ください/);
    expect(await house.service.store.kpis.list(municipal(HOME))).not.toEqual([]);
  });
});
