import { HOME, OFFICER } from '../../demo/programme.ts';
import { instantOf } from '../../programme/day.ts';
import { deliveriesFrom } from '../../programme/delivery.ts';
import { currentRating, RATINGS } from '../../programme/visits/rating.ts';
import { VISITS } from '../../programme/visits/visit-record.ts';
import { MEMBERS, municipal } from '../../storage/collections.ts';
import type { Person } from '../fakes/person.ts';
import { onBothChats } from '../on-both-chats.ts';
import { EXPERT_MAIL, idOf, recorded } from './planted.ts';

/** What a municipality says of a visit: 確認, 直してほしい and 満足度. Each conversation has a month of its own. */
onBothChats({ history: false, now: '2026-05-12T10:00:00+09:00', allInTeams: true }, (house) => {
  let hanako: Person;
  let expert: Person;
  beforeAll(async () => {
    hanako = house.officer();
    expert = house.person(EXPERT_MAIL);
    await hanako.install();
    await expert.install();
  });

  const at = (day: string, time = '09:05') => house.at(`${day}T${time}:00+09:00`);
  async function tick(): Promise<void> {
    for (const _ of [1, 2]) {
      await house.service.outbox.tick();
      await house.service.outbox.idle();
    }
  }
  const write = (day: string, written: string, content = {}) =>
    recorded(house.service.store, { municipality: HOME, day, at: `${written}+09:00`, content });
  const recordOf = async (id: string) => (await house.service.store.visitRecords.get(municipal(HOME), id))?.value;
  const ratingsFrom = async (day: string) =>
    (await house.service.store.ratings.list(municipal(HOME), RATINGS)).flatMap(({ value }) =>
      value.visit.includes(day.replaceAll('-', '')) ? [currentRating(value)] : [],
    );
  const sent = async (job: string, since: string) =>
    (await house.service.store.deliveries.list(municipal(HOME), deliveriesFrom(instantOf(since))))
      .map(({ value }) => value)
      .filter((delivery) => delivery.job === job);
  /** Presses what the card that came carries. */
  const pressConfirm = (visit: string, seen: number, verdict: 'confirmed' | 'returned') =>
    hanako.ask('confirm-visit', { municipality: HOME, visit, seen, verdict });

  it('is confirmed and rated in two taps on the card that comes when the office is next open', async () => {
    at('2026-05-15', '18:30');
    const { id } = await write('2026-05-14', '2026-05-15T18:30:00');
    await tick();
    at('2026-05-17', '10:00');
    await tick();
    expect(hanako.got().join()).not.toContain('訪問記録の確認');
    at('2026-05-18');
    await tick();
    const card = hanako.got().filter((words) => words.includes('訪問記録の確認'));
    expect(card).toHaveLength(1);
    expect(card[0]).toContain('全体方針の骨子を一緒に見直した');
    expect(card[0]).toContain('5/22(金)までにお答えがないときは「未確認のまま確定」になります');
    expect(card[0]).toMatch(/確認\n直してほしい\n記録の全体を見る$/);
    let taps = 0;
    const tap = async <T>(pressed: Promise<T>) => {
      taps++;
      return pressed;
    };
    const confirmed = await tap(pressConfirm(id, 1, 'confirmed'));
    expect(confirmed.words).toContain('確認済みにしました');
    expect(confirmed.words).toContain('事務局だけが見ます');
    expect((await tap(hanako.press('4（満足）'))).words).toContain('満足度を受け付けました');
    expect(taps).toBe(2);
    expect(await ratingsFrom('2026-05-14')).toMatchObject([{ score: 4 }]);
    await hanako.press('条件つきで継続を希望');
    await hanako.press('ひとこと添える');
    if (house.chat === 'teams') await hanako.press('送る', { ひとこと: '資料が先にほしい' });
    else await hanako.say('資料が先にほしい');
    expect(await ratingsFrom('2026-05-14')).toMatchObject([
      { score: 4, wish: 'conditional', note: '資料が先にほしい' },
    ]);
    await tick();
    at('2026-05-25');
    await tick();
    expect(hanako.got().filter((words) => words.includes('訪問記録の確認'))).toHaveLength(1);
    expect(await sent('visit-rating', '2026-05-14')).toEqual([]);
    expect(expert.got().join()).not.toMatch(/直してほしい|満足度/);
  });

  it('goes back with a line, which the expert is told; the new version is asked about anew', async () => {
    at('2026-06-02');
    const { id } = await write('2026-06-01', '2026-06-02T09:00:00');
    const asked = await pressConfirm(id, 1, 'returned');
    expect(asked.words).toContain('直してほしいところ');
    expect((await recordOf(id))?.answers).toBeUndefined();
    // LINE WORKS asks for the line in a question of its own, which the next message answers.
    const returned = await hanako.say(
      house.chat === 'teams' ? '訪問記録の確認 直してほしい 開始は14時です' : '開始は14時です',
    );
    expect(returned.words).toContain('山田 美咲さんに、直してほしいところを伝えます');
    await tick();
    const told = expert.got().filter((words) => words.includes('訪問記録を直すお願い'));
    expect(told).toHaveLength(1);
    expect(told[0]).toContain('開始は14時です');
    expect((await hanako.say('満足度 4')).words).toContain('今はありません');
    at('2026-06-03');
    await write('2026-06-01', '2026-06-03T09:00:00', { start: '14:00' });
    const late = { municipality: HOME, visit: id, seen: 1, verdict: 'returned', note: '場所も違います' };
    expect((await hanako.ask('confirm-visit', late)).words).toContain('「場所も違います」は、まだ伝えていません');
    expect((await pressConfirm(id, 1, 'confirmed')).words).toContain('記録がそのあと直されています');
    expect((await recordOf(id))?.answers).toHaveLength(1);
    expect((await hanako.press('確認')).words).toContain('確認済み');
    expect((await recordOf(id))?.answers).toHaveLength(2);
    await hanako.press('3（ふつう）');
  });

  it('is answered anew in words, and from the list, after the card is gone', async () => {
    at('2026-06-16');
    const { id } = await write('2026-06-15', '2026-06-16T09:00:00');
    await pressConfirm(id, 1, 'confirmed');
    await hanako.say('状況');
    expect((await hanako.say('やはり直してほしい')).words).toContain('確認済み');
    expect(hanako.buttons().join()).toContain('やはり直してほしい');
    await hanako.say('状況');
    const returned = await hanako.say('やっぱり直してほしい 場所は公民館です');
    expect(returned.words).toContain('直してほしいところを伝えます');
    expect((await recordOf(id))?.answers?.at(-1)).toMatchObject({ verdict: 'returned', note: '場所は公民館です' });
    await hanako.say('状況');
    expect((await hanako.say('訪問記録の確認')).words).toContain('直してほしいところを伝えてあります');
    expect((await hanako.press('このままでよい（確認）')).words).toContain('確認済みにしました');
    expect((await recordOf(id))?.answers?.at(-1)?.verdict).toBe('confirmed');
    await hanako.press('3（ふつう）');
  });

  it('is final without an answer after 5 open days, and 満足度 is asked once', async () => {
    at('2026-07-01');
    const { id } = await write('2026-06-30', '2026-07-01T09:00:00');
    await tick();
    at('2026-07-08', '10:00');
    await tick();
    expect(await sent('visit-rating', '2026-07-01')).toMatchObject([{ state: 'waiting' }]);
    at('2026-07-09');
    await tick();
    expect(hanako.got().at(-1)).toContain('「未確認のまま確定」になりました');
    expect((await pressConfirm(id, 1, 'confirmed')).words).toContain('7/8(水)までの受付でした');
    expect((await recordOf(id))?.answers).toBeUndefined();
    expect((await hanako.say('満足度は4です')).words).toContain('受け付けました');
    expect((await hanako.say('満足度 2')).words).toContain('2（やや不満）');
    expect(await ratingsFrom('2026-06-30')).toMatchObject([{ score: 2 }]);
    at('2026-07-10');
    await tick();
    expect(await sent('visit-rating', '2026-07-01')).toHaveLength(1);
    at('2026-07-28');
    expect((await hanako.say('満足度 5')).words).toContain('今はありません');
    expect((await hanako.ask('rate-visit', { municipality: HOME, visit: id, score: 5 })).words).toContain(
      '受付は終わりました',
    );
    expect(await ratingsFrom('2026-06-30')).toMatchObject([{ score: 2 }]);
  });

  it('asks which visit, and takes no score that is none', async () => {
    at('2026-08-03');
    const [first, second] = [
      await write('2026-07-30', '2026-08-03T08:00:00'),
      await write('2026-07-31', '2026-08-03T08:30:00'),
    ];
    expect((await hanako.say('訪問記録の確認')).words).toContain('2件あります');
    for (const { id } of [first, second]) await pressConfirm(id, 1, 'confirmed');
    for (const score of ['6', '0', '3.5', '-1'])
      expect((await hanako.say(`満足度 ${score}`)).words).toContain('1から5の整数で答えてください');
    for (const words of ['満足度 4', '満足度は4です', '4点でした 満足度'])
      expect((await hanako.say(words)).words).toContain('どの訪問ですか');
    expect(await ratingsFrom('2026-07-30')).toEqual([]);
    await hanako.say('満足度 4');
    await hanako.press('7/31(金) 山田 美咲さんの訪問');
    expect(await ratingsFrom('2026-07-30')).toEqual([]);
    expect(await ratingsFrom('2026-07-31')).toMatchObject([{ score: 4 }]);
    await hanako.say('満足度');
    expect((await hanako.press('7/30(木) 山田 美咲さんの訪問')).words).toContain('満足度を押してください');
    await hanako.press('5（とても満足）');
    for (const words of ['満足度は4ではない', '窓口の満足度は3です', '満足度は3ですか', '満足度はたぶん3'])
      await hanako.say(words);
    expect(await ratingsFrom('2026-07-30')).toMatchObject([{ score: 5 }]);
    expect(await ratingsFrom('2026-07-31')).toMatchObject([{ score: 4 }]);
  });

  it('goes to the substitute while the lead is away, who answers like the lead', async () => {
    at('2026-09-01');
    await hanako.say('休み 9/2 9/11');
    const { store } = house.service;
    const lead = await store.members.get(MEMBERS, idOf(OFFICER));
    const { id } = await write('2026-09-01', '2026-09-02T09:00:00');
    at('2026-09-02', '09:30');
    await tick();
    const cards = await sent('visit-confirmation', '2026-09-01');
    expect(cards).toHaveLength(1);
    const substitute = (await store.members.get(MEMBERS, cards[0]?.recipient.id ?? ''))?.value;
    expect(substitute?.id).not.toBe(lead?.value.id);
    const there = house.person(substitute?.email ?? '');
    expect((await there.say('訪問記録の確認')).words).toContain('全体方針の骨子');
    expect((await there.press('確認')).words).toContain('確認済み');
    await there.press('3（ふつう）');
    // Written in the evening before a leave, it is asked of whoever is there in the morning.
    at('2026-07-17', '18:30');
    await write('2026-07-16', '2026-07-17T18:30:00');
    await hanako.say('休み 7/21 7/24');
    at('2026-07-21', '09:30');
    await tick();
    const [late] = (await sent('visit-confirmation', '2026-07-17')).filter(({ about }) => about?.includes('20260716'));
    expect(late).toMatchObject({ state: 'sent', recipient: { id: substitute?.id } });
    expect((await recordOf(id))?.answers).toMatchObject([{ by: substitute?.id, verdict: 'confirmed' }]);
  });

  it('is not sent once it was answered or written anew', async () => {
    at('2026-06-12', '18:30');
    const { id } = await write('2026-06-11', '2026-06-12T18:30:00');
    await tick();
    await write('2026-06-11', '2026-06-13T10:00:00', { text: '議会の日程も確かめた' });
    at('2026-06-15', '08:30');
    await tick();
    at('2026-06-15', '09:30');
    await tick();
    const cards = (await sent('visit-confirmation', '2026-06-11')).filter(({ item }) => item['visit'] === id);
    expect(cards.map(({ state, item }) => [item['version'], state])).toEqual(
      expect.arrayContaining([
        [1, 'withdrawn'],
        [2, 'sent'],
      ]),
    );
    expect(cards).toHaveLength(2);
    expect((await recordOf(id))?.versions).toHaveLength(2);
    expect((await hanako.say('なぜ')).words).toContain('訪問記録の確認');
  });

  it('neither asks for what was answered in time nor tells the expert of what was settled at once', async () => {
    at('2026-06-18');
    const lapsed = await write('2026-06-17', '2026-06-18T09:00:00');
    at('2026-06-26', '08:00');
    await tick();
    await hanako.ask('rate-visit', { municipality: HOME, visit: lapsed.id, score: 3 });
    at('2026-06-26');
    await tick();
    const asked = (await sent('visit-rating', '2026-06-17')).filter(({ about }) => about?.includes('20260617'));
    expect(asked).toMatchObject([{ state: 'withdrawn', reason: '回答済みのため送りませんでした' }]);
    const { id } = await write('2026-06-25', '2026-06-26T10:00:00');
    at('2026-06-26', '18:30');
    await hanako.ask('confirm-visit', {
      municipality: HOME,
      visit: id,
      seen: 1,
      verdict: 'returned',
      note: '終わりの時刻',
    });
    await tick();
    await hanako.press('このままでよい（確認）');
    at('2026-06-29');
    await tick();
    expect(expert.got().join()).not.toContain('終わりの時刻');
    expect((await recordOf(id))?.answers?.map(({ verdict }) => verdict)).toEqual(['returned', 'confirmed']);
  });

  it('is for the municipality itself, in 1:1', async () => {
    const { store } = house.service;
    const [record] = (await store.visitRecords.list(municipal(HOME), VISITS)).map(({ value }) => value);
    if (!record) throw new Error('nothing was recorded');
    for (const who of [expert, house.prefecture(), house.secretariat()])
      for (const command of ['confirm-visit', 'rate-visit'])
        expect((await who.ask(command, { municipality: HOME, visit: record.id, score: 1 })).words).toContain(
          '市町村職員の方だけ',
        );
    const other = house.person('lead-203041@town.example.jp');
    expect((await other.ask('confirm-visit', { municipality: HOME, visit: record.id })).words).toContain(
      '担当していない団体',
    );
    const room = hanako.in(house.room('小海町の部屋') as never);
    expect((await room.say('満足度 1')).words).toContain('1対1');
  });

  it('takes the wish and the line as the buttons say them, together with the score or after it', async () => {
    at('2026-11-10');
    const { id } = await write('2026-11-09', '2026-11-09T17:00:00');
    expect((await hanako.say('確認')).words).toContain('11/9(月)');
    await pressConfirm(id, 1, 'confirmed');
    expect((await hanako.say('交代を希望')).words).toContain('先に満足度を押してください');
    await hanako.press('4（満足）');
    expect(await ratingsFrom('2026-11-09')).toMatchObject([{ score: 4, wish: 'replace' }]);
    await hanako.say('条件つきで継続を希望');
    await hanako.say('ひとこと 資料が先にほしい');
    const [said] = await ratingsFrom('2026-11-09');
    expect(said).toMatchObject({ score: 4, wish: 'conditional', note: '資料が先にほしい' });
    expect((await hanako.say('満足度 良かった')).words).not.toContain('undefined');
    await hanako.say('やめる');
  });

  it('nothing of what one answered is shown to a colleague, or taken over by a colleague’s answer', async () => {
    at('2026-11-12');
    const colleague = house.person('second-203033@town.example.jp');
    const opened = (await colleague.say('満足度')).words;
    expect(opened).toContain('すでにお答えをいただいています');
    expect(opened).not.toMatch(/4（満足）\n条件|資料が先に|継続希望/);
    const answered = (await colleague.press('3（ふつう）')).words;
    expect(answered).toContain('3（ふつう）');
    expect(answered).not.toMatch(/資料が先に|継続希望/);
    const [said] = await ratingsFrom('2026-11-09');
    expect(said).toMatchObject({ score: 3 });
    expect(said).not.toHaveProperty('wish');
    expect((await hanako.say('満足度')).words).not.toContain('満足度: 3');
  });
});
