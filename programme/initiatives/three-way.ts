import type { InitiativeContent } from './initiative.ts';

type ContentKey = keyof InitiativeContent;

/**
 * What a returned row says, by field: what has no column in the file is absent, and an emptied cell of what may be
 * absent is null.
 */
export type SaidContent = { readonly [F in ContentKey]?: InitiativeContent[F] | null | undefined };

export type FieldValue = InitiativeContent[ContentKey] | null;

/** A field that only the file changes: what stands now → what it says. */
export type FieldChange = {
  readonly field: ContentKey;
  readonly before: FieldValue;
  readonly after: FieldValue;
};

/** A field that the file and somebody else have changed since it was exported, each to something else. */
export type FieldConflict = FieldChange & { readonly exported: FieldValue };

export type Comparison = { readonly changes: readonly FieldChange[]; readonly conflicts: readonly FieldConflict[] };

/**
 * Field by field: what the file left as it was exported stays as it is now; what it says and stands already needs
 * nothing; what only the file changed is a change; what both changed is a conflict.
 */
export function threeWay(said: SaidContent, exported: InitiativeContent, now: InitiativeContent): Comparison {
  const changes: FieldChange[] = [];
  const conflicts: FieldConflict[] = [];
  for (const [field, after] of saidFields(said)) {
    const [was, before] = [exported[field] ?? null, now[field] ?? null];
    if (isSame(after, was) || isSame(after, before)) continue;
    if (isSame(before, was)) changes.push({ field, before, after });
    else conflicts.push({ field, exported: was, before, after });
  }
  return { changes, conflicts };
}

/** What stands now, with what these fields say. */
export function withChanges(now: InitiativeContent, changes: readonly FieldChange[]): InitiativeContent {
  const merged: Record<string, unknown> = { ...now };
  for (const { field, after } of changes) {
    if (after === null) delete merged[field];
    else merged[field] = after;
  }
  // A change holds what its field may hold: it was read by the field's own column.
  return merged as InitiativeContent;
}

function saidFields(said: SaidContent): readonly (readonly [ContentKey, FieldValue])[] {
  return Object.entries(said).flatMap(([field, value]) =>
    value === undefined ? [] : [[field as ContentKey, value] as const],
  );
}

const UNSEEN = /\p{Cf}/gu;
const BLANK = /[\p{Cc}\s]+/gu;

/** Excel and people break lines and space words otherwise; the order of several says nothing. */
function isSame(a: FieldValue, b: FieldValue): boolean {
  return valueKey(a) === valueKey(b);
}

/** Two values that mean the same have the same. */
export function valueKey(value: FieldValue): string {
  if (typeof value === 'string') return value.replace(UNSEEN, '').replace(BLANK, ' ').trim();
  return JSON.stringify(Array.isArray(value) ? [...new Set<string>(value)].sort() : value);
}
