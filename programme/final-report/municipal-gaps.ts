import { ask } from '../asks.ts';
import { calendarOf } from '../calendar.ts';
import { dayOf, shortDate } from '../day.ts';
import type { MunicipalityRecords } from '../digest/digest.ts';
import { currentInitiative, type Initiative } from '../initiatives/initiative.ts';
import type { Meeting } from '../meetings/meeting.ts';
import { itemState } from '../progress/item-record.ts';
import { yearSpan } from '../support/month.ts';
import type { MunicipalSupport } from '../support/support-overview.ts';
import { endedVisits, unrecordedDays } from '../support/unrecorded-visits.ts';
import { currentVisit, visitRecordId, visitStanding } from '../visits/visit-record.ts';
import { type FinalRecords, reportWeek } from './final-records.ts';
import { sectionTitle, textKey, townSections } from './final-section.ts';
import type { FinalGap } from './gap.ts';
import { missingKpis } from './missing-kpi.ts';

/** What is missing of the municipalities: KPIs, reports of items, 工程表, and what is written of each. */
export const municipalGaps = (records: FinalRecords, texts: Readonly<Record<string, string>>): readonly FinalGap[] =>
  records.towns.flatMap((town) => [
    ...kpiGapsOf(town, records),
    ...itemGapsOf(town),
    ...roadmapGaps(town, records.initiatives),
    ...textGaps(town, texts),
  ]);

function kpiGapsOf({ municipality: { code, name }, records }: MunicipalityRecords, all: FinalRecords): FinalGap[] {
  if (records.kpis.size === 0)
    return [
      {
        ...{ id: `no-kpi/${code}`, by: 'secretariat', municipality: code, what: `${name} KPIの登録がありません` },
        ask: ask('set-kpi-target', { municipality: code }),
      },
    ];
  return missingKpis(records, reportWeek(all)).map(({ kpi, lacks }): FinalGap => {
    const of = { id: `kpi-${lacks}/${code}/${kpi.id}`, municipality: code };
    const input = { municipality: code, kpi: kpi.id };
    return lacks === 'value'
      ? { ...of, by: 'municipal', what: `${name} ${kpi.id} ${kpi.name} の値`, ask: ask('report-kpi', input) }
      : { ...of, by: 'secretariat', what: `${name} ${kpi.id} ${kpi.name} の目標`, ask: ask('set-kpi-target', input) };
  });
}

function itemGapsOf({ municipality: { code, name }, records }: MunicipalityRecords): FinalGap[] {
  const all = [...records.items.values()].filter(({ year }) => year !== 'none');
  const silent = all.filter((record) => record.year === 'this' && itemState(record) === 'notReported');
  const unknown = all.filter(({ start }) => start === undefined);
  const [first] = silent;
  return [
    ...(first
      ? [
          {
            ...{ id: `items/${code}`, by: 'municipal' as const, municipality: code },
            what: `${name} 報告のない今年度の項目 ${silent.length}件（${silent.map(({ item }) => item).join('、')}）`,
            ask: ask('report-item', { municipality: code, item: first.item }),
          },
        ]
      : []),
    ...(unknown.length > 0
      ? [
          {
            ...{ id: `start/${code}`, by: 'secretariat' as const, municipality: code },
            what: `${name} 支援前の段階のない項目 ${unknown.length}件（取込表の「取組」で登録します）`,
            ask: ask('show-item-plans', { municipality: code }),
          },
        ]
      : []),
  ];
}

