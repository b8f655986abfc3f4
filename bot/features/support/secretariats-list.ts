import type { Row } from '../../../cards/card.ts';
import { type OverdueRecord, overdueRow, type Worry, worryRow } from '../../../cards/support/waiting.ts';
import { ask } from '../../../programme/asks.ts';
import { addDays, dayOf, instantOf } from '../../../programme/day.ts';
import type { MemberStart } from '../../turn.ts';
import { unownedActions } from '../meetings/all-actions.ts';
import { overdueVisitRecords } from '../visits/read.ts';
import type { Everywhere } from './coverages.ts';
import { handoverRows } from './handover-rows.ts';
import { signalRows } from './signal-rows.ts';
import { worriedAnswers } from './worried-answers.ts';

/** More of one sort are counted, not listed. */
const MOST = 5;
/** How long an answer that worries stays on the list. */
const WORRIES_DAYS = 60;

/** What waits for the secretariat, and for nobody else to see. What was said in confidence stands in 1:1 only. */
export async function secretariatsList(turn: MemberStart, everywhere: Everywhere): Promise<readonly Row[]> {
  const codes = everywhere.towns.map(({ code }) => code);
  const [handovers, unowned, overdue, worries, signals] = await Promise.all([
    handoverRows(turn, everywhere),
    unownedActions(turn, codes),
    overdueIn(turn, everywhere),
    turn.room.audience === undefined ? worriesIn(turn, everywhere) : [],
    signalRows(turn, everywhere),
  ]);
  return [
    ...some(handovers, '引き継ぎ待ち'),
    ...(unowned.length > 0 ? [unownedRow(unowned.length)] : []),
    ...some(overdue.map(overdueRow), '期限を過ぎた訪問記録'),
    ...some(worries.map(worryRow), '気になる'),
    ...some(signals, '様子を聞きたい組み合わせ'),
  ];
}

/** What nobody has, counted: who is to have it is decided one by one. */
const unownedRow = (count: number): Row => ({
  title: `担当がいない宿題 ${count}件`,
  detail: '「宿題一覧」で次の担当を決めてください',
  tone: 'attention',
  ask: ask('show-actions'),
});

const some = (rows: readonly Row[], what: string): readonly Row[] =>
  rows.length > MOST ? [...rows.slice(0, MOST), { title: `${what} ほか${rows.length - MOST}件` }] : rows;

const namesOf = ({ towns, members }: Everywhere) => ({
  townName: (code: string) => towns.find((town) => town.code === code)?.name ?? code,
  nameOf: (id: string) => members.find((member) => member.id === id)?.name ?? id,
});

async function overdueIn(turn: MemberStart, everywhere: Everywhere): Promise<readonly OverdueRecord[]> {
  const { townName, nameOf } = namesOf(everywhere);
  const found = await overdueVisitRecords(turn);
  return found.map(({ meeting, municipality, expert, due }) => ({
    ...{ municipality, town: townName(municipality), expert: nameOf(expert), day: meeting.day, due },
  }));
}

async function worriesIn(turn: MemberStart, everywhere: Everywhere): Promise<readonly Worry[]> {
  const { townName, nameOf } = namesOf(everywhere);
  const supported = everywhere.towns.filter((town) => town.supported);
  const since = instantOf(addDays(dayOf(turn.now), -WORRIES_DAYS)).toISOString();
  const answers = await worriedAnswers(
    turn,
    supported.map(({ code }) => code),
  );
  return answers
    .filter(({ at }) => at >= since)
    .map((answer) => ({ answer, town: townName(answer.municipality), expert: nameOf(answer.expert) }));
}
