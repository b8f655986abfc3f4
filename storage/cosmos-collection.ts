import type { Container, SqlQuerySpec } from '@azure/cosmos';
import { z } from 'zod';
import type { Kind } from '../programme/kind.ts';
import { answered, isDefinite, NOT_FOUND, PRECONDITION_FAILED, patience, retrying, statusOf } from './cosmos-faults.ts';
import { type Marked, newMark, RING, settleWrite } from './cosmos-marks.ts';
import { type Codec, type Envelope, isKey } from './envelope.ts';
import { type Collection, type Etag, OutcomeUnknown, type Stored, StoreUnavailable, type Which } from './store.ts';

/** What every document in the container has; the rest is the envelope's business. */
const Raw = z.looseObject({ id: z.string(), _etag: z.string(), marks: z.array(z.string()).catch([]) });
/** Beside a 404 that is not about the document. */
const CONTAINER_GONE = 1003;
type Raw = z.infer<typeof Raw>;

/** @param lanes through which every operation goes; its patience begins when its turn comes */
export function cosmosCollection<T>(
  container: Container,
  kind: Kind<T>,
  { seal, open }: Codec<T>,
  lanes: <R>(work: () => Promise<R>) => Promise<R>,
): Collection<T> {
  const { name } = kind;
  const read = (pk: string, raw: Raw): Stored<T> => open({ pk, id: raw.id }, raw._etag, () => raw);
  const {
    get,
    list,
    put,
    remove,
  }: Pick<Collection<T>, 'get' | 'list' | 'put' | 'remove'> = {
    async get(partition, id) {
      const raw = await point(container, partition, id);
      return raw && read(partition, raw);
    },
    async list(partition, which = {}) {
      const found = await retrying((signal) =>
        query(container, partition, queryFor(partition, name, which), which.limit, signal),
      );
      return found.map((raw) => read(partition, raw));
    },
    async put(value, was, effects = []) {
      const sealed = seal(value, effects);
      const now = was === 'absent' ? undefined : await point(container, sealed.pk, sealed.id);
      if (was !== 'absent' && now?._etag !== was) return { outcome: 'changed-meanwhile' };
      if (now) read(sealed.pk, now);
      const settled = await write(container, sealed, was, now?.marks ?? []);
      if (settled === undefined) throw new OutcomeUnknown(name, sealed.pk, sealed.id);
      return settled;
    },
    async remove(partition, id, was) {
      try {
        const accessCondition = { type: 'IfMatch', condition: was };
        await retrying((abortSignal) => container.item(id, partition).delete({ accessCondition, abortSignal }));
      } catch (error) {
        if (statusOf(error) === PRECONDITION_FAILED) return 'changed-meanwhile';
        if (!isDefinite(error)) throw new OutcomeUnknown(name, partition, id);
        if (statusOf(error) !== NOT_FOUND) throw error;
      }
      return 'removed';
    },
  };
  return {
    name,
    partitionOf: kind.partition,
    idOf: kind.id,
    get: (partition, id) => answered(() => lanes(() => get(partition, id))),
    list: (partition, which) => answered(() => lanes(() => list(partition, which))),
    put: (value, was, effects) => answered(() => lanes(() => put(value, was, effects))),
    remove: (partition, id, was) => answered(() => lanes(() => remove(partition, id, was))),
  };
}

async function point(container: Container, pk: string, id: string, signal = patience()): Promise<Raw | undefined> {
  if (!isKey(pk) || !isKey(id)) return undefined;
  const read = (abortSignal: AbortSignal) => container.item(id, pk).read<Raw>({ abortSignal });
  const { resource, substatus } = await retrying(read, signal);
  if (substatus === CONTAINER_GONE) throw new StoreUnavailable('missing', undefined);
  return resource && Raw.parse(resource);
}

function write(container: Container, sealed: Envelope, was: Etag | 'absent', older: readonly string[]) {
  const mark = newMark();
  const document = { ...sealed, marks: [mark, ...older].slice(0, RING) };
  const abortSignal = patience();
  return settleWrite({
    mark,
    was,
    async send() {
      const accessCondition = { type: 'IfMatch', condition: was };
      const { etag } =
        was === 'absent'
          ? await container.items.create(document, { abortSignal })
          : await container.item(sealed.id, sealed.pk).replace(document, { accessCondition, abortSignal });
      return etag as Etag;
    },
    async look(): Promise<Marked | undefined> {
      const found = await point(container, sealed.pk, sealed.id, abortSignal);
      return found && { etag: found._etag as Etag, marks: found.marks };
    },
  });
}

/** The partition is named in the text too: the option alone is not everywhere honoured. */
function queryFor(pk: string, type: string, { from, below, withEffects }: Which): SqlQuerySpec {
  const conditions = ['c.pk = @pk', 'c.type = @type'];
  const parameters = [
    { name: '@pk', value: pk },
    { name: '@type', value: type },
  ];
  if (from !== undefined) {
    conditions.push('c.id >= @from');
    parameters.push({ name: '@from', value: from });
  }
  if (below !== undefined) {
    conditions.push('c.id < @below');
    parameters.push({ name: '@below', value: below });
  }
  if (withEffects) conditions.push('c.hasEffects = true');
  return { query: `SELECT * FROM c WHERE ${conditions.join(' AND ')} ORDER BY c.id`, parameters };
}

/** All pages, or as many as hold so many documents. A page may be empty and still not be the last. */
async function query(
  container: Container,
  partition: string,
  spec: SqlQuerySpec,
  limit: number | undefined,
  signal: AbortSignal,
): Promise<Raw[]> {
  const paging = limit === undefined ? {} : { maxItemCount: limit };
  const pages = container.items.query<unknown>(spec, { partitionKey: partition, abortSignal: signal, ...paging });
  const found: Raw[] = [];
  while (pages.hasMoreResults() && found.length < (limit ?? Number.POSITIVE_INFINITY)) {
    const { resources } = await pages.fetchNext();
    found.push(...(resources ?? []).map((raw) => Raw.parse(raw)));
  }
  return limit === undefined ? found : found.slice(0, limit);
}
