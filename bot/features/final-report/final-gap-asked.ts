import { z } from 'zod';
import { askedForGapsCard } from '../../../cards/final-report/final-gaps.ts';
import { leaveOn } from '../../../programme/absence.ts';
import { programmeOfYear } from '../../../programme/asked-year.ts';
import { calendarOf } from '../../../programme/calendar.ts';
import { dayOf } from '../../../programme/day.ts';
import { decidersAmong } from '../../../programme/duty.ts';
import { currentFiling } from '../../../programme/filing.ts';
import { finalGaps } from '../../../programme/final-report/final-gaps.ts';
import { type FinalReport, finalReportTitle } from '../../../programme/final-report/final-report.ts';
import type { Member } from '../../../programme/member.ts';
import { askedOf } from '../../../programme/people/asking.ts';
import { daily, fallsIn, nextOfficeTime } from '../../../programme/schedule.ts';
import { away, days, defineJob, type Planning, withdraw } from '../../job.ts';
import { finalReportsIn } from './final-jobs.ts';
import { finalReportOf } from './final-sheet.ts';
import { readFinal } from './read-final.ts';

/** What 業務報告書 lacks, asked of the one person who can say it: once, and without what was answered meanwhile. */
export const finalGapAsked = defineJob({
  name: 'final-gap',
  called: '業務報告書のための確認',
  withdraws: {
    ...away,
    answered: 'すべて済んだため送りませんでした',
    left: '担当でなくなったため送りませんでした',
  },
  /** Which gaps it asks about stands with the asking, in the report itself. */
  item: z.object({ year: z.number().int(), asking: z.string(), insteadOf: z.string().optional() }),
  within: days(7),
  schedule: () => daily('09:00', 'previous-open'),

  async due(slot, planning) {
    return (await finalReportsIn(planning.store)).flatMap(({ fiscalYear: year, askings = [] }) =>
      askings
        .filter(({ at }) => fallsIn(slot, at))
        .flatMap(({ at, ask, of }) =>
          of.flatMap(({ member }) => {
            const meant = planning.members.find(({ id }) => id === member);
            if (!meant) return [];
            const who = thereFor(meant, at, planning);
            return [
              {
                recipient: { kind: 'member' as const, id: who.id },
                about: `final-gap-${ask}`,
                at: new Date(at),
                ...ofTown(who),
                item: { year, asking: ask, ...(who === meant ? {} : { insteadOf: member }) },
              },
            ];
          }),
        ),
    );
  },

  async card({ year, asking, insteadOf }, { store, programme, now, who }) {
    if (!who) return withdraw('left');
    if (leaveOn(who.leave, dayOf(now))) return withdraw('on-leave');
    const report = await finalReportOf(store, year);
    const asked = gapsAskedOf(report?.askings, asking, insteadOf ?? who.id);
    const records = await readFinal({ store, programme: programmeOfYear(programme, year), now });
    const open = finalGaps(records, report ? currentFiling(report).content.texts : {});
    const own = open.filter(({ id, municipality }) => {
      const isTheirs =
        who.role === 'prefecture' || municipality === undefined || who.municipalities.includes(municipality);
      return asked.includes(id) && isTheirs;
    });
    return own.length === 0 ? withdraw('answered') : askedForGapsCard(finalReportTitle(year), own);
  },
});

/**
 * Whoever is there for somebody when the office is next open: away since it was decided to ask them, an officer has
 * their substitute, the prefecture another who decides. Nobody writes an expert's record in their place.
 */
function thereFor(who: Member, at: string, { members, programme }: Planning): Member {
  const [town] = who.municipalities;
  const calendar = calendarOf(programme.closures, ofTown(who).municipality);
  const day = dayOf(nextOfficeTime(new Date(at), calendar));
  if (!leaveOn(who.leave, day)) return who;
  if (who.role === 'municipal' && town !== undefined) return askedOf(town, members, day).who ?? who;
  if (who.role === 'prefecture') return decidersAmong(members.filter(({ leave }) => !leaveOn(leave, day)))[0] ?? who;
  return who;
}

/** Whose calendar counts, and with whom it is kept: of an officer the municipality. */
const ofTown = ({ role, municipalities: [first] }: Member): { readonly municipality?: string } =>
  role === 'municipal' && first !== undefined ? { municipality: first } : {};

/** Ids of what this member was asked about. */
function gapsAskedOf(askings: FinalReport['askings'], asking: string, member: string): readonly string[] {
  const found = askings?.find(({ ask }) => ask === asking);
  return found?.of.find((each) => each.member === member)?.gaps ?? [];
}
