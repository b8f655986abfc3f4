import type { Ask, Card } from '../../../cards/card.ts';
import type { FundingView } from '../../../cards/funding/funding.ts';
import { stoodForCard } from '../../../cards/initiatives/stood-for.ts';
import { calendarOf } from '../../../programme/calendar.ts';
import { type Day, dayOf } from '../../../programme/day.ts';
import { type FundingRecord, fundingRecordId } from '../../../programme/funding/funding-record.ts';
import { fundingOf, type InitiativeFunding } from '../../../programme/funding/initiative-funding.ts';
import { initiativesMeant } from '../../../programme/initiatives/initiative-meant.ts';
import { may } from '../../../programme/may.ts';
import type { Programme } from '../../../programme/programme.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { PROGRAMME, type Store } from '../../../storage/collections.ts';
import type { MunicipalStart } from '../../turn.ts';
import { numberStoodFor, roadmapOf } from '../initiatives/read-initiatives.ts';
import { fundingRecordOf, keptTerms } from './read-funding.ts';

type At = { readonly store: Store; readonly programme: Programme; readonly now: Date };
export type TownFundings = {
  readonly year: number;
  readonly fundings: readonly InitiativeFunding[];
  readonly record: FundingRecord | undefined;
  readonly today: Day;
};

/** The open initiatives of a municipality, each with its fundings, and what was said of them in this year. */
export async function townFundings(code: string, { store, programme, now }: At): Promise<TownFundings> {
  const { fiscalYear, closures } = programme;
  const [{ year, open }, record, kept] = await Promise.all([
    roadmapOf(code, { fiscalYear }, store),
    fundingRecordOf(store, fiscalYear, code),
    keptTerms(store),
  ]);
  const today = dayOf(now);
  const known = { record, kept, today, calendar: calendarOf(closures, code) };
  return { year, record, today, fundings: open.map((one) => fundingOf(one, known)) };
}

/** @throws Refusal for a municipality that takes no part */
export async function fundingView(turn: MunicipalStart): Promise<FundingView> {
  const { municipality, who } = turn;
  if (!municipality.supported) throw Refusal.because('not-supported', { what: municipality.name });
  const mayWrite = turn.room.audience === undefined && may(who, 'report', municipality.code);
  return { municipality, mayWrite, ...(await townFundings(municipality.code, turn)) };
}

/** The one that is meant; undefined where that is not plain. @throws Refusal where there is none of that name */
export async function fundingMeant(
  said: string | undefined,
  { fundings }: FundingView,
  { municipality, programme, store }: MunicipalStart,
): Promise<InitiativeFunding | undefined> {
  if (said === undefined) return fundings.length === 1 ? fundings[0] : undefined;
  const { open } = await roadmapOf(municipality.code, { fiscalYear: programme.fiscalYear }, store);
  const [found, ...others] = initiativesMeant(said, open);
  if (!found) throw Refusal.because('no-initiative', { said });
  return others.length === 0 ? fundings.find(({ id }) => id === found.id) : undefined;
}

/** Which of its initiatives a number is, where it has stood for several; undefined where it is plain. */
export async function whichByNumber(
  said: string | undefined,
  turn: MunicipalStart,
  to: (initiative: string) => Ask,
): Promise<Card | undefined> {
  const { programme, store } = turn;
  const roadmap = await roadmapOf(turn.municipality.code, { fiscalYear: programme.fiscalYear }, store);
  const moved = numberStoodFor(said, roadmap);
  return moved && stoodForCard(moved, { municipality: turn.municipality, to });
}

/** @throws Refusal where nothing could be written to, because nothing is planned yet */
export function refuseWithoutInitiatives({ fundings, municipality }: FundingView): void {
  const sentence = `${municipality.name}の工程表に取組がまだありません。先に「工程表追加」で取組を加えてください。`;
  if (fundings.length === 0) throw Refusal.because('bad-value', { sentence });
}

/** Where a municipality's 財源 of the year is kept. */
export const fundingPlace = ({ municipality, programme }: Pick<MunicipalStart, 'municipality' | 'programme'>) => {
  const of = { municipality: municipality.code, fiscalYear: programme.fiscalYear };
  return { of, at: { partition: PROGRAMME, id: fundingRecordId(of.fiscalYear, of.municipality) } };
};
