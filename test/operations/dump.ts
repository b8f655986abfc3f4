import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { kinds, municipal, type OpenStore } from '../../storage/collections.ts';
import { openSqlite } from '../../storage/sqlite-driver.ts';
import { livedInHouse } from './lived-in.ts';

/**
 * `npx tsx test/operations/dump.ts v2 [kind …]`: writes what this version of the program really stores to
 * test/fixtures/documents/v2, two documents of each kind (or of these alone). What a released version wrote is never
 * written again.
 */
const PER_KIND = 2;
/** A document that shows all there is need not be long. */
const LONGEST = 6_000;

type Row = { container: string; pk: string; id: string; schema: number; body: string; effects: string };

const [version, ...named] = process.argv.slice(2);
const folder = new URL(`../fixtures/documents/${version}/`, import.meta.url).pathname;
const house = await livedInHouse();
await leaveEffects(house.service.store);
const beside = openSqlite(house.file);
mkdirSync(folder, { recursive: true });
for (const type of named.length > 0 ? named : Object.keys(kinds)) {
  const rows = beside
    .prepare('SELECT container, pk, id, schema, body, effects FROM docs WHERE type = ? ORDER BY container, pk, id')
    .all(type) as Row[];
  const documents = telling(rows).map(({ container, pk, id, schema, body, effects }) => ({
    ...{ container, pk, id, type, schema },
    ...{ body: JSON.parse(body), effects: JSON.parse(effects) },
  }));
  writeFileSync(join(folder, `${type}.json`), `${JSON.stringify(documents, undefined, 2)}\n`);
}
beside.close();
await house.close();

/** Those that say most, of different partitions where there are several. */
function telling(rows: readonly Row[]): readonly Row[] {
  const size = ({ body, effects }: Row) => body.length + effects.length;
  const short = rows.filter((row) => size(row) <= LONGEST);
  const most = short.toSorted((a, b) => size(b) - size(a));
  const apart = most.filter(({ pk }, at) => most.findIndex((row) => row.pk === pk) === at);
  return [...new Set([...apart, ...most])].slice(0, PER_KIND);
}

/** As a crash between a write and its effects would. */
async function leaveEffects({ helpRequests }: OpenStore['store']): Promise<void> {
  const [found] = await helpRequests.list(municipal('203033'));
  if (!found) throw new Error('no help request');
  const { by, at, via } = found.value;
  const record = `helpRequests/${municipal('203033')}/${found.value.id}`;
  const entry = { id: 'a-left', at, by, via, command: 'ask-help', record, municipality: '203033', before: found.etag };
  await helpRequests.put(found.value, found.etag, [{ kind: 'audit', entry }]);
}
