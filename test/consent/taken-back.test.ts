import { HOME } from '../../demo/programme.ts';
import { type Consent, withAsking, withWithdrawal } from '../../programme/consent/consent.ts';
import { approvalId, withApprovalWithdrawn } from '../../programme/consent/material-approval.ts';
import { deliveriesFrom } from '../../programme/delivery.ts';
import { FILINGS } from '../../programme/filing.ts';
import { PROGRAMME } from '../../storage/collections.ts';
import { wordsOf } from '../fakes/teams/card-reader.ts';
import type { TeamsUser } from '../fakes/teams/teams-user.ts';
import { type House, openHouse } from '../house.ts';
import { plantShared } from './planted-shared.ts';

const OBSERVER = 'observer-202011@city.example.jp';
let house: House;
beforeAll(async () => {
  house = await openHouse({ lineWorks: true, allInTeams: true, history: false });
});
afterAll(() => house.close());

type Shared = Awaited<ReturnType<typeof plantShared>>;
const said = (ask: string, at: string) => ({
  by: 'member-consenter',
  at: new Date(at).toISOString(),
  via: 'teams',
  ask,
});

/** 撤回 of the municipality. */
const takeBack = (shared: Shared, at: string): Promise<void> =>
  change(shared, (known) => withWithdrawal(known, said(`w-${at}`, at), at.slice(0, 10)));

async function change({ consent, material }: Shared, next: (known: Consent) => Consent): Promise<void> {
  const { consents } = house.service.store;
  const found = await consents.get(`m-${material.municipality}`, consent.id);
  if (!found) throw new Error('no consent');
  await consents.put(next(found.value), found.etag);
}

async function tick(at: string) {
  house.at(at);
  // Another plan than the one before.
  await house.restart();
  await house.service.outbox.tick();
  await house.service.outbox.idle();
}

const sentBy = async (job: string) =>
  (await house.service.store.deliveries.list(PROGRAMME, deliveriesFrom(new Date(0))))
    .map(({ value }) => value)
    .filter((each) => each.job === job);

/** What stands in a room of Teams now. */
const standing = ({ room }: TeamsUser) =>
  house.teams.connector.messages(room.id).map(({ card, text }) => (card ? wordsOf(card) : (text ?? '')));
const showing = (person: TeamsUser, words: string) => standing(person).filter((each) => each.includes(words));

