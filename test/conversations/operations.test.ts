import { readEverything } from '../../bot/hand-over/everything.ts';
import { onBothChats } from '../on-both-chats.ts';

const NOW = new Date('2026-11-24T10:00:00+09:00');

onBothChats({}, (house) => {
  it('運用 shows the secretariat how the service stands, without a name, and writes nothing', async () => {
    const office = house.secretariat();
    await office.say('自分');
    const { store } = house.service;
    const before = await readEverything(store, NOW);
    const { words } = await office.say('運用');
    for (const said of ['時計がまだ一度も動いていません', '次に届くもの', '送信待ち', '保存先', 'SQLite', '最後の写し'])
      expect(words).toContain(said);
    const names = house.content.members.map(({ name }) => name);
    expect(names.filter((name) => words.includes(name))).toEqual([]);
    const { acquaintances: _met, interviews: _asked, received: _came, ...kept } = before;
    expect(await readEverything(store, NOW)).toMatchObject(kept);
  });

  it.each(['窓口の運用を見直しました', '小海町の運用が決まりません'])(
    '「%s」 is about something else',
    async (said) => {
      expect((await house.secretariat().say(said)).words).not.toContain('送信待ち');
    },
  );

  it('運用 tells nobody else', async () => {
    expect((await house.officer().say('運用')).words).not.toContain('次に届くもの');
    expect((await house.prefecture().say('運用')).words).not.toContain('次に届くもの');
  });

  it('運用 counts what is planned once the clock has gone', async () => {
    house.at('2026-11-25T08:00:00+09:00');
    await house.service.outbox.tick();
    const { words } = await house.secretariat().say('運用状況');
    expect(words).toContain('催促');
    expect(words).toMatch(/宛先 \d+件/);
    expect(words).not.toContain('時計がまだ');
  });
});