function roadmapGaps({ municipality: { code, name } }: MunicipalityRecords, all: readonly Initiative[]): FinalGap[] {
  const own = all.filter(({ municipality }) => municipality === code);
  const of = { by: 'municipal', municipality: code } as const;
  if (own.length === 0)
    return [
      {
        ...of,
        id: `roadmap/${code}`,
        what: `${name} 工程表の取組がありません`,
        ask: ask('show-initiatives', { municipality: code }),
      },
    ];
  const undecided = own.filter((initiative) => currentInitiative(initiative).content.decidedOn === undefined);
  const unfunded = own.filter((initiative) => lacksFunding(initiative));
  const named = (some: readonly Initiative[]) => some.map((each) => currentInitiative(each).content.name).join('、');
  return [
    ...(undecided.length > 0
      ? [
          {
            ...{
              ...of,
              id: `undecided/${code}`,
              what: `${name} 庁内決定のない取組 ${undecided.length}件（${named(undecided)}）`,
            },
            ask: ask('show-initiatives', { municipality: code }),
          },
        ]
      : []),
    ...(unfunded.length > 0
      ? [
          {
            ...{
              ...of,
              id: `unfunded/${code}`,
              what: `${name} 財源欄が空の取組 ${unfunded.length}件（${named(unfunded)}）`,
            },
            ask: ask('show-initiatives', { municipality: code }),
          },
        ]
      : []),
  ];
}

function lacksFunding(initiative: Initiative): boolean {
  const { initialCost = 0, runningCost = 0, fundings } = currentInitiative(initiative).content;
  return initialCost + runningCost > 0 && fundings.length === 0;
}

function textGaps(
  { municipality: { code, name } }: MunicipalityRecords,
  texts: Readonly<Record<string, string>>,
): FinalGap[] {
  return townSections.flatMap((section): FinalGap[] => {
    if (texts[textKey(section, code)] !== undefined) return [];
    return [
      {
        ...{ id: `text/${section}/${code}`, by: 'secretariat', municipality: code },
        what: `${sectionTitle(section, name)}がまだ書かれていません`,
        ask: ask('edit-final-report', { section, municipality: code }),
      },
    ];
  });
}

/** Visits without a record, which their expert writes, and records without the municipality's 確認. */
export function visitGaps({ support, meetings, programme, now }: FinalRecords): readonly FinalGap[] {
  const ended = endedVisits(meetings, now);
  const { from, until } = yearSpan(programme.fiscalYear);
  const isOfYear = (day: string) => day >= from && day <= until;
  return support.flatMap((each) => [
    ...unrecordedGaps(
      each,
      (ended.get(each.municipality.code) ?? []).filter(({ day }) => isOfYear(day)),
    ),
    ...unconfirmedGaps(each, isOfYear, { programme, now }),
  ]);
}

function unrecordedGaps(
  { municipality: { code, name }, visits }: MunicipalSupport,
  ended: readonly Meeting[],
): FinalGap[] {
  return ended.flatMap((meeting): FinalGap[] => {
    if (unrecordedDays([meeting], visits).length === 0) return [];
    const expert = meeting.visit?.expert;
    return [
      {
        ...{ id: `visit/${meeting.id}`, by: 'expert', municipality: code, ...(expert ? { member: expert } : {}) },
        what: `${name} ${shortDate(meeting.day)}の訪問の記録`,
        ask: ask('record-visit', { municipality: code, visit: visitRecordId(meeting.id) }),
      },
    ];
  });
}

function unconfirmedGaps(
  { municipality: { code, name }, visits }: MunicipalSupport,
  isOfYear: (day: string) => boolean,
  { programme, now }: Pick<FinalRecords, 'programme' | 'now'>,
): FinalGap[] {
  const calendar = calendarOf(programme.closures, code);
  return visits.flatMap((record): FinalGap[] => {
    const current = currentVisit(record);
    if (!current || !isOfYear(current.content.day)) return [];
    const standing = visitStanding(record, dayOf(now), calendar);
    if (standing !== 'waiting' && standing !== 'returned') return [];
    const day = shortDate(current.content.day);
    const input = { municipality: code, visit: record.id };
    return standing === 'waiting'
      ? [
          {
            ...{
              id: `confirm/${record.id}`,
              by: 'municipal',
              municipality: code,
              what: `${name} ${day}の訪問記録の確認`,
            },
            ask: ask('confirm-visit', input),
          },
        ]
      : [
          {
            ...{ id: `returned/${record.id}`, by: 'expert', municipality: code, member: record.expert },
            what: `${name} ${day}の訪問記録の直し`,
            ask: ask('record-visit', input),
          },
        ];
  });
}
