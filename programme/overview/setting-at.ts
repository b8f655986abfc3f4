import { type Fields, type SettingChange, type SettingPart, withFields } from '../setting-change.ts';

/** What has to be known of a kind to find the changes of one of its documents. */
type KindOf<T> = {
  readonly name: string;
  readonly partition: (value: T) => string;
  readonly id: (value: T) => string;
};

/** A moment at which a setting changed, and what its fields were right before; `made`: there was no such document. */
type Turned = { readonly at: string; readonly before: Fields | 'made' };

/** When which settings were changed in chat, by document, newest first. What a workbook set has no moment, and stands always. */
export type SettingHistory = ReadonlyMap<string, readonly Turned[]>;

export function settingHistory(changes: readonly SettingChange[]): SettingHistory {
  const history = new Map<string, Turned[]>();
  for (const change of changes)
    for (const part of change.parts) {
      const key = keyOf(part.kind, part.partition, part.id);
      history.set(key, [...(history.get(key) ?? []), ...turnedBy(change, part)]);
    }
  for (const turned of history.values()) turned.sort((a, b) => b.at.localeCompare(a.at));
  return history;
}

/** What was made stays when its making is taken back. */
function turnedBy({ at, undone }: SettingChange, { before, after }: SettingPart): readonly Turned[] {
  const isMade = Object.keys(before).length === 0 && Object.keys(after).length === 0;
  if (isMade) return [{ at, before: 'made' }];
  return [{ at, before }, ...(undone ? [{ at: undone.at, before: after }] : [])];
}

const keyOf = (kind: string, partition: string, id: string): string => `${kind}/${partition}/${id}`;

/** A document with its settings as they stood at a moment; undefined where there was none yet. */
export function settingAt<T extends object>(
  history: SettingHistory,
  { name, partition, id }: KindOf<T>,
  value: T,
  moment: Date,
): T | undefined {
  const then = moment.toISOString();
  let known = value;
  for (const { at, before } of history.get(keyOf(name, partition(value), id(value))) ?? []) {
    if (at <= then) break;
    if (before === 'made') return undefined;
    known = withFields(known, before);
  }
  return known;
}
