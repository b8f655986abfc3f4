import { currentInitiative, Initiative } from '../../programme/initiatives/initiative.ts';
import { INITIATIVES } from '../../programme/initiatives/initiative-change.ts';
import { municipal } from '../../storage/collections.ts';
import type { Person, Seen } from '../fakes/person.ts';
import { onBothChats } from '../on-both-chats.ts';
import { initiated } from '../operations/initiated.ts';

const HOME = '203033';
const idOf = (at: number) => `initiative-2027-${HOME}-${at}`;

onBothChats({ history: false, allInTeams: true }, (house) => {
  let hanako: Person;
  let office: Person;
  beforeAll(async () => {
    house.at('2026-11-24T10:00:00+09:00');
    [hanako, office] = [house.officer(), house.secretariat()];
    for (const person of [hanako, office]) await person.install();
    const { initiatives } = house.service.store;
    await initiated(house.service.store, HOME, 'member-planted');
    const first = (await initiatives.get(municipal(HOME), idOf(1)))?.value;
    const others = [
      { name: 'ITツールの見直し', item: 'S3-8' },
      { name: '在宅勤務の拡大', item: 'S3-9' },
    ];
    for (const [at, other] of others.entries()) {
      const versions = first?.versions.map((version) => ({ ...version, content: { ...version.content, ...other } }));
      await initiatives.put(Initiative.parse({ ...first, id: idOf(at + 2), versions }), 'absent');
    }
  });
  const content = async (at: number) => {
    const all = (await house.service.store.initiatives.list(municipal(HOME), INITIATIVES)).map(({ value }) => value);
    const one = all.find(({ id }) => id === idOf(at));
    if (!one) throw new Error(`no initiative ${at}`);
    return currentInitiative(one).content;
  };
  const flat = ({ words }: Seen) => words.replace(/\s+/g, ' ');
  /** Out of whatever was asked. */
  const leave = () => hanako.say(house.chat === 'teams' ? '工程表' : 'やめる');

  it.each([
    ['工程表変更 1 目標 1件10分にする', 'goal', '1件10分にする'],
    ['工程表変更 1 課題 紙が4枚ある', 'problem', '紙が4枚ある'],
    ['工程表変更 1 内容: 聞き取って書く', 'plan', '聞き取って書く'],
    ['工程表変更 1 前提 10/1の移行のあと', 'premises', '10/1の移行のあと'],
    ['工程表変更 1 取組名 書かない窓口', 'name', '書かない窓口'],
    ['工程表変更 書かない窓口 人材 派遣人材 月2回', 'people', '派遣人材 月2回'],
    ['工程表変更 書かない窓口 経常 5', 'runningCost', 5],
    ['工程表変更 1 KPI K3-101、K3-102', 'kpis', ['K3-101', 'K3-102']],
    ['工程表変更 1 KPI: K3-106', 'kpis', ['K3-106']],
  ] as const)('「%s」 is read behind its word', async (said, field, value) => {
    expect(flat(await hanako.say(said))).toContain('工程表を変えました');
    expect((await content(1))[field]).toEqual(value);
    expect((await content(1)).decidedOn).toBe('2026-11-10');
  });

  it('what is no word of it is said, and nothing is done without it', async () => {
    expect(flat(await hanako.say('工程表変更 1 K3-106'))).toContain('「K3-106」は、この操作では使えません');
    await leave();
  });

  it('a KPI that there is not is said, and nothing is done', async () => {
    expect(flat(await hanako.say('工程表変更 1 KPI K9-99'))).toContain('K9-99');
    expect((await content(1)).kpis).toEqual(['K3-106']);
    await leave();
  });

  it('an office that does not look like one is asked about once', async () => {
    expect(flat(await hanako.say('工程表変更 1 主担当 渋沢栄治'))).toContain('「渋沢栄治」は課の名前ですか');
    expect((await content(1)).department).toBe('住民課');
    expect(flat(await hanako.press('はい、課の名前です'))).toContain('工程表を変えました');
    expect((await content(1)).department).toBe('渋沢栄治');
    await hanako.say('工程表変更 1 主担当 教育委員会事務局');
    expect((await content(1)).department).toBe('教育委員会事務局');
  });

  it('a decision of years ago is asked about', async () => {
    expect(flat(await hanako.say('工程表変更 1 決定日 平成30年3月1日'))).toContain('決定日としては前すぎます');
    await leave();
    expect(flat(await hanako.say('工程表決定 平成30年3月1日 庁議'))).toContain('決定日としては前すぎます');
    expect((await content(1)).decidedOn).toBe('2026-11-10');
  });

  it('a number of a list that a colleague has changed is asked back, by name', async () => {
    await hanako.say('工程表');
    await office.ask('remove-initiative', { municipality: HOME, initiative: idOf(1) });
    await office.press('はい、外す');
    const seen = flat(await hanako.say('工程表変更 2 初期 90万円'));
    expect(seen).toContain('2番の取組は、途中で変わっています');
    for (const at of [2, 3]) expect((await content(at)).initialCost).toBe(1_200);
    await hanako.press('ITツールの見直し');
    expect((await content(2)).initialCost).toBe(900);
    expect((await content(3)).initialCost).toBe(1_200);
    const first = flat(await hanako.say('工程表変更 1 初期 80万円'));
    expect(first).toContain('「書かない窓口」は、工程表から外されています');
    expect((await content(2)).initialCost).toBe(900);
    await leave();
    expect(flat(await hanako.say('工程表削除 2'))).toContain('2番の取組は、途中で変わっています');
    await leave();
  });

  it('仕分け says no year that is over before the item begins, in a 工程表 whose first year has come', async () => {
    const town = '203041';
    const { initiatives, items } = house.service.store;
    const [thisYear] = (await items.list(municipal(town)))
      .map(({ value }) => value)
      .filter(({ item, year }) => item.startsWith('S3-') && item !== 'S3-8' && year === 'this');
    const planted = (await initiatives.get(municipal(HOME), idOf(3)))?.value;
    const id = `initiative-2026-${town}-1`;
    const versions = planted?.versions.map((version) => ({
      ...version,
      content: { ...version.content, item: 'S3-8', sorted: 'later' },
    }));
    await initiatives.put(Initiative.parse({ ...planted, id, municipality: town, year: 2026, versions }), 'absent');
    const change = { municipality: town, initiative: id, section: 'content', priorityItem: thisYear?.item };
    const seen = flat(await office.ask('change-initiative', change));
    expect(seen).toContain('工程表を変えました');
    expect(seen).not.toContain('令和7年度に実施');
    const after = (await initiatives.get(municipal(town), id))?.value;
    expect(after && currentInitiative(after).content).toMatchObject({ item: thisYear?.item, sorted: 'later' });
  });

  it('仕分け is asked where its item has no 実施年度, and told where it comes from otherwise', async () => {
    const { initiatives, items } = house.service.store;
    const list = await items.list(municipal(HOME));
    const [none, dated] = [false, true].map((is) =>
      list.find(({ value: { item, year } }) => item.startsWith('S3-') && (year === 'this' || year === 'later') === is),
    );
    const without = none ?? list.find(({ value: { item } }) => item.startsWith('S3-') && item !== dated?.value.item);
    if (!without || !dated) throw new Error('no such item');
    await items.put({ ...without.value, year: 'none' }, without.etag);
    const added = async (title: string) =>
      (await initiatives.list(municipal(HOME)))
        .map(({ value }) => currentInitiative(value).content)
        .find((one) => one.name === title);
    const said = (title: string, priorityItem: string) => ({
      title,
      priorityItem,
      plan: '書類を減らす',
      department: '総務課',
    });
    expect(flat(await hanako.ask('add-initiative', said('年度のない取組', without.value.item)))).toContain(
      '実施年度の仕分けはどちらですか',
    );
    expect(await added('年度のない取組')).toBeUndefined();
    await hanako.press('令和9年度以降');
    expect(await added('年度のない取組')).toMatchObject({ sorted: 'later' });
    const receipt = flat(await hanako.ask('add-initiative', said('年度のある取組', dated.value.item)));
    expect(receipt).toContain('（項目の実施年度による）');
    expect(await added('年度のある取組')).toMatchObject({ sorted: dated.value.year });
  });

  it('so is one behind 財源状態 and 財源協議', async () => {
    for (const said of ['財源状態 2 FN-07 協議中', '財源協議 2 11/20 市町村課 結果 進め方を確認した']) {
      expect(flat(await hanako.say(said))).toContain('2番の取組は、途中で変わっています');
      await leave();
    }
    await hanako.say('財源状態 2 FN-07 協議中');
    expect(flat(await hanako.press('在宅勤務の拡大'))).toContain('財源の状態を記録しました');
  });
});
