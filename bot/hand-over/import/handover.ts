import { type ActionItem, openActions, withNewOwner } from '../../../programme/meetings/action-item.ts';
import type { Member } from '../../../programme/member.ts';
import { municipal } from '../../../storage/collections.ts';
import { municipalitiesIn } from '../../../storage/municipalities.ts';
import type { Stored } from '../../../storage/store.ts';
import type { Identified } from './identify.ts';
import { bring, type ImportStep, type Run } from './step.ts';

type Person = Pick<Member, 'id' | 'name' | 'role' | 'municipalities' | 'lead'>;

/**
 * Open homework of a municipality whose owner works there no longer goes to its present lead. Where there is nobody
 * yet it stays, and goes with the import that names somebody.
 */
export async function planHandover(
  run: Run,
  roster: readonly Identified[],
  members: readonly Stored<Member>[],
): Promise<{ readonly steps: readonly ImportStep[]; readonly said: readonly string[] }> {
  const present = new Map<string, Person>(roster.map(({ entry, id }) => [id, { ...entry, id }]));
  const former = new Map(members.map(({ value }) => [value.id, value]));
  const towns = await municipalitiesIn(run.store);
  const steps: ImportStep[] = [];
  const said: string[] = [];
  for (const town of towns) {
    const next = successorIn(town.code, [...present.values()]);
    if (!next) continue;
    const found = await run.store.actionItems.list(municipal(town.code), { from: 'action-', below: 'action.' });
    const orphaned = openActions(found.map(({ value }) => value)).filter(({ owner }) => {
      const before = former.get(owner);
      return before?.role === 'municipal' && !worksIn(town.code, present.get(owner));
    });
    if (orphaned.length === 0) continue;
    const isOrphaned = new Set(orphaned.map(({ id }) => id));
    steps.push(...found.filter(({ value }) => isOrphaned.has(value.id)).map((one) => handOver(run, one, next)));
    said.push(`${town.name}の宿題${orphaned.length}件を、今の担当の${next.name}さんに引き継ぎました。`);
  }
  return { steps, said };
}

const worksIn = (code: string, person: Person | undefined) =>
  person?.role === 'municipal' && person.municipalities.includes(code);

function successorIn(code: string, people: readonly Person[]): Person | undefined {
  const here = people.filter((person) => worksIn(code, person));
  return here.find(({ lead }) => lead) ?? here[0];
}

function handOver(run: Run, found: Stored<ActionItem>, next: Person): ImportStep {
  const { municipality } = found.value;
  return bring(run, 'actionItems', found, (now = found.value) => withNewOwner(now, found.value.owner, next.id), {
    section: 'homework',
    ...(municipality === undefined ? {} : { municipality }),
  });
}
