import type { Logger } from 'pino';
import { eventOf } from './event.ts';
import type { Inbox } from './inbox.ts';
import type { Rounds } from './rounds.ts';
import type { Work } from './work.ts';

/** What is kept in the store until there is room for it. */
export type Shelf = {
  /** Whether what comes now has to stand behind what lies there. */
  isInUse(): boolean;
  put(body: string, issued: Date): Promise<void>;
  /** Begins what was shelved, or left undone by others, as far as there is room. */
  sweep(): Promise<void>;
  /** Sweeps if it is time to. */
  goRound(): void;
  /** Until nothing lies there, and everything begun is worked off. */
  idle(): Promise<void>;
  /** Begins nothing more. */
  stop(): Promise<void>;
};

type Parts = { readonly inbox: Inbox; readonly work: Work; readonly rounds: Rounds; readonly log: Logger };

export function createShelf({ inbox, work, rounds, log }: Parts): Shelf {
  const tell = (error: unknown): void => log.error({ err: error }, 'received events could not be looked through');
  let looking: Promise<void> = Promise.resolve();
  let isStopped = false;
  let isInUse = false;
  /** How many were ever put there: whoever has looked knows whether something came meanwhile. */
  let puts = 0;

  const look = async (): Promise<void> => {
    const [room, before] = [work.room(), puts];
    if (isStopped || room <= 0) return;
    const round = rounds.begin();
    const left = await inbox.leftUndone(round.since, room);
    for (const kept of left) work.begin(eventOf(kept.body), Promise.resolve(kept));
    if (left.length >= room) return;
    rounds.end(round);
    if (puts === before) isInUse = false;
  };
  const sweep = (): Promise<void> => {
    looking = looking.then(look).catch(tell);
    return looking;
  };
  const isCrowded = () => isInUse || work.room() <= 0;

  return {
    isInUse: isCrowded,
    goRound: () => void ((isCrowded() || rounds.isDue()) && sweep()),
    async put(body, issued) {
      isInUse = true;
      puts++;
      await inbox.shelve(body, issued);
    },
    sweep,
    async idle() {
      await work.idle();
      while (isInUse && !isStopped) {
        await sweep();
        await work.idle();
      }
    },
    async stop() {
      isStopped = true;
      await looking;
      await work.idle();
    },
  };
}
