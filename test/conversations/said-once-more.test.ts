import { writePlans } from '../../demo/plans.ts';
import type { Person } from '../fakes/person.ts';
import { onBothChats } from '../on-both-chats.ts';

onBothChats({ allInTeams: true }, (house) => {
  let hanako: Person;
  beforeAll(async () => {
    house.at('2026-11-24T10:00:00+09:00');
    hanako = house.officer();
    await hanako.install();
    await writePlans(house.service.store, new Date('2026-11-24T10:00:00+09:00'));
  });
  const said = async (words: string) => (await hanako.say(words)).words.replace(/\s+/g, ' ');

  it('the whole of 検索 sent again, where a word is asked for, looks for the word', async () => {
    await said('検索');
    expect(await said('検索 窓口')).toMatch(/「窓口」が\d+件見つかりました/);
  });

  it('of a municipality whose records are not seen, that is said', async () => {
    expect(await said('検索 川上村 窓口')).toContain('川上村の記録は見られません');
    expect(await said('検索 小海町 窓口')).not.toContain('見られません');
  });

  it('where nothing is found, another word can be looked for', async () => {
    await said('検索 ありえない言葉');
    expect(hanako.buttons()).toContain('もう一度探す');
  });

  it('履歴 Excel gives the one that is picked as a workbook', async () => {
    expect(await said('履歴 Excel')).toContain('どの履歴をExcelで受け取りますか');
    const [first = ''] = hanako.buttons().filter((label) => /^[SK]\d/.test(label));
    expect((await hanako.press(first)).words).toMatch(new RegExp(`${first.split(' ')[0]} .* の履歴（Excel）`));
  });

  it('受け取れる表 gives what it is asked for, and promises no more', async () => {
    expect(await said('受け取れる表')).not.toContain('すぐあとに「Excelで」');
    expect((await hanako.press('工程表 Excel')).words).toContain('令和9年度からの工程表');
  });

  it('県の課 is an office, and nobody who is addressed by name', async () => {
    const asked = await hanako.ask('record-funding-talk', {
      day: '2026-11-20',
      division: '鈴木さん',
      result: '要領待ち',
    });
    expect(asked.words).toContain('人の名前が入っています');
    if (house.chat === 'line-works') await said('やめる');
    const kept = await hanako.ask('record-funding-talk', {
      ...{ day: '2026-11-20', division: '様式担当・氏名確認の課', result: '要領待ち' },
    });
    expect(kept.words).toContain('協議を記録しました');
  });

  it('an initiative is not decided on a day that is to come, and takes no name that another has', async () => {
    expect(await said('工程表変更 3 庁内決定日 12/25')).toContain('まだ来ていません');
    if (house.chat === 'line-works') await said('やめる');
    await said('工程表');
    await hanako.press('生成AIの試行と利用ルール');
    await hanako.press('変える');
    await hanako.press('取組の内容');
    if (house.chat === 'teams') await hanako.press('変える', { title: '公金収納のeLTAX対応' });
    else for (const words of ['取組名', '公金収納のeLTAX対応', 'ここまでで送る']) await hanako.say(words);
    expect(hanako.sees()).toContain('同じ名前の取組が工程表にあります');
    if (house.chat === 'line-works') await said('やめる');
  });
});
