import type { ChannelName } from '../programme/channel.ts';
import { INTERVIEWS } from '../storage/collections.ts';
import type { Person } from './fakes/person.ts';
import { elementsOf } from './fakes/teams/card-rules.ts';
import { type House, openHouse, type People } from './house.ts';
import { type End, endOf, onlyIn } from './same-end.ts';

/** A house as one chat product shows it. Opened before the first test; a person is the same one every time. */
export type ChatHouse = Pick<House, 'service' | 'content' | 'logged' | 'at'> &
  People & {
    readonly chat: ChannelName;
    /** Someone of the product whom the roster may not know. */
    someone(name: string, email: string): Person;
    /** A group room; the same title is the same room. */
    room(title: string): unknown;
    /** Every picture the bot has shown to anybody, oldest first. */
    pictures(): readonly Uint8Array[];
  };

const CHATS = ['teams', 'line-works'] as const;

/**
 * One script for both chat products, each in a house of its own where both are set up: the same things are said and
 * pressed, and in the end the same is on record, with the same audit.
 */
export function onBothChats(how: Parameters<typeof openHouse>[0], script: (house: ChatHouse) => void): void {
  const ends = new Map<ChannelName, End>();

  describe.each(CHATS)('in %s', (chat) => {
    let open: House | undefined;
    beforeAll(async () => {
      open = await openHouse({ ...how, lineWorks: true });
    });
    /** Every conversation begins with no question open. */
    beforeEach(async () => {
      const interviews = open?.service.store.interviews;
      for (const { value, etag } of (await interviews?.list(INTERVIEWS)) ?? [])
        await interviews?.remove(INTERVIEWS, value.id, etag);
    });
    afterAll(async () => {
      if (open) ends.set(chat, await endOf(open.service.store));
      await open?.close();
    });
    script(
      chatHouse(chat, () => {
        if (!open) throw new Error('not opened yet');
        return open;
      }),
    );
  });

  it('ends in the same stored state and the same audit on both', () => {
    const [teams = {}, lineWorks = {}] = CHATS.map((chat) => ends.get(chat));
    expect(teams['audit']).not.toEqual([]);
    expect(onlyIn(lineWorks, teams)).toEqual(onlyIn(teams, lineWorks));
    expect(lineWorks).toEqual(teams);
  });
}

function chatHouse(chat: ChannelName, open: () => House): ChatHouse {
  const known = new Map<string, Person>();
  const once = (email: string, find: () => Person): Person => {
    const person = known.get(email) ?? find();
    known.set(email, person);
    return person;
  };
  const rooms = new Map<string, unknown>();
  const inProduct = () => (chat === 'teams' ? open().teams : open().lineWorks);
  return {
    chat,
    get service() {
      return open().service;
    },
    get content() {
      return open().content;
    },
    logged: () => open().logged(),
    at: (moment) => open().at(moment),
    officer: () => once('officer', () => open().on(chat).officer()),
    prefecture: () => once('prefecture', () => open().on(chat).prefecture()),
    secretariat: () => once('secretariat', () => open().on(chat).secretariat()),
    person: (email) => once(email, () => open().on(chat).person(email)),
    someone: (name, email) =>
      once(email, () => {
        const product = inProduct();
        if (!product) throw new Error('LINE WORKS is not open');
        return product.person({ name, email });
      }),
    pictures: () => picturesIn(open(), chat),
    room(title) {
      const room = rooms.get(title) ?? inProduct()?.group(title);
      rooms.set(title, room);
      return room;
    },
  };
}

function picturesIn({ teams, lineWorks }: House, chat: ChannelName): readonly Uint8Array[] {
  if (chat === 'teams') {
    const cards = teams.connector.calls.flatMap(({ status, message }) => (status < 300 && message?.card) || []);
    const images = cards.flatMap((card) => [...elementsOf(card)].filter(({ type }) => type === 'Image'));
    return images.map(({ url }) => Buffer.from(String(url).replace(/^data:image\/png;base64,/, ''), 'base64'));
  }
  const shown = lineWorks?.world.messages.filter(({ content }) => content['type'] === 'image') ?? [];
  return shown.flatMap(({ content }) => lineWorks?.storage.file(String(content['fileId']))?.bytes ?? []);
}
