import type { Collection, Stored, Which } from '../../storage/store.ts';

/** How documents are read, and how long what was read is good for without being read again. */
export type PartitionReading = {
  /** Ms that have passed since some beginning. */
  readonly passed: () => number;
  /**
   * For how long, in ms, an answer may be taken as it is, unless a change of it is noted. `agreed`: how often it was read
   * again, one time after the other, and was as it was known.
   */
  readonly keeps: (key: string, agreed: number) => number;
  /** Waits until so many documents may be read, or one request made where how many there are is not known yet. */
  readonly pace: (documents?: number) => Promise<void>;
  /** Whether there is room for the answer of one who waits. */
  readonly hasRoom: () => boolean;
};

/**
 * By whom it is asked: by planning, which keeps to its pace, or by a turn, which somebody waits for and which reads itself
 * what planning is only about to read.
 */
export type AskedBy = 'planning' | 'turn';

/** What a partition was asked for, and the answer. */
type Answer<T> = {
  readonly key: string;
  readonly read: () => Promise<T>;
  found: Promise<T>;
  /** It has been read. */
  isThere: boolean;
  /** When it is read again, and when somebody last wanted it, in ms passed. */
  again: number;
  usedAt: number;
  agreed: number;
};
type Row = Stored<unknown>;
type Listed = Answer<readonly Row[]> & { readonly which: Which };

/** One partition of a collection as it is known. */
export type KnownPartition = {
  list(which: Which, by: AskedBy): Promise<readonly Row[]>;
  get(id: string, by: AskedBy): Promise<Row | undefined>;
  /** What has become of a document. */
  learn(id: string, found: Row | undefined): void;
  /** Reads anew what is due to be, forgets what nobody wants. @returns how many documents were not as they were known */
  renew(): Promise<number>;
  /** How many answers are kept. */
  answers(): number;
};

/** What nobody has asked for in this time is not kept up to date any longer. */
const UNUSED_MS = 26 * 3_600_000;
const UNUSED = { isThere: false, usedAt: 0 };

export function createKnownPartition(
  docs: Collection<unknown>,
  partition: string,
  reading: PartitionReading,
): KnownPartition {
  const { passed, pace } = reading;
  const lists = new Map<string, Listed>();
  const gets = new Map<string, Answer<Row | undefined>>();
  const idOf = ({ value }: Row): string => docs.idOf(value);
  const until = (key: string, agreed: number) => passed() + reading.keeps(`${docs.name}/${partition}/${key}`, agreed);

  const { readList, readOne } = pacedReads(docs, partition, pace);
  const anew: Renewing = { passed, until };
  const widerThan = (which: Which): Listed | undefined => [...lists.values()].find((list) => covers(list.which, which));
  const mayKeep = (by: AskedBy, nearest: Answer<unknown> | undefined): boolean =>
    by === 'planning' || (nearest ? nearest.isThere : reading.hasRoom());

  return {
    list(which, by) {
      const key = JSON.stringify([which.from, which.below]);
      // What lies within something wider that is known need not be read.
      const wider = lists.get(key) ?? widerThan(which);
      if (!mayKeep(by, wider)) return docs.list(partition, which);
      const read = () => readList(which);
      return answered(lists, key, passed(), () => {
        const part = wider?.found.then((rows) => Object.freeze(rows.filter((row) => isIn(idOf(row), which))));
        const found = part ?? (by === 'turn' ? docs.list(partition, which) : read());
        const { again = until(key, 0), agreed = 0 } = wider ?? {};
        return { ...UNUSED, key, which, read, found, again, agreed };
      });
    },
    get(id, by) {
      const known = gets.get(id);
      const among = known ? undefined : [...lists.values()].find((list) => list.isThere && isIn(id, list.which));
      if (among) {
        among.usedAt = passed();
        return among.found.then((rows) => byId(rows, idOf).get(id));
      }
      if (!mayKeep(by, known)) return docs.get(partition, id);
      const read = () => readOne(id);
      return answered(gets, id, passed(), () => {
        const found = by === 'turn' ? docs.get(partition, id) : read();
        return { ...UNUSED, key: id, read, found, again: until(id, 0), agreed: 0 };
      });
    },
    learn(id, found) {
      const one = gets.get(id);
      if (one) one.found = Promise.resolve(found);
      for (const list of lists.values()) {
        if (!isIn(id, list.which)) continue;
        list.found = list.found.then((rows) => replaced(rows, id, found, idOf));
        // Whoever asked for it in the first place hears of it.
        list.found.catch(() => undefined);
      }
    },
    async renew() {
      const wrong = await renewed(lists as Map<string, Answer<readonly Row[]>>, anew, (a, b) =>
        differences(a, b, idOf),
      );
      return wrong + (await renewed(gets, anew, (a, b) => (isSame(a, b) ? 0 : 1)));
    },
    answers: () => lists.size + gets.size,
  };
}

