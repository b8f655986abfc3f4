import { members as kind, type Member, sameEmail } from '../../../programme/member.ts';
import { plainName } from '../../../programme/person-name.ts';
import { type SettingChange, standingChanges, withFields } from '../../../programme/setting-change.ts';
import type { Identified } from './identify.ts';

/**
 * A line that fits nobody as they are now may be somebody as they were before their name or e-mail was changed in chat:
 * an older workbook is no reason to make them somebody new.
 */
export function asBeforeChat(
  lines: readonly Identified[],
  members: readonly Member[],
  changes: readonly SettingChange[],
): readonly Identified[] {
  const taken = new Set(lines.flatMap(({ known }) => known?.id ?? []));
  const former = members
    .filter(({ id, active }) => active && !taken.has(id))
    .map((member) => ({ member, before: beforeChat(member, changes) }))
    .filter(({ member, before }) => before !== member);
  return lines.map((line) => {
    if (line.known) return line;
    const fitting = former.filter(({ before }) => fits(before, line.entry));
    const [only] = fitting;
    return only && fitting.length === 1 ? { ...line, id: only.member.id, known: only.member } : line;
  });
}

function beforeChat(member: Member, changes: readonly SettingChange[]): Member {
  const own = standingChanges(changes)
    .toReversed()
    .flatMap(({ parts }) => parts.filter((part) => part.kind === kind.name && part.id === member.id));
  return own.reduce((now, { before }) => withFields(now, before), member);
}

function fits(before: Member, entry: Identified['entry']): boolean {
  if (plainName(before.name) !== plainName(entry.name)) return false;
  if (before.email !== undefined && entry.email !== undefined) return sameEmail(before.email, entry.email);
  return plainName(before.office) === plainName(entry.office);
}
