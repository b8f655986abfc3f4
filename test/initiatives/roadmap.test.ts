import { currentInitiative, type Initiative } from '../../programme/initiatives/initiative.ts';
import { INITIATIVES } from '../../programme/initiatives/initiative-change.ts';
import { municipal } from '../../storage/collections.ts';
import type { Person, Seen } from '../fakes/person.ts';
import { onBothChats } from '../on-both-chats.ts';

const HOME = '203033';

onBothChats({ allInTeams: true }, (house) => {
  let hanako: Person;
  let office: Person;
  let prefecture: Person;
  beforeAll(async () => {
    house.at('2026-11-24T10:00:00+09:00');
    hanako = house.officer();
    office = house.secretariat();
    prefecture = house.prefecture();
    for (const person of [hanako, office, prefecture]) await person.install();
  });
  const isTeams = house.chat === 'teams';
  const kept = async (): Promise<readonly Initiative[]> =>
    (await house.service.store.initiatives.list(municipal(HOME), INITIATIVES)).map(({ value }) => value);
  const content = async () => {
    const [one] = await kept();
    if (!one) throw new Error('no initiative');
    return currentInitiative(one).content;
  };
  /** Fills in what the form asks for, or answers as many questions; what is not said is left for later. */
  const filled = async (person: Person, submit: string, answers: readonly (readonly [string, string, string])[]) => {
    if (isTeams) return person.press(submit, Object.fromEntries(answers.map(([name, value]) => [name, value])));
    let seen: Seen = { status: 200, words: person.sees() };
    for (const [, , said] of answers) seen = await person.say(said);
    return seen;
  };
  const flat = ({ words }: Seen) => words.replace(/\s+/g, ' ');

  it('is empty at first, and says how to begin', async () => {
    expect(flat(await hanako.say('工程表'))).toContain('取組はまだありません');
    expect(hanako.buttons()).toEqual(expect.arrayContaining(['取組を加える', '工程表 Excel', '簡易計画']));
    await prefecture.say('小海町の工程表');
    expect(prefecture.buttons()).not.toContain('取組を加える');
  });

  it('an initiative is added in at most eight answers', async () => {
    const answers = [
      ['title', '書かない窓口の導入', '書かない窓口の導入'],
      ['priorityItem', 'S3-1', '1'],
      ['plan', '窓口で聞き取り、1枚にまとめる', '窓口で聞き取り、1枚にまとめる'],
      ['department', '住民課', '住民課'],
      ['quarter', 'q1,q2', '1、2'],
      ['problem', '4枚の紙に書く', '4枚の紙に書く'],
      ['goal', '1件25分', '1件25分'],
    ] as const;
    await hanako.say('工程表追加');
    const seen = await filled(hanako, '加える', answers);
    expect(flat(seen)).toContain('工程表に加えました');
    expect(await content()).toMatchObject({
      ...{ name: '書かない窓口の導入', item: 'S3-1', department: '住民課', spans: ['q1', 'q2'], kpis: [] },
      ...{ goal: '1件25分', priority: 'middle' },
    });
    expect(flat(await hanako.say('工程表'))).toContain('1 書かない窓口の導入');
  });

  it('a second press adds nothing', async () => {
    await hanako.say('工程表');
    expect(await kept()).toHaveLength(1);
  });

  it('one is shown whole by its number or its name', async () => {
    for (const words of ['工程表 1', '工程表 書かない窓口']) {
      const shown = flat(await hanako.say(words));
      expect(shown).toContain('窓口で聞き取り、1枚にまとめる');
      expect(shown).toContain('令和9年度 第1・2四半期');
    }
    expect((await hanako.say('工程表 宇宙開発')).words).toContain('という取組は工程表にありません');
  });

  it('a cost in yen is plain or asked about, and shown in 千円', async () => {
    const changed = flat(await hanako.say('工程表変更 1 初期 120万円'));
    expect(changed).toContain('1,200千円');
    expect(await content()).toMatchObject({ initialCost: 1200 });
    expect(flat(await hanako.say('工程表変更 1 経常 1200000'))).toContain('円ですか、千円ですか');
    await hanako.say(isTeams ? '工程表' : 'やめる');
    expect(await content()).not.toHaveProperty('runningCost');
  });

  it('an office is named, and never a person', async () => {
    expect(flat(await hanako.say('工程表変更 1 主担当 佐藤さん'))).toContain('人の名前が入っています');
    await hanako.say(isTeams ? '工程表' : 'やめる');
    expect(await content()).toMatchObject({ department: '住民課' });
  });

  it('what was changed meanwhile by somebody else is shown first, and nothing is lost', async () => {
    const [one] = await kept();
    const seen = one && currentInitiative(one).number;
    await office.ask('change-initiative', { municipality: HOME, initiative: one?.id, seen, goal: '1件15分' });
    const answer = await hanako.ask('change-initiative', {
      municipality: HOME,
      initiative: one?.id,
      seen,
      goal: '1件20分',
    });
    expect(flat(answer)).toContain('ほかの方が同じところを変えました');
    expect(await content()).toMatchObject({ goal: '1件15分' });
    await hanako.say(isTeams ? '工程表' : 'やめる');
    // Another field of the same initiative is nobody's conflict.
    await hanako.ask('change-initiative', { municipality: HOME, initiative: one?.id, seen, premises: '標準化の後' });
    expect(await content()).toMatchObject({ goal: '1件15分', premises: '標準化の後' });
  });

  it('a part of it is changed on a form, or by picking what is to be changed', async () => {
    const [one] = await kept();
    await hanako.ask('change-initiative', { municipality: HOME, initiative: one?.id, section: 'money' });
    if (isTeams) await hanako.press('変える', { demand: '10月', funding: 'FN-07' });
    else for (const words of ['予算要求時期', '10月', '財源', 'FN-07', 'ここまでで送る']) await hanako.say(words);
    expect(await content()).toMatchObject({ request: '10月', fundings: ['FN-07'], initialCost: 1200 });
  });

  it('is decided as a whole once that was seen', async () => {
    expect(flat(await hanako.say('工程表決定 11/20 庁議'))).toContain('まだ記録していません');
    expect(await content()).not.toHaveProperty('decidedOn');
    expect(flat(await hanako.press('はい、記録する'))).toContain('庁内決定を記録しました');
    expect(await content()).toMatchObject({ decidedOn: '2026-11-20', decidedAt: '庁議' });
    expect(flat(await hanako.say('工程表決定 12/20 庁議'))).toContain('まだ来ていません');
  });

  it('one is taken off after a question, and put back as it was', async () => {
    const before = await content();
    expect(flat(await hanako.say('工程表削除 1'))).toContain('まだ外していません');
    expect(flat(await hanako.press('はい、外す'))).toContain('工程表から外しました');
    expect(flat(await prefecture.say('小海町の工程表'))).toContain('取組はまだありません');
    await hanako.say('工程表');
    expect(
      flat(await hanako.press(hanako.buttons().find((label) => label.startsWith('外した取組を戻す')) ?? '')),
    ).toContain('工程表に戻しました');
    expect(await content()).toEqual(before);
    expect((await kept())[0]?.removedBefore).toHaveLength(1);
  });

  it('the prefecture reads and does not write', async () => {
    expect(flat(await prefecture.say('小海町の工程表 1'))).toContain('書かない窓口の導入');
    expect(flat(await prefecture.say('工程表変更 1 初期 5千円'))).toContain('だけが行えます');
  });

  it('is handed out as an Excel file', async () => {
    expect(flat(await hanako.say('工程表 Excel'))).toContain('取組1件');
    expect(flat(await hanako.say('工程表 Excel'))).toContain('1対1のチャットに送り返すと');
    const read = flat(await house.prefecture().say('工程表 Excel 小海町'));
    expect(read).toContain('A3横で印刷できます');
    expect(read).not.toContain('送り返す');
  });

  it('a 簡易計画 grows from a template to a decision, and says its grade of K1-01', async () => {
    expect(flat(await hanako.say('簡易計画'))).toContain('まだ作られていません');
    expect(flat(await hanako.say('簡易計画 小規模'))).toContain('20%（ひな形の選定）');
    expect(
      flat(
        await hanako.ask('edit-simple-plan', { municipality: HOME, section: 'current', text: '職員が3人で手いっぱい' }),
      ),
    ).toContain('保存しました');
    expect(flat(await hanako.say('簡易計画'))).toContain('40%（現状・課題の整理）');
    expect(flat(await hanako.say('簡易計画 決定 11/20 庁議'))).toContain('先に書くところ: 基本理念・目指す姿');
    await hanako.ask('edit-simple-plan', { municipality: HOME, section: 'vision', text: '役場に来なくてよい町' });
    expect(flat(await hanako.say('簡易計画'))).toContain('60%（素案）');
    await hanako.ask('circulate-simple-plan', { municipality: HOME, day: '2026-11-18' });
    expect(flat(await hanako.say('簡易計画'))).toContain('80%（意見照会・修正）');
    await hanako.say('簡易計画 決定 11/20 庁議');
    expect(flat(await hanako.press('はい、記録する'))).toContain('100%（庁内決定）');
    expect(flat(await hanako.say('簡易計画'))).toContain('第1版 令和9〜11年度');
    const asked = flat(await hanako.say('簡易計画編集 基本理念・目指す姿 人が寄り添う町'));
    for (const said of ['まだ保存していません', '役場に来なくてよい町', '人が寄り添う町'])
      expect(asked).toContain(said);
    expect(flat(await hanako.say('簡易計画'))).toContain('第1版 令和9〜11年度');
    await hanako.say('簡易計画編集 基本理念・目指す姿 人が寄り添う町');
    expect(flat(await hanako.press('はい、置き換える'))).toContain('前の内容: 役場に来なくてよい町');
    expect(flat(await hanako.say('簡易計画'))).toContain('第2版（案）');
    expect(flat(await hanako.say('簡易計画 Word'))).toContain('第2版（案）');
    await hanako.say('取消');
    await hanako.press(hanako.buttons().find((label) => label.startsWith('はい')) ?? '元に戻す');
    expect(flat(await hanako.say('簡易計画'))).toContain('100%（庁内決定）');
    const restored = flat(await hanako.ask('show-simple-plan', { municipality: HOME, section: 'vision' }));
    expect(restored).toContain('役場に来なくてよい町');
  });
});
