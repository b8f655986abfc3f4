import { z } from 'zod';
import { answersEnteredCard } from '../../../cards/check-in/answers-entered.ts';
import { leaveOn } from '../../../programme/absence.ts';
import { programmeOfYear } from '../../../programme/asked-year.ts';
import { type AppliedAnswers, ReturnedAnswers } from '../../../programme/check-in/returned-answers.ts';
import { dayOf } from '../../../programme/day.ts';
import { askedOf } from '../../../programme/people/asking.ts';
import { items } from '../../../programme/progress/item-record.ts';
import { kpis } from '../../../programme/progress/kpi-kind.ts';
import type { Progress } from '../../../programme/progress/step-standing.ts';
import { daily, fallsIn } from '../../../programme/schedule.ts';
import { isUndoable, type Standing, type Undoable } from '../../../programme/undo.ts';
import { Week } from '../../../programme/week.ts';
import { MEMBERS, PROGRAMME } from '../../../storage/collections.ts';
import { municipalityIn } from '../../../storage/municipalities.ts';
import { progressIn } from '../../../storage/progress.ts';
import { away, days, defineJob, type Planning, withdraw } from '../../job.ts';
import { chatsOf } from '../people/people.ts';
import { takenAnswers } from './taken-answers.ts';

const Entered = z.object({
  municipality: z.string(),
  year: z.number().int(),
  week: Week,
  ask: z.string(),
  by: z.string(),
});

/** Tells the office once what somebody has put in for it (代理入力), with the way back; where it can be reached at all. */
export const answersEntered = defineJob({
  name: 'answers-entered',
  called: '代理入力のお知らせ',
  withdraws: { ...away, 'taken-back': '取り消されたため送りませんでした' },
  item: Entered,
  within: days(7),
  schedule: () => daily('09:00', 'previous-open'),

  async due(slot, planning) {
    const taken = (await planning.store.takenFiles.list(PROGRAMME)).filter(
      ({ value }) => value.kind === takenAnswers.name,
    );
    if (taken.length === 0) return [];
    const chats = await chatsOf(planning.store);
    return taken.flatMap(({ value }) => {
      const { applied, municipality, year, week } = ReturnedAnswers.parse(value.content);
      return applied
        .filter(({ at, isProxy }) => isProxy && fallsIn(slot, at))
        .flatMap((one) => {
          const who = toldOf(one, municipality, planning);
          if (!who || chats(who).length === 0) return [];
          const item = { municipality, year, week, ask: one.ask, by: one.by };
          return [
            {
              recipient: { kind: 'member' as const, id: who },
              municipality,
              about: one.ask,
              at: new Date(one.at),
              item,
            },
          ];
        });
    });
  },

  async card({ municipality: code, year, week, ask, by }, { store, programme, who, now }) {
    if (!who || leaveOn(who.leave, dayOf(now))) return withdraw('on-leave');
    const records = await progressIn(store, code, programmeOfYear(programme, year));
    const isIt = (report: Undoable) => report.ask === ask && report.undone === undefined;
    const found = standingsOf(records, isIt);
    const enterer = (await store.members.get(MEMBERS, by))?.value;
    if (found.standings.length === 0) return withdraw('taken-back');
    return answersEnteredCard({
      ...{ municipality: await municipalityIn(store, code), week, standings: found.standings, enterer },
      undo: found.reports.some((report) => isUndoable(report, who.id, now)) ? ask : undefined,
    });
  },
});

const toldOf = ({ at }: AppliedAnswers, municipality: string, { members }: Planning): string | undefined =>
  askedOf(municipality, members, dayOf(new Date(at))).who?.id;

function standingsOf(records: Progress, isIt: (report: Undoable) => boolean) {
  const standings: Standing[] = [];
  const reports: Undoable[] = [];
  for (const record of records.kpis.values()) {
    if ('standings' in kpis.takenBack) standings.push(...kpis.takenBack.standings(record, isIt));
    reports.push(...record.entries.filter(isIt));
  }
  for (const record of records.items.values()) {
    if ('standings' in items.takenBack) standings.push(...items.takenBack.standings(record, isIt));
    reports.push(...record.versions.filter(isIt));
  }
  return { standings, reports };
}
