import { HOME, OFFICE } from '../../demo/programme.ts';
import { materialOfCase, withCaseVersion } from '../../programme/cases/case.ts';
import { caseContent } from '../../programme/cases/case-content.ts';
import { CONSENTS, withWithdrawal } from '../../programme/consent/consent.ts';
import { withMaterialVersion } from '../../programme/consent/material.ts';
import { municipal } from '../../storage/collections.ts';
import { materialVersionOf } from '../../storage/ids.ts';
import { municipalityIn } from '../../storage/municipalities.ts';
import { consented } from '../cases/written-case.ts';
import type { Person } from '../fakes/person.ts';
import { onBothChats } from '../on-both-chats.ts';
import { by } from './planted.ts';

const AT = '2026-11-20T01:00:00.000Z';
const NEIGHBOUR = 'lead-203050@town.example.jp';

onBothChats({ history: false, allInTeams: true }, (house) => {
  let id: string;

  beforeAll(async () => {
    house.at('2026-11-24T10:00:00+09:00');
    const { store } = house.service;
    const texts = {
      ...{ title: '書かない窓口の試行', background: '7枚に書いていた', approach: '1枚にまとめた' },
      ...{ effect: '待ち時間が短くなった', contact: '住民課' },
    };
    const one = withCaseVersion(undefined, { municipality: HOME, item: 'S3-1' }, { texts }, by('office', AT));
    await store.cases.put(one, 'absent');
    id = one.id;
    const content = caseContent(one, await municipalityIn(store, HOME));
    const of = { id: materialOfCase(id), sort: 'case', municipality: HOME, of: id } as const;
    const said = { version: materialVersionOf(content), content };
    await store.materials.put(withMaterialVersion(undefined, of, said, by('office', AT)), 'absent');
  });

  it('nobody gets a letter before there is a yes; the sheet has whoever wrote it and whoever it is of, nobody else', async () => {
    for (const person of [house.secretariat(), house.officer(), house.prefecture()])
      expect((await person.say('共有承諾書')).words).toContain('承諾がそろったものは、まだありません');
    expect((await house.prefecture().say('事例シート')).words).toContain('まだありません');
    expect((await house.officer().say('事例シート')).words).toContain('書かない窓口の試行');
    expect((await house.secretariat().say('事例シート')).words).toContain('書かない窓口の試行');
  });

  it('once it is consented to, its municipality, the secretariat and the prefecture get both, and nobody else', async () => {
    await consented(house.service.store, id, 'supported', AT);
    for (const person of [house.secretariat(), house.officer(), house.prefecture()]) {
      expect([person.account.name, handed(await person.say('共有承諾書'))]).toEqual([person.account.name, true]);
      expect([person.account.name, handed(await person.say('事例シート'))]).toEqual([person.account.name, true]);
    }
    const neighbour = house.person(NEIGHBOUR);
    expect((await neighbour.say('共有承諾書')).words).toContain('まだありません');
    expect((await neighbour.say('事例シート')).words).toContain('まだありません');
    expect((await neighbour.ask('case-file', { case: id })).words).toContain('お渡しできません');
    expect((await house.person('expert-1@expert.example.jp').say('共有承諾書')).words).toContain('の方だけが行えます');
  });

  it('a button leads to each', async () => {
    const officer = house.officer();
    await officer.say('承諾一覧');
    await officer.press(rowOf(officer, '書かない窓口の試行'));
    expect(handed(await officer.press('共有承諾書（Word）'))).toBe(true);
    await officer.ask('find-cases', { case: id });
    expect(handed(await officer.press('事例シート（Word）'))).toBe(true);
  });

  it('a room is told to go on 1:1', async () => {
    const room = house.secretariat().in(house.room('県との部屋'));
    await room.say('部屋登録 県');
    for (const word of ['共有承諾書', '事例シート']) expect((await room.say(word)).words).toContain('1対1');
  });

  it('is refused once it was taken back, also on a card of before', async () => {
    const { store } = house.service;
    const [kept] = await store.consents.list(municipal(HOME), CONSENTS);
    if (!kept) throw new Error('no consent');
    const officer = house.officer();
    const { municipality, material, version, scope } = kept.value;
    await store.consents.put(withWithdrawal(kept.value, by(OFFICE, AT, 'back'), '2026-11-24'), kept.etag);
    const old = await officer.ask('consent-file', { municipality, material, version, scope });
    expect(old.words).toContain('承諾書をお渡しできません');
    expect((await house.prefecture().ask('case-file', { case: id })).words).toContain('お渡しできません');
    expect((await house.prefecture().say('事例シート')).words).toContain('まだありません');
  });

  it('what else is written is on record as ever', async () => {
    expect((await house.officer().say('KPI報告 K1-04 3')).words).toContain('受け付け');
  });

  /** The card that comes with a file says what is to be minded. */
  const handed = ({ words }: { readonly words: string }): boolean => /取扱いに注意|範囲と期限の中で/.test(words);
  const rowOf = (person: Person, title: string): string =>
    person.buttons().find((label) => label.includes(title)) ?? `no row of ${title}`;
});