function pacedReads(docs: Collection<unknown>, partition: string, pace: PartitionReading['pace']) {
  return {
    async readList(which: Which): Promise<readonly Row[]> {
      await pace();
      const rows = await docs.list(partition, which);
      await pace(rows.length);
      return rows;
    },
    async readOne(id: string): Promise<Row | undefined> {
      await pace();
      return docs.get(partition, id);
    },
  };
}

type Renewing = {
  readonly passed: () => number;
  readonly until: (key: string, agreed: number) => number;
};

/** Reads anew what is due to be, forgets what nobody wants. @returns how many documents were not as they were known */
async function renewed<T>(
  answers: Map<string, Answer<T>>,
  { passed, until }: Renewing,
  differ: (before: T, after: T) => number,
): Promise<number> {
  let wrong = 0;
  for (const answer of answers.values()) {
    if (passed() - answer.usedAt > UNUSED_MS) answers.delete(answer.key);
    else if (passed() >= answer.again) {
      const before = answer.found;
      const fresh = await answer.read();
      // What was learned meanwhile may be newer.
      if (answer.found !== before) continue;
      answer.found = Promise.resolve(fresh);
      const differing = differ(await before, fresh);
      answer.agreed = differing > 0 ? 1 : answer.agreed + 1;
      answer.again = until(answer.key, answer.agreed);
      wrong += differing;
    }
  }
  return wrong;
}

function answered<A extends Answer<unknown>>(all: Map<string, A>, key: string, now: number, ask: () => A): A['found'] {
  const known = all.get(key);
  const answer = known ?? ask();
  answer.usedAt = now;
  if (known) return known.found;
  all.set(key, answer);
  answer.found.then(
    () => {
      answer.isThere = true;
    },
    // What could not be read may be tried again.
    () => all.delete(key),
  );
  return answer.found;
}

/** By the very list, which another one replaces when anything in it changes. */
const indexes = new WeakMap<readonly Row[], ReadonlyMap<string, Row>>();

function byId(rows: readonly Row[], idOf: (row: Row) => string): ReadonlyMap<string, Row> {
  const index = indexes.get(rows) ?? new Map(rows.map((row) => [idOf(row), row]));
  indexes.set(rows, index);
  return index;
}

function covers(wide: Which, narrow: Which): boolean {
  const begins = wide.from === undefined || (narrow.from !== undefined && wide.from <= narrow.from);
  const ends = wide.below === undefined || (narrow.below !== undefined && wide.below >= narrow.below);
  return begins && ends;
}

function isIn(id: string, { from, below }: Which): boolean {
  return (from === undefined || id >= from) && (below === undefined || id < below);
}

/** Rows come in the order of their ids, and stay so. */
function replaced(
  rows: readonly Row[],
  id: string,
  found: Row | undefined,
  idOf: (row: Row) => string,
): readonly Row[] {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (idAt(rows, middle, idOf) < id) low = middle + 1;
    else high = middle;
  }
  const after = low < rows.length && idAt(rows, low, idOf) === id ? low + 1 : low;
  return Object.freeze([...rows.slice(0, low), ...(found ? [found] : []), ...rows.slice(after)]);
}

const idAt = (rows: readonly Row[], at: number, idOf: (row: Row) => string): string => {
  const row = rows[at];
  return row ? idOf(row) : '';
};

function differences(before: readonly Row[], after: readonly Row[], idOf: (row: Row) => string): number {
  const known = new Map(before.map((row) => [idOf(row), row]));
  const others = after.filter((row) => !isSame(known.get(idOf(row)), row)).length;
  for (const row of after) known.delete(idOf(row));
  return others + known.size;
}

/** Effects that were carried out make another version that says the same. */
function isSame(before: Row | undefined, after: Row | undefined): boolean {
  return before?.etag === after?.etag || JSON.stringify(before?.value) === JSON.stringify(after?.value);
}
