import { calendarOf } from '../calendar.ts';
import {
  consentNumber,
  consentStanding,
  consentStandingNames,
  currentAnswer,
  currentAsking,
} from '../consent/consent.ts';
import { materialSortNames } from '../consent/material.ts';
import { isApprovalOf } from '../consent/material-approval.ts';
import { scopeNames } from '../consent/scope.ts';
import { dayOf } from '../day.ts';
import { currentInitiative, priorityNames } from '../initiatives/initiative.ts';
import { spansText } from '../initiatives/initiative-field.ts';
import { visitModeNames } from '../meetings/visit-mode.ts';
import { roleNames } from '../member.ts';
import { yearSpan } from '../support/month.ts';
import { currentVisit, visitStanding, visitStandingNames } from '../visits/visit-record.ts';
import { contractorPeople, isPledged } from './appendix-chapter.ts';
import { approvalText } from './cases-chapter.ts';
import type { ReportPart, ReportRow } from './figure.ts';
import { type FinalRecords, lastDayOf } from './final-records.ts';
import { ANNEX } from './final-section.ts';
import { fundingCalled, recordOfInitiative } from './initiatives-block.ts';

/** The lists of the annex that stand nowhere in the report. Nobody is named, and no text of a record is in them. */
export const annexLists = (records: FinalRecords): readonly ReportPart[] => [
  list(
    '派遣実績',
    ['団体コード', '市町村', '支援日', '開始', '終了', '形態', '対象項目', '市町村の確認'],
    visitRows(records),
  ),
  list('工程表', INITIATIVE_HEAD, initiativeRows(records)),
  list(
    '承諾',
    [
      '承諾番号',
      '団体コード',
      '市町村',
      '資料',
      '共有の範囲',
      '依頼日',
      '市町村の承諾',
      '回答日',
      '決裁番号',
      '県の承諾',
    ],
    consentRows(records),
  ),
  list('誓約', ['役割', '誓約日'], pledgeRows(records)),
];

const list = (title: string, head: string[], rows: ReportRow[]): ReportPart => ({
  chapter: ANNEX,
  title,
  blocks: [{ table: { head, shares: head.map(() => 1), rows } }],
});

function visitRows({ support, programme, now }: FinalRecords): ReportRow[] {
  const { from, until } = yearSpan(programme.fiscalYear);
  return support.flatMap(({ municipality: { code, name }, visits }) => {
    const calendar = calendarOf(programme.closures, code);
    const own = visits.flatMap((record) => {
      const current = currentVisit(record);
      if (!current || current.content.day < from || current.content.day > until) return [];
      return [{ record, current }];
    });
    return own
      .toSorted((a, b) =>
        `${a.current.content.day}${a.record.id}`.localeCompare(`${b.current.content.day}${b.record.id}`),
      )
      .map(({ record, current: { content, number } }): ReportRow => {
        const standing = visitStanding(record, dayOf(now), calendar);
        const said = standing ? visitStandingNames[standing] : '';
        const when = [content.day, content.start, content.end, visitModeNames[content.mode]];
        return {
          municipality: code,
          record: { kind: 'visitRecords', id: record.id, municipality: code, version: number },
          cells: [code, name, ...when, content.items.join('、'), said],
        };
      });
  });
}

const INITIATIVE_HEAD = [
  ...[
    '団体コード',
    '市町村',
    '取組',
    '項目',
    '現状・課題',
    '取組内容',
    '目指す姿・目標',
    'KPI',
    '主担当課',
    '関係課',
    '時期',
  ],
  ...[
    '必要な人材',
    '初期費用（千円）',
    '経常費用（千円・年）',
    '予算要求時期',
    '財源の候補',
    '前提・リスク',
    '県・広域との連携',
  ],
  ...['優先度', '庁内決定日', '会議名'],
];

function initiativeRows({ initiatives, towns }: FinalRecords): ReportRow[] {
  const nameOf = (code: string) =>
    towns.find(({ municipality }) => municipality.code === code)?.municipality.name ?? code;
  return initiatives.map((initiative): ReportRow => {
    const { content } = currentInitiative(initiative);
    const { municipality: code } = initiative;
    const said = [
      content.problem,
      content.plan,
      content.goal,
      content.kpis.join('、'),
      content.department,
      content.others,
    ];
    const money = [content.initialCost, content.runningCost].map((cost) => (cost === undefined ? '' : String(cost)));
    return {
      municipality: code,
      record: recordOfInitiative(initiative),
      cells: [
        ...[code, nameOf(code), content.name, content.item, ...said],
        ...[spansText(content.spans, initiative.year), content.people, ...money, content.request],
        ...[content.fundings.map(fundingCalled).join('、'), content.premises, content.shared],
        ...[priorityNames[content.priority], content.decidedOn ?? '', content.decidedAt],
      ],
    };
  });
}

/** A row for each person of the contractor, told by their record and never by name. */
const pledgeRows = (records: FinalRecords): ReportRow[] =>
  contractorPeople(records).map(
    ({ id, role, pledged }): ReportRow => ({
      record: { kind: 'members', id },
      cells: [roleNames[role], isPledged(pledged) ? pledged : '記録なし'],
    }),
  );

function consentRows(records: FinalRecords): ReportRow[] {
  const { consents, materials, approvals, towns } = records;
  const day = lastDayOf(records);
  const nameOf = (code: string) =>
    towns.find(({ municipality }) => municipality.code === code)?.municipality.name ?? code;
  return consents
    .toSorted((a, b) => a.id.localeCompare(b.id))
    .map((consent): ReportRow => {
      const { id, municipality: code, material, scope } = consent;
      const sort = materials.find((each) => each.id === material)?.sort;
      const answer = currentAnswer(consent);
      const approval = approvals.find((each) => isApprovalOf(each, material));
      return {
        municipality: code,
        record: { kind: 'consents', id, municipality: code },
        cells: [
          ...[consentNumber(consent), code, nameOf(code), sort ? materialSortNames[sort] : '', scopeNames[scope]],
          ...[dayOf(new Date(currentAsking(consent).at)), consentStandingNames[consentStanding(consent, day)]],
          ...[answer ? dayOf(new Date(answer.at)) : '', answer?.document ?? ''],
          approvalText(approval, scope),
        ],
      };
    });
}
