import { randomUUID } from 'node:crypto';
import { type Programme, withoutMove } from '../../../programme/programme.ts';
import { closedBy, type StoreMove, type StoreName } from '../../../programme/store-move.ts';
import { type KnownKinds, kinds, type OpenStore, PROGRAMME, type Store } from '../../../storage/collections.ts';
import { auditId } from '../../../storage/ids.ts';
import { municipalitiesIn } from '../../../storage/municipalities.ts';
import { relay } from '../../../storage/relay.ts';
import { change, type Stored, StoreUnavailable } from '../../../storage/store.ts';
import { placesIn } from '../everything.ts';
import { type Levelled, level, moving } from './level.ts';
import { MoveRefused } from './move-refused.ts';
import { type MoveHold, type Mover, moveAlone, mustBeIdle } from './only-one.ts';

export type Moving = Mover & {
  readonly from: OpenStore;
  readonly to: OpenStore;
  /** What the two stores are. */
  readonly names: { readonly from: StoreName; readonly to: StoreName };
  readonly progress: (step: {
    readonly doing: 'move' | 'check';
    readonly done: number;
    readonly total: number;
  }) => void;
  readonly of?: KnownKinds;
};

export type Moved = {
  readonly counts: Readonly<Record<string, number>>;
  /** A run before this one was cut short. */
  readonly continued: boolean;
  /** Nothing was left to do. */
  readonly already: boolean;
};

const THE_PROGRAMME = { partition: PROGRAMME, id: 'programme' } as const;
const COMMAND = 'move';
/** Somebody who still works in the source is noticed by what changes between two of them. */
const PASSES = 5;

/**
 * Moves all records from one store to another. The source is closed first and the target opened last, so that at no
 * time, whenever this is cut short, the service can be started on both; the next run goes on.
 * @throws MoveRefused, StoreUnavailable
 */
export async function moveRecords(moving: Moving): Promise<Moved> {
  const both = await bothOf(moving);
  if (both.begun?.state === 'left') return finished(moving, both);
  return moveAlone(moving.from.store, moving, async (hold) => {
    // Somebody else may have moved them meanwhile.
    const now = await bothOf(moving);
    return now.begun?.state === 'left' ? finished(moving, now) : carryOn(moving, hold, now);
  });
}

type Both = {
  readonly source: Programme;
  /** What the source says of a move. */
  readonly begun: StoreMove | undefined;
  readonly target: Programme | undefined;
  /** The target is the other side of the same move. */
  readonly isOurs: boolean;
};

async function bothOf({ from, to }: Moving): Promise<Both> {
  const [source, target] = [(await programmeOf(from.store))?.value, (await programmeOf(to.store))?.value];
  if (!source) throw new MoveRefused('no-programme');
  const begun = source.move;
  if (begun?.state === 'arriving') throw new StoreUnavailable('arriving', undefined);
  return { source, begun, target, isOurs: begun !== undefined && target?.move?.id === begun.id };
}

async function carryOn(moving: Moving, hold: MoveHold, { source, begun, target, isOurs }: Both): Promise<Moved> {
  const { from, to, names, now } = moving;
  if (!(isOurs && closedBy(target?.move)) && !(await isEmpty(moving))) throw new MoveRefused('not-empty');
  const move: StoreMove =
    begun?.state === 'leaving'
      ? begun
      : { id: begun?.id ?? randomUUID(), state: 'leaving', other: names.to, at: now().toISOString() };
  await setMove(from.store, source, move);
  await noteMove(from.store, move);
  // The programme comes first: whoever opens the target sees that its records are still to come.
  await setMove(to.store, withoutMove(source), { ...move, state: 'arriving', other: names.from });
  const counts = await allLevelled(moving, hold);
  await mustBeIdle(from.store, now(), moving.who);
  await setMove(from.store, source, { ...move, state: 'left', at: now().toISOString() });
  await arrive(moving, move.id);
  return { counts, continued: begun?.state === 'leaving', already: false };
}

/**
 * Gives up a move that was begun: the source is worked in again. What lies in the target stays closed there.
 * @throws MoveRefused, also while somebody else is moving
 */