describe('what was shown and is taken back', () => {
  it('gives way on Teams to a card that says so, and what LINE WORKS cannot call back is listed once', async () => {
    const shared = await plantShared(house.service.store, { municipality: HOME, title: '書かない窓口', scope: 'all' });
    const inTeams = house.person(OBSERVER);
    const inLineWorks = house.on('line-works').person(OBSERVER);
    const office = house.person('office-1@office.example.jp');
    await office.say('自分');
    await inLineWorks.say('共有資料 書かない窓口');
    await inTeams.say('共有資料 書かない窓口');
    expect(showing(inTeams, '書かない窓口の中身')).toHaveLength(1);
    await takeBack(shared, '2026-11-24T10:30:00+09:00');
    await tick('2026-11-24T10:31:00+09:00');
    expect(showing(inTeams, '書かない窓口の中身')).toEqual([]);
    expect(standing(inTeams).at(-1)).toContain('共有が取りやめになったため、見られません');
    expect((await sentBy('replace-taken-back')).map(({ state }) => state)).toEqual(['sent']);
    const told = () => showing(office, '取り戻せないものが1件');
    expect(told()).toHaveLength(1);
    expect(told()[0]).toMatch(/書かない窓口[\s\S]*LINE WORKS/);
    await tick('2026-11-24T11:31:00+09:00');
    expect(await sentBy('replace-taken-back')).toHaveLength(1);
    expect(told()).toHaveLength(1);
    expect((await inTeams.say('共有資料')).words).toContain('ご覧いただける共有資料はありません');
    expect((await office.say('閲覧記録')).words).toContain('書かない窓口');
  });

  it('is replaced once more where the first time nobody knows, and not where only its time is over', async () => {
    const { store } = house.service;
    const again = await plantShared(store, { municipality: HOME, title: '窓口の予約', scope: 'all' });
    await plantShared(store, { municipality: HOME, title: '期限のある事例', scope: 'all', until: '2026-11-24' });
    const observer = house.person(OBSERVER);
    await observer.say('共有資料 窓口の予約');
    await observer.say('共有資料 期限のある');
    await takeBack(again, '2026-11-24T12:00:00+09:00');
    // Taken, with the answer lost; then again.
    house.teams.connector.trouble('reset-after-write', 'reset-after-write', 'reset-after-write');
    await tick('2026-11-24T12:01:00+09:00');
    await tick('2026-11-24T12:20:00+09:00');
    await tick('2026-11-25T12:20:00+09:00');
    expect((await sentBy('replace-taken-back')).map(({ state }) => state)).toEqual(['sent', 'sent']);
    expect(showing(observer, '窓口の予約の中身')).toEqual([]);
    expect(showing(observer, '期限のある事例の中身')).toHaveLength(1);
    expect((await observer.say('共有資料')).words).not.toContain('期限のある事例');
  });

  it('follows when the prefecture takes its own back, in a room too, and drops what waits to be posted there', async () => {
    const { store } = house.service;
    const room = house.teams.group('県内の皆さん');
    const office = house.secretariat().in(room);
    await office.say('部屋登録 全市町村');
    house.at('2026-11-25T20:00:00+09:00');
    const posted = await plantShared(store, {
      ...{ municipality: HOME, title: 'まとめて届く事例', scope: 'all', at: '2026-11-25T19:00:00+09:00' },
    });
    const dropped = await plantShared(store, {
      ...{ municipality: '203041', title: '届く前に撤回', scope: 'all', at: '2026-11-25T19:00:00+09:00' },
    });
    await tick('2026-11-25T20:10:00+09:00');
    expect((await sentBy('post-shared')).map(({ state }) => state)).toEqual(['waiting', 'waiting']);
    await takeBack(dropped, '2026-11-26T08:59:00+09:00');
    await tick('2026-11-26T09:01:00+09:00');
    expect((await sentBy('post-shared')).map(({ state }) => state).toSorted()).toEqual(['sent', 'withdrawn']);
    const got = () => standing(office).join('\n');
    expect(got()).toContain('まとめて届く事例の中身');
    expect(got()).not.toContain('届く前に撤回');
    const id = approvalId(posted.material.id);
    const found = await house.service.store.materialApprovals.get(FILINGS, id);
    if (!found) throw new Error('no approval');
    const withdrawn = withApprovalWithdrawn(found.value, said('p', '2026-11-26T10:00:00+09:00'));
    await house.service.store.materialApprovals.put(withdrawn, found.etag);
    await tick('2026-11-26T10:01:00+09:00');
    expect(got()).not.toContain('まとめて届く事例の中身');
    expect(got()).toContain('共有が取りやめになったため、見られません');
  });

  it('is taken back all the same where it is asked for anew before anybody has heard of it', async () => {
    const shared = await plantShared(house.service.store, { municipality: HOME, title: '名札の交付', scope: 'all' });
    house.at('2026-11-26T11:30:00+09:00');
    const inTeams = house.person(OBSERVER);
    await house.on('line-works').person(OBSERVER).say('共有資料 名札の交付');
    await inTeams.say('共有資料 名札の交付');
    const office = house.person('office-1@office.example.jp');
    await office.say('自分');
    const told = () => showing(office, '取り戻せないものが1件').filter((each) => each.includes('名札の交付'));
    await takeBack(shared, '2026-11-26T11:40:00+09:00');
    await change(shared, (known) => {
      const { municipality, material, version, scope } = known;
      const from = said('asked-anew', '2026-11-26T11:40:30+09:00');
      return withAsking(known, { municipality, material, version, scope }, '2026-12-10', from, '2026-11-26');
    });
    await tick('2026-11-26T11:41:00+09:00');
    expect(showing(inTeams, '名札の交付の中身')).toEqual([]);
    expect(told()).toHaveLength(1);
    expect((await inTeams.say('共有資料')).words).not.toContain('名札の交付');
  });

  it('tells the secretariat of each 撤回 of a day', async () => {
    const shared = await plantShared(house.service.store, { municipality: HOME, title: '番号札の廃止', scope: 'all' });
    const office = house.person('office-1@office.example.jp');
    await office.say('自分');
    await house.on('line-works').person(OBSERVER).say('共有資料 番号札の廃止');
    await takeBack(shared, '2026-11-26T11:50:00+09:00');
    await tick('2026-11-26T11:51:00+09:00');
    const told = showing(office, '取り戻せないもの');
    expect(told.filter((each) => each.includes('番号札の廃止'))).toHaveLength(1);
  });
});
