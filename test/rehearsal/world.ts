import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { readConfig } from '../../bot/config.ts';
import { importWorkbook } from '../../bot/hand-over/import/import-workbook.ts';
import { type Service, startService } from '../../bot/service.ts';
import type { ProgrammeContent } from '../../documents/workbook/content.ts';
import type { Store } from '../../storage/collections.ts';
import type { Person } from '../fakes/person.ts';
import { environmentOf, hasBegun, tokensAsked, UNLIMITED } from '../house.ts';
import { lineWorksEnvironment } from '../line-works/environment.ts';
import { type Actor, actorOf } from './actor.ts';
import { type Chats, openChats, type Sent } from './chats.ts';
import { type YearClock, yearClock } from './clock.ts';
import { cosmosStore, embeddedStore } from './doors.ts';
import { START, yearProgramme } from './programme.ts';

/** A message that came by itself, and to whom: an e-mail of the roster, or the title of a room. */
export type Got = Sent & { readonly to: string };

/** Whoever looks on: told every word anybody is shown. It throws where it must not be. */
export type Onlooker = (who: string, words: string) => Promise<void>;

/** The real service behind its doors, on one store, with everybody of one programme in front of it. */
export type World = {
  readonly content: ProgrammeContent;
  readonly store: Store;
  readonly clock: YearClock;
  /** Everything that came by itself so far. */
  readonly got: readonly Got[];
  /** What was said and pressed so far, in both products. */
  turns(): number;
  /** Errors the service has logged. */
  errors(): readonly string[];
  /** What the year has put it to until now. */
  trials(): Trials;
  /** What went otherwise than whoever did it expected. */
  readonly surprises: readonly string[];
  /** Does it, and keeps what went otherwise; the year goes on. @returns whether all went as expected */
  tried(what: string, does: () => Promise<unknown>): Promise<boolean>;
  who(email: string): Actor;
  /** Somebody whom the roster may not know yet. */
  someone(name: string, email: string, chat: Sent['chat']): Actor;
  room(title: string, chat: Sent['chat']): unknown;
  lookOn(onlooker: Onlooker): void;
  /** What is due at this moment is planned and sent. */
  tick(): Promise<readonly Got[]>;
  /** The process dies in the middle of sending, after so many calls; another begins on what the store holds. */
  killInTick(after: number): Promise<readonly Got[]>;
  stop(): Promise<void>;
  start(): Promise<void>;
  pictures: Chats['pictures'];
  /** At the end of a day: what was recorded of the chats is dropped. */
  forget(): void;
  close(): Promise<void>;
};

type Trials = ReturnType<Chats['traffic']> & { readonly kills: number; readonly outages: number };

export type Opening = { readonly store: 'embedded' | 'cosmos'; readonly towns: number; readonly mirrored: boolean };

/** What a year writes is gone afterwards: where there is room for it in memory, no disk is waited for. */
const MEMORY = '/dev/shm';

export async function openWorld({ store, towns, mirrored }: Opening): Promise<World> {
  const folder = mkdtempSync(join(existsSync(MEMORY) ? MEMORY : tmpdir(), 'bansou-year-'));
  const clock = yearClock(`${START}T09:30:00+09:00`);
  const chats = await openChats(clock);
  const content = yearProgramme(towns, mirrored);
  const kept = store === 'cosmos' ? cosmosStore() : embeddedStore(folder);
  const errors: string[] = [];
  let life = 0;
  /** What a dead process says is heard by nobody. */
  const logOf = (own: number) =>
    pino({ level: 'error' }, { write: (line: string) => void (own === life && errors.push(line)) });
  const begin = async (): Promise<Service> => {
    const own = { ...environmentOf(chats.teams, ''), ...lineWorksEnvironment(chats.works) };
    const before = tokensAsked(chats.works);
    const settings = readConfig({ ...own, ...(await kept.environment()) });
    const started = await startService(settings, logOf(++life), clock.now, UNLIMITED);
    chats.teams.connect(`http://127.0.0.1:${started.port}/api/messages`);
    chats.works.connect(`http://127.0.0.1:${started.port}/line-works/callback`, () => started.idle());
    await hasBegun(chats.works, before);
    return started;
  };
  let service = await begin();
  await importWorkbook(service.store, content, clock.now());
  const people = peopleOf(content, chats);
  const got: Got[] = [];
  const onlookers: Onlooker[] = [];
  let turns = 0;
  const heard: Onlooker = async (who, words) => {
    turns++;
    for (const look of onlookers) await look(who, words);
  };
  const taken = async (): Promise<readonly Got[]> => {
    const fresh = chats.arrived().map((sent) => ({ ...sent, to: people.named(sent.room) }));
    got.push(...fresh);
    for (const { to, words } of fresh) for (const look of onlookers) await look(to, words);
    return fresh;
  };
  const tickTwice = async () => {
    for (const _ of [1, 2]) {
      await service.outbox.tick();
      await service.outbox.idle();
    }
  };
  const actors = new Map<string, Actor>();
  const surprises: string[] = [];
  let [kills, outages] = [0, 0];
  return {
    ...{ content, clock, got, surprises },
    async tried(what, does) {
      try {
        await does();
        return true;
      } catch (error) {
        surprises.push(`${what}: ${error instanceof Error ? error.message : String(error)}`);
        return false;
      }
    },
    get store() {
      return service.store;
    },
    turns: () => turns,
    trials: () => ({ ...chats.traffic(), kills, outages }),
    errors: () => errors,
    who(email) {
      const known = actors.get(email) ?? actorOf(email, people.person(email), heard);
      actors.set(email, known);
      return known;
    },
    someone(name, email, chat) {
      const known = actors.get(email) ?? actorOf(email, people.enter(name, email, chat), heard);
      actors.set(email, known);
      return known;
    },
    room: people.room,
    lookOn: (onlooker) => void onlookers.push(onlooker),
    async tick() {
      chats.arrived();
      await tickTwice();
      return taken();
    },
    async killInTick(after) {
      chats.arrived();
      kills++;
      const died = new Promise<void>((resolve) => {
        chats.shutOut(after, () => {
          kept.cut();
          life++;
          resolve();
        });
      });
      await service.outbox.tick();
      await died;
      // What it still does reaches nobody and changes nothing.
      await service.outbox.drain().catch(() => undefined);
      await service.stop().catch(() => undefined);
      chats.letIn();
      service = await begin();
      return taken();
    },
    stop() {
      outages++;
      return service.stop();
    },
    async start() {
      service = await begin();
    },
    pictures: chats.pictures,
    forget: chats.forget,
    async close() {
      await service.stop();
      await chats.stop();
      await kept.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** Everybody of the roster, each in the product it names; the same person every time. */
function peopleOf({ members }: ProgrammeContent, { teams, works }: Chats) {
  const persons = new Map<string, Person>();
  const names = new Map<string, string>();
  const enter = (name: string, email: string, chat: Sent['chat']): Person => {
    const person = chat === 'teams' ? teams.person({ name, email }) : works.person({ name, email });
    persons.set(email, person);
    names.set(person.room.id, email);
    return person;
  };
  for (const { name, email, chat } of members) if (email) enter(name, email, chat);
  return {
    enter,
    person(email: string): Person {
      const found = persons.get(email);
      if (!found) throw new Error(`the roster has no ${email}`);
      return found;
    },
    /** Whose conversation it is. */
    named: (room: string): string => names.get(room) ?? room,
    room(title: string, chat: Sent['chat']) {
      const room = chat === 'teams' ? teams.group(title) : works.group(title);
      names.set(room.id, title);
      return room;
    },
  };
}
