import { ERASE } from '../../programme/audit.ts';
import { CONFIDENTIAL, type Kind } from '../../programme/kind.ts';
import { type KnownKinds, kinds, type OpenStore, type Store } from '../../storage/collections.ts';
import { auditId } from '../../storage/ids.ts';
import { belongingsOf } from './belongings.ts';
import { allCuts, type Cut, carryOut, cutId, type Ids, municipalityCuts } from './erasure.ts';
import { type Everything, erasedRecord, readEverything } from './everything.ts';
import { type Journal, noted } from './journal.ts';

/** While a service is running, somebody may write something between two looks. */
const PASSES = 5;

export type Erasure = {
  readonly journal: Journal;
  readonly now: Date;
  /** Audit entries from here on stay when one municipality is erased. */
  readonly auditFrom: Date;
  /** Called before anything of it is erased. */
  readonly save: (journal: Journal) => Promise<void>;
  readonly of?: KnownKinds;
};

/** `erased` is what is verified to be gone; `left` is what would have had to go. */
export type Erased = { readonly erased: Ids; readonly changed: Ids; readonly left: Ids; readonly stays: Everything };

/** What is to be erased now. */
export function cutsOf(
  all: Everything,
  { scope, erased }: Pick<Journal, 'scope' | 'erased'>,
  auditFrom: Date,
  of: KnownKinds = kinds,
): readonly Cut[] {
  if (scope.code === undefined) return allCuts(all, of);
  const gone = Object.fromEntries(Object.entries(erased).map(([name, ids]) => [name, ids.map(withoutPartition)]));
  return municipalityCuts(all, belongingsOf(scope.code, all, auditFrom, gone, of), of);
}

/**
 * Erases, looks again, and ends when a look finds nothing more. Every run goes on from where the last one was cut
 * short. That it was done is audited first.
 */
export async function erase(opened: OpenStore, erasure: Erasure): Promise<Erased> {
  const { store } = opened;
  const { now, auditFrom, save, of = kinds } = erasure;
  let journal = erasure.journal;
  await audit(store, journal);
  for (let pass = 1; pass <= PASSES; pass++) {
    const cuts = cutsOf(await readEverything(store, now, codesIn(journal), of), journal, auditFrom, of);
    if (cuts.length === 0) break;
    journal = noted(journal, cuts);
    await save(journal);
    if ((await carryOut(store, cuts, 'unnoted')).length === cuts.length) break;
  }
  await opened.scrub();
  const stays = await readEverything(store, now, codesIn(journal), of);
  const left = cutsOf(stays, journal, auditFrom, of);
  const gone = new Set(left.map(keyOf));
  const isGone = (name: string, id: string) => !gone.has(`${name}/${id}`);
  const erased = Object.fromEntries(
    Object.entries(journal.erased).map(([name, ids]) => [name, ids.filter((id) => isGone(name, id))]),
  );
  const leftIds = noted(
    { ...journal, erased: {}, changed: {} },
    left.map(({ kind, held }) => ({ kind, held })),
  ).erased;
  return { erased, changed: journal.changed, left: leftIds, stays };
}

/** Municipalities that are gone, or may be by now, and still have places of their own. */
export function codesIn({ scope, erased }: Pick<Journal, 'scope' | 'erased'>): readonly string[] {
  const gone = (erased['municipalities'] ?? []).flatMap((id) => /\d{6}$/.exec(id) ?? []);
  return scope.code === undefined ? gone : [...gone, scope.code];
}

const keyOf = (cut: Cut): string => `${cut.kind.name}/${cutId(cut)}`;
const withoutPartition = (id: string): string => id.slice(id.indexOf('/') + 1);

async function audit(store: Store, { scope, startedAt }: Journal): Promise<void> {
  const record = erasedRecord(scope.code);
  const from = { at: startedAt, by: 'operator', via: 'cli' };
  await store.audit.put({ ...from, id: auditId(startedAt, record, undefined), command: ERASE, record }, 'absent');
}

/** How many documents of each kind a list of cuts is about. */
function tally(
  cuts: readonly Cut[],
  of: KnownKinds,
): readonly (readonly [Pick<Kind<unknown>, 'name' | 'called'>, number])[] {
  const listed = Object.values(of).filter(({ confidential }) => !confidential);
  const counts = listed.map((kind) => [kind, cuts.filter((cut) => cut.kind === kind).length] as const);
  const confidential = cuts.filter((cut) => cut.kind.confidential).length;
  return [...counts, [CONFIDENTIAL, confidential] as const].filter(([, count]) => count > 0);
}

/** How many documents of each kind are cut, by the names of their collections. */
export function countsOf(cuts: readonly Cut[], of: KnownKinds = kinds): Readonly<Record<string, number>> {
  return Object.fromEntries([...tally(cuts, of)].map(([{ name }, count]) => [name, count]));
}

/** How many documents of each kind are cut, for people to read: a line for each kind. */
export function erasedLines(cuts: readonly Cut[], of: KnownKinds = kinds): readonly string[] {
  return [...tally(cuts, of)].map(([{ called }, count]) => `  ${called}\t${count}件`);
}