export async function dropMove(from: Store, mover: Mover): Promise<void> {
  const source = await programmeOf(from);
  const move = source?.value.move;
  if (!source || move?.state !== 'leaving') throw new MoveRefused('not-begun');
  await moveAlone(from, mover, () => setMove(from, source.value, { ...move, state: 'stayed' }));
}

/** A run that was killed when only the last word was missing is finished; after that nothing is left to be done. */
async function finished(moving: Moving, { begun, target, isOurs }: Both): Promise<Moved> {
  const state = isOurs ? target?.move?.state : undefined;
  if (!begun || (state !== 'arriving' && state !== 'arrived')) throw new StoreUnavailable('left', undefined);
  if (state === 'arriving') await arrive(moving, begun.id);
  return { counts: await moved(moving.to, moving.of), continued: state === 'arriving', already: state === 'arrived' };
}

const programmeOf = ({ programmes }: Store): Promise<Stored<Programme> | undefined> =>
  programmes.get(THE_PROGRAMME.partition, THE_PROGRAMME.id);

/** What is about the target itself does not count. */
async function isEmpty({ to, of }: Moving): Promise<boolean> {
  return Object.keys(await moved(to, of)).length === 0;
}

async function moved({ counts }: OpenStore, of: KnownKinds = kinds): Promise<Moved['counts']> {
  const all = await counts();
  return Object.fromEntries(moving(of).flatMap(({ name }) => (all[name] ? [[name, all[name]]] : [])));
}

async function setMove(store: Store, known: Programme, move: StoreMove): Promise<void> {
  await change(
    store.programmes,
    THE_PROGRAMME,
    (now = known) => ({ value: { ...now, move } }),
    (found) => relay(store, store.programmes, found),
  );
}

async function arrive({ to, names, now }: Moving, id: string): Promise<void> {
  const target = await programmeOf(to.store);
  if (!target) throw new StoreUnavailable('emptied', undefined);
  await setMove(to.store, target.value, { id, state: 'arrived', other: names.from, at: now().toISOString() });
}

/** That it was done stands in the audit, which moves along. */
async function noteMove({ audit }: Store, { at }: StoreMove): Promise<void> {
  const record = 'everything';
  const entry = { id: auditId(at, record, COMMAND), at, by: 'operator', via: 'cli', command: COMMAND, record };
  await audit.put(entry, 'absent');
}

/** Goes through both until they are the same, and there is nothing in either that was not looked at. */
async function allLevelled(moving: Moving, hold: MoveHold): Promise<Levelled['counts']> {
  const { from, to, now, progress, of } = moving;
  const also = (await municipalitiesIn(to.store)).map(({ code }) => code);
  for (let pass = 1; pass <= PASSES; pass++) {
    const where = await placesIn(from.store, now(), also);
    const [total, doing] = [sum(await moved(from, of)), pass === 1 ? 'move' : 'check'] as const;
    let done = 0;
    const seen = (): void => {
      progress({ doing, done: Math.min(++done, total), total });
      hold.keep();
    };
    const { counts, changed } = await level({ from: from.store, to: to.store, where, of: await filled(moving), seen });
    await hold.kept();
    if (changed > 0) continue;
    const [here, there] = [await moved(from, of), await moved(to, of)];
    if (isSameCount(counts, here) && isSameCount(counts, there)) return counts;
    throw new MoveRefused('not-found');
  }
  throw new MoveRefused('not-settled');
}

/** The kinds of which either store has any: the others need not be asked for in every partition. */
async function filled({ from, to, of = kinds }: Moving): Promise<KnownKinds> {
  const [here, there] = [await from.counts(), await to.counts()];
  return Object.fromEntries(Object.entries(of).filter(([name]) => here[name] || there[name]));
}

const sum = (counts: Moved['counts']): number => Object.values(counts).reduce((all, n) => all + n, 0);

function isSameCount(a: Moved['counts'], b: Moved['counts']): boolean {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((name) => (a[name] ?? 0) === (b[name] ?? 0));
}
