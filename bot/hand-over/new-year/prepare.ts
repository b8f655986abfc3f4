import { ProgrammeContent } from '../../../documents/workbook/content.ts';
import { fiscalYearName, shortDate } from '../../../programme/day.ts';
import type { Member } from '../../../programme/member.ts';
import type { Municipality } from '../../../programme/municipality.ts';
import type { Programme, YearSettings } from '../../../programme/programme.ts';
import { type ItemDecision, itemYearOf } from '../../../programme/year/going-on.ts';
import { type ClosingYear, type NewYear, newYearFrom } from '../../../programme/year/new-year.ts';
import { decisionsOf, newYearPlanId } from '../../../programme/year/new-year-plan.ts';
import { nextEdition } from '../../../programme/year/next-edition.ts';
import { MEMBERS, municipal, PROGRAMME, type Store } from '../../../storage/collections.ts';
import { municipalitiesIn } from '../../../storage/municipalities.ts';
import { itemsIn, kpisIn } from '../../../storage/progress.ts';
import { settingChangesIn } from '../../setting-change.ts';
import { asBeforeChat } from '../import/former-selves.ts';
import { type Identified, identify } from '../import/identify.ts';
import { NotNextYear } from './not-next-year.ts';

/** A change of the year as it would be carried out now. Nothing is written. */
export type PreparedYear = {
  readonly programme: Programme;
  readonly content: ProgrammeContent;
  readonly newYear: NewYear;
  readonly people: {
    readonly roster: readonly Identified[];
    readonly coming: readonly string[];
    readonly leaving: readonly string[];
    readonly staying: number;
    /** Decisions about who is who, for the operator to see. */
    readonly said: readonly string[];
  };
  /** Decisions that cannot be carried out with this workbook, each with what to do. */
  readonly faults: readonly string[];
};

/**
 * Puts the closing year, the next year's workbook and the decisions together.
 * @param sheet what the operator's plan says; it counts before what was decided in chat
 * @throws NotNextYear, UnclearPeople
 */
export async function prepare(
  store: Store,
  workbook: ProgrammeContent,
  sheet: readonly ItemDecision[],
): Promise<PreparedYear> {
  const content = ProgrammeContent.parse(workbook);
  const closing = await closingYearIn(store);
  const next = content.programme.fiscalYear;
  if (!closing || next !== closing.programme.fiscalYear + 1) throw new NotNextYear(next, closing?.programme);
  const decisions = await decisionsWith(store, closing.municipalities, next, sheet);
  const members = (await store.members.list(MEMBERS)).map(({ value }) => value);
  const { people: lines, said } = identify(content.members, members);
  const people = asBeforeChat(lines, members, await settingChangesIn(store));
  return {
    programme: closing.programme,
    content,
    newYear: newYearFrom(closing, content, decisions, nextEdition(content.programme)),
    people: { roster: people, said, ...moving(people, members) },
    faults: decisions.flatMap((decision) => dueFault(decision, content.programme, closing.municipalities)),
  };
}

/** What the programme has of the year in force; undefined while there is no programme. */
export async function closingYearIn(store: Store): Promise<ClosingYear | undefined> {
  const programme = (await store.programmes.get(PROGRAMME, 'programme'))?.value;
  if (!programme) return undefined;
  const municipalities = await municipalitiesIn(store);
  const records = await Promise.all(
    municipalities.map(async ({ code }) => ({
      items: await itemsIn(store, code, programme.fiscalYear),
      kpis: await kpisIn(store, code, programme.fiscalYear),
    })),
  );
  return {
    programme,
    municipalities,
    items: records.flatMap(({ items }) => items.map(({ value }) => value)),
    kpis: records.flatMap(({ kpis }) => kpis.map(({ value }) => value)),
  };
}

/** What was decided in chat, and what the operator's plan says instead. */
async function decisionsWith(
  store: Store,
  municipalities: readonly Municipality[],
  next: number,
  sheet: readonly ItemDecision[],
): Promise<readonly ItemDecision[]> {
  const plans = await Promise.all(
    municipalities.map(({ code }) => store.newYearPlans.get(municipal(code), newYearPlanId(next))),
  );
  const all = [...plans.flatMap((plan) => decisionsOf(plan?.value)), ...sheet];
  return [...new Map(all.map((decision) => [`${decision.municipality} ${decision.item}`, decision])).values()];
}

function moving(roster: readonly Identified[], members: readonly Member[]) {
  const here = new Set(roster.map(({ id }) => id));
  const isNew = ({ known }: Identified) => !known?.active;
  return {
    coming: roster.filter(isNew).map(({ entry }) => `${entry.name}（${entry.office}）`),
    leaving: members
      .filter(({ id, active }) => active && !here.has(id))
      .map(({ name, office }) => `${name}（${office}）`),
    staying: roster.filter((one) => !isNew(one)).length,
  };
}

/** The same rule as the workbook has for its own deadlines. */
function dueFault(
  decision: ItemDecision,
  { fiscalYear, start, end }: YearSettings,
  towns: readonly Municipality[],
): string[] {
  const { municipality, item, due } = decision;
  const year = itemYearOf(decision.goesOn);
  if (due === undefined || year === 'none') return [];
  if (due >= start && (year === 'later' || due <= end)) return [];
  const name = towns.find(({ code }) => code === municipality)?.name ?? municipality;
  const period = `${shortDate(start)}〜${shortDate(end)}`;
  return [
    `${name} ${item}: 決めた期限 ${due} が${fiscalYearName(fiscalYear)}の事業の期間（${period}）の外です。「年度更新 ${name} ${item}」か計画のシートで期限を直してください。`,
  ];
}
