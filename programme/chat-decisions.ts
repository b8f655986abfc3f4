import { fieldOf, type SettingChange, standingChanges } from './setting-change.ts';

/** A document as a workbook would leave it. */
type Would = {
  readonly kind: string;
  readonly partition: string;
  readonly id: string;
  readonly before: object;
  readonly after: object;
};

/**
 * Decisions made in chat that a workbook would undo: a field that stands as it was decided last and would be another. What
 * the field became by a later workbook is no longer the chat's.
 * @param seen decisions up to this moment are known to the workbook, which was written out then
 */
export function undoneBy(
  { kind, partition, id, before, after }: Would,
  changes: readonly SettingChange[],
  seen: string | undefined,
): readonly SettingChange[] {
  const own = standingChanges(changes).flatMap((change) =>
    change.parts
      .filter((part) => part.kind === kind && part.partition === partition && part.id === id)
      .map((part) => ({ change, part })),
  );
  const names = [...new Set(own.flatMap(({ part }) => Object.keys(part.after)))];
  const undone = names.filter(differs(before, after)).flatMap((name) => {
    const touching = own.filter(({ part }) => name in part.after);
    const isTheirs = sameField(touching.at(-1)?.part.after[name], fieldOf(before, name));
    return isTheirs ? touching.map(({ change }) => change) : [];
  });
  const unseen = [...new Set(undone)].filter(({ at }) => seen === undefined || at > seen);
  // What somebody decided later about the same stands for what was decided before.
  return unseen.filter((change, at) => !unseen.slice(at + 1).some((later) => isSaidAgain(change, later)));
}

const sameField = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
const differs = (before: object, after: object) => (name: string) =>
  !sameField(fieldOf(before, name), fieldOf(after, name));

const isSaidAgain = ({ lines }: SettingChange, later: SettingChange): boolean =>
  lines.every(({ what }) => later.lines.some((line) => line.what === what));
