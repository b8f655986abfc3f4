import { fictionalProgramme, OFFICE } from '../../demo/programme.ts';
import type { ProgrammeContent } from '../../documents/workbook/content.ts';
import { calendarOf, previousOpenDay } from '../../programme/calendar.ts';
import { addDays, type Day } from '../../programme/day.ts';
import type { Duty } from '../../programme/member.ts';
import { PARTY, SUBCONTRACTED } from './people.ts';

/** 令和6年度: from the day the contract begins to the day the report is delivered. */
export const [START, END] = ['2024-08-15', '2025-03-14'] as const;
/** 26 weeks after the beginning, as `demo/` counts its history back from. */
const AS_SEEN_ON = new Date('2025-02-13T10:00:00+09:00');
/** Items and KPIs are due a week before the report is. */
const LAST_DUE = addDays(END, -7);

const DUTIES: Readonly<Record<string, Duty>> = {
  [OFFICE]: 'pm',
  'office-2@office.example.jp': 'responsible',
  'office-3@office.example.jp': 'contact',
};

const earlier = (day: Day | undefined): Day => (day !== undefined && day < LAST_DUE ? day : LAST_DUE);

/**
 * The fictional programme in 令和6年度, as its workbook says it on the first day: what `demo/` has, with 派遣, 役目, 支援前
 * and two days on which one office is closed.
 * @param towns how many of the 25 municipalities, with whoever has to do with them
 * @param mirrored who is in Teams is in LINE WORKS instead, and the other way round
 */
export function yearProgramme(towns: number, mirrored: boolean): ProgrammeContent {
  const all = fictionalProgramme(AS_SEEN_ON);
  const supported = all.municipalities.filter((town) => town.supported).slice(0, towns);
  const codes = new Set(supported.map(({ code }) => code));
  const kept = supported.concat(all.municipalities.filter((town) => !town.supported));
  const [first = '', second = first] = codes;
  const closures = [
    { day: '2024-12-02', whom: first, reason: '議会対応' },
    { day: '2024-10-28', whom: second, reason: '庁舎の停電' },
  ];
  const members = all.members.flatMap((member) => {
    const own = member.municipalities.filter((code) => codes.has(code) || member.role === 'observer');
    const isOut = own.length === 0 && (member.role === 'municipal' || member.role === 'expert');
    return isOut ? [] : [{ ...asOfRoster(member, mirrored), municipalities: own }];
  });
  return {
    programme: { ...all.programme, fiscalYear: 2024, start: START, end: END, closures },
    municipalities: kept,
    members,
    items: all.items
      .filter(({ municipality }) => codes.has(municipality))
      .map((item) => ({
        ...item,
        ...(item.due ? { due: previousOpenDay(earlier(item.due), calendarOf([])) } : {}),
        start: { stage: 'notStarted', source: '事前調査', certainty: 'B' as const },
      })),
    kpis: all.kpis
      .filter(({ municipality }) => codes.has(municipality))
      .map((kpi) => ({ ...kpi, due: earlier(kpi.due), target: kpi.target ?? 10 })),
    meetings: [],
    assignments: members.flatMap(({ role, name, office, municipalities }) =>
      role === 'expert' ? municipalities.map((municipality) => dispatched(municipality, { name, office })) : [],
    ),
  };
}

type Listed = ProgrammeContent['members'][number];

function asOfRoster(member: Listed, mirrored: boolean): Listed {
  const duty = member.role === 'municipal' && member.lead ? 'consenter' : DUTIES[member.email ?? ''];
  const chat = mirrored ? (member.chat === 'teams' ? 'line-works' : 'teams') : member.chat;
  const isBound = member.role === 'expert' || member.role === 'secretariat';
  return {
    ...member,
    chat,
    duties: duty ? [duty] : [],
    ...(isBound ? { party: member.email === SUBCONTRACTED ? PARTY : '', pledged: START } : {}),
  };
}

const dispatched = (municipality: string, expert: { readonly name: string; readonly office: string }) => ({
  ...{ municipality, expert, from: START, until: END },
  ...{ planned: 18, themes: ['S1-3', 'S2-1'], agreed: START },
});
