import type { Leave } from '../absence.ts';
import { addDays, type Day } from '../day.ts';

/** With one more leave. What overlaps it gives way; what it overlaps or touches with the same substitute becomes one. */
export function withLeave(leaves: readonly Leave[], leave: Leave): readonly Leave[] {
  const joined = [leave, ...leaves.filter((other) => other.substitute === leave.substitute && touches(other, leave))];
  const whole = {
    ...leave,
    from: first(joined.map(({ from }) => from)),
    until: last(joined.map(({ until }) => until)),
  };
  const others = leaves.filter((other) => !joined.includes(other)).flatMap((other) => around(other, whole));
  return [...others, whole].toSorted(byStart);
}

/** Those that share a day with this one and say something else. */
export function overlapping(leaves: readonly Leave[], leave: Leave): readonly Leave[] {
  return leaves.filter((other) => sharesDay(other, leave) && !isSame(other, leave));
}

/** All of them and this one as one leave, from the first day to the last. */
export function joined(leaves: readonly Leave[], leave: Leave): readonly Leave[] {
  const others = leaves.filter((other) => sharesDay(other, leave));
  const substitute = leave.substitute ?? others.find((other) => other.substitute)?.substitute;
  const whole = {
    from: first([leave, ...others].map(({ from }) => from)),
    until: last([leave, ...others].map(({ until }) => until)),
    ...(substitute === undefined ? {} : { substitute }),
  };
  return [...leaves.filter((other) => !others.includes(other)), whole].toSorted(byStart);
}

/** This one instead of those that share a day with it; days that are over stay. */
export function replaced(leaves: readonly Leave[], leave: Leave, today: Day): readonly Leave[] {
  const others = leaves.filter((other) => sharesDay(other, leave));
  const kept = others.reduce<readonly Leave[]>((left, other) => withoutLeave(left, other, today), leaves);
  return [...kept, leave].toSorted(byStart);
}

/** Back today: a leave that runs has ended yesterday, one that starts today or later has never been. */
export function withoutLeave(leaves: readonly Leave[], leave: Leave, today: Day): readonly Leave[] {
  const kept = leaves.filter(({ from }) => from !== leave.from);
  return leave.from < today ? [...kept, { ...leave, until: addDays(today, -1) }].toSorted(byStart) : kept;
}

/** Those that run or lie ahead. */
export function leavesFrom(leaves: readonly Leave[] | undefined, today: Day): readonly Leave[] {
  return (leaves ?? []).filter(({ until }) => until >= today).toSorted(byStart);
}

const sharesDay = (a: Leave, b: Leave) => a.from <= b.until && b.from <= a.until;
const isSame = (a: Leave, b: Leave) => a.from === b.from && a.until === b.until && a.substitute === b.substitute;

function touches(a: Leave, b: Leave): boolean {
  return a.from <= addDays(b.until, 1) && b.from <= addDays(a.until, 1);
}

/** What is left of a leave before and after another one. */
function around(leave: Leave, other: Leave): Leave[] {
  const parts = [
    { ...leave, until: first([leave.until, addDays(other.from, -1)]) },
    { ...leave, from: last([leave.from, addDays(other.until, 1)]) },
  ];
  const left = parts.filter(({ from, until }) => from <= until);
  return left.length === 2 && left[0]?.until === left[1]?.until ? left.slice(0, 1) : left;
}

const byStart = (a: Leave, b: Leave) => a.from.localeCompare(b.from);
const first = (days: readonly Day[]): Day => days.toSorted()[0] ?? '';
const last = (days: readonly Day[]): Day => days.toSorted().at(-1) ?? '';
