import type { Meeting } from '../../programme/meetings/meeting.ts';
import { currentMinutes, minutesConfirmation } from '../../programme/meetings/minutes.ts';
import { MEMBERS, PROGRAMME } from '../../storage/collections.ts';
import type { Person } from '../fakes/person.ts';
import { onBothChats } from '../on-both-chats.ts';

onBothChats({ allInTeams: true }, (house) => {
  let office: Person;
  let prefecture: Person;
  let officer: Person;
  beforeAll(async () => {
    house.at('2026-11-24T10:00:00+09:00');
    [office, prefecture, officer] = [house.secretariat(), house.prefecture(), house.officer()];
    for (const person of [office, prefecture, officer]) await person.install();
  });

  const tickAt = async (moment: string) => {
    house.at(moment);
    for (const _ of [1, 2]) {
      await house.service.outbox.tick();
      await house.service.outbox.idle();
    }
  };
  const got = (person: Person, ...words: string[]) =>
    person.got().filter((said) => words.every((each) => said.includes(each)));
  const all = async () => (await house.service.store.meetings.list(PROGRAMME)).map(({ value }) => value);
  const progress = async (day: string): Promise<Meeting> => {
    const found = (await all()).find((each) => each.kind === 'progress' && each.day === day);
    if (!found) throw new Error(`no 進捗状況確認会議 on ${day}`);
    return found;
  };
  const minutes = async ({ id }: Meeting) => (await house.service.store.minutes.get(PROGRAMME, `minutes-${id}`))?.value;
  const idOf = async ({ account }: Person) =>
    (await house.service.store.members.list(MEMBERS)).find(({ value }) => value.name === account.name)?.value.id;

  it('are of a 進捗状況確認会議, which is for 県 and 事務局 where nobody says so', async () => {
    const { words } = await office.say('会議作成 第9回進捗状況確認会議 12/10 14:00-15:00 県庁');
    expect(words).toContain('会議を作成しました');
    expect((await progress('2026-12-10')).audience).toEqual(['prefecture', 'secretariat']);
  });

  it('are called by their number, as they call themselves, whatever other meeting has it', async () => {
    for (const said of ['第2回', '進捗状況確認会議 第2回', '第２回']) {
      const { words } = await office.say(`会議資料 ${said}`);
      expect(words).toContain('第2回 会議資料');
      expect(words).toContain('進捗状況確認会議（9月）');
    }
    expect((await prefecture.say('会議資料 第9回')).words).toContain('第9回進捗状況確認会議');
    expect((await office.say('会議資料 第5回 市町村連絡会議')).words).toContain('進捗状況確認会議について作ります');
  });

  it('show the whole from the records to the prefecture and the secretariat, and to nobody else', async () => {
    const { words } = await prefecture.say('会議資料 12/10');
    expect(words).toContain('期限を過ぎた項目');
    expect(words).toContain('県の決定・回答待ち');
    expect(words).not.toContain('共有版');
    expect((await office.say('会議資料 12/10')).words).toContain('共有版をファイルで');
    expect((await officer.say('会議資料')).words).toContain('方だけが行えます');
    expect((await office.say('会議資料 共有版 12/10')).words).toContain('まだ作られていません');
  });

  it('of the sharing version leave out who has not consented, and say how many', async () => {
    await office.ask('share-meeting', { meeting: (await progress('2026-12-10')).id });
    const { words } = await office.say('会議資料 共有版 12/10');
    expect(words).toMatch(/承諾のある0団体分です。承諾のない\d+団体は入っていません/);
  });

  it('are sent three open days before, once, and anew only for a new day', async () => {
    await tickAt('2026-12-04T09:05:00+09:00');
    expect(got(prefecture, '会議までに目を通してください')).toEqual([]);
    await tickAt('2026-12-07T09:05:00+09:00');
    await tickAt('2026-12-07T11:05:00+09:00');
    expect(got(prefecture, '会議までに目を通してください')).toHaveLength(1);
    expect(got(office, '会議までに目を通してください')).toHaveLength(1);
    expect(got(officer, '会議までに目を通してください')).toEqual([]);
    const { id } = await progress('2026-12-10');
    await office.ask('change-meeting', { meeting: id, day: '2026-12-16' });
    await tickAt('2026-12-11T09:05:00+09:00');
    await tickAt('2026-12-11T11:05:00+09:00');
    expect(got(prefecture, '12/16(水)の会議の資料です')).toHaveLength(1);
    await office.ask('change-meeting', { meeting: id, day: '2026-12-10' });
  });

  it('are not sent for a meeting that was called off before they were due', async () => {
    house.at('2026-12-11T12:00:00+09:00');
    await office.say('会議作成 第10回進捗状況確認会議 12/21 14:00-15:00 県庁');
    await office.ask('cancel-meeting', { meeting: (await progress('2026-12-21')).id, confirm: 'yes' });
    await tickAt('2026-12-16T09:05:00+09:00');
    expect(got(prefecture, '12/21(月)の会議の資料です')).toEqual([]);
  });

  it('remind whoever called it of minutes that are missing two open days before they are due, once', async () => {
    const meeting = (await all()).find(({ title }) => title === '第9回進捗状況確認会議');
    expect(meeting?.scheduledBy).toBe(await idOf(office));
    const sent = () => got(office, '第9回進捗状況確認会議の議事録がまだありません');
    await tickAt('2026-12-18T09:05:00+09:00');
    expect(sent()).toEqual([]);
    await tickAt('2026-12-21T09:05:00+09:00');
    await tickAt('2026-12-21T11:05:00+09:00');
    expect(sent()).toHaveLength(1);
  });

  it('keep what FM-14 has beside the decisions, in versions, and give it as a file', async () => {
    const meeting = (await all()).find(({ title }) => title === '第9回進捗状況確認会議') as Meeting;
    await office.ask('record-minutes', { meeting: meeting.id, decisions: '次回は県庁で開く' });
    await office.ask('edit-minutes', { meeting: meeting.id, section: 'issues' });
    const written = await office.ask('edit-minutes', {
      ...{ meeting: meeting.id, section: 'issues', text: '担当が1人 → 12月から2人で' },
    });
    expect(written.words).toContain('課題と対応策を書きました');
    await office.ask('edit-minutes', { meeting: meeting.id, section: 'sharing', text: '県限り' });
    expect(currentMinutes(await minutes(meeting))).toMatchObject({
      ...{ number: 3, decisions: '次回は県庁で開く', sharing: 'prefecture' },
      texts: { issues: '担当が1人 → 12月から2人で' },
    });
    expect((await office.ask('minutes-file', { meeting: meeting.id })).words).toContain('氏名が入っています');
    await office.ask('edit-minutes', { meeting: meeting.id, section: 'issues', text: 'なし' });
    expect(currentMinutes(await minutes(meeting))?.texts).toBeUndefined();
  });

  it('are confirmed by the prefecture in one tap, which may be taken back, or by its letter', async () => {
    const meeting = (await all()).find(({ title }) => title === '第9回進捗状況確認会議') as Meeting;
    await tickAt('2026-12-21T13:05:00+09:00');
    expect(got(prefecture, '県の確認をお願いします')).toHaveLength(1);
    expect((await prefecture.ask('confirm-minutes', { meeting: meeting.id })).words).toContain('12月21日');
    await prefecture.ask('confirm-minutes', { meeting: meeting.id });
    expect((await minutes(meeting))?.confirmed).toHaveLength(1);
    expect((await office.ask('show-meetings', { meeting: meeting.id })).words).toContain('県の確認: 令和8年12月21日');
    await prefecture.ask('confirm-minutes', { meeting: meeting.id, back: 'yes' });
    expect(minutesConfirmation(await minutes(meeting))).toBeUndefined();
    expect((await office.ask('confirm-minutes', { meeting: meeting.id })).words).toContain('県の文書の日付');
    await office.say('議事録の確認 12/18');
    expect(minutesConfirmation(await minutes(meeting))).toMatchObject({ day: '2026-12-18', version: 4 });
  });
});
