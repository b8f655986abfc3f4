import { ask } from '../../../programme/asks.ts';
import { decisionsOf, newYearPlanId } from '../../../programme/year/new-year-plan.ts';
import { UNDER_WAY, type UnderWay } from '../../../programme/year/under-way.ts';
import { MEMBERS, municipal, PROGRAMME, type Store } from '../../../storage/collections.ts';
import { storedMunicipalities } from '../../../storage/municipalities.ts';
import { applyAll } from '../import/import-workbook.ts';
import { planPeople } from '../import/people.ts';
import { planMeetings, planMunicipalities } from '../import/programme.ts';
import { bring, type ImportStep, type Run } from '../import/step.ts';

/**
 * Brings in what carries no year, once the programme has gone on to the next one: who leaves and who comes,
 * municipalities and meetings. Where a change of the year was cut short after that, every opening of the store comes
 * here, and a running service once an hour; where it was cut short before, nothing is to be seen of it and nothing is
 * done. Where there is none, which is nearly always, this is one point read. Several may do it at once.
 * @returns whether the programme is in the year that was begun
 */
export async function finishNewYear(
  store: Store,
  beforeWriting: () => Promise<void> = async () => undefined,
): Promise<boolean> {
  const found = await store.yearsUnderWay.get(PROGRAMME, UNDER_WAY);
  if (!found) return false;
  const programme = (await store.programmes.get(PROGRAMME, 'programme'))?.value;
  if (programme?.fiscalYear !== found.value.fiscalYear) return false;
  for (const phase of await phasesOf(store, found.value)) await applyAll(phase, beforeWriting);
  await store.yearsUnderWay.remove(PROGRAMME, UNDER_WAY, found.etag);
  return true;
}

/** Those who leave go first, and those who come are last: then what they see is there. */
async function phasesOf(store: Store, step: UnderWay): Promise<readonly (readonly ImportStep[])[]> {
  const run: Run = { store, now: new Date(step.at), command: ask('new-year').command };
  const [members, municipalities, meetings] = await Promise.all([
    store.members.list(MEMBERS),
    storedMunicipalities(store),
    store.meetings.list(PROGRAMME),
  ]);
  const people = planPeople(
    run,
    step.people.map(({ id, ...entry }) => ({ id, entry, known: undefined })),
    members,
  );
  return [
    people.leaving,
    planMunicipalities(run, step.municipalities, municipalities),
    planMeetings(run, step.meetings, meetings, step.fiscalYear),
    people.staying,
    await planHistory(run, step),
  ];
}

/** What was prepared in chat has been carried out and is history. */
async function planHistory(run: Run, { fiscalYear, at, municipalities }: UnderWay): Promise<readonly ImportStep[]> {
  const plans = await Promise.all(
    municipalities.map(({ code }) => run.store.newYearPlans.get(municipal(code), newYearPlanId(fiscalYear))),
  );
  return plans.flatMap((plan) =>
    plan && decisionsOf(plan.value).length > 0
      ? [
          bring(run, 'newYearPlans', plan, (now = plan.value) => ({ ...now, carriedOut: at }), {
            section: 'programme',
            municipality: plan.value.municipality,
          }),
        ]
      : [],
  );
}
