import { type Delivery, deliveriesFrom, deliveryId } from '../../programme/delivery.ts';
import type { Store } from '../../storage/collections.ts';
import { days, hours, type Job, type Planning } from '../job.ts';
import type { Admission } from '../who/admission.ts';
import { type Expansion, expand } from './expand.ts';
import type { Known } from './known.ts';
import { each, moveDelivery } from './move-delivery.ts';
import { type Around, corrected, missing } from './reconcile.ts';
import { type Calendars, calendarsOf, deliveryPartitions, readWorld } from './world.ts';

/** How far ahead deliveries are made: further than any tick may be late. */
const AHEAD = hours(48);
/** How far back an ordinary look goes. A look at everything, after a change of hands, goes back to the beginning. */
const LOOKS_BACK = days(14);

export type PlanInput = {
  readonly known: Known;
  readonly admission: Admission;
  readonly jobs: readonly Job[];
  readonly now: Date;
  readonly everything: boolean;
  readonly onFault: (what: string, error: unknown) => void;
};

type Change = 'created' | 'changed' | 'withdrawn' | 'unknown';

export type Plan = {
  /** What waits to be sent. */
  readonly open: readonly Delivery[];
  readonly calendars: Calendars;
  readonly municipalities: readonly string[];
  readonly counts: Readonly<Record<Change, number>>;
};

/**
 * Brings the outbox in line with what the jobs want: makes what is missing, moves or withdraws what waits, and gives up
 * what somebody began and never finished. Safe in any number of instances at once, as often as one likes.
 * @returns undefined before a programme was imported
 */
export async function plan({ known, admission, jobs, now, everything, onFault }: PlanInput): Promise<Plan | undefined> {
  const world = await readWorld(known.store, now, admission);
  if (!world) return undefined;
  const horizon = new Date(now.getTime() + AHEAD);
  const expansion = await expand(jobs, world, { from: now, until: horizon }, (job, error) =>
    onFault(`job ${job.name} could not be planned`, error),
  );
  const existing = await deliveriesOf(
    world.store,
    world,
    everything ? undefined : new Date(now.getTime() - LOOKS_BACK),
  );
  const { restored } = world.programme;
  const around: Around = { expansion, calendars: calendarsOf(world.programme), jobs, now, restored };
  const { open, counts, note } = tally();
  const tell = (error: unknown) => onFault('a delivery could not be planned', error);
  await each(
    missing(existing, around, horizon),
    async (delivery) => note(...(await create(known.own, delivery))),
    tell,
  );
  await each([...existing.values()], async (delivery) => note(...(await correct(known, delivery, around))), tell);
  return { open, calendars: around.calendars, municipalities: world.municipalities.map(({ code }) => code), counts };
}

/** Of what is expected, what goes out as soon as the clock runs: due, not too late, and nowhere in the outbox. Writes nothing. */
export async function dueAtOnce(
  expansion: Expansion,
  world: Planning,
  jobs: readonly Job[],
): Promise<readonly Delivery[]> {
  const { now, programme } = world;
  const existing = await deliveriesOf(world.store, world, new Date(now.getTime() - LOOKS_BACK));
  const around = { expansion, calendars: calendarsOf(programme), jobs, now, restored: programme.restored };
  return missing(existing, around, now).filter(({ state }) => state === 'waiting');
}

/** By id, over all partitions: a recipient who moves to another municipality is not asked there again. */
async function deliveriesOf(store: Store, world: Planning, from: Date | undefined): Promise<Map<string, Delivery>> {
  const found = new Map<string, Delivery>();
  const list = async (partition: string): Promise<void> => {
    const all = await store.deliveries.list(partition, from ? deliveriesFrom(from) : {});
    for (const { value } of all) found.set(deliveryId(value), value);
  };
  await each(deliveryPartitions(world), list, (error) => {
    // Without knowing all that is there, nothing may be decided.
    throw error;
  });
  return found;
}

type Noted = readonly [after: Delivery | undefined, change?: Change];

async function create({ deliveries }: Store, delivery: Delivery): Promise<Noted> {
  if ((await deliveries.put(delivery, 'absent')).outcome === 'written')
    return [delivery, delivery.state === 'unknown' ? 'unknown' : 'created'];
  return [(await deliveries.get(deliveries.partitionOf(delivery), deliveryId(delivery)))?.value];
}

async function correct({ own, touch }: Known, delivery: Delivery, around: Around): Promise<Noted> {
  const next = (now: Delivery) => corrected(now, around);
  if (!next(delivery)) return [delivery];
  const after = await moveDelivery(own, delivery, next);
  if (!after) {
    touch(delivery);
    return [undefined];
  }
  return [after, after.state === 'unknown' || after.state === 'withdrawn' ? after.state : 'changed'];
}

function tally() {
  const counts = { created: 0, changed: 0, withdrawn: 0, unknown: 0 };
  const open: Delivery[] = [];
  const note = (...[after, change]: Noted): void => {
    if (after && change) counts[change]++;
    if (after?.state === 'waiting') open.push(after);
  };
  return { counts, open, note };
}
