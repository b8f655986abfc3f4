import { type FakeLineWorks, startFakeLineWorks } from '../fakes/line-works/fake-line-works.ts';
import { cardsIn } from '../fakes/line-works/shown.ts';
import { wordsOf } from '../fakes/teams/card-reader.ts';
import { elementsOf } from '../fakes/teams/card-rules.ts';
import { type FakeTeams, startFakeTeams } from '../fakes/teams/fake-teams.ts';
import { HOMEWORK } from '../house.ts';
import type { YearClock } from './clock.ts';

/** What the bot has written to somebody without being asked. */
export type Sent = {
  readonly at: Date;
  readonly chat: 'teams' | 'line-works';
  /** The conversation, as the product names it. */
  readonly room: string;
  readonly words: string;
};

/** Both chat products of one year, with what they do to whoever writes to them. */
export type Chats = {
  readonly teams: FakeTeams;
  readonly works: FakeLineWorks;
  /** Messages that have arrived since this was called last, each card once. */
  arrived(): readonly Sent[];
  /** Nothing arrives any more until it is let in again. @param after so many calls; whoever waits for that is told. */
  shutOut(after: number, tell: () => void): void;
  letIn(): void;
  /** How many calls there were until now, and how many of them were refused for being too many. */
  traffic(): { readonly calls: number; readonly refused: number };
  /** Every picture that stands in a chat since what was recorded was dropped. */
  pictures(): readonly Uint8Array[];
  /** Drops what is recorded. */
  forget(): void;
  stop(): Promise<void>;
};

/** One call of so many is answered with 「too many requests」. */
const BUSY_EVERY = 10;
/** Seconds: what is asked to come again comes again at once, for a year has many calls. */
const SOON = '0.02';

export async function openChats(clock: YearClock): Promise<Chats> {
  const teams = await startFakeTeams();
  const works = await startFakeLineWorks({ now: clock.now, labels: HOMEWORK });
  const traffic = { calls: 0, refused: 0 };
  const isTooMany = (): boolean => {
    const isRefused = ++traffic.calls % BUSY_EVERY === 0;
    if (isRefused) traffic.refused++;
    return isRefused;
  };
  let shut: { after: number; tell: (() => void) | undefined } | undefined;
  const isOut = (): boolean => {
    if (!shut || shut.after-- > 0) return false;
    shut.tell?.();
    shut.tell = undefined;
    return true;
  };
  teams.connector.meddle(() => {
    if (isOut()) return 'reset-before-write';
    return isTooMany() ? { status: 429, retryAfter: SOON } : undefined;
  });
  works.meddle((api) => {
    if (api !== 'send') return undefined;
    if (isOut()) return 'drop-before';
    return isTooMany() ? 'busy' : undefined;
  });
  let seen = { teams: 0, works: 0 };
  return {
    ...{ teams, works },
    arrived() {
      const at = clock.now();
      const inTeams = teams.connector.calls.slice(seen.teams).flatMap(({ status, message }): Sent[] => {
        // The question where a file goes belongs to the card before it.
        if (!message || status >= 300 || message.file) return [];
        const words = message.card ? wordsOf(message.card) : (message.text ?? '');
        return [{ at, chat: 'teams', room: message.conversation, words }];
      });
      const inWorks = cardsByRoom(works, seen.works).map(
        ([room, words]): Sent => ({ at, chat: 'line-works', room, words }),
      );
      seen = { teams: teams.connector.calls.length, works: works.world.messages.length };
      return [...inTeams, ...inWorks];
    },
    shutOut(after, tell) {
      shut = { after, tell };
    },
    letIn() {
      shut = undefined;
    },
    traffic: () => ({ ...traffic }),
    pictures: () => [...picturesInTeams(teams), ...picturesInWorks(works)],
    forget() {
      teams.connector.forget();
      works.forget();
      seen = { teams: 0, works: 0 };
    },
    stop: async () => {
      await Promise.all([teams.stop(), works.stop()]);
    },
  };
}

/** A card may take several messages there, and stands in one room. Pictures and files belong to the card before them. */
function cardsByRoom({ world }: FakeLineWorks, from: number): (readonly [room: string, words: string])[] {
  const fresh = world.messages.slice(from).filter((message) => message.from === 'bot' && !isBeside(message.content));
  const rooms = new Set(fresh.map(({ room }) => room));
  return [...rooms].flatMap((id) =>
    cardsIn(fresh.filter(({ room }) => room === id)).map((words) => [id, words] as const),
  );
}

const picturesInTeams = ({ connector }: FakeTeams): readonly Uint8Array[] =>
  connector.calls
    .flatMap(({ message }) => (message?.card ? [...elementsOf(message.card)] : []))
    .filter(({ type }) => type === 'Image')
    .map(({ url }) => Buffer.from(String(url).replace(/^data:image\/png;base64,/, ''), 'base64'));

const picturesInWorks = ({ world, storage }: FakeLineWorks): readonly Uint8Array[] =>
  world.messages
    .filter(({ content }) => content['type'] === 'image')
    .flatMap(({ content }) => storage.file(String(content['fileId']))?.bytes ?? []);

const isBeside = ({ type }: FakeLineWorks['world']['messages'][number]['content']): boolean =>
  type === 'image' || type === 'file';
