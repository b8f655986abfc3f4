import { HOME } from '../../demo/programme.ts';
import { SHOWINGS } from '../../storage/collections.ts';
import { memberId } from '../../storage/ids.ts';
import { type ChatHouse, onBothChats } from '../on-both-chats.ts';
import { plantShared } from './planted-shared.ts';

const NEIGHBOUR = '203041';
const OBSERVER = 'observer-202011@city.example.jp';
const OFFICE = 'office-1@office.example.jp';

const plantAll = async ({ service: { store } }: ChatHouse) => {
  await plantShared(store, { municipality: HOME, title: '書かない窓口', text: '転入の手続を1枚に', scope: 'all' });
  await plantShared(store, { municipality: HOME, title: '会議の紙をなくす', scope: 'supported' });
  await plantShared(store, { municipality: NEIGHBOUR, title: '県だけに見せる試行', scope: 'prefecture' });
  await plantShared(store, { municipality: NEIGHBOUR, title: '県の承諾待ち', scope: 'all', yes: ['municipality'] });
  await plantShared(store, { municipality: NEIGHBOUR, title: '市町村の回答待ち', scope: 'all', yes: ['prefecture'] });
  await plantShared(store, { municipality: NEIGHBOUR, title: '期限の切れた事例', scope: 'all', until: '2026-11-23' });
};
const TITLES = [
  '書かない窓口',
  '会議の紙をなくす',
  '県だけに見せる試行',
  '県の承諾待ち',
  '市町村の回答待ち',
  '期限の切れた事例',
];
const seenIn = (words: string) => TITLES.filter((title) => words.includes(title));

onBothChats({}, (house) => {
  beforeAll(() => plantAll(house));

  it('an observer sees what is for all municipalities, opens it, and nothing else', async () => {
    const observer = house.person(OBSERVER);
    expect(seenIn((await observer.say('共有資料')).words)).toEqual(['書かない窓口']);
    expect((await observer.press('小海町 書かない窓口')).words).toContain('転入の手続を1枚に');
    expect((await observer.say('共有資料 会議の紙')).words).toContain('今はご覧いただけません');
    expect((await observer.say('小海町の状況')).words).toContain('「共有資料」を確認できます');
    expect((await observer.say('ヘルプ')).words).toContain('共有資料');
  });

  it('a supported municipality sees what is for supported ones too', async () => {
    const officer = house.person('lead-203041@town.example.jp');
    expect(seenIn((await officer.say('共有資料')).words)).toEqual(['書かない窓口', '会議の紙をなくす']);
  });

  it('its own municipality sees there what the others see, and the prefecture what is for it', async () => {
    expect(seenIn((await house.officer().say('共有資料')).words)).toEqual(['書かない窓口', '会議の紙をなくす']);
    const prefecture = await house.prefecture().say('共有資料');
    expect(seenIn(prefecture.words)).toEqual(TITLES.filter((title) => !/回答待ち|期限の切れた/.test(title)));
    expect(prefecture.words).toContain('県内全市町村まで');
  });

  it('a room of all municipalities shows that alone, whoever asks there, and answers nothing else', async () => {
    const room = house.room('県内の皆さん');
    const office = house.secretariat().in(room);
    expect((await office.say('部屋登録 77市町村')).words).toContain('県内全市町村の部屋です');
    for (const person of [office, house.officer().in(room), house.prefecture().in(room)]) {
      expect(seenIn((await person.say('共有資料')).words)).toEqual(['書かない窓口']);
      const other = await person.say('小海町の状況');
      expect(other.words).toContain('共有の承諾がある事例と資料だけ');
      expect(other.words).toContain('1対1のチャットで');
    }
    const help = (await office.say('ヘルプ')).words;
    expect(help).toContain('共有資料');
    expect(help).not.toMatch(/状況|未報告|ダイジェスト|部屋登録|登録/);
    expect(await office.say('部屋登録 支援対象')).toMatchObject({
      words: expect.stringContaining('支援対象の市町村の部屋です'),
    });
    expect(seenIn((await office.say('共有資料')).words)).toEqual(['書かない窓口', '会議の紙をなくす']);
  });

  it('keeps who was shown which version, when, and through which chat; not of the secretariat or its own municipality', async () => {
    const kept = (await house.service.store.showings.list(SHOWINGS)).map(({ value }) => value);
    expect(kept.length).toBeGreaterThan(5);
    const office = memberId({ email: OFFICE, name: '', office: '' });
    expect(kept.filter(({ to }) => to.id === office)).toEqual([]);
    expect(kept.every(({ via }) => via === house.chat)).toBe(true);
    const opened = kept.filter(({ materials }) => materials.some(({ titleOnly }) => !titleOnly));
    expect(opened).toHaveLength(1);
    expect(opened[0]).toMatchObject({
      to: { kind: 'member' },
      materials: [{ municipality: HOME, version: expect.stringMatching(/^v-/), scope: 'all' }],
    });
    expect(kept.every(({ message }) => (house.chat === 'teams') === (message !== undefined))).toBe(true);
  });
});
