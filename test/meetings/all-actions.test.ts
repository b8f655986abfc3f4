import { HOME } from '../../demo/programme.ts';
import { deliveriesFrom, deliveryId } from '../../programme/delivery.ts';
import type { ActionItem } from '../../programme/meetings/action-item.ts';
import { fingerprint } from '../../programme/meetings/meeting.ts';
import type { Member } from '../../programme/member.ts';
import { MEMBERS, municipal, PROGRAMME } from '../../storage/collections.ts';
import type { Person } from '../fakes/person.ts';
import { lookAt } from '../looks.ts';
import { onBothChats } from '../on-both-chats.ts';

const OTHER = '203041';
const idOf = (what: string): string => `action-x:${fingerprint(what)}`;
const SECOND = `second-${HOME}@town.example.jp`;
const EXPERT = 'expert-1@expert.example.jp';

/** 宿題 of everybody, for the secretariat: who has what, who is late, what nobody has. */
onBothChats({ history: false, allInTeams: true }, (house) => {
  let office: Person;
  let people: readonly Member[];
  const store = () => house.service.store;
  const named = (email: string): Member => {
    const found = people.find((one) => one.email === email);
    if (!found) throw new Error(`nobody has ${email}`);
    return found;
  };
  const put = async (id: string, owner: string, more: Partial<ActionItem>) => {
    const recorded = { by: 'member-office', at: '2026-11-20T01:00:00.000Z', via: 'teams', ask: 'minutes' };
    const action = {
      id: idOf(id),
      meeting: 'meeting-x',
      owner,
      what: `${id}をまとめる`,
      due: '2026-12-18',
      recorded,
    };
    await store().actionItems.put({ ...action, ...more }, 'absent');
  };
  const at = (id: string, code: string | undefined = HOME) =>
    store().actionItems.get(code ? municipal(code) : PROGRAMME, idOf(id));
  const action = async (id: string, code?: string) => (await at(id, code))?.value;
  const remove = async () => {
    for (const partition of [PROGRAMME, municipal(HOME), municipal(OTHER)])
      for (const { value, etag } of await store().actionItems.list(partition))
        await store().actionItems.remove(partition, value.id, etag);
  };

  const SINCE = deliveriesFrom(new Date('2026-11-01'));
  const reminders = async () =>
    (await store().deliveries.list(municipal(HOME), SINCE))
      .map(({ value }) => value)
      .filter(({ job }) => job === 'action-reminder');
  const forget = async () => {
    for (const { value, etag } of await store().deliveries.list(municipal(HOME), SINCE))
      await store().deliveries.remove(municipal(HOME), deliveryId(value), etag);
  };

  beforeAll(async () => {
    people = (await store().members.list(MEMBERS)).map(({ value }) => value);
    office = house.secretariat();
    for (const who of [office, house.officer(), house.person(SECOND), house.person(EXPERT)]) await who.say('自分');
  });
  beforeEach(async () => {
    house.at('2026-11-24T10:00:00+09:00');
    await Promise.all([remove(), forget()]);
    await put('工程表', named('yamada@town.example.jp').id, { municipality: HOME, due: '2026-11-20' });
    await put('名簿', named(SECOND).id, { municipality: HOME });
    await put('候補', named(EXPERT).id, { municipality: HOME });
    await put('様式', named('office-1@office.example.jp').id, {});
    await put('規程', named(`lead-${OTHER}@town.example.jp`).id, { municipality: OTHER });
  });

  it('are listed by municipality and person: what nobody has, then what is late, then the rest', async () => {
    await put('調査', 'member-gone', { municipality: OTHER });
    const { words } = await office.say('宿題一覧');
    expect(words).toContain('終わっていない宿題は6件です（担当がいないもの 1件、期限を過ぎたもの 1件）');
    const places = ['調査を', '工程表を', '名簿を', '規程を', '様式を'].map((what) => words.indexOf(what));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(words).toMatch(/川上村 担当がいません[\s\S]*小海町 山田 花子[\s\S]*期限を過ぎています[\s\S]*（派遣人材）/);
    expect((await office.say('派遣')).words).toContain('担当がいない宿題 1件');
    const own = await office.say('宿題一覧 川上村');
    expect(own.words).toContain('規程をまとめる');
    expect(own.words).not.toContain('工程表');
  });

  it('fill pages', async () => {
    for (let at = 0; at < 9; at++) await put(`資料${at}`, named(SECOND).id, { municipality: HOME });
    expect((await office.say('宿題一覧')).words).toContain('14件');
    const next = await office.press('次へ（2/2）');
    expect(next.words).toContain('様式をまとめる');
    expect(office.buttons()).toContain('前へ');
  });

  it('are finished by the secretariat from there, with a way back to the list', async () => {
    await office.say('宿題一覧');
    expect((await office.press('工程表をまとめる')).words).toContain('完了にする');
    expect((await office.press('完了にする')).words).toContain('宿題を完了にしました');
    expect(await action('工程表')).toMatchObject({ done: { via: house.chat } });
    expect((await office.press('宿題一覧')).words).not.toContain('工程表');
  });

  describe('given to somebody else', () => {
    const open = async (what: string) => {
      await office.say('宿題一覧');
      await office.press(what);
      return office.press('担当を変える');
    };

    it('are offered to those who may have them, and keep who gave them, when and through which chat', async () => {
      const asked = await open('工程表をまとめる');
      expect(asked.words).toContain('選ぶまで、何も変えません');
      expect(asked.words).not.toContain('川上村');
      const second = named(SECOND);
      const given = await office.press(second.name);
      expect(given.words).toContain(`担当を${second.name}さんに変えました`);
      expect(await action('工程表')).toMatchObject({
        owner: second.id,
        formerOwner: named('yamada@town.example.jp').id,
        handed: [{ to: second.id, via: house.chat, by: named('office-1@office.example.jp').id }],
      });
      expect((await house.person(SECOND).say('宿題')).words).toMatch(/工程表[\s\S]*前任の山田 花子さん/);
      await office.pressOn(given, '山田 花子さんに戻す');
      expect(await action('工程表')).toMatchObject({ owner: named('yamada@town.example.jp').id });
      expect((await action('工程表'))?.handed).toHaveLength(2);
    });

    it('pressed twice are given once', async () => {
      const asked = await open('工程表をまとめる');
      await office.press(named(SECOND).name);
      await office.pressOn(asked, named(SECOND).name);
      expect((await action('工程表'))?.handed).toHaveLength(1);
    });

    it('are shown again where somebody else was faster', async () => {
      const asked = await open('工程表をまとめる');
      const colleague = house.person('office-2@office.example.jp');
      await colleague.ask('reassign-action', { action: idOf('工程表'), taker: named(EXPERT).id });
      expect((await office.pressOn(asked, named(SECOND).name)).words).toContain('ほかの方が先に担当を変えました');
      expect(await action('工程表')).toMatchObject({ owner: named(EXPERT).id });
    });

    it.each([
      ['an observer', () => named('observer-202011@city.example.jp').id, '閲覧の方です'],
      ['somebody of another municipality', () => named(`lead-${OTHER}@town.example.jp`).id, '小海町の方ではありません'],
      ['an expert who does not serve it', () => named('expert-2@expert.example.jp').id, '小海町の方ではありません'],
      ['nobody at all', () => 'member-nobody', '名簿にいません'],
    ])('are not given to %s', async (_whom, taker, sentence) => {
      const before = await action('工程表');
      expect((await office.ask('reassign-action', { action: idOf('工程表'), taker: taker() })).words).toContain(
        sentence,
      );
      expect(await action('工程表')).toEqual(before);
    });

    it('are not given to somebody who has left', async () => {
      const found = await store().members.get(MEMBERS, named(SECOND).id);
      if (!found) throw new Error('nobody');
      await store().members.put({ ...found.value, active: false }, found.etag);
      const said = await office.ask('reassign-action', { action: idOf('工程表'), taker: found.value.id });
      expect(said.words).toContain('名簿から外れています');
      const left = await store().members.get(MEMBERS, found.value.id);
      if (left) await store().members.put(found.value, left.etag);
    });

    it('are not given to an officer where they belong to no municipality', async () => {
      const taker = named('yamada@town.example.jp').id;
      expect((await office.ask('reassign-action', { action: idOf('様式'), taker })).words).toContain(
        '市町村のものではありません',
      );
    });

    it('stay as they are once done or taken back', async () => {
      const asked = await open('工程表をまとめる');
      await house.officer().ask('complete-action', { action: idOf('工程表') });
      expect((await office.pressOn(asked, named(SECOND).name)).words).toContain('すでに完了しています');
      const found = await at('名簿');
      if (found) await store().actionItems.put({ ...found.value, undone: found.value.recorded }, found.etag);
      expect((await office.ask('reassign-action', { action: idOf('名簿') })).words).toContain('見つかりません');
    });
  });

  describe('催促', () => {
    const nudge = async (what: string, who = office) => {
      await who.say('宿題一覧');
      await who.press(what);
      return who.press('催促する');
    };

    it('reaches the owner once a day, whoever presses', async () => {
      const done = await nudge('名簿をまとめる');
      expect(done.words).toContain(`${named(SECOND).name}さんに催促を送ります。まもなく届きます`);
      const colleague = house.person('office-2@office.example.jp');
      expect((await colleague.ask('remind-action', { action: idOf('名簿') })).words).toContain('受け付け済みです');
      expect(await reminders()).toMatchObject([{ recipient: { id: named(SECOND).id }, byHand: true }]);
      await lookAt(house, '2026-11-24 10:01');
      expect(house.person(SECOND).got().at(-1)).toMatch(/宿題[\s\S]*名簿をまとめる/);
      expect((await colleague.ask('remind-action', { action: idOf('名簿') })).words).toContain('案内済みです');
      house.at('2026-11-25T09:30:00+09:00');
      expect((await colleague.ask('remind-action', { action: idOf('名簿') })).words).toContain('まもなく届きます');
    });

    it('waits for the next opening', async () => {
      house.at('2026-11-27T19:00:00+09:00');
      expect((await nudge('名簿をまとめる')).words).toContain('11/30(月) 09:00 に届きます');
    });

    it('goes to no one on leave without a substitute, to nobody where nobody has it, and not of what is done', async () => {
      await house.person(EXPERT).say('休み 11/24 11/26');
      await office.say('宿題一覧');
      const shown = await office.press('候補をまとめる');
      expect(shown.words).toContain('11/26(木)まで休み');
      expect(office.buttons()).not.toContain('催促する');
      await office.ask('remind-action', { action: idOf('候補') });
      await put('調査', 'member-gone', { municipality: HOME });
      expect((await office.ask('remind-action', { action: idOf('調査') })).words).toContain('先に担当を決めて');
      await house.officer().ask('complete-action', { action: idOf('工程表') });
      expect((await office.ask('remind-action', { action: idOf('工程表') })).words).toContain('終わった宿題');
      expect(await reminders()).toEqual([]);
      await house.person(EXPERT).say('復帰');
    });

    it.each(['宿題の催促', '宿題を催促して', '宿題の担当'])('%s shows the list, and sends nothing', async (said) => {
      expect((await office.say(said)).words).toContain('終わっていない宿題は5件');
      expect(await reminders()).toEqual([]);
    });
  });

  describe('the clock', () => {
    it('tells an expert two open days before and on the first open day after, once each, and no officer with a weekly card', async () => {
      await put('案', named(EXPERT).id, { municipality: HOME, due: '2026-12-03' });
      await put('素案', named('yamada@town.example.jp').id, { municipality: HOME, due: '2026-12-03' });
      const toldOf = async (email: string) =>
        (await reminders()).filter(({ recipient, state }) => recipient.id === named(email).id && state === 'sent')
          .length;
      for (const day of ['11-30', '12-01', '12-02', '12-03']) await lookAt(house, `2026-${day} 09:00`);
      expect(await toldOf(EXPERT)).toBe(1);
      expect(house.person(EXPERT).got().at(-1)).toContain('案をまとめる');
      for (const day of ['12-04', '12-07']) await lookAt(house, `2026-${day} 09:00`);
      expect(await toldOf(EXPERT)).toBe(2);
      expect(await toldOf('yamada@town.example.jp')).toBe(0);
    });
  });

  it('are the secretariat’s to look at; a municipality’s room sees its own, without names', async () => {
    for (const who of [house.officer(), house.prefecture(), house.person(EXPERT)])
      expect((await who.say('宿題一覧')).words).toMatch(/事務局の方だけ[\s\S]*「宿題」で確認できます/);
    const room = house.room('川上村 連絡');
    await office.in(room).say('部屋登録 川上村');
    const seen = await office.in(room).say('宿題一覧');
    expect(seen.words).toContain('規程をまとめる');
    expect(seen.words).not.toMatch(/工程表|様式|担当を変える/);
    expect(seen.words).not.toContain(named(`lead-${OTHER}@town.example.jp`).name);
  });

  it('of an expert who is taken off the roster are named as having nobody, and go to no officer', async () => {
    const before = await action('候補');
    await office.say(`名簿から外す ${named(EXPERT).name}`);
    expect(office.sees()).toContain('「宿題一覧」で次の担当を決めてください');
    await office.press('やめる');
    await office.say(`名簿変更 ${named(EXPERT).name} 所属 新しい会社`);
    await office.press('はい、変える');
    expect(await action('候補')).toEqual(before);
    await office.press('取消');
  });
});
