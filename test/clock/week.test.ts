import { admission } from '../../bot/features/admission.ts';
import { escalation } from '../../bot/features/check-in/escalation.ts';
import { nudge } from '../../bot/features/check-in/nudge.ts';
import { weeklyCheckIn } from '../../bot/features/check-in/weekly-check-in.ts';
import { postDigest } from '../../bot/features/digest/digest.ts';
import type { Job, Planning } from '../../bot/job.ts';
import { slotsOf } from '../../bot/outbox/slots.ts';
import { readWorld } from '../../bot/outbox/world.ts';
import { HOME } from '../../demo/programme.ts';
import { addDays } from '../../programme/day.ts';
import type { Member } from '../../programme/member.ts';
import { PROGRAMME } from '../../storage/collections.ts';
import type { Person } from '../fakes/person.ts';
import { onBothChats } from '../on-both-chats.ts';

/** A whole week by the clock, through the front door: who is asked, when, and who is left alone. */
onBothChats({ now: '2026-11-20T15:00:00+09:00', allInTeams: true }, (house) => {
  let hanako: Person;
  let other: Person;
  let office: Person;
  let colleague: Person;
  let room: Person;
  beforeAll(async () => {
    hanako = house.officer();
    other = house.person('lead-203041@town.example.jp');
    office = house.secretariat();
    colleague = house.person('second-203033@town.example.jp');
    await hanako.install();
    await other.install();
    room = office.in(house.room('県・事務局'));
    await room.say('部屋登録 県');
  });

  /** What each conversation got from one moment's ticks. */
  async function tickAt(moment: string): Promise<(person: Person) => readonly string[]> {
    house.at(moment);
    const before = new Map([hanako, other, office, colleague, room].map((each) => [each, each.got().length]));
    for (const _ of [1, 2]) {
      await house.service.outbox.tick();
      await house.service.outbox.idle();
    }
    return (person) => person.got().slice(before.get(person));
  }

  it('asks on the next open day when Monday is a holiday, once', async () => {
    expect((await tickAt('2026-11-23T09:00:00+09:00'))(hanako)).toEqual([]);
    expect((await tickAt('2026-11-24T08:59:00+09:00'))(hanako)).toEqual([]);
    const got = await tickAt('2026-11-24T09:00:00+09:00');
    expect(got(hanako)).toHaveLength(1);
    expect(got(hanako)[0]).toContain('11/23(月)の週の報告');
    expect(got(hanako)[0]).toContain('全て変更なし');
    expect(got(other)).toHaveLength(1);
    expect((await tickAt('2026-11-24T09:01:00+09:00'))(hanako)).toEqual([]);
  });

  it('leaves those who have answered alone, and nudges the others once', async () => {
    await hanako.say('変更なし');
    const got = await tickAt('2026-11-25T09:00:00+09:00');
    expect(got(hanako)).toEqual([]);
    expect(got(other)).toHaveLength(1);
    expect(got(other)[0]).toContain('まだ報告をいただいていません');
    expect((await tickAt('2026-11-25T16:00:00+09:00'))(other)).toEqual([]);
  });

  it('tells the secretariat on Thursday who has not answered, with 催促 at hand', async () => {
    await office.install();
    const got = await tickAt('2026-11-26T15:00:00+09:00');
    expect(got(office)).toHaveLength(1);
    expect(got(office)[0]).toContain('25団体のうち 24団体が未報告です');
    expect(got(office)[0]).toContain('催促');
    expect(got(hanako)).toEqual([]);
  });

  it('brings a request for help to the secretariat at once, 1:1, and its text nowhere else', async () => {
    house.at('2026-11-27T10:00:00+09:00');
    await other.say('相談 例規の改正で止まっています');
    await office.install();
    const got = await tickAt('2026-11-27T10:01:00+09:00');
    expect(got(office)).toHaveLength(1);
    expect(got(office)[0]).toContain('例規の改正で止まっています');
    expect(got(room)).toEqual([]);
  });

  it('names nobody when the bot comes into a group, and keeps personal matters for 1:1', async () => {
    const there = house.officer().in(house.room('雑談'));
    await there.install();
    expect(there.sees()).toContain('伴走ボット');
    expect(there.sees()).not.toContain('花子');
    expect((await there.say('自分')).words).toContain('1対1');
  });

  it('posts the digest to the prefecture room and keeps it as it was sent', async () => {
    const got = await tickAt('2026-11-27T16:00:00+09:00');
    // Its picture stands in the middle: on LINE WORKS that is a message by itself, between two others.
    expect(got(room).filter((words) => words.includes('県の対応が要ること'))).toHaveLength(1);
    const words = got(room).join('\n');
    expect(words).toContain('25団体のうち 報告 0・変更なし 1・未報告 24');
    expect(words).toContain('14日以内の会議はありません');
    expect(words).toMatch(/項目の状態: 報告済 \d+・未報告 \d+・未実施（確認済） \d+・対象外 \d+・未確認 \d+/);
    const sent = (await house.service.store.digests.list(PROGRAMME)).at(-1);
    expect(sent?.value).toMatchObject({ week: '2026-11-23', until: expect.stringMatching(/^2026-11-27T07:00:0/) });
    expect((await tickAt('2026-11-27T16:01:00+09:00'))(room)).toEqual([]);
  });

  it('computes the next digest against the one that was sent', async () => {
    house.at('2026-11-27T17:00:00+09:00');
    await other.say('KPI報告 K0-03 1/2');
    house.at('2026-12-02T10:00:00+09:00');
    const digest = await house.prefecture().say('ダイジェスト');
    expect(digest.words).toContain('前回 11/27(金) からの動き');
    expect(digest.words).toContain('川上村');
  });

  it('asks the colleague while the lead is on leave', async () => {
    const members = house.service.store.members;
    const lead = (await members.list('_members')).find(({ value }) => value.email === 'yamada@town.example.jp');
    if (!lead) throw new Error('the lead is on the roster');
    await members.put({ ...lead.value, leave: [{ from: '2026-11-30', until: '2026-12-09' }] }, lead.etag);
    await colleague.install();
    const got = await tickAt('2026-12-07T09:00:00+09:00');
    expect(got(hanako)).toEqual([]);
    expect(got(colleague)).toHaveLength(1);
  });

  it('greets those who are back with one card for what was missed', async () => {
    const got = await tickAt('2026-12-10T09:00:00+09:00');
    expect(got(hanako).filter((card) => card.includes('お帰りなさい'))).toHaveLength(1);
    expect(got(hanako).filter((card) => card.includes('全て変更なし'))).toEqual([]);
  });

  it('does not greet those who have said 復帰: they were told then', async () => {
    await hanako.say('休み 2026-12-14~2026-12-18');
    await tickAt('2026-12-14T09:00:00+09:00');
    house.at('2026-12-16T10:00:00+09:00');
    expect((await hanako.say('復帰')).words).toContain('12/14(月)の週');
    expect((await tickAt('2026-12-16T10:05:00+09:00'))(hanako).join()).not.toContain('お帰りなさい');
  });

  it('asks those who are back for this week only where the weekly card is not theirs', async () => {
    const greeting = async (moment: string) =>
      (await tickAt(moment))(hanako)
        .filter((card) => card.includes('お帰りなさい'))
        .join();
    await hanako.say('変更なし');
    await hanako.say('休み 2026-12-21~2026-12-22');
    await tickAt('2026-12-21T09:00:00+09:00');
    const missed = await greeting('2026-12-23T09:00:00+09:00');
    expect([missed.includes('12/21(月)の週を報告'), missed.includes('12/14(月)')]).toEqual([true, false]);
    await hanako.say('休み 2026-12-24~2026-12-25');
    const last = await greeting('2026-12-28T09:00:00+09:00');
    expect([last.includes('12/21(月)の週を報告'), last.includes('12/28(月)')]).toEqual([true, false]);
  });

  describe('who is meant', () => {
    const WEEK = '2027-01-18';
    const THURSDAY = { from: addDays(WEEK, 3), until: addDays(WEEK, 4) };
    const isLead = ({ lead, municipalities }: Member) => lead && municipalities.includes(HOME);

    /** Of one job in a week without holidays, with the roster as it is changed here; only those of this circle. */
    async function meant(job: Job, role: string, over: (member: Member) => Partial<Member>) {
      const now = new Date(`${WEEK}T00:00:00+09:00`);
      const world = await readWorld(house.service.store, now, admission);
      if (!world) throw new Error('a programme was imported');
      const members = world.members.map((m) => ({ ...m, leave: [], preference: {}, ...over(m) }));
      const planning: Planning = { ...world, rooms: [], members };
      const schedule = job.schedule(world.programme);
      const [slot] = schedule ? slotsOf(schedule, now, now) : [];
      const due = slot ? await job.due(slot, planning) : [];
      const here = due.filter(({ municipality = HOME }) => municipality === HOME);
      return members.filter((m) => m.role === role && here.some(({ recipient }) => recipient.id === m.id));
    }
    const emails = (members: readonly Member[]) => members.map(({ email }) => email);

    it('is the delegate when the lead is away on the day of their own choice', async () => {
      const friday = { weekday: 5 } as const;
      const away = (m: Member) => (isLead(m) ? { preference: friday, leave: [THURSDAY] } : {});
      expect(emails(await meant(weeklyCheckIn, 'municipal', away))).toEqual(['second-203033@town.example.jp']);
      const monday = (m: Member) => (isLead(m) ? { leave: [THURSDAY] } : {});
      expect(emails(await meant(weeklyCheckIn, 'municipal', monday))).toEqual(['yamada@town.example.jp']);
    });

    it('is nobody for a nudge before the weekly card has come', async () => {
      const friday = (m: Member) => (isLead(m) ? { preference: { weekday: 5, time: '10:00' } as const } : {});
      expect(await meant(nudge, 'municipal', friday)).toEqual([]);
      expect(emails(await meant(nudge, 'municipal', () => ({})))).toEqual(['yamada@town.example.jp']);
    });

    it('is the rest of the secretariat while its leads are away', async () => {
      const all = (await meant(escalation, 'secretariat', () => ({ lead: false }))).length;
      const leads = await meant(escalation, 'secretariat', () => ({}));
      const rest = await meant(escalation, 'secretariat', ({ lead }) => (lead ? { leave: [THURSDAY] } : {}));
      expect([leads.length > 0, rest.length]).toEqual([true, all - leads.length]);
    });

    it('is everyone for the digest where there is neither room nor lead', async () => {
      const found = await meant(postDigest, 'prefecture', () => ({ lead: false }));
      expect(found.length).toBe(house.content.members.filter(({ role }) => role === 'prefecture').length);
    });
  });
});
