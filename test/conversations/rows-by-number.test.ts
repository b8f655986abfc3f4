import { writePlans } from '../../demo/plans.ts';
import { HOME } from '../../demo/programme.ts';
import { kpisIn } from '../../storage/progress.ts';
import type { Person } from '../fakes/person.ts';
import { onBothChats } from '../on-both-chats.ts';

onBothChats({ allInTeams: true }, (house) => {
  let hanako: Person;
  const kpis = async () => (await kpisIn(house.service.store, HOME, 2026)).map(({ value }) => value);
  beforeAll(async () => {
    house.at('2026-11-24T10:00:00+09:00');
    hanako = house.officer();
    await hanako.install();
    await writePlans(house.service.store, new Date('2026-11-24T10:00:00+09:00'));
  });
  const said = async (words: string) => (await hanako.say(words)).words.replace(/\s+/g, ' ');

  it('a number behind a list is the number of its row, and no value', async () => {
    const before = await kpis();
    await said('工程表変更');
    expect(await said('2')).toContain('「公金収納のeLTAX対応」のどこを変えますか');
    // Rows that bear no number are counted.
    expect(await said('４番')).toMatch(/予算・財源.*必要予算 初期/);
    await said('やめる');
    await said('工程表から外す');
    expect(await said('１')).toContain('「書かない窓口の導入」を工程表から外しますか');
    await said('いいえ');
    expect(await kpis()).toEqual(before);
  });

  it('a number of no row is told so, and the list stays', async () => {
    await said('工程表');
    expect(await said('9')).toContain('「9」に当たる行がありません');
    expect(await said('3')).toContain('生成AIの試行と利用ルール');
  });

  it('a row is known by a part of its title, unless that is a command', async () => {
    await said('簡易計画編集');
    expect(await said('基本理念')).toContain('「基本理念・目指す姿」');
    await said('やめる');
    await said('工程表');
    expect(await said('財源')).toContain('令和9年度の取組の財源');
  });

  it('what a budget question offers may be typed', async () => {
    await said('予算の回答');
    await said('1');
    expect(await said('検討中')).toMatch(/記録しました.*検討中/);
  });

  it('取消 behind what is only written anew says so, and takes nothing older back', async () => {
    await said('K0-03 30/32');
    await said('工程表変更 1 優先度 低');
    const asked = await said('取消');
    expect(asked).toContain('工程表の「書かない窓口の導入」の変更');
    expect(asked).toContain('取消では戻りません');
    expect(await said('履歴 K0-03')).not.toContain('（取消）');
    await said('取消');
    const [older = ''] = hanako.buttons().filter((label) => label.startsWith('K0-03'));
    expect((await hanako.press(older)).words).toContain('取り消しました');
    expect(await said('履歴 K0-03')).toContain('（取消）');
  });

  it('取消 behind something that was taken off puts it back, once that was seen', async () => {
    await said('工程表から外す 3');
    await said('はい');
    expect(await said('取消')).toContain('工程表の「生成AIの試行と利用ルール」の取り外し');
    expect(await said('はい')).toContain('工程表に戻しました');
  });

  if (house.chat === 'line-works')
    it('a number alone is nothing while a question waits', async () => {
      await said('工程表追加');
      await said('工程表');
      expect(await said('2')).toContain('番号だけでは、何のことか分かりません');
      await said('やめる');
    });
});
