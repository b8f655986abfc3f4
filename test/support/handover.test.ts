import { HOME } from '../../demo/programme.ts';
import type { Member } from '../../programme/member.ts';
import { MEMBERS, municipal, PROGRAMME } from '../../storage/collections.ts';
import type { Person } from '../fakes/person.ts';
import { onBothChats } from '../on-both-chats.ts';
import { supported } from '../operations/supported.ts';

const FORMER = 'expert-1@expert.example.jp';
const SUCCESSOR = 'expert-2@expert.example.jp';
const VISIT = 'meeting-20261210T0430Z-1f3a5c7e';

/** 交代: the successor begins on the first day with what was open, and the one before ends by the last. */
onBothChats({ allInTeams: true }, (house) => {
  let office: Person;
  const store = () => house.service.store;
  const member = async (email: string): Promise<Member> => {
    const found = (await store().members.list(MEMBERS)).find(({ value }) => value.email === email);
    if (!found) throw new Error(`nobody has ${email}`);
    return found.value;
  };
  const action = async () => (await store().actionItems.get(municipal(HOME), `action-${VISIT}:11111111`))?.value;
  const visit = async () => (await store().meetings.get(PROGRAMME, VISIT))?.value;

  beforeAll(async () => {
    office = house.secretariat();
    const [former, officer] = [await member(FORMER), await member('yamada@town.example.jp')];
    await house.person(SUCCESSOR).install();
    await house.person(FORMER).install();
    await supported(store(), HOME, { expert: former.id, officer: officer.id, office: officer.id });
    await store().meetings.put(
      {
        ...{
          id: VISIT,
          title: '訪問支援',
          kind: 'visit',
          day: '2026-12-10',
          start: '13:30',
          end: '16:00',
          place: '役場',
        },
        ...{ audience: [HOME, former.id], scheduledBy: former.id, visit: { expert: former.id, mode: 'in-person' } },
      },
      'absent',
    );
    await store().actionItems.put(
      {
        ...{ id: `action-${VISIT}:11111111`, meeting: VISIT, owner: former.id, municipality: HOME },
        ...{ what: '要綱の案を作る', due: '2026-12-09' },
        recorded: { by: former.id, at: '2026-11-20T00:00:00.000Z', via: 'teams', ask: 'recorded' },
      },
      'absent',
    );
  });

  it('is decided with the one before named; nothing moves before the first day', async () => {
    const [former, successor] = [await member(FORMER), await member(SUCCESSOR)];
    house.at('2026-11-24T10:00:00+09:00');
    await office.say(
      `派遣決定 小海町 ${successor.name} 12/7-3/12 計画 8 協議 11/20 理由 専門が合うため 前任 ${former.name}`,
    );
    expect(office.sees()).toMatch(/前任[\s\S]*引き継ぎのお願いが、初日の9時に[\s\S]*終わりが決まっていません/);
    await office.press('はい、変える');
    house.at('2026-11-24T10:05:00+09:00');
    await office.say(`派遣決定 小海町 ${former.name} 終了 12/11 協議 11/20 理由 交代のため`);
    await office.press('はい、変える');
    expect((await action())?.owner).toBe(former.id);
    expect((await visit())?.visit?.expert).toBe(former.id);
  });

  it('reaches the successor on the first day at nine, and is taken over with one tap', async () => {
    const [former, successor] = [await member(FORMER), await member(SUCCESSOR)];
    house.at('2026-12-06T09:00:00+09:00');
    await house.service.outbox.tick();
    await house.service.outbox.idle();
    expect(house.person(SUCCESSOR).got().join('\n')).not.toContain('引き継ぎ');
    house.at('2026-12-07T09:00:30+09:00');
    await house.service.outbox.tick();
    await house.service.outbox.idle();
    await house.service.outbox.tick();
    await house.service.outbox.idle();
    expect(house.person(SUCCESSOR).got().at(-1)).toMatch(
      /小海町の引き継ぎ[\s\S]*要綱の案を作る[\s\S]*全体方針の骨子[\s\S]*引き継ぎました/,
    );
    expect((await office.say('派遣')).words).toMatch(/小海町 引き継ぎ待ち/);
    const taken = await house.person(SUCCESSOR).say('引き継ぎました 小海町');
    expect(taken.words).toContain('小海町を引き継ぎました');
    expect(await action()).toMatchObject({
      owner: successor.id,
      formerOwner: former.id,
      handed: [{ to: successor.id }],
    });
    expect(await visit()).toMatchObject({ visit: { expert: successor.id }, audience: [HOME, successor.id] });
    const kept = await store().assignments.get(municipal(HOME), `assignment-${successor.id}-2026-12-07`);
    expect(kept?.value.takenOver?.by).toBe(successor.id);
    expect((await office.say('派遣')).words).not.toContain('引き継ぎ待ち');
  });

  it('changes nothing when said once more, and is nobody else to say', async () => {
    const before = [await action(), await visit()];
    await house.person(SUCCESSOR).say('引き継ぎました 小海町');
    expect((await house.person(FORMER).say('引き継ぎました 小海町')).words).toContain('引き継ぐものはありません');
    expect([await action(), await visit()]).toEqual(before);
  });

  it('ends by itself for the one before', async () => {
    house.at('2026-12-11T23:58:00+09:00');
    expect((await house.person(FORMER).say('状況 小海町')).words).toContain('小海町の状況');
    house.at('2026-12-12T00:00:00+09:00');
    expect((await house.person(FORMER).say('状況 小海町')).words).toContain('担当していない団体');
  });

  it('comes on the next open day where the first day is none', async () => {
    const [former, next] = [await member(SUCCESSOR), await member('expert-4@expert.example.jp')];
    const person = house.person('expert-4@expert.example.jp');
    await person.install();
    house.at('2026-12-11T10:00:00+09:00');
    await office.say(`派遣決定 小海町 ${next.name} 12/12-3/12 計画 8 協議 11/20 理由 市町村の希望 前任 ${former.name}`);
    await office.press('はい、変える');
    const tickAt = async (moment: string) => {
      house.at(moment);
      for (const _ of [1, 2]) {
        await house.service.outbox.tick();
        await house.service.outbox.idle();
      }
      return person.got().filter((words) => words.includes('小海町の引き継ぎ')).length;
    };
    expect(await tickAt('2026-12-12T09:01:00+09:00')).toBe(0);
    expect(await tickAt('2026-12-14T09:01:00+09:00')).toBe(1);
    expect(await tickAt('2026-12-15T09:01:00+09:00')).toBe(1);
    await person.say('引き継ぎました 小海町');
  });

  it('leaves what waits on the secretariat’s list, and what was said in confidence in its 1:1 chats alone', async () => {
    const successor = await member(SUCCESSOR);
    await store().fitAnswers.put(
      {
        ...{ municipality: HOME, expert: successor.id, occasion: 'follow-up', side: 'municipality', fit: 'worried' },
        ...{ by: successor.id, at: '2026-12-18T00:00:00.000Z', via: 'teams', ask: 'worried' },
      },
      'absent',
    );
    house.at('2026-12-21T10:00:00+09:00');
    const own = await office.say('派遣');
    expect(own.words).toMatch(
      /事務局で見ること[\s\S]*小海町 12\/10\(木\)の訪問記録[\s\S]*小海町 交代後の確認: 気になる/,
    );
    const room = office.in(house.room('事務局の部屋'));
    await room.say('部屋登録 事務局');
    const shared = await room.say('派遣');
    expect(shared.words).toContain('小海町 12/10(木)の訪問記録');
    expect(shared.words).not.toContain('気になる');
    for (const other of [house.prefecture(), house.officer(), house.person(SUCCESSOR)])
      expect((await other.say('派遣')).words).not.toMatch(/事務局で見ること|気になる/);
  });
});
