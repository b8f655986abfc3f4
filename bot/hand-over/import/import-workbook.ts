import { ProgrammeContent } from '../../../documents/workbook/content.ts';
import { fiscalYearName } from '../../../programme/day.ts';
import type { Programme } from '../../../programme/programme.ts';
import { MEMBERS, PROGRAMME, type Store } from '../../../storage/collections.ts';
import { storedMunicipalities } from '../../../storage/municipalities.ts';
import { assignedIn, planAssignments, termsIn } from './assignments.ts';
import { decidedIn } from './decided.ts';
import { markUndone, OlderWorkbook, undoneIn } from './decisions.ts';
import { asBeforeChat } from './former-selves.ts';
import { planHandover } from './handover.ts';
import { identify } from './identify.ts';
import { planPeople } from './people.ts';
import { meetingOf, planMeetings, planMunicipalities, planProgramme } from './programme.ts';
import { planProgress } from './progress.ts';
import type { ImportStep } from './step.ts';
import { type ImportSummary, summaryOf } from './summary.ts';

/** `undo`: the workbook counts all the same. `writtenOut`: what stood at this moment the workbook knows. */
type Older = { readonly undo?: boolean; readonly writtenOut?: string | undefined };

/** How many records are written side by side. */
const ABREAST = 8;

/** The workbook is of another year than the one in force. Nothing was written; what this says can be shown. */
export class OtherYear extends Error {}

/**
 * Applies a workbook of the year in force. Everything is read and decided before the first write; writing is
 * idempotent, so that an import that was cut short is healed by running it again, and the same workbook twice changes
 * no etag.
 *
 * What a newer workbook no longer lists: people lose access and keep their history; municipalities become
 * 支援対象外; KPIs are no longer asked for weekly; items stay as they are (an item that is not worked on says 対象外);
 * meetings of the workbook that lie ahead are removed. Reports, versions and entries are never touched.
 *
 * Those who leave go first and the programme itself comes last: a first import that was cut short leaves a bot that
 * says there is no programme yet.
 *
 * What was decided in chat since is not undone unseen: a workbook that would is refused with all that it would undo.
 *
 * @throws OtherYear where it is of another one: to go on to a next year is a decision of its own
 * @param beforeWriting is awaited before every few writes; what it throws stops the import there
 * @throws OlderWorkbook before the first write
 */
export async function importWorkbook(
  store: Store,
  content: ProgrammeContent,
  now: Date,
  beforeWriting: () => Promise<void> = async () => undefined,
  { undo = false, writtenOut }: Older = {},
): Promise<ImportSummary> {
  const workbook = ProgrammeContent.parse(content);
  const [members, municipalities, meetings, programme] = await Promise.all([
    store.members.list(MEMBERS),
    storedMunicipalities(store),
    store.meetings.list(PROGRAMME),
    store.programmes.get(PROGRAMME, 'programme'),
  ]);
  refuseOtherYear(workbook.programme.fiscalYear, programme?.value);
  const names = new Map(municipalities.map(({ value }) => [value.code, value.name]));
  const townName = (code: string) => names.get(code) ?? code;
  const run = { store, now, decided: await decidedIn(store, { writtenOut, programme: programme?.value, townName }) };
  const roster = identify(
    workbook.members,
    members.map(({ value }) => value),
  );
  const listed = asBeforeChat(
    roster.people,
    members.map(({ value }) => value),
    run.decided.changes,
  );
  const assigned = assignedIn(workbook.assignments ?? [], listed);
  const people = planPeople(run, listed, members, termsIn(assigned));
  const handover = await planHandover(run, listed, members);
  const phases: (readonly ImportStep[])[] = [
    people.leaving,
    planMunicipalities(run, workbook.municipalities, municipalities),
    await planProgress(
      run,
      workbook,
      municipalities.map(({ value }) => value.code),
    ),
    planMeetings(
      run,
      workbook.meetings.map((meeting) => meetingOf(meeting, roster.people)),
      meetings,
      workbook.programme.fiscalYear,
    ),
    people.staying,
    await planAssignments(run, assigned),
    handover.steps,
    [planProgramme(run, workbook.programme, programme)],
  ];
  const undone = undoneIn(phases.flat());
  if (undone.length > 0 && !undo) throw new OlderWorkbook(undone);
  phases.push(markUndone(run, undone));
  for (const phase of phases) await applyAll(phase, beforeWriting);
  return summaryOf(phases.flat(), [...roster.said, ...handover.said], now);
}

function refuseOtherYear(said: number, inForce: Programme | undefined): void {
  if (inForce === undefined || inForce.fiscalYear === said) return;
  const [year, now] = [fiscalYearName(said), fiscalYearName(inForce.fiscalYear)];
  const next =
    said > inForce.fiscalYear
      ? `${year}に移るときは、年度更新（npm run bansou -- new-year 取込表.xlsx）で、何を続けるかを確かめてから移ります。`
      : `前の年度の記録は、取込表では変えられません。`;
  throw new OtherYear(
    `取込表は${year}のもので、今の事業は${now}です。${next}${now}の取込表なら、「事業」シートの年度を直してください。`,
  );
}

/** Writes side by side what is to be written. */
export async function applyAll(
  steps: readonly ImportStep[],
  beforeWriting: () => Promise<void> = async () => undefined,
): Promise<void> {
  const writes = steps.flatMap(({ apply }) => (apply ? [apply] : []));
  for (let from = 0; from < writes.length; from += ABREAST) {
    await beforeWriting();
    await Promise.all(writes.slice(from, from + ABREAST).map((write) => write()));
  }
}
