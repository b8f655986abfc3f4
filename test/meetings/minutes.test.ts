import { HOME } from '../../demo/programme.ts';
import { type Meeting, meetingId } from '../../programme/meetings/meeting.ts';
import { municipal, PROGRAMME } from '../../storage/collections.ts';
import type { Person } from '../fakes/person.ts';
import { onBothChats } from '../on-both-chats.ts';

const DECIDED = '決まったこと（1行に1つ）';
const HOMEWORK = {
  'actions.0.what': '工程表の素案を送る',
  'actions.0.who': '小海町',
  'actions.0.by': '2026-12-20',
  'actions.1.what': 'ひな形を配る',
  'actions.1.who': '事務局',
  'actions.1.by': '2026-12-04',
};

onBothChats({}, (house) => {
  let office: Person;
  let hanako: Person;
  beforeEach(() => {
    house.at('2026-11-24T10:00:00+09:00');
    office = house.secretariat();
    hanako = house.officer();
  });

  const actionsAt = async (partition: string) =>
    (await house.service.store.actionItems.list(partition)).map(({ value }) => value);
  const minutes = async () => (await house.service.store.minutes.list(PROGRAMME)).map(({ value }) => value);

  describe('the 次第', () => {
    it('is built from what is late, what blocks a step and who asked for help, and takes topics once', async () => {
      await hanako.say('相談 例規の改正で止まっています');
      const order = await hanako.say('議題');
      expect(order.words).toContain('次第');
      expect(order.words).toContain('１　開会');
      expect(order.words).toMatch(/相談への対応\n　?・1件/);
      expect(order.words).not.toContain('例規');
      const added = await hanako.press('議題に加える', { 話し合いたいこと: '電子申請の共同調達' });
      expect(added.words).toContain('議題に加えました');
      await hanako.say('議題 電子申請の共同調達');
      const shown = await office.say('次第');
      expect(shown.words.match(/電子申請の共同調達（小海町）/g)).toHaveLength(1);
      expect(shown.words).toMatch(/相談への対応\n　?・小海町: 1件/);
      expect((await hanako.pressOn(added, '取り下げる')).words).toContain('議題を取り下げました');
      expect((await office.say('次第')).words).not.toContain('電子申請の共同調達');
    });

    describe('of a meeting whose whole title stands in front', () => {
      const topicsOf = async (title: string, day: string) => {
        const { meetings, agendaTopics } = house.service.store;
        const all = (await meetings.list(PROGRAMME)).map(({ value }) => value);
        const meeting = all.find((one) => one.title === title && one.day === day);
        return (await agendaTopics.list(PROGRAMME)).flatMap(({ value }) =>
          value.meeting === meeting?.id && value.undone === undefined ? [value.text] : [],
        );
      };
      const put = async (title: string, day: string, audience: Meeting['audience'] = ['all']) => {
        const when = { title, day, start: '10:00' };
        const more = { kind: 'other' as const, end: '11:00', place: 'オンライン', audience };
        await house.service.store.meetings.put({ ...when, ...more, id: meetingId(when) }, 'absent');
      };
      const DAY = '2026-12-21';
      beforeAll(async () => {
        await put('調整会議', DAY);
        await put('市町村調整会議', '2026-12-14');
        await put('第3回 調整会議', '2026-12-15');
        await put('県内会議', '2026-12-16', ['prefecture']);
      });

      it.each([
        ['議題 調整会議 共同調達について', '調整会議', DAY, '共同調達について'],
        ['議題　調整会議：Ａ案、 Ｂ案', '調整会議', DAY, 'Ａ案、 Ｂ案'],
        ['調整会議 電子申請の次の年度 議題', '調整会議', DAY, '電子申請の次の年度'],
        ['議題 第3回調整会議 日程', '第3回 調整会議', '2026-12-15', '日程'],
        ['議題 市町村調整会議 分担', '市町村調整会議', '2026-12-14', '分担'],
      ])('%s', async (said, title, day, topic) => {
        const { words } = await hanako.say(said);
        expect(words).toContain('議題に加えました');
        expect(words).toContain(title);
        expect(await topicsOf(title, day)).toContain(topic);
      });

      it.each(['議題 調整会議', '調整会議の議題を見せて', '調整会議に議題を追加したい'])(
        '%s is the 次第 of that meeting, and writes nothing',
        async (said) => {
          const before = await topicsOf('調整会議', DAY);
          expect((await hanako.say(said)).words).toMatch(/(?<!市町村|回 )調整会議[\s\S]*12月21日/);
          expect(await topicsOf('調整会議', DAY)).toEqual(before);
        },
      );

      it.each([
        ['議題 調整会議の進め方', 'どの会議ですか', '調整会議の進め方'],
        ['議題 県内会議 共同調達の案', '「県内会議」は見つかりません', '共同調達の案'],
      ])('%s names no meeting of theirs: they are asked which', async (said, told, topic) => {
        const { words } = await hanako.say(said);
        expect(words).toContain(told);
        expect(words).toContain('どの会議ですか');
        await hanako.press('市町村調整会議');
        expect(await topicsOf('市町村調整会議', '2026-12-14')).toContain(topic);
      });

      it('asks which where two have that title', async () => {
        await put('調整会議', '2026-12-22');
        expect((await hanako.say('議題 調整会議 予算')).words).not.toContain('議題に加えました');
        expect(await topicsOf('調整会議', DAY)).not.toContain('予算');
        await hanako.press(house.chat === 'teams' ? '12/22(火)' : '②調整会議');
        expect(await topicsOf('調整会議', '2026-12-22')).toEqual(['予算']);
        expect(await topicsOf('調整会議', DAY)).not.toContain('予算');
      });
    });

    it('shows a municipality only what is its own', async () => {
      const own = await hanako.say('次第');
      expect(own.words).not.toContain('川上村');
      expect((await house.prefecture().say('次第')).words).toContain('川上村: ');
    });

    it('refuses to drop what somebody else has put on it', async () => {
      await office.say('議題 第7回 来年度の体制');
      const topics = (await house.service.store.agendaTopics.list(PROGRAMME)).map(({ value }) => value);
      const topic = topics.find(({ text }) => text === '来年度の体制')?.id;
      expect(topic).toBeDefined();
      const forged = await hanako.ask('add-agenda', { drop: topic });
      expect(forged.words).toContain('出した方と事務局だけ');
    });
  });

  describe('the minutes', () => {
    it('record decisions and actions on one form, with deadlines on an open day', async () => {
      const form = await office.say('議事録');
      expect(form.words).toContain('第6回 市町村連絡会議');
      const receipt = await office.press('議事録を記録する', {
        [DECIDED]: '・次回は県庁で開く\n・様式を統一する',
        ...HOMEWORK,
      });
      expect(receipt.words).toContain('次回は県庁で開く');
      expect(receipt.words).toContain('12/18(金)まで（12/20(日)は閉庁日のため前の開庁日）');
      expect(await actionsAt(municipal(HOME))).toMatchObject([{ due: '2026-12-18', what: '工程表の素案を送る' }]);
      expect(await actionsAt(PROGRAMME)).toMatchObject([{ due: '2026-12-04', what: 'ひな形を配る' }]);
      const seen = await hanako.say('会議 第6回');
      expect(seen.words).toContain('・様式を統一する');
      expect(seen.words).toContain('工程表の素案を送る（小海町 山田 花子、12/18(金)まで）');
    });

    it('appear in the weekly card until they are done, with one tap and a way back', async () => {
      const weekly = await hanako.say('週次報告');
      expect(weekly.words).toContain('工程表の素案を送る');
      const done = await hanako.press('工程表の素案を送る');
      expect(done.words).toContain('宿題を完了にしました');
      await hanako.pressOn(weekly, '工程表の素案を送る');
      expect((await hanako.say('週次報告')).words).not.toContain('工程表の素案を送る');
      expect((await actionsAt(municipal(HOME)))[0]?.done).toMatchObject({ via: house.chat });
      expect((await hanako.pressOn(done, '完了を取り消す')).words).toContain('宿題に戻しました');
      expect((await hanako.say('宿題')).words).toContain('12/18(金)まで');
      const colleague = house.person(`second-${HOME}@town.example.jp`);
      expect((await colleague.say('週次報告')).words).toContain('担当 山田 花子さん');
    });

    it.each(['宿題 再開', '宿題再開', '宿題の完了を取り消す', '宿題の完了を取り消したいです'])(
      'what was finished by mistake is opened again by 「%s」',
      async (said) => {
        const isDone = async () => (await actionsAt(municipal(HOME)))[0]?.done !== undefined;
        await hanako.say('宿題');
        await hanako.press('工程表の素案を送る');
        await hanako.say('会議');
        expect((await hanako.say(said)).words).toContain('どの宿題の完了を取り消しますか');
        expect(await isDone()).toBe(true);
        expect((await hanako.press('工程表の素案を送る')).words).toContain('宿題に戻しました');
        expect(await isDone()).toBe(false);
      },
    );

    it('取消 right behind a finished one means that one', async () => {
      house.at('2026-11-24T11:00:00+09:00');
      await hanako.say('宿題');
      await hanako.press('工程表の素案を送る');
      expect((await hanako.say('取消')).words).toContain('宿題「工程表の素案を送る」の完了');
      await hanako.press(hanako.buttons().find((label) => label.startsWith('はい')) ?? '');
      expect(hanako.sees()).toContain('宿題に戻しました');
    });

    it('keep a row that is not complete, say what is wrong, and record nothing yet', async () => {
      const before = [await minutes(), await actionsAt(municipal(HOME))];
      await office.say('議事録 第6回');
      const again = await office.press('議事録を記録する', {
        [DECIDED]: '新しい決定',
        'actions.0.what': '担当のない宿題',
      });
      expect(again.words).toContain('すること・担当・期限を全て入力してください');
      await office.press('議事録を記録する', { 'actions.0.who': '小海町', 'actions.0.by': '2026-11-01' });
      expect(office.sees()).toContain('今日からあとの日');
      await office.say('議事録 第6回');
      const late = await office.press('議事録を記録する', { ...HOMEWORK, 'actions.0.by': '2026-11-01' });
      expect(late.words).toContain('今日からあとの日');
      expect([await minutes(), await actionsAt(municipal(HOME))]).toEqual(before);
    });

    it('offer people by name where they are few', async () => {
      const { store } = house.service;
      const [meeting] = (await store.meetings.list(PROGRAMME)).filter(({ value }) => value.title.startsWith('第6回'));
      if (!meeting) throw new Error('no meeting');
      const own = { ...meeting.value, id: 'meeting-koumi', title: '小海町 個別打合せ', audience: [HOME] };
      await store.meetings.put(own, 'absent');
      const expert = house.person('expert-1@expert.example.jp');
      await expert.say('議事録');
      const receipt = await expert.press('議事録を記録する', {
        'actions.0.what': '電子申請の候補を挙げる',
        'actions.0.who': '小海町 山田 花子',
        'actions.0.by': '2026-12-24',
      });
      // 12/24 is a closed day of this municipality alone.
      expect(receipt.words).toContain('小海町 山田 花子・12/23(水)まで（12/24(木)は閉庁日のため前の開庁日）');
    });

    it('are taken back as a whole by who wrote them, and an earlier version counts again', async () => {
      const receipt = await office.say('議事録 第6回 決定は後日通知する');
      expect((await hanako.say('会議 第6回')).words).toContain('決定は後日通知する');
      const undone = await office.pressOn(receipt, '取消');
      expect(undone.words).toContain('取り消しました');
      expect((await hanako.say('会議 第6回')).words).toContain('様式を統一する');
      expect((await office.pressOn(receipt, '取消')).words).toContain('取り消せる報告がありません');
    });

    it('are not written over what a colleague recorded meanwhile', async () => {
      await office.say('議事録 第6回');
      const colleague = house.person('office-2@office.example.jp');
      await colleague.say('議事録 第6回');
      await colleague.press('議事録を記録する', { [DECIDED]: '同僚の決定' });
      const again = await office.press('議事録を記録する', { [DECIDED]: '自分の決定' });
      expect(again.words).toContain('ほかの方が先に記録しました');
      expect(again.words).toContain('・同僚の決定');
      expect((await minutes())[0]?.versions.at(-1)).toMatchObject({ decisions: '同僚の決定' });
      await office.press('議事録を記録する', { [DECIDED]: '同僚の決定\n自分の決定' });
      expect((await minutes())[0]?.versions.at(-1)?.decisions).toContain('自分の決定');
    });

    it('wait for the meeting to begin, and for someone who may write them', async () => {
      expect((await office.say('議事録 第7回')).words).toContain('まだ始まっていません');
      expect((await hanako.say('議事録')).words).toContain('の方だけが行えます');
      expect((await house.person('expert-2@expert.example.jp').say('議事録')).words).toContain(
        '対象になる会議がありません',
      );
    });

    it('open only where people may be named', async () => {
      const room = house.room('小海町 DX連絡');
      await office.in(room).say('部屋登録 小海町');
      expect((await office.in(room).say('議事録')).words).toContain('氏名を表示できません');
      const there = await hanako.in(room).say('会議 第6回');
      expect(there.words).toContain('工程表の素案を送る（小海町、12/18(金)まで）');
      expect(there.words).not.toContain('花子');
    });
  });

  it('an action is finished by its owner, a colleague or the secretariat, and nobody else', async () => {
    const [action] = await actionsAt(municipal(HOME));
    const press = (who: Person) => who.ask('complete-action', { action: action?.id });
    expect((await press(house.person('lead-203041@town.example.jp'))).words).toContain('その宿題は見つかりません');
    expect((await press(house.prefecture())).words).toContain('その宿題は見つかりません');
    expect((await press(house.person('expert-1@expert.example.jp'))).words).toContain('引き受けた方');
    expect((await press(house.person(`second-${HOME}@town.example.jp`))).words).toContain('完了にしました');
  });

  it('logs neither titles nor topics nor what was decided', () => {
    expect(house.logged()).not.toMatch(/電子申請|様式|工程表|花子|市町村連絡会議/);
  });
});
