import { itemOfCase } from '../cases/case.ts';
import { findItem } from '../catalogue.ts';
import {
  type Consent,
  consentStanding,
  consentStandingNames,
  currentAnswer,
  currentAsking,
} from '../consent/consent.ts';
import {
  approvalStanding,
  approvalStandingNames,
  isApprovalOf,
  type MaterialApproval,
} from '../consent/material-approval.ts';
import { isToThirdParties, scopeNames } from '../consent/scope.ts';
import { type Day, dayOf, fiscalYearOf, fullDate } from '../day.ts';
import { actOf, currentFiling } from '../filing.ts';
import { ofRecord } from './drawn-figure.ts';
import type { ReportPart, ReportRow } from './figure.ts';
import { type FinalRecords, lastDayOf } from './final-records.ts';

/** A 事例 a municipality was asked for its 承諾 of in the year. */
export function casesAsked({ consents, materials, programme }: FinalRecords): readonly Consent[] {
  const cases = new Set(materials.filter(({ sort }) => sort === 'case').map(({ id }) => id));
  return consents
    .filter((consent) => cases.has(consent.material))
    .filter((consent) => fiscalYearOf(dayOf(new Date(currentAsking(consent).at))) === programme.fiscalYear)
    .toSorted((a, b) => a.id.localeCompare(b.id));
}

/** 事例: what was asked about, its 承諾番号 and how both sides stand. What a case says is no part of the report. */
export function casesChapter(records: FinalRecords): ReportPart {
  const day = lastDayOf(records);
  return {
    chapter: 8,
    title: '事例',
    blocks: [
      {
        heading: '横展開の事例と承諾',
        table: {
          head: ['市町村', '分野', '共有の範囲', '市町村の承諾', '決裁番号', '県の承諾'],
          shares: [4, 6, 5, 8, 4, 6],
          rows: casesAsked(records).map((consent) => caseRow(consent, records, day)),
        },
        note: '承諾が両方そろったものだけを共有します。承諾番号は、別添の「承諾」と「根拠」にあります。',
      },
    ],
  };
}

function caseRow(consent: Consent, { materials, approvals, towns }: FinalRecords, day: Day): ReportRow {
  const { municipality: code, material, scope, id } = consent;
  const town = towns.find(({ municipality }) => municipality.code === code)?.municipality.name ?? code;
  const item = itemOfCase(materials.find((each) => each.id === material)?.of ?? '');
  const answer = currentAnswer(consent);
  const approval = approvals.find((each) => isApprovalOf(each, material));
  const said = consentStandingNames[consentStanding(consent, day)];
  const on = answer ? `（${fullDate(dayOf(new Date(answer.at)))}）` : '';
  const records = ofRecord('consents', id, {
    municipality: code,
    ...(answer ? { day: dayOf(new Date(answer.at)) } : {}),
  });
  return {
    municipality: code,
    record: { kind: 'consents', id, municipality: code },
    cells: [
      town,
      `${item} ${findItem(item)?.short ?? ''}`.trim(),
      scopeNames[scope],
      { key: `consent/${id}`, what: `${town} 事例 ${item} 承諾`, text: `${said}${on}`, records },
      answer?.document ?? '―',
      approvalText(approval, scope),
    ],
  };
}

/** How the prefecture stands, with the number of its document where there is one. */
export function approvalText(approval: MaterialApproval | undefined, scope: Consent['scope']): string {
  if (!isToThirdParties(scope)) return '不要（県のみ）';
  const document = approval && actOf(approval, currentFiling(approval).number)?.document;
  const said = approvalStandingNames[approvalStanding(approval, scope)];
  return document ? `${said}（${document}）` : said;
}
