import { invite } from '../../bot/operator/give-codes.ts';
import { HOME } from '../../demo/programme.ts';
import { MEMBERS } from '../../storage/collections.ts';
import { type House, openHouse } from '../house.ts';
import { reported } from './reported.ts';
import { supported } from './supported.ts';

/**
 * The house after a week in which everything happened once: every kind of document is in the store, of 小海町 and of
 * others.
 */
export async function livedInHouse({ cosmos = false } = {}): Promise<House> {
  const house = await openHouse({ cosmos, lineWorks: true });
  const [hanako, office, neighbour] = [
    house.officer(),
    house.secretariat(),
    house.person('lead-203050@town.example.jp'),
  ];
  for (const each of [hanako, office, neighbour, house.prefecture()]) await each.say('自分');
  await reports(house);
  await talk(house);
  await house.on('line-works').person(`second-${HOME}@town.example.jp`).say('KPI報告 K1-04');
  const { store } = house.service;
  const members = (await store.members.list(MEMBERS)).map(({ value }) => value);
  const invited = members.filter(
    ({ email }) => email === `second-${HOME}@town.example.jp` || email === 'pref-2@pref.example.jp',
  );
  await invite(store, invited, new Date('2026-11-24T10:00:00+09:00'));
  const idOf = (address: string) => members.find(({ email }) => email === address)?.id ?? '';
  for (const [code, officer] of [
    [HOME, 'yamada@town.example.jp'],
    ['203050', 'lead-203050@town.example.jp'],
  ] as const) {
    const people = { officer: idOf(officer), expert: idOf('expert-1@expert.example.jp') };
    await supported(store, code, { ...people, office: idOf('office-1@office.example.jp') });
    await reported(store, code, idOf('office-1@office.example.jp'), '2026-11-24T01:00:00.000Z');
  }
  for (const moment of ['2026-11-25T09:01:00+09:00', '2026-11-27T16:01:00+09:00']) {
    house.at(moment);
    await house.service.outbox.tick();
    await house.service.outbox.idle();
  }
  await store.upkeep.put({ id: 'backup', at: '2026-11-27T08:00:00.000Z' }, 'absent');
  return house;
}

async function reports(house: House): Promise<void> {
  const [hanako, neighbour] = [house.officer(), house.person('lead-203050@town.example.jp')];
  await hanako.say('KPI報告 K0-03 38/40');
  await neighbour.say('KPI報告 K0-03 39/40');
  await hanako.say('週次報告');
  await hanako.press('残りは変更なし');
  await hanako.say('相談 例規の改正で止まっています');
  await neighbour.say('相談 体制が決まりません');
  await hanako.say('休み 12/1 12/3');
  await hanako.say('設定 火 10:00');
}

async function talk(house: House): Promise<void> {
  const [hanako, office, neighbour] = [
    house.officer(),
    house.secretariat(),
    house.person('lead-203050@town.example.jp'),
  ];
  await office.say('会議作成 個別相談 12/10 10:00-11:00 小海町役場 小海町');
  await office.say('会議作成 合同勉強会 12/9 13:30-15:00 オンライン 小海町、川上村');
  await hanako.say('出席');
  await neighbour.say('欠席');
  await hanako.say('議題 合同勉強会 電子申請の共同調達');
  await neighbour.say('議題 合同勉強会 来年度の体制');
  await office.say('議事録');
  await office.press('議事録を記録する', {
    decisions: '・次回は県庁で開く',
    'actions.0.what': '工程表の素案を送る',
    'actions.0.who': '小海町',
    'actions.0.by': '2026-12-20',
    'actions.1.what': 'ひな形を配る',
    'actions.1.who': '事務局',
    'actions.1.by': '2026-12-04',
  });
  await office.say('閉庁日 12/28 小海町');
  await office.press('はい、変える');
  await office.say('年度更新 小海町 S2-1 継続');
  await office.in(house.teams.group('小海町 DX連絡')).say('部屋登録 小海町');
  await office.in(house.teams.group('県との連絡')).say('部屋登録 県');
}
