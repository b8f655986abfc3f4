import type { WorkbookAssignment } from '../../../documents/workbook/content.ts';
import {
  ASSIGNMENTS,
  type Assignment,
  assignmentId,
  currentAssignment,
} from '../../../programme/support/assignment.ts';
import type { Term } from '../../../programme/term.ts';
import { municipal } from '../../../storage/collections.ts';
import type { Stored } from '../../../storage/store.ts';
import type { Identified } from './identify.ts';
import { bring, type ImportStep, type Run } from './step.ts';

type Line = Omit<WorkbookAssignment, 'expert'> & { readonly expert: string };

/** Lines of 派遣 of people whom the store knows, or will. */
export function assignedIn(lines: readonly WorkbookAssignment[], roster: readonly Identified[]): readonly Line[] {
  return lines.flatMap((line) => {
    const found = roster.find(({ entry }) => entry.name === line.expert.name && entry.office === line.expert.office);
    return found ? [{ ...line, expert: found.id }] : [];
  });
}

/** The terms that these lines give to each person. */
export function termsIn(lines: readonly Line[]): ReadonlyMap<string, readonly Term[]> {
  const terms = new Map<string, readonly Term[]>();
  for (const { expert, municipality, from, until } of lines)
    terms.set(expert, [...(terms.get(expert) ?? []), { municipality, from, until }]);
  return terms;
}

/** What the workbook says of assignments is decided so; what it says nothing of stays. */
export async function planAssignments(run: Run, lines: readonly Line[]): Promise<readonly ImportStep[]> {
  const codes = [...new Set(lines.map(({ municipality }) => municipality))];
  const plans = codes.map(async (code) => {
    const known = await run.store.assignments.list(municipal(code), ASSIGNMENTS);
    const own = lines.filter(({ municipality }) => municipality === code);
    return own.map((line) =>
      bring(run, 'assignments', foundFor(line, known), (now) => assignmentOf(line, now, run), {
        section: 'assignments',
        municipality: code,
      }),
    );
  });
  return (await Promise.all(plans)).flat();
}

function foundFor({ expert, from }: Line, known: readonly Stored<Assignment>[]): Stored<Assignment> | undefined {
  const isIt = ({ value }: Stored<Assignment>) => value.expert === expert && currentAssignment(value).from === from;
  const found = known.filter(isIt);
  return found.find(({ value }) => value.active !== false) ?? found[0];
}

function assignmentOf(
  { municipality, expert, from, until, planned, themes, agreed }: Line,
  now: Assignment | undefined,
  { now: at }: Run,
): Assignment {
  const said = {
    ...{ from, until },
    ...(planned === undefined ? {} : { planned }),
    ...(themes ? { themes } : {}),
  };
  const current = now && currentAssignment(now);
  const sources = current?.sources === undefined ? {} : { sources: current.sources };
  const version = {
    ...{ by: 'operator', at: at.toISOString(), via: 'cli', ask: `import-${at.toISOString()}` },
    ...said,
    ...sources,
    ...(agreed ? { agreed } : {}),
  };
  if (!now || !current) return { id: assignmentId(expert, from), municipality, expert, versions: [version] };
  const same = plain({ ...current }) === plain(version);
  const { active: _, ...rest } = now;
  if (same && now.active !== false) return now;
  return { ...rest, versions: same ? now.versions : [...now.versions, version] };
}

type Said = Pick<Line, 'from' | 'until' | 'planned' | 'themes' | 'agreed'>;
const plain = ({ from, until, planned, themes, agreed }: Said): string =>
  JSON.stringify([from, until, planned, themes, agreed]);
