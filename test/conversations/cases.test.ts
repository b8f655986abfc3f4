import { municipal, ROOMS } from '../../storage/collections.ts';
import { change } from '../../storage/store.ts';
import { consented } from '../cases/written-case.ts';
import type { Person } from '../fakes/person.ts';
import { onBothChats } from '../on-both-chats.ts';

const HOME = '203033';
const CASE = `case-${HOME}-S1-3`;
const BACKGROUND = '方針がなく、各課の取組がばらばらだった';
const APPROACH = '庁議の前に全課と30分ずつ話した';

onBothChats({ allInTeams: true }, (house) => {
  let office: Person;
  let hanako: Person;
  let neighbour: Person;
  let observer: Person;
  let expert: Person;
  let prefecture: Person;
  beforeAll(async () => {
    house.at('2026-11-24T10:00:00+09:00');
    office = house.secretariat();
    hanako = house.officer();
    neighbour = house.person('lead-203041@town.example.jp');
    observer = house.person('observer-202011@city.example.jp');
    expert = house.person('expert-1@expert.example.jp');
    prefecture = house.prefecture();
    for (const person of [office, hanako, neighbour, observer, expert, prefecture]) await person.install();
  });
  const kept = async () => (await house.service.store.cases.get(municipal(HOME), CASE))?.value;
  const texts = async () => (await kept())?.versions.at(-1)?.content.texts;
  const isTeams = house.chat === 'teams';
  const tickAt = async (moment: string) => {
    house.at(moment);
    for (const _ of [1, 2]) {
      await house.service.outbox.tick();
      await house.service.outbox.idle();
    }
  };
  const sectionWritten = async (section: string, form: Readonly<Record<string, string>>) => {
    await office.ask('edit-case', { case: CASE, section });
    if (isTeams) return office.press('記録する', form);
    for (const words of Object.values(form)) await office.say(words);
    return { words: office.sees() };
  };
  const room = async (title: string, audience: string, who: Person) => {
    const inRoom = who.in(house.room(title));
    await inRoom.install();
    await inRoom.say('部屋登録 事務局');
    const rooms = house.service.store.rooms;
    const all = (await rooms.list(ROOMS)).map(({ value }) => value);
    const { id } = all.find((each) => each.audience === 'secretariat') ?? { id: '' };
    await change(rooms, { partition: ROOMS, id }, (known) => {
      if (!known) throw new Error('the room is not known');
      return { value: { ...known, audience } };
    });
    return inRoom;
  };

  /** What is posted into such rooms has a test of its own. */
  const roomsLeft = async () => {
    const { rooms } = house.service.store;
    for (const { value, etag } of await rooms.list(ROOMS)) await rooms.put({ ...value, audience: 'none' }, etag);
  };

  it('an observer is offered only what an observer opens', async () => {
    expect((await observer.say('自分')).words).not.toContain('状況を見る');
    expect(observer.buttons()).toContain('共有資料を見る');
    expect((await observer.say('相談 費用を知りたい')).words).toContain('「事務局に聞く」');
    expect((await observer.say('だれが見るか')).words).toContain('承諾がそろったものだけが');
  });

  describe('what may become a case', () => {
    it('is nominated by an expert in a municipality of their own, and in no other', async () => {
      const { words } = await expert.say('事例推薦 小海町 S1-3 庁議の前に各課と話したのがよかった');
      expect(words).toContain('事例に推薦しました');
      expect((await expert.say('事例推薦 川上村 S1-3 よかった')).words).not.toContain('推薦しました');
    });

    it('names nobody', async () => {
      const { words } = await expert.say('事例推薦 小海町 S1-3 山田さんの熱意');
      expect(words).toContain('人の名前が入っています');
    });

    it('comes first among the candidates, which have no rank and no score', async () => {
      const { words } = await office.say('事例候補');
      expect(words).toContain('推薦: 庁議の前に各課と話したのがよかった');
      expect(words).not.toMatch(/\d+位|点数|ランキング/);
      for (const person of [hanako, expert, observer, prefecture])
        expect((await person.say('事例候補')).words).toContain('事務局の方だけ');
    });
  });

  describe('a case', () => {
    it('is drafted from what is on record, and made again it is the same one', async () => {
      await office.say('事例候補');
      const { words } = await office.press('事例作成 小海町 S1-3');
      expect(words).toContain('下書きを作りました');
      expect(await texts()).toMatchObject({ title: '全体方針の決定の取組', contact: '総務課' });
      expect((await texts())?.background).toBeUndefined();
      expect((await office.say('事例作成 小海町 S1-3')).words).toContain('もう作られています');
      expect((await kept())?.versions).toHaveLength(1);
    });

    it('is nothing that anybody may be asked about while something needed is blank', async () => {
      await office.ask('edit-case', { case: CASE });
      expect(office.sees()).toContain('承諾を依頼する前に埋めるところ: 背景・課題、取組内容・工夫');
      expect(office.buttons().join()).not.toContain('承諾依頼');
      expect((await hanako.say('事例')).words).toContain('まだありません');
    });

    it('asks for its blanks at once: a form, or question by question', async () => {
      await office.ask('edit-case', { case: CASE, section: 'blanks', seen: 1 });
      if (isTeams) await office.press('記録する', { 'texts.background': BACKGROUND, 'texts.approach': APPROACH });
      else {
        await office.say(BACKGROUND);
        await office.say(APPROACH);
        for (let left = 0; left < 6 && office.buttons().includes('スキップ'); left++) await office.press('スキップ');
      }
      expect(await texts()).toMatchObject({ background: BACKGROUND, approach: APPROACH });
      expect(office.sees()).toContain('空欄を記録しました');
      expect(office.buttons().join()).toContain('承諾依頼（県内全市町村）');
    });

    it('keeps no name of anybody', async () => {
      const { words } = await sectionWritten('failure', { text: '山田さんが休むと止まった' });
      expect(words).toContain('人の名前が入っています');
      expect((await texts())?.failure).toBeUndefined();
      await office.say('やめる');
    });

    it('is seen by its own municipality and by nobody else before anybody has consented', async () => {
      expect((await hanako.say('事例')).words).toContain('全体方針の決定の取組');
      for (const person of [neighbour, observer, prefecture]) {
        expect((await person.say('事例')).words).toContain('見られる事例は、まだありません');
        const { words } = await person.ask('find-cases', { case: CASE });
        expect(words).toContain('その事例は、今は見られません');
        expect(words).not.toContain(APPROACH);
      }
    });

    it('is found by those it was cleared for, and by no wider circle', async () => {
      await consented(house.service.store, CASE, 'supported', '2026-11-24T01:10:00.000Z');
      const { words } = await neighbour.say('事例 全体方針');
      expect(words).toContain('全体方針の決定の取組');
      expect((await neighbour.ask('find-cases', { case: CASE })).words).toContain(APPROACH);
      expect((await prefecture.say('事例')).words).toContain('全体方針の決定の取組');
      expect((await observer.say('事例')).words).toContain('まだありません');
      expect((await observer.ask('find-cases', { case: CASE })).words).not.toContain(APPROACH);
    });

    it('is seen in a room by what everybody there may see, and not by who asks', async () => {
      const supported = await room('支援対象の会', 'supported', office);
      expect((await supported.say('事例')).words).toContain('全体方針の決定の取組');
      const all = await room('県内の会', 'all', office);
      expect((await all.say('事例')).words).toContain('まだありません');
      expect((await all.ask('find-cases', { case: CASE })).words).not.toContain(APPROACH);
      await roomsLeft();
    });

    it('once a word has changed, is shown as it was consented to until the new one is', async () => {
      const { words } = await sectionWritten('approach', { text: '庁議の前に全課と1時間ずつ話した' });
      expect(words).toContain('「取組内容・工夫」を記録しました');
      expect(words).toContain('言葉が変わったため');
      expect((await neighbour.ask('find-cases', { case: CASE })).words).toContain(APPROACH);
      expect((await hanako.ask('find-cases', { case: CASE })).words).toContain('1時間ずつ');
      await consented(house.service.store, CASE, 'all', '2026-11-24T01:20:00.000Z');
      expect((await neighbour.ask('find-cases', { case: CASE })).words).toContain('1時間ずつ');
      expect((await observer.ask('find-cases', { case: CASE })).words).toContain('1時間ずつ');
    });

    it('leaves out a photo without the consent of who is on it, and a foreign work without its permission', async () => {
      await sectionWritten('photos', { text: '庁議の様子', photos: isTeams ? 'none' : 'なし' });
      await sectionWritten('photos', { text: '会議室の掲示', photos: isTeams ? 'nobody' : '人物なし' });
      const { words } = await hanako.ask('find-cases', { case: CASE });
      expect(words).toContain('会議室の掲示');
      expect(words).not.toContain('庁議の様子');
    });
  });

  describe('a question about a case', () => {
    const ASKED = '決裁はだれまで必要でしたか';

    it('of an observer reaches the secretariat, and its answer comes back', async () => {
      await observer.ask('find-cases', { case: CASE });
      await observer.press('事務局に聞く');
      if (isTeams) await observer.press('送る', { text: ASKED });
      else await observer.say(ASKED);
      expect(observer.sees()).toContain('事務局に届けました');
      await tickAt('2026-11-24T10:30:00+09:00');
      expect(office.got().join()).toContain(ASKED);
      expect((await office.say('事例の質問')).words).toContain('1件が回答待ち');
      const { words } = await office.say('事例に回答 町長まででした');
      expect(words).toContain('どの質問への回答ですか');
      await office.press(ASKED);
      expect(office.sees()).toContain('回答を記録しました');
      await tickAt('2026-11-24T10:35:00+09:00');
      expect(observer.got().at(-1)).toContain('町長まででした');
    });

    it('is of a case that is seen, and of no other', async () => {
      const { words } = await observer.ask('ask-about-case', { case: `case-${HOME}-S1-2`, text: '教えてください' });
      expect(words).toContain('その事例は、今は見られません');
    });
  });
});
