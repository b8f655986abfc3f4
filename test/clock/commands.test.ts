import { HOME } from '../../demo/programme.ts';
import { channels } from '../../programme/channel.ts';
import { MEMBERS } from '../../storage/collections.ts';
import { memberId } from '../../storage/ids.ts';
import type { Person, Seen } from '../fakes/person.ts';
import { onBothChats } from '../on-both-chats.ts';

const SECOND = `second-${HOME}@town.example.jp`;

/** Tuesday, 24 November 2026, 10:00; what people say about when they are asked. */
onBothChats({ history: false }, (house) => {
  let hanako: Person;
  beforeAll(async () => {
    await house.officer().install();
  });
  /** Everybody as the roster has them. */
  beforeEach(async () => {
    house.at('2026-11-24T10:00:00+09:00');
    hanako = house.officer();
    const { members } = house.service.store;
    for (const { value, etag } of await members.list(MEMBERS)) {
      const { leave, preference, ...listed } = value;
      if (leave || preference) await members.put(listed, etag);
    }
  });

  const memberOf = async (email: string) =>
    (await house.service.store.members.get(MEMBERS, memberId({ email, name: '', office: '' })))?.value;
  const me = () => memberOf('yamada@town.example.jp');
  const nameOf = (email: string) => house.content.members.find((member) => member.email === email)?.name ?? '';

  const colleague = () => `${nameOf(SECOND)}（${house.content.members.find(({ email }) => email === SECOND)?.office}）`;

  describe('休み', () => {
    it('is typed with days and a substitute, and says who is asked meanwhile', async () => {
      const family = nameOf(SECOND).split(' ')[0];
      const taken = await hanako.say(`休み　１２／７-12/11　代理　${family}さん`);
      expect(taken.words).toContain('12/7(月)〜12/11(金)を休みとして登録しました');
      expect(taken.words).toContain(`小海町の週次報告は${nameOf(SECOND)}さんにお聞きします`);
      const substitute = (await memberOf(SECOND))?.id;
      expect((await me())?.leave).toEqual([{ from: '2026-12-07', until: '2026-12-11', substitute }]);
      expect((await hanako.press('休みを取り消す')).words).toContain('12/7(月)〜12/11(金)の休みを取り消しました');
      expect((await me())?.leave).toEqual([]);
    });

    it('is asked with a form, and one day is enough', async () => {
      await hanako.say('休み');
      await hanako.press('休みを登録する', { 休みの初日: '2026-12-08', 代理の方: colleague() });
      expect((await me())?.leave).toMatchObject([{ from: '2026-12-08', until: '2026-12-08' }]);
    });

    it('refuses what is over or the wrong way round, keeps what was said, and records nothing', async () => {
      expect((await hanako.say('休み 12/11-12/7')).words).toContain('最終日は、初日の12/11(金)かそのあとの日に');
      expect((await hanako.say('休み 11/16-11/20')).words).toContain(
        '来年のことなら、年から書いてください（例: 2027-11-16）',
      );
      const unknown = await hanako.say('休み 12/7-12/11 代理 ほげ田');
      expect(unknown.words).toContain('「ほげ田」さんは同じ市町村の名簿にいません');
      expect((await me())?.leave).toBeUndefined();
      await hanako.press('休みを登録する', { 代理の方: colleague() });
      expect((await me())?.leave).toMatchObject([{ from: '2026-12-07', until: '2026-12-11' }]);
    });

    it('without a substitute goes to a colleague; where there is none it says so', async () => {
      expect((await hanako.say('休み 12/7から12/11まで')).words).toContain(`${nameOf(SECOND)}さんにお聞きします`);
      const alone = house.person('lead-203041@town.example.jp');
      expect((await alone.say('休み 12/7-12/11')).words).toContain('代わりにお聞きする方がいない日があります');
      expect((await house.secretariat().say('休み 12/28-1/5')).words).toContain('12/28(月)〜1/5(火)を休みとして登録');
    });

    const days = async () => (await me())?.leave?.map(({ from, until }) => `${from.slice(5)}..${until.slice(5)}`);

    it('that overlaps is shown and asked, and becomes one record; one that touches becomes one unasked', async () => {
      const family = nameOf(SECOND).split(' ')[0];
      await hanako.say('休み 12/7-12/11');
      await hanako.say('休み 12/12-12/14');
      expect(await days()).toEqual(['12-07..12-14']);
      const asked = await hanako.say(`休み 12/10-12/18 代理 ${family}`);
      expect(asked.words).toContain('登録済みの休み（12/7(月)〜12/14(月)）と重なります');
      expect(await days()).toEqual(['12-07..12-14']);
      const joined = await hanako.press('12/7(月)〜12/18(金)にまとめる');
      expect(joined.words).toContain('12/7(月)〜12/18(金)を休みとして登録しました');
      expect(await days()).toEqual(['12-07..12-18']);
      expect((await me())?.leave?.[0]?.substitute).toBe((await memberOf(SECOND))?.id);
      await hanako.say('休み 12/9');
      await hanako.press('12/9(水)に置き換える');
      expect(await days()).toEqual(['12-09..12-09']);
      expect((await hanako.say('休み 12/9')).words).toContain('12/9(水)を休みとして登録しました');
      expect(await days()).toEqual(['12-09..12-09']);
      await hanako.say('休み 12/1-12/31');
      await hanako.press('12/1(火)〜12/31(木)に置き換える');
      expect(await days()).toEqual(['12-01..12-31']);
    });
  });

  describe('復帰', () => {
    it('ends the leave, shows what is open, and the button opens that week', async () => {
      await hanako.say('休み 11/24-11/30');
      house.at('2026-11-27T10:00:00+09:00');
      await hanako.say('復帰');
      expect((await me())?.leave).toEqual([{ from: '2026-11-24', until: '2026-11-26', ended: true }]);
      expect(hanako.buttons()).toEqual(['11/16(月)の週を報告する', '11/23(月)の週を報告する']);
      expect((await hanako.press('11/16(月)の週を報告する')).words).toContain('11/16');
      expect((await hanako.say('復帰')).words).toContain('登録されている休みはありません');
    });

    it('asks which of several that lie ahead', async () => {
      await hanako.say('休み 12/7');
      await hanako.say('休み 12/28-1/5');
      await hanako.say('復帰');
      await hanako.press('12/7(月)');
      expect((await me())?.leave).toEqual([{ from: '2026-12-28', until: '2027-01-05' }]);
    });
  });

  describe('設定', () => {
    it('shows what comes when, is changed by typing and by the form, and goes back to the standard', async () => {
      const other = house.chat === 'teams' ? 'line-works' : 'teams';
      const [here, there] = [channels[house.chat].called, channels[other].called];
      const isToldOf = ({ words }: Seen) =>
        words.includes(`${there}では、まだボットとの1対1のチャットがありません。それまでは${here}に届きます`);
      const standard = await hanako.say('設定');
      expect(standard.words).toContain('毎週月曜日 09:00');
      expect(isToldOf(standard)).toBe(other === 'teams');
      const moved = await hanako.say('設定 火 10:00');
      expect(moved.words).toContain('毎週火曜日 10:00');
      expect((await me())?.preference).toEqual({ weekday: 2, time: '10:00' });
      const chat = await hanako.press('設定を変える', { 曜日: '水曜日', 届けるチャット: 'LINE WORKS' });
      // LINE WORKS knows people by e-mail: nobody has to open a chat there first.
      expect(isToldOf(chat)).toBe(false);
      expect((await me())?.preference).toEqual({ weekday: 3, time: '10:00', channel: 'line-works' });
      await hanako.press('標準に戻す');
      expect((await me())?.preference).toBeUndefined();
    });

    it('switches off and on, and does not take a time out of hours', async () => {
      await hanako.say('設定 受け取らない');
      expect((await me())?.preference).toEqual({ off: true });
      expect((await hanako.say('なぜ')).words).toContain('「受け取らない」に設定されているため');
      await hanako.say('設定');
      await hanako.press('設定を変える', { 週次報告を受け取らない: false });
      expect((await me())?.preference).toBeUndefined();
      expect((await hanako.say('設定 火 22:00')).words).toContain('時刻は9:00から17:00まで');
      expect((await me())?.preference).toBeUndefined();
    });

    it('offers only the chat to those who are not asked every week', async () => {
      const words = (await house.prefecture().say('設定')).words;
      expect(words).toContain('届けるチャット');
      expect(words).not.toContain('曜日');
    });
  });

  describe('なぜ', () => {
    it('explains a prompt that moved, an answer, and who is asked instead', async () => {
      await house.service.outbox.tick();
      await house.service.outbox.idle();
      const asked = await hanako.say('なぜ');
      expect(asked.words).toContain('11/24(火) 10:00 にお聞きしました');
      expect(asked.words).toContain('11/23(月)は閉庁日（勤労感謝の日）のため、11/24(火) 09:00 に移しました');
      expect(asked.words).toContain(`送信済み（${channels[house.chat].called}）`);
      const second = await house.person(SECOND).say('なぜ');
      expect(second.words).toContain('主担当の山田 花子さんにお聞きしています');
      const office = await house.secretariat().say('なぜ');
      expect(office.words).toContain('週次報告は市町村の担当の方にお聞きしています');
    });

    it('tells someone on leave until when, and the substitute for whom', async () => {
      await hanako.say('休み 11/24-11/30');
      expect((await hanako.say('なぜ')).words).toContain(
        `11/30(月)まで休みのため、お聞きしていません。その間は${nameOf(SECOND)}さん`,
      );
      expect((await house.person(SECOND).say('なぜ')).words).toContain('山田 花子さんが休みのため、代わりに');
    });

    it('names nobody in a municipality’s room', async () => {
      const room = house.room('小海町');
      await house.secretariat().in(room).say(`部屋登録 ${HOME}`);
      const words = (await house.person(SECOND).in(room).say('なぜ')).words;
      expect(words).toContain('担当の方にお聞きしています');
      expect(words).not.toContain('花子');
    });
  });
});
