import { menuActions } from '../../bot/operator/menu.ts';
import { smallTalkIn } from '../../bot/understand/small-talk.ts';
import type { Person } from '../fakes/person.ts';
import { onBothChats } from '../on-both-chats.ts';

/** A form that is pressed empty is held back by the client; whoever is offered it may fill it in. */
async function pressed(person: Person, label: string): Promise<string> {
  try {
    return (await person.press(label)).words;
  } catch (error) {
    if (!/the client wants/.test(String(error))) throw error;
    return '';
  }
}

const LOST = /読み取り方が分かりませんでした|どれに近いですか|うまく処理できませんでした/;

onBothChats({}, (house) => {
  it.each([
    ['ありがとう', 'どういたしまして'],
    ['いつもありがとうございます！', 'どういたしまして'],
    ['助かりました😊', 'どういたしまして'],
    ['おはようございます', 'お疲れさまです'],
    ['お世話になっております。', 'お疲れさまです'],
    ['👍', 'ありがとうございます'],
    ['👍🏽', 'ありがとうございます'],
    ['了解しました', 'ありがとうございます'],
    ['うるさい', '「設定」で変えられます'],
    ['通知やめて', '「設定」で変えられます'],
    ['お知らせが多すぎる', '「設定」で変えられます'],
    ['疲れた', '全て変更なし'],
    ['忙しくて手が回らない', '全て変更なし'],
    ['担当が変わりました', '事務局が名簿を直す'],
    ['4月から異動になります', '事務局が名簿を直す'],
    ['期限を延ばしてほしい', '事務局が県と相談して変えます'],
    ['S1-3の期限を延ばしてほしい', '事務局が県と相談して変えます'],
    ['いつまでに？', '金曜 16:00 のまとめまで'],
    ['締切はいつですか', '金曜 16:00 のまとめまで'],
    ['だれが見るの？', 'ほかの市町村には見えません'],
    ['ほかの町にも見えますか', 'ほかの市町村には見えません'],
    ['事務局の連絡先', '026-000-0000'],
    ['電話番号を教えて', '026-000-0000'],
    ['あなたは誰ですか', '人ではない'],
  ])('%s is answered like a person would', async (said, answer) => {
    house.at('2026-12-01T10:00:00+09:00');
    const { words } = await house.officer().say(said);
    expect(words).toContain(answer);
    expect(words).not.toMatch(LOST);
  });

  it('whoever is named may be called; in a room of all nobody is', async () => {
    const hanako = house.officer();
    expect((await hanako.say('事務局の連絡先')).words).toContain('伴走支援事務局');
    expect((await hanako.say('事務局の連絡先')).words).toMatch(/担当.*さん/s);
    const room = house.room('よその部屋');
    expect((await hanako.in(room).say('事務局の連絡先')).words).not.toContain('さん');
  });

  it('passes a wish on to the secretariat as it was written, when told to', async () => {
    const hanako = house.officer();
    await hanako.say('担当が変わりました。4月からは小林です');
    expect((await hanako.press('この文のまま事務局に伝える')).words).toMatch(/事務局/);
    const asked = (await house.service.store.helpRequests.list('m-203033')).map(({ value }) => value.text);
    expect(asked).toContain('担当が変わりました。4月からは小林です');
  });

  it('offers nothing that this person would be refused', async () => {
    for (const person of [house.prefecture(), house.person('observer-202011@city.example.jp'), house.secretariat()])
      for (const said of [
        '疲れた',
        'おはようございます',
        '通知やめて',
        '期限を延ばしてほしい',
        '連絡先',
        'いつまで？',
      ]) {
        await person.say('やめる');
        await person.say(said);
        for (const label of person.buttons()) {
          await person.say('やめる');
          await person.say(said);
          expect(await pressed(person, label)).not.toMatch(/だけが行えます/);
        }
      }
  });

  it('a report among kind words is still a report', async () => {
    const hanako = house.officer();
    expect((await hanako.say('お疲れ様です。K0-03 31/32 です。ありがとうございます')).words).toContain(
      '受け付けました',
    );
    expect((await hanako.say('取消')).words).toContain('取り消しました');
  });

  it('the fixed menu has nothing in it that a role is always refused', async () => {
    for (const person of [
      house.officer(),
      house.prefecture(),
      house.secretariat(),
      house.person('expert-1@expert.example.jp'),
    ])
      for (const { ask } of menuActions)
        expect((await person.ask(ask.command, ask.input)).words).not.toMatch(/だけが行えます|読み取り/);
  });

  it('a refusal says who may, and what this person can do instead', async () => {
    const refused = await house.officer().say('未報告');
    expect(refused.words).toContain('事務局、県と派遣人材の方だけ');
    expect(refused.words).toContain('「週次報告」');
    const observer = await house.person('observer-202011@city.example.jp').say('状況');
    expect(observer.words).toContain('「共有資料」を確認できます');
  });

  it('says 1:1 how the file is opened; in a room it promises none and says where to get it', async () => {
    const { words } = await house.officer().say('予定表');
    expect(words).toContain('受け取ったファイルを開くと');
    if (house.chat === 'teams') expect(words).toContain('保存を承諾すると、OneDriveに入って');
    const room = house.room('調整会議の部屋');
    const secretariat = house.secretariat().in(room);
    await secretariat.say('部屋登録 事務局');
    const shared = (await secretariat.say('予定表')).words;
    expect(shared).toContain('ここではお渡しできません');
    expect(shared).toContain('1対1のチャットで「予定表」と送ると');
    expect(shared).not.toContain('OneDrive');
  });
});

it.each(['K0-03 27/32', '状況', '変更なし', '相談 疲れた人が多い', '', '。', '1', '期限', 'S1-3 完了'])(
  '%s is no small talk',
  (said) => expect(smallTalkIn(said)).toBeUndefined(),
);
