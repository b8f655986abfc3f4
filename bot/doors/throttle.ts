import { refused } from '../../cards/refused.ts';
import { Refusal } from '../../programme/refusal.ts';
import type { Answer, Handle, Incoming } from '../channels/channel.ts';

/** So many at once, and one more each time so many ms have passed. */
type Allowance = { readonly burst: number; readonly everyMs: number };

/** A room may take the turns of so many people. */
const PEOPLE_IN_A_ROOM = 4;

/** Two thirds of a minute's turns may come at once. */
function allowanceOf(perMinute: number): Allowance {
  return { burst: Math.max(1, Math.round((perMinute * 2) / 3)), everyMs: 60_000 / perMinute };
}

/** Beyond so many buckets, those that are full again are forgotten. */
const REMEMBERED = 5_000;

/**
 * Lets everybody in `perMinute` times, a room a few times that; what is too fast is told so, and nothing of it is done.
 * @param steady in ms
 */
export function throttled(handle: Handle, steady: () => number, perMinute: number): Handle {
  const people = createBuckets(allowanceOf(perMinute));
  const rooms = createBuckets(allowanceOf(perMinute * PEOPLE_IN_A_ROOM));
  return async (incoming: Incoming): Promise<Answer | undefined> => {
    const at = steady();
    const isPersonal = incoming.room.kind === 'personal';
    const mayPass = people(`${incoming.channel} ${incoming.person}`, at);
    if (mayPass && (isPersonal || rooms(`${incoming.channel} ${incoming.room.id}`, at))) return handle(incoming);
    return { card: refused(Refusal.because('too-fast')), how: 'new' };
  };
}

/** Takes one from the bucket of this name; false where it is empty. */
function createBuckets({ burst, everyMs }: Allowance): (name: string, at: number) => boolean {
  const fullAfter = burst * everyMs;
  /** When each would be full again. */
  const fullAt = new Map<string, number>();
  const forgetFull = (at: number): void => {
    for (const [name, when] of fullAt) if (when <= at) fullAt.delete(name);
  };
  return (name, at) => {
    const held = fullAt.get(name) ?? 0;
    // Further ahead than any bucket can be: the clock was set back.
    const from = held - at > fullAfter ? at : Math.max(held, at);
    if (from + everyMs - at > fullAfter) return false;
    if (fullAt.size >= REMEMBERED) forgetFull(at);
    fullAt.set(name, from + everyMs);
    return true;
  };
}
