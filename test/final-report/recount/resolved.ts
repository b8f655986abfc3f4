import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { kinds } from '../../../storage/collections.ts';
import type { AnnexRow } from './handed-over.ts';

type Json = Readonly<Record<string, unknown>>;
type Versioned = {
  readonly versions?: readonly { readonly number?: number }[];
  readonly entries?: Versioned['versions'];
};

/** Kinds whose ids are not written out in the export, because they follow from what is: how each is put together. */
const FOLLOWS: Readonly<Record<string, (record: Json) => string>> = {
  items: ({ fiscalYear, item }) => `item-${fiscalYear}-${item}`,
  kpis: ({ fiscalYear, kpi }) => `kpi-${fiscalYear}-${kpi}`,
  minutes: ({ meeting }) => `minutes-${meeting}`,
  fundingRecords: ({ fiscalYear, municipality }) => `funding-${fiscalYear}-${municipality}`,
};

/** Looks records up in the JSON files of an export, as a row of the annex names them. */
export class Records {
  readonly #folder: string;
  readonly #kinds = new Map<string, readonly Json[]>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Why a row leads nowhere; undefined where it leads to one record, in a version that is there. */
  problemOf(row: AnnexRow): string | undefined {
    const called = row['記録の種類'];
    const named = Object.values(kinds).flatMap((kind) => (kind.called === called ? [kind.name] : []));
    const problems = named.map((kind) => this.#problemOf(kind, row));
    if (problems.length === 0) return `no kind: ${JSON.stringify(row)}`;
    return problems.includes(undefined) ? undefined : problems.join(', ');
  }

  #problemOf(kind: string, row: AnnexRow): string | undefined {
    const [id, code, version] = [row['記録の番号'], row['団体コード'], row['版']];
    const idOf = FOLLOWS[kind] ?? (({ id: own }: Json) => String(own));
    const found = this.#of(kind).filter(
      (each) => idOf(each) === id && (code === undefined || (each['municipality'] ?? code) === code),
    );
    const [record] = found;
    if (!record || found.length > 1) return `${found.length} of ${kind} ${id} ${code ?? ''}`;
    if (version === undefined) return undefined;
    const { versions = [], entries = [] } = record as Versioned;
    const all = [...versions, ...entries];
    const isThere = all.some(({ number }, at) => (number ?? at + 1) === version);
    return isThere ? undefined : `${kind} ${id} has no version ${version}`;
  }

  #of(kind: string): readonly Json[] {
    const known = this.#kinds.get(kind) ?? JSON.parse(readFileSync(join(this.#folder, `${kind}.json`), 'utf8'));
    this.#kinds.set(kind, known);
    return known;
  }
}
