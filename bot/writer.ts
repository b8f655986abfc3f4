import type { AuditEntry } from '../programme/audit.ts';
import type { Provenance } from '../programme/provenance.ts';
import { type KnownKinds, kinds, type Store } from '../storage/collections.ts';
import { auditId } from '../storage/ids.ts';
import { relay } from '../storage/relay.ts';
import { type Collection, change } from '../storage/store.ts';
import { noteWrite } from './last-written.ts';
import type { Turn } from './turn.ts';

/**
 * The write path of a turn: every change carries its audit entry inside the document and the relay carries it out
 * at once; what a crash leaves behind, the next change or sweep of that document does.
 */
export function writer(store: Store, from: Provenance, command: string, municipality?: string): Turn['change'] {
  return async (name, at, next) => {
    // One collection's value type is lost in the union of all; `name` ties them together again.
    const docs = store[name] as unknown as Collection<ReturnType<typeof next>>;
    const record = `${name}/${at.partition}/${at.id}`;
    const isConfidential = (kinds as KnownKinds)[name]?.confidential === true;
    const entry = (before: string | undefined): AuditEntry => ({
      id: auditId(from.ask, record, before),
      at: from.at,
      by: from.by,
      via: from.via,
      command,
      record,
      ...(municipality === undefined || isConfidential ? {} : { municipality }),
      ...(before === undefined ? {} : { before }),
    });
    const { value } = await change(
      docs,
      at,
      (now, before) => ({ value: next(now), effects: [{ kind: 'audit', entry: entry(before) }] }),
      (found) => relay(store, docs, found),
    );
    const written = await docs.get(at.partition, at.id);
    if (written && written.effects.length > 0) await relay(store, docs, written);
    noteWrite(from, { record, municipality });
    return value;
  };
}
