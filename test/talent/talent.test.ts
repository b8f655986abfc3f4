import { talentProfilesIn, trainingsIn } from '../../bot/features/talent/read-talent.ts';
import { OFFICER } from '../../demo/programme.ts';
import { trainingTotals } from '../../programme/talent/training.ts';
import { PROGRAMME } from '../../storage/collections.ts';
import type { Person } from '../fakes/person.ts';
import { onBothChats } from '../on-both-chats.ts';

const HOME = '203033';

onBothChats({ history: false, allInTeams: true }, (house) => {
  let hanako: Person;
  let pref: Person;
  beforeAll(async () => {
    house.at('2026-11-24T10:00:00+09:00');
    [hanako, pref] = [house.officer(), house.prefecture()];
    for (const person of [hanako, pref]) await person.install();
  });
  const rows = async () =>
    (await house.service.store.trainings.list(PROGRAMME, { from: 'training-', below: 'training.' })).map(
      ({ value }) => value,
    );
  const profiles = async () =>
    (await house.service.store.talentProfiles.list(PROGRAMME, { from: 'talent-', below: 'talent.' })).map(
      ({ value }) => value,
    );
  /** A form on Teams, the same questions one by one on LINE WORKS. */
  async function fill(submit: string, answers: readonly (readonly [label: string, teams: string, words?: string])[]) {
    if (house.chat === 'teams') {
      await hanako.press(submit, Object.fromEntries(answers.map(([label, value]) => [label, value])));
      return hanako.sees();
    }
    for (const [, value, words = value] of answers) await hanako.say(words);
    return hanako.sees();
  }

  it('begins without a plan, and says so', async () => {
    const { words } = await hanako.say('人材');
    expect(words).toContain('小海町　令和8年度の人材');
    expect(words).toContain('まだ計画がありません');
    expect(words).toContain('まだ要件書がありません');
  });

  it('takes a row of the plan in four answers, and names nobody', async () => {
    const name = house.content.members.find(({ email }) => email === OFFICER)?.name;
    await hanako.say('研修追加');
    const seen = await fill('記録する', [
      ['階層', 'leader', 'DX推進リーダー'],
      ['対象・内容（氏名は書かない）', `${name}さんと各課のリーダー`],
      ['人数（計画）', '8'],
      ['時期', '11月'],
    ]);
    expect(seen).toContain('人の名前が入っています');
    expect(await rows()).toEqual([]);
    await hanako.say('やめる');
    await hanako.say('研修追加');
    const written = await fill('記録する', [
      ['階層', 'leader', 'DX推進リーダー'],
      ['対象・内容（氏名は書かない）', '各課の推進リーダーの実習'],
      ['人数（計画）', '8'],
      ['時期', '11月'],
    ]);
    expect(written).toContain('研修計画に加えました');
    const { words } = await hanako.say('人材');
    expect(words).toContain('計画 8人・実績は未報告');
    expect(words).not.toContain('実績 0人');
    expect(await rows()).toMatchObject([
      { municipality: HOME, versions: [{ content: { level: 'leader', planned: 8 } }] },
    ]);
  });

  it('asks once where more took part than were planned, and keeps both versions', async () => {
    const [row] = await rows();
    const of = { municipality: HOME, training: row?.id };
    const asked = await hanako.ask('record-training', { ...of, done: 9, day: '2026-11-20' });
    expect(asked.words).toContain('計画は8人です。実績を9人と記録しますか');
    expect((await rows())[0]?.versions).toHaveLength(1);
    expect((await hanako.press('はい、記録する')).words).toContain('研修の実績を記録しました');
    const late = await hanako.ask('record-training', { ...of, done: 7, day: '2026-12-20' });
    expect(late.words).toContain('今日までの日付');
    await hanako.say('やめる');
    expect((await rows())[0]?.versions.map(({ content }) => content.done)).toEqual([undefined, 9]);
  });

  it('takes a 要件書 in seven answers, with 報酬 in 千円', async () => {
    await hanako.say('要件書');
    const seen = await fill('記録する', [
      ['役割', 'CIO補佐官'],
      ['スキル・経験', '自治体の業務の見直しの経験'],
      ['任用形態', 'contract', '業務委託'],
      ['日数', '月4日'],
      ['報酬（年、千円・任意）', '480万円'],
      ['募集方法', '公募'],
      ['時期', '来年4月から'],
    ]);
    expect(seen).toContain('要件書を作りました');
    expect(await profiles()).toMatchObject([{ versions: [{ content: { engagement: 'contract', pay: 4800 } }] }]);
    expect((await hanako.say('要件書Word')).words).toContain('要件書');
    expect((await hanako.say('研修計画Word')).words).toContain('育成・研修計画');
  });

  it('takes a row out and back', async () => {
    const [row] = await rows();
    await hanako.ask('remove-talent', { municipality: HOME, training: row?.id });
    await hanako.press('はい、外す');
    expect(hanako.sees()).toContain('まだ計画がありません');
    expect(trainingTotals(await trainingsIn(house.service.store, 2026)).planned).toBe(0);
    await hanako.press('元に戻す');
    const { store } = house.service;
    expect(trainingTotals(await trainingsIn(store, 2026))).toMatchObject({ planned: 8, done: 9, rows: 1, reported: 1 });
    expect(await talentProfilesIn(store, 2026, HOME)).toHaveLength(1);
  });

  it('the prefecture reads it and writes nothing', async () => {
    expect((await pref.say('人材 小海町')).words).toContain('各課の推進リーダーの実習');
    const [row] = await rows();
    const { words } = await pref.ask('record-training', {
      municipality: HOME,
      training: row?.id,
      done: 1,
      day: '2026-11-20',
    });
    expect(words).toContain('だけが行えます');
    expect((await rows())[0]?.versions).toHaveLength(2);
  });
});
