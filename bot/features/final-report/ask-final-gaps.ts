import { notice } from '../../../cards/card.ts';
import { confirmAskingCard, finalGapsCard, isAskable } from '../../../cards/final-report/final-gaps.ts';
import { leaveOn } from '../../../programme/absence.ts';
import { calendarOf } from '../../../programme/calendar.ts';
import { type Day, dayOf } from '../../../programme/day.ts';
import { decidersAmong } from '../../../programme/duty.ts';
import {
  askedGaps,
  begunReport,
  finalReportAt,
  type GapAsking,
  withAskings,
} from '../../../programme/final-report/final-report.ts';
import { type FinalGap, gapsBySayer } from '../../../programme/final-report/gap.ts';
import { fingerprint } from '../../../programme/meetings/meeting.ts';
import type { Member } from '../../../programme/member.ts';
import { askedOf } from '../../../programme/people/asking.ts';
import { nextOfficeTime } from '../../../programme/schedule.ts';
import { asksBack, defineCommand, type Prepared } from '../../command.ts';
import { ringBell } from '../../deliveries.ts';
import type { MemberStart } from '../../turn.ts';
import { gapsView } from './final-report-gaps.ts';
import { type FinalLook, lookAtFinal } from './final-view.ts';

type Found = { readonly look: FinalLook; readonly of: GapAsking['of'] };

export const askFinalGaps = defineCommand({
  name: 'ask-final-gaps',
  says: ['業務報告書の不足をたずねる', '不足をたずねる'],
  help: '業務報告書に足りないものを、分かる方に1通ずつたずねます。たずねる前に、人数と件数を確かめます。',
  example: '業務報告書の不足をたずねる',
  english: 'Ask everybody for what the report of the year lacks.',
  group: { title: '資料と検索', order: 42 },
  needs: 'apply',
  about: 'member',
  privately: true,
  usualFor: {},
  writes: ['meant'],
  typed: 'inputs',
  shownFirst: true,
  spoken: {
    words: ['不足をたずね', '不足を尋ね', '不足を聞いて', '足りないものを聞いて', '足りないものをたずね'],
    wins: 912,
  },

  wished: [
    {
      like: /^(?:業務報告書の?)?(?:足りない(?:もの|ところ|記録|分)?|不足(?:して(?:い)?る(?:もの|ところ|記録|分)|の?もの|分)?)を?(?:まとめて|全部|全て|みんなに|皆さんに|それぞれに|担当に)?(?:お願い|依頼|頼み|頼んで|頼む|聞いて|聞きたい|尋ね|たずね|出してもらう|催促)(?:して|したい|する|します|たい|て)*(?:ください|おいて)?[。]?$/u,
      as: '不足をたずねる',
    },
  ],

  async prepare({ meant }, turn): Promise<Prepared<Found>> {
    const look = await lookAtFinal(turn);
    const asked = look.report ? askedGaps(look.report) : new Set<string>();
    const open = look.view.gaps.filter((gap) => isAskable(gap) && !asked.has(gap.id));
    const of = whoIsAsked(open, look, turn);
    if (of.length === 0) return { found: { look, of } };
    const seen = fingerprint(JSON.stringify(of));
    if (meant === seen) return { found: { look, of } };
    const said = new Set(of.flatMap(({ gaps }) => gaps));
    const counts = gapsBySayer(open.filter(({ id }) => said.has(id))).map(([by, own]) => [by, own.length] as const);
    const nobody = open.length - said.size;
    return asksBack(
      ['meant'],
      confirmAskingCard({ year: look.view.year, meant: seen, people: of.length, counts, nobody }),
    );
  },

  async run(_input, turn, { look, of }) {
    const { fiscalYear } = turn.programme;
    if (of.length > 0) {
      const report = await turn.change('finalReports', finalReportAt(fiscalYear), (known) =>
        withAskings(known ?? begunReport(fiscalYear, turn.from), of, turn.from),
      );
      await ringBell(turn);
      const said = notice('good', `${of.length}人にたずねます。開庁日の日中に、1人に1通届きます。`);
      return { card: finalGapsCard(gapsView({ ...look, report }, turn), { said: [said] }), how: 'replace' };
    }
    const said = notice('quiet', 'ほかの方にたずねるものは、もう残っていません。');
    return { card: finalGapsCard(gapsView(look, turn), { said: [said] }), how: 'replace' };
  },
});

/** One entry for each person, with everything that only they can say. */
function whoIsAsked(
  open: readonly FinalGap[],
  { records }: FinalLook,
  { now, programme }: MemberStart,
): GapAsking['of'] {
  const found = new Map<string, string[]>();
  for (const gap of open) {
    const calendar = calendarOf(programme.closures, gap.municipality);
    const who = sayerOf(gap, records.members, dayOf(nextOfficeTime(now, calendar)));
    if (who) found.set(who.id, [...(found.get(who.id) ?? []), gap.id]);
  }
  return [...found].map(([member, gaps]) => ({ member, gaps }));
}

/** Who is asked on a day; undefined where there is nobody. */
function sayerOf({ by, municipality, member }: FinalGap, members: readonly Member[], day: Day): Member | undefined {
  const active = members.filter((each) => each.active && !leaveOn(each.leave, day));
  if (by === 'prefecture') return decidersAmong(active)[0];
  if (by === 'expert') return active.find(({ id, role }) => id === member && role === 'expert');
  return municipality === undefined ? undefined : askedOf(municipality, members, day).who;
}
