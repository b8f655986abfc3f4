import type { Store } from '../../storage/collections.ts';
import type { Collection } from '../../storage/store.ts';
import type { Channel } from '../channels/channel.ts';
import type { Job } from '../job.ts';
import type { Metrics } from './metrics.ts';
import { inSpan } from './span.ts';

/** The same store; every request of it is a span, and counted. */
export function observedStore(store: Store, metrics: Metrics): Store {
  const all = Object.entries(store) as [string, Collection<unknown>][];
  return Object.fromEntries(all.map(([name, docs]) => [name, observedCollection(docs, metrics)])) as Store;
}

function observedCollection<T>(docs: Collection<T>, metrics: Metrics): Collection<T> {
  const watch = <R>(operation: string, work: () => Promise<R>): Promise<R> => {
    const began = performance.now();
    return inSpan(`store ${operation}`, { 'bansou.collection': docs.name }, work).finally(() =>
      metrics.stored(operation, performance.now() - began),
    );
  };
  return {
    name: docs.name,
    partitionOf: docs.partitionOf,
    idOf: docs.idOf,
    get: (...args) => watch('get', () => docs.get(...args)),
    list: (...args) => watch('list', () => docs.list(...args)),
    put: (...args) => watch('put', () => docs.put(...args)),
    remove: (...args) => watch('remove', () => docs.remove(...args)),
  };
}

/** The same channel; every sending is a span, and counted by what came of it. */
export function observedChannel(channel: Channel, metrics: Metrics): Channel {
  return {
    ...channel,
    send: (to, card) =>
      inSpan('send', { 'bansou.channel': channel.name }, async () => {
        const result = await channel.send(to, card);
        metrics.sent(channel.name, result.outcome);
        return result;
      }),
  };
}

/** The same job; finding out who is due and drawing a card are spans. */
export function observedJob(job: Job): Job {
  const attributes = { 'bansou.job': job.name };
  return {
    ...job,
    due: (slot, planning) => inSpan('job due', attributes, () => job.due(slot, planning)),
    card: (drawing) => inSpan('job card', attributes, () => job.card(drawing)),
  };
}
