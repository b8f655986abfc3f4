import { ask } from '../asks.ts';
import { itemOfCase } from '../cases/case.ts';
import { findItem } from '../catalogue.ts';
import { consentStanding } from '../consent/consent.ts';
import { approvalStanding, isApprovalOf } from '../consent/material-approval.ts';
import { isToThirdParties } from '../consent/scope.ts';
import { dayOf, shortDate } from '../day.ts';
import { currentFiling, filingState } from '../filing.ts';
import { currentMinutes, isMinutesConfirmed } from '../meetings/minutes.ts';
import { meetingsInOrder } from '../meetings/said.ts';
import { monthlyId, sentVersions } from '../reports/monthly-report.ts';
import { changeKindNames } from '../staffing/staffing-change.ts';
import { monthName, monthSaid, monthsUntil } from '../support/month.ts';
import { casesAsked } from './cases-chapter.ts';
import { type FinalRecords, lastDayOf, lastDayOver, wasHeld } from './final-records.ts';
import { sectionTitle, textKey, wholeSections } from './final-section.ts';
import type { FinalGap } from './gap.ts';
import { municipalGaps, visitGaps } from './municipal-gaps.ts';

type Texts = Readonly<Record<string, string>>;

/** Everything 業務報告書 lacks, in the order of its chapters; each with who can say it. */
export const finalGaps = (records: FinalRecords, texts: Texts): readonly FinalGap[] => [
  ...sectionGaps(texts),
  ...staffingGaps(records),
  ...visitGaps(records),
  ...municipalGaps(records, texts),
  ...meetingGaps(records),
  ...caseGaps(records),
  ...monthlyGaps(records),
];

function sectionGaps(texts: Texts): FinalGap[] {
  return wholeSections.flatMap((section): FinalGap[] => {
    if (texts[textKey(section)] !== undefined) return [];
    const what = `「${sectionTitle(section)}」がまだ書かれていません`;
    return [{ id: `text/${section}`, by: 'secretariat', what, ask: ask('edit-final-report', { section }) }];
  });
}

function staffingGaps({ staffing, programme }: FinalRecords): FinalGap[] {
  return staffing.changes.flatMap((change): FinalGap[] => {
    const { kind, day } = currentFiling(change).content;
    if (day < programme.start || day > programme.end) return [];
    const what = `体制変更（${changeKindNames[kind]}・${shortDate(day)}）の`;
    switch (filingState(change)) {
      case 'submitted':
        return [
          {
            ...{ id: `staffing/${change.id}`, by: 'prefecture', what: `${what}承認` },
            ask: ask('show-waiting', { filing: change.id }),
          },
        ];
      case 'draft':
      case 'conditional':
        return [
          {
            ...{ id: `staffing-draft/${change.id}`, by: 'secretariat', what: `${what}提出` },
            ask: ask('show-staffing-change', { change: change.id }),
          },
        ];
      default:
        return [];
    }
  });
}

function meetingGaps(records: FinalRecords): FinalGap[] {
  const minutes = new Map(records.minutes.map((each) => [each.meeting, each]));
  return meetingsInOrder(records.meetings.filter((meeting) => wasHeld(meeting, records))).flatMap(
    (meeting): FinalGap[] => {
      const { id, day, title, kind } = meeting;
      const own = minutes.get(id);
      const what = `${shortDate(day)} ${title} の`;
      if (currentMinutes(own) === undefined)
        return [
          {
            ...{ id: `minutes/${id}`, by: 'secretariat', what: `${what}議事録` },
            ask: ask('record-minutes', { meeting: id }),
          },
        ];
      if (kind !== 'progress' || isMinutesConfirmed(own)) return [];
      return [
        {
          ...{ id: `confirmed/${id}`, by: 'prefecture', what: `${what}県確認日` },
          ask: ask('confirm-minutes', { meeting: id }),
        },
      ];
    },
  );
}

/** Cases that are asked about, without the 承諾 of both: what was refused or taken back is an answer. */
function caseGaps(records: FinalRecords): FinalGap[] {
  const day = lastDayOf(records);
  return casesAsked(records).flatMap((consent): FinalGap[] => {
    const { id, municipality: code, material, scope } = consent;
    const town = records.towns.find(({ municipality }) => municipality.code === code)?.municipality.name ?? code;
    const item = itemOfCase(records.materials.find((each) => each.id === material)?.of ?? '');
    const what = `${town} 事例「${findItem(item)?.short ?? item}」の`;
    const standing = consentStanding(consent, day);
    const approval = records.approvals.find((each) => isApprovalOf(each, material));
    const byPrefecture = approvalStanding(approval, scope);
    return [
      ...(standing === 'asked' || standing === 'unanswered'
        ? [
            {
              id: `consent/${id}`,
              by: 'municipal' as const,
              municipality: code,
              what: `${what}承諾`,
              ask: ask('show-consents', { municipality: code }),
            },
          ]
        : []),
      ...(isToThirdParties(scope) && byPrefecture === 'waiting' && approval
        ? [
            {
              id: `approval/${id}`,
              by: 'prefecture' as const,
              municipality: code,
              what: `${what}県の承諾`,
              ask: ask('show-waiting', { filing: approval.id }),
            },
          ]
        : []),
    ];
  });
}

/** Months of the programme that are over and of which nothing was handed in. */
function monthlyGaps(records: FinalRecords): FinalGap[] {
  const { programme, monthly, now } = records;
  const sent = new Set(monthly.filter((report) => sentVersions(report).length > 0).map(({ id }) => id));
  const isOver = dayOf(now) > programme.end;
  const last = lastDayOver(records);
  return monthsUntil(programme.fiscalYear, last)
    .filter(({ from, until }) => until >= programme.start && from <= programme.end && (until <= last || isOver))
    .filter((span) => !sent.has(monthlyId(span)))
    .map(
      (span): FinalGap => ({
        ...{ id: `monthly/${monthlyId(span)}`, by: 'secretariat', what: `${monthName(span)}の月次報告の提出` },
        ask: ask('monthly-report', { month: monthSaid(span.from), year: programme.fiscalYear }),
      }),
    );
}
