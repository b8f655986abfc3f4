import type { Judged } from './judge.ts';

const share = (part: number, all: number): string => `${part}/${all} (${((100 * part) / (all || 1)).toFixed(1)} %)`;

/** How many are right in each group, the worst first. */
function byGroup(all: readonly Judged[], nameOf: (judged: Judged) => string): readonly string[] {
  const groups = new Map<string, Judged[]>();
  for (const each of all) groups.set(nameOf(each), [...(groups.get(nameOf(each)) ?? []), each]);
  const shares = [...groups].map(([name, each]) => ({
    name,
    right: each.filter(({ right }) => right).length,
    of: each.length,
  }));
  return shares
    .toSorted((a, b) => a.right / a.of - b.right / b.of || b.of - a.of)
    .map(({ name, right, of }) => `  ${name}: ${share(right, of)}`);
}

/** How many there are in each group. */
function counted(all: readonly Judged[], nameOf: (judged: Judged) => string): readonly string[] {
  const names = all.map(nameOf);
  return [...new Set(names)].map((name) => `  ${name}: ${names.filter((other) => other === name).length}`);
}

const kindOf = ({ kind, id }: Judged): string => kind ?? id.slice(0, 1);

/** What is meant, as one word. */
const commandOf = ({ expect: { command, together, notAWrite } }: Judged): string =>
  command ?? (together ? 'together' : notAWrite ? 'notAWrite' : 'askBack');

/** The figures of a set: none of its sentences stands in them. */
export function tallyOf(all: readonly Judged[]): string {
  const clear = all.filter((each) => each.clear);
  const right = all.filter((each) => each.right);
  const writes = all.filter(({ wrongWrite }) => wrongWrite);
  return [
    'by kind',
    ...byGroup(all, kindOf),
    'by command',
    ...byGroup(all, commandOf),
    `right: ${share(right.length, all.length)}`,
    `clear ones that act at once: ${share(clear.filter((each) => each.acts && each.right).length, clear.length)}`,
    `clear ones read without a doubt: ${share(clear.filter((each) => each.certain && each.right).length, clear.length)}`,
    'what keeps the others',
    ...counted(
      clear.filter((each) => !(each.acts && each.right)),
      ({ right: isRight, heldBy = 'read as something else' }) => (isRight ? heldBy : `read otherwise (${heldBy})`),
    ),
    `wrong writes: ${writes.length}`,
    ...counted(writes, kindOf),
  ].join('\n');
}

export const isWrong = ({ right, wrongWrite }: Judged): boolean => wrongWrite || !right;

/** A sentence that was not read as it is meant, and how it was read. */
export const wrongOne = ({ id, kind, text, expect, got, wrongWrite }: Judged): string =>
  [
    `${wrongWrite ? '!!' : '  '} ${id} ${kind ?? ''} ${text}`,
    `     meant ${JSON.stringify(expect)}`,
    `     read  ${JSON.stringify(got)}`,
  ].join('\n');
