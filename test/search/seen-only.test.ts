import { OFFICE, OFFICER, PREFECTURE_OFFICER } from '../../demo/programme.ts';
import type { Member } from '../../programme/member.ts';
import { roleNames } from '../../programme/member.ts';
import { MEMBERS } from '../../storage/collections.ts';
import type { Person } from '../fakes/person.ts';
import { type House, openHouse } from '../house.ts';
import { COMMON, NEIGHBOUR, OTHERS, type Planted, plantWords } from './planted-words.ts';

const EXPERT = 'expert-1@expert.example.jp';
const ELSEWHERE = `lead-${NEIGHBOUR}@town.example.jp`;
const OBSERVER = 'observer-202011@city.example.jp';

let house: House;
let planted: readonly Planted[];

beforeAll(async () => {
  house = await openHouse({ history: false, lineWorks: true });
  const { store } = house.service;
  const members = (await store.members.list(MEMBERS)).map(({ value }) => value);
  const of = (email: string): Member => {
    const found = members.find((member) => member.email === email);
    if (!found) throw new Error(`${email} is not of the roster`);
    return found;
  };
  planted = await plantWords(store, { expert: of(EXPERT), officer: of(OFFICER), office: of(OFFICE) });
});
afterAll(() => house.close());
/** LINE WORKS takes so many messages a minute. */
let minute = 0;
beforeEach(() => house.at(new Date(Date.parse('2026-11-24T10:00:00+09:00') + 120_000 * minute++).toISOString()));

/** The planted words in everything that the search shows, page by page. */
async function foundBy(person: Person): Promise<readonly string[]> {
  const pages = [(await person.say(`検索 ${COMMON}`)).words];
  for (let next = nextOf(person); next; next = nextOf(person)) pages.push((await person.press(next)).words);
  return wordsIn(pages.join('\n'));
}

const nextOf = (person: Person): string | undefined => person.buttons().find((label) => label.startsWith('次へ'));

const wordsIn = (text: string): readonly string[] =>
  planted.map(({ word }) => word).filter((word) => text.includes(word));

/** Those whose record is shown by its own command. */
async function openedBy(person: Person): Promise<readonly string[]> {
  const opened: string[] = [];
  for (const { word, open, shows } of planted)
    if ((await person.ask(open.command, open.input)).words.includes(shows)) opened.push(word);
  return opened;
}

const ROOMS = {
  県の部屋: '県',
  事務局の部屋: '事務局',
  小海町の部屋: '小海町',
  支援対象の部屋: '支援対象',
  未登録の部屋: undefined,
} as const;
type RoomName = keyof typeof ROOMS;

describe.each(['teams', 'line-works'] as const)('in %s', (chat) => {
  const room = (title: RoomName) => (chat === 'teams' ? house.teams : house.lineWorks)?.group(title);
  const inRoom = (email: string, title: RoomName): Person => {
    const person: Person = house.on(chat).person(email);
    return person.in(room(title));
  };
  beforeAll(async () => {
    for (const [title, audience] of Object.entries(ROOMS))
      if (audience) await inRoom(OFFICE, title as RoomName).say(`部屋登録 ${audience}`);
  });

  it.each([OFFICER, ELSEWHERE, EXPERT, OFFICE, PREFECTURE_OFFICER, OBSERVER])(
    '%s finds 1:1 what they can open, and nothing else',
    async (email) => {
      const person = house.on(chat).person(email);
      const opened = await openedBy(person);
      expect(await foundBy(person)).toEqual(opened);
      const of = house.content.members.find((member) => member.email === email);
      expect([of && roleNames[of.role], opened.length > 0]).toEqual([of && roleNames[of.role], email !== OBSERVER]);
    },
  );

  it.each([
    [OFFICE, '県の部屋'],
    [PREFECTURE_OFFICER, '県の部屋'],
    [OFFICE, '事務局の部屋'],
    [OFFICE, '小海町の部屋'],
    [OFFICER, '小海町の部屋'],
    [OFFICE, '支援対象の部屋'],
    [OFFICE, '未登録の部屋'],
  ] as const)('%s finds in %s what can be opened there', async (email, title) => {
    const person = inRoom(email, title);
    const opened = await openedBy(person);
    expect(await foundBy(person)).toEqual(opened);
  });

  it('in the room of one municipality, what another brings to a meeting stays out', async () => {
    expect((await inRoom(OFFICE, '小海町の部屋').say(`検索 ${OTHERS}`)).words).toContain('まだありません');
    expect((await house.on(chat).person(OFFICE).say(`検索 ${OTHERS}`)).words).toContain('持ち寄る会議');
  });
});

it('shows the secretariat what is being written and what troubles people, and the prefecture what was handed in', async () => {
  const [office, prefecture] = [await foundBy(house.person(OFFICE)), await foundBy(house.prefecture())];
  expect(office).toHaveLength(planted.length);
  const drafts = office.filter((word) => !prefecture.includes(word));
  const commands = planted.filter(({ word }) => drafts.includes(word)).map(({ open }) => open.command);
  expect(commands.toSorted()).toEqual(['final-report', 'monthly-report', 'show-requests', 'whole-plan']);
  expect((await foundBy(house.person(OFFICER))).length).toBeLessThan(planted.length);
});
