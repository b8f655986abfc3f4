import { isDeepStrictEqual } from 'node:util';
import type { CommandName } from '../../../programme/asks.ts';
import type { SettingChange } from '../../../programme/setting-change.ts';
import type { CollectionName, Store, ValueOf } from '../../../storage/collections.ts';
import { auditId } from '../../../storage/ids.ts';
import type { Collection, Stored } from '../../../storage/store.ts';
import { writer } from '../../writer.ts';
import type { Decided } from './decided.ts';
import type { ImportOutcome, ImportSection } from './summary.ts';

/** One record of an import: what becomes of it, and the write that makes it so. Without `apply` nothing is written. */
export type ImportStep = {
  readonly section: ImportSection;
  readonly outcome: ImportOutcome;
  readonly apply?: () => Promise<unknown>;
  /** What was decided in chat and would no longer stand. */
  readonly undoes?: readonly SettingChange[];
};

/** Whose hand an import is: the operator's, at one moment. A change of the year brings records the same way. */
export type Run = {
  readonly store: Store;
  readonly now: Date;
  readonly decided?: Decided;
  readonly command?: CommandName;
};

type Told = { readonly section: ImportSection; readonly outcome?: ImportOutcome; readonly municipality?: string };

const commandOf = ({ command }: Run) => command ?? 'import';
const provenance = (run: Run) => ({
  by: 'operator',
  at: run.now.toISOString(),
  via: 'cli',
  ask: `${commandOf(run)}-${run.now.toISOString()}`,
});

/**
 * Brings one record to what `next` makes of it. The same pure function decides what will happen and, once more on the
 * newest version, what does. A record that is already right keeps its etag; one that a crash left with its audit entry
 * still to write gets that written.
 */
export function bring<K extends CollectionName>(
  run: Run,
  name: K,
  found: Pick<Stored<ValueOf<K>>, 'value' | 'effects'> | undefined,
  next: (now: ValueOf<K> | undefined) => ValueOf<K>,
  told: Told,
): ImportStep {
  const settled = (now: ValueOf<K> | undefined): ValueOf<K> => {
    const value = next(now);
    return isDeepStrictEqual(value, now) ? (now ?? value) : value;
  };
  const planned = settled(found?.value);
  const same = planned === found?.value;
  const outcome = same ? 'unchanged' : (told.outcome ?? (found ? 'changed' : 'created'));
  const docs: Collection<ValueOf<K>> = run.store[name];
  const at = { partition: docs.partitionOf(planned), id: docs.idOf(planned) };
  const change = writer(run.store, provenance(run), commandOf(run), told.municipality);
  const idle = same && found?.effects.length === 0;
  const undoes =
    found && !same
      ? run.decided?.of({ kind: name, ...at, before: found.value as object, after: planned as object })
      : [];
  return {
    section: told.section,
    outcome,
    ...(idle ? {} : { apply: () => change(name, at, settled) }),
    ...(undoes && undoes.length > 0 ? { undoes } : {}),
  };
}

/** Takes a record away. Its audit entry is written first: a crash between the two is healed by the next import. */
export function takeAway<K extends CollectionName>(
  run: Run,
  name: K,
  found: Stored<ValueOf<K>>,
  section: ImportSection,
): ImportStep {
  const docs: Collection<ValueOf<K>> = run.store[name];
  const [partition, id] = [docs.partitionOf(found.value), docs.idOf(found.value)];
  const { by, at, via, ask } = provenance(run);
  const record = `${name}/${partition}/${id}`;
  const entry = {
    id: auditId(ask, record, found.etag),
    by,
    at,
    via,
    command: commandOf(run),
    record,
    before: found.etag,
  };
  const apply = async () => {
    await run.store.audit.put(entry, 'absent');
    await docs.remove(partition, id, found.etag);
  };
  return { section, outcome: 'ended', apply };
}

/** The record with the fields the workbook owns as the workbook has them now, and every other field as it was. */
export function withOwn<T extends object, F extends keyof T>(now: T, own: readonly F[], entry: Pick<T, F>): T {
  const others = Object.entries(now).filter(([field]) => !(own as readonly PropertyKey[]).includes(field));
  return { ...Object.fromEntries(others), ...entry } as T;
}
