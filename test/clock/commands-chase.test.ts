import { HOME } from '../../demo/programme.ts';
import { addDays, instantOf, shortDate } from '../../programme/day.ts';
import { deliveriesFrom, deliveryId } from '../../programme/delivery.ts';
import { addWeeks } from '../../programme/week.ts';
import { municipal } from '../../storage/collections.ts';
import type { Person } from '../fakes/person.ts';
import { onBothChats } from '../on-both-chats.ts';

/** Who has not reported, 催促, and what became of deliveries. */
onBothChats({ history: false, now: '2026-05-12T10:00:00+09:00', allInTeams: true }, (house) => {
  let hanako: Person;
  let office: Person;
  let week = '2026-05-11';
  beforeAll(async () => {
    hanako = house.officer();
    office = house.secretariat();
    await hanako.install();
  });
  /** Every conversation has a week of its own, and begins on its Tuesday at 10:00. */
  beforeEach(() => {
    week = addWeeks(week, 1);
    at(1, '10:00');
  });

  const at = (day: number, time: string) => house.at(`${addDays(week, day)}T${time}:00+09:00`);

  const deliveries = async (code = HOME) =>
    (await house.service.store.deliveries.list(municipal(code), deliveriesFrom(instantOf(week)))).map(
      ({ value }) => value,
    );
  const chased = async (code = HOME) => (await deliveries(code)).filter(({ byHand }) => byHand);

  async function pageWith(name: string) {
    let seen = await office.say('未報告');
    for (let page = 2; page <= 4 && !seen.words.includes(name); page++) seen = await office.press(`次へ（${page}/4）`);
    return seen;
  }

  async function tick(): Promise<void> {
    for (const _ of [1, 2]) {
      await house.service.outbox.tick();
      await house.service.outbox.idle();
    }
  }

  describe('未報告', () => {
    it('lists by 団体コード, with 催促 for the secretariat and without for the prefecture', async () => {
      const list = await office.say('未報告');
      expect(list.words).toContain('25団体のうち 25団体が未報告です');
      const codes = house.content.municipalities
        .filter(({ supported }) => supported)
        .map(({ code, name }) => ({ code, name }));
      const first = codes.toSorted((a, b) => a.code.localeCompare(b.code)).slice(0, 8);
      const places = first.map(({ name }) => list.words.indexOf(name));
      expect(places).toEqual(places.filter((at) => at >= 0).toSorted((a, b) => a - b));
      expect(list.words).toContain('週続けて未報告\n担当 山田 花子');
      expect(office.buttons()).toEqual(expect.arrayContaining(['小海町に催促', '全てに催促', '次へ（2/4）']));
      expect((await office.press('次へ（2/4）')).words).not.toContain('小海町');
      const seen = await house.prefecture().say('未報告');
      expect(seen.words).toContain('小海町');
      expect(house.prefecture().buttons().join()).not.toContain('催促');
      expect((await house.prefecture().say('催促')).words).toContain('の方だけが行えます');
      expect((await hanako.say('未報告')).words).toContain('の方だけが行えます');
    });

    it('leaves out who has answered', async () => {
      for (const kpi of ['K0-03 30/40', 'K1-03 3/10', 'K1-04 1/10', 'K3-201 4/20']) await hanako.say(`KPI報告 ${kpi}`);
      expect((await pageWith('小海町')).words).toMatch(/小海町\n　?一部未報告（あと1件）/);
      await hanako.say('KPI報告 K3-801 1/10');
      expect((await office.say('未報告')).words).toContain('24団体が未報告');
      expect((await office.say('催促 小海町')).words).toContain('小海町: 報告済み');
      expect(await chased()).toEqual([]);
    });
  });

  describe('催促', () => {
    it('reaches the person once, however often and by whomever it is pressed', async () => {
      const list = await pageWith('小海町');
      expect((await office.pressOn(list, '小海町に催促')).words).toContain('小海町に催促を送ります。まもなく届きます');
      const other = house.person('office-2@office.example.jp');
      await other.say('催促 小海町');
      expect((await office.pressOn(list, '小海町に催促')).words).toContain('小海町: 今日 10:00 の催促を送信中');
      expect(await chased()).toMatchObject([
        { job: 'nudge', about: `by-hand-${addDays(week, 1)}-${HOME}`, item: { municipality: HOME, week } },
      ]);
      await tick();
      expect(await chased()).toMatchObject([{ state: 'sent' }]);
      expect((await office.say('催促 小海町')).words).toContain('小海町: 今日 10:00 に催促済み');
      expect(await chased()).toHaveLength(1);
    });

    it('after one that failed makes another, once, and says so only then', async () => {
      await office.say('催促 小海町');
      await tick();
      const { store } = house.service;
      const [first] = await chased();
      const found = first && (await store.deliveries.get(municipal(HOME), deliveryId(first)));
      if (found) await store.deliveries.put({ ...found.value, state: 'failed', reason: '403 Forbidden' }, found.etag);
      expect((await office.say('催促 小海町')).words).toContain('小海町に催促を送ります');
      expect((await office.say('催促 小海町')).words).toContain('の催促を送信中');
      expect(await chased()).toMatchObject([
        { round: 1, state: 'failed' },
        { round: 2, state: 'waiting', hours: 'office' },
      ]);
      await tick();
      expect(await chased()).toMatchObject([{ state: 'failed' }, { state: 'sent' }]);
    });

    it('of all skips who cannot be reached, is away or has switched it off', async () => {
      const [from, until] = [addDays(week, 1), addDays(week, 6)];
      await house.person('lead-203041@town.example.jp').say(`休み ${from}~${until}`);
      await house.person('lead-203068@town.example.jp').say('設定 受け取らない');
      await house.person('lead-203505@town.example.jp').install();
      const before = (await deliveries()).length;
      expect((await office.say('催促')).words).toContain('どこに催促しますか');
      expect(await deliveries()).toHaveLength(before);
      const [button = ''] = office.buttons().filter((label) => label.startsWith('全てに催促'));
      const all = await office.press(button);
      expect(all.words).toMatch(/(小海町、長和町|長和町、小海町)に催促を送ります/);
      expect(all.words).toContain('川上村: 担当の方が休み');
      expect(all.words).toContain('南相木村: 担当の方が「受け取らない」に設定');
      expect(all.words).toContain(
        '南牧村、佐久穂町、立科町、青木村 ほか17団体: 担当の方がまだチャットを開いていません',
      );
    });

    it('out of hours waits for the morning, and is withdrawn when the answer comes first', async () => {
      await tick();
      at(1, '19:00');
      expect((await office.say('催促 小海町')).words).toContain(`${shortDate(addDays(week, 2))} 09:00 に届きます`);
      await tick();
      expect(await chased()).toMatchObject([{ state: 'waiting' }]);
      for (const kpi of ['K0-03 30/40', 'K1-03 3/10', 'K1-04 1/10', 'K3-201 4/20', 'K3-801 1/10'])
        await hanako.say(`KPI報告 ${kpi}`);
      at(2, '09:00');
      await tick();
      expect(await chased()).toMatchObject([{ state: 'withdrawn', reason: '報告済みのため送りませんでした' }]);
    });
  });

  describe('配信状況', () => {
    it('counts, shows what failed, and sends it again once', async () => {
      await tick();
      const [sent] = await deliveries();
      if (!sent) throw new Error('nothing was sent');
      const failed = { ...sent, state: 'failed' as const, reason: '403 Forbidden', channel: house.chat };
      const { store } = house.service;
      const found = await store.deliveries.get(municipal(HOME), deliveryId(sent));
      if (found) await store.deliveries.put(failed, found.etag);

      const report = await office.say('配信状況');
      expect(report.words).toContain('山田 花子（小海町）');
      expect(report.words).toContain('送れませんでした: ボットが外されているか');
      expect(office.buttons()).not.toContain('もう一方のチャットで送る');
      at(1, '20:00');
      expect((await office.pressOn(report, 'もう一度送る')).words).toContain('もう一度送ります');
      expect((await office.pressOn(report, 'もう一度送る')).words).toContain('すでに送り直しています（送信待ち）');
      expect((await deliveries()).filter(({ round }) => round > 1)).toHaveLength(1);
      await tick();
      expect((await deliveries()).filter(({ round }) => round > 1)).toMatchObject([{ state: 'sent', round: 2 }]);
      expect((await store.audit.list(`_programme-2026`)).map(({ value }) => value.command)).toContain('resend');
      expect((await house.prefecture().say('配信状況')).words).toContain('の方だけが行えます');
    });

    it('offers the other chat where there is one, and pages what does not fit', async () => {
      await tick();
      const { store } = house.service;
      const missed = (await deliveries('203050')).find(({ state }) => state === 'failed');
      const met = {
        id: 'lw',
        channel: 'line-works',
        person: 'p',
        home: 'h',
        metAt: '2026-11-01T00:00:00.000Z',
      } as const;
      await store.acquaintances.put({ ...met, member: missed?.recipient.id }, 'absent');
      const report = await office.say('配信状況');
      expect(report.words).toContain('ボットとの1対1のチャットがまだありません');
      expect(office.buttons().join()).toContain('次へ（2/');
      expect((await office.press('もう一方のチャットで送る')).words).toContain('LINE WORKSでもう一度送ります');
      expect(await deliveries('203050')).toContainEqual(expect.objectContaining({ round: 2, via: 'line-works' }));
    });

    it('typed without a choice shows the report', async () => {
      expect((await office.say('再送')).words).toContain('配信状況');
    });
  });
});
