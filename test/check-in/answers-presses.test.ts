import { entryOf } from '../../programme/progress/kpi-record.ts';
import { PROGRAMME } from '../../storage/collections.ts';
import type { Person, Seen } from '../fakes/person.ts';
import { editedBook, type OpenBook } from '../files/edited-book.ts';
import { onBothChats } from '../on-both-chats.ts';
import { answersThere, exportedAnswers, HEADINGS, NOW, plantLastWeek, reported, WEEK } from './planted-answers.ts';

const EXPERT = 'expert-1@expert.example.jp';
const ELSEWHERE = 'lead-203041@town.example.jp';
const LAST_WEEK = '2026-11-16';

onBothChats({ history: false, allInTeams: true }, (house) => {
  let office: Person;
  let expert: Person;
  let elsewhere: Person;
  const store = () => house.service.store;
  const said = async (id: string, week = WEEK) => {
    const record = (await answersThere(store())).kpis.find(({ kpi }) => kpi === id);
    if (!record) throw new Error(`no ${id}`);
    return entryOf(record, week);
  };
  const kept = async () => (await store().takenFiles.list(PROGRAMME)).length;
  const numerator =
    (id: string, value: number) =>
    ({ cell, rowOf }: OpenBook) => {
      cell('分子', rowOf('番号', id)).value = value;
    };
  const filled = async (edit: (open: OpenBook) => void, week = WEEK) =>
    editedBook(await exportedAnswers(store(), week), HEADINGS, edit);
  const send = (person: Person, bytes: Uint8Array) => person.sendFile('週次回答表.xlsx', bytes);

  beforeAll(async () => {
    house.at(NOW.toISOString());
    await plantLastWeek(store());
    [office, expert, elsewhere] = [house.secretariat(), house.person(EXPERT), house.person(ELSEWHERE)];
    for (const person of [office, expert, elsewhere]) await person.install();
  });

  it('delivered again, or sent again, or 確定 pressed again, is written once', async () => {
    const file = await filled(numerator('K0-03', 12));
    const review = await send(office, file);
    const before = await kept();
    await office.again(review);
    expect(await kept()).toBe(before);
    const receipt: Seen = await office.press('確定する');
    expect(receipt.words).toContain('回答表を記録しました');
    await office.again(receipt);
    expect((await office.pressOn(review, '確定する')).words).toContain('回答表を記録しました');
    const there = await answersThere(store());
    expect((await send(office, file)).words).toContain('新しい答えはありません');
    expect(await answersThere(store())).toEqual(there);
    expect(await said('K0-03')).toMatchObject({ numerator: 12, proxy: {} });
  });

  it('sent by another person who may report for the municipality is theirs, and 代理入力 too', async () => {
    const by = (await said('K0-03'))?.by;
    await send(expert, await filled(numerator('K0-03', 13)));
    expect((await expert.press('確定する')).words).toContain('代理入力として残ります');
    const entry = await said('K0-03');
    expect(entry).toMatchObject({ numerator: 13, proxy: {} });
    expect(entry?.by).not.toBe(by);
  });

  it('sent by somebody of another municipality is kept from them, and nothing of it is kept', async () => {
    const [before, there] = [await kept(), await answersThere(store())];
    const told = (await send(elsewhere, await filled(numerator('K0-03', 19)))).words;
    expect(told).toContain('担当');
    expect(told).not.toMatch(/19\/20|13\/20/);
    expect(await kept()).toBe(before);
    expect(await answersThere(store())).toEqual(there);
    expect((await elsewhere.say('回答表の確定')).words).toContain('ありません');
  });

  it('of last week is written to last week, and the chat’s word of this week stays', async () => {
    const now = await said('K0-03');
    await send(office, await filled(numerator('K0-03', 11), LAST_WEEK));
    await office.press('確定する');
    expect(await said('K0-03', LAST_WEEK)).toMatchObject({ numerator: 11, week: LAST_WEEK });
    expect(await said('K0-03')).toEqual(now);
  });

  it('while a 年度更新 is half done neither the file nor 確定 is taken, and nothing is written', async () => {
    const file = await filled(numerator('K1-03', 15));
    await send(office, file);
    const there = await answersThere(store());
    jest.spyOn(store().yearsUnderWay, 'list').mockImplementation(async () => [{} as never]);
    expect((await office.press('確定する')).words).toContain('年度更新が終わってから');
    expect((await send(office, file)).words).toContain('年度更新の途中のため');
    jest.restoreAllMocks();
    expect(await answersThere(store())).toEqual(there);
  });

  it('変更なし against what the chat has said since is asked about, and means what was printed', async () => {
    const file = await filled(({ cell, rowOf }) => {
      cell('変更なし', rowOf('番号', 'K1-03')).value = '○';
    });
    const meanwhile = { by: 'other', at: '2026-11-24T01:30:00.000Z', ask: 'meanwhile' };
    await reported(store(), 'K1-03', { ...meanwhile, number: 2, week: WEEK, numerator: 18 });
    expect((await send(office, file)).words).toContain('チャットの報告との重なり 1件');
    const question = await office.press('1件ずつ決める（1件）');
    for (const word of ['18/20', '10/20']) expect(question.words).toContain(word);
    await office.press('回答表の値にする');
    await office.press('確定する');
    expect(await said('K1-03')).toMatchObject({ kind: 'value', numerator: 10, proxy: {} });
  });
});
