import { fiscalYearName } from '../day.ts';
import { defineKind, inOne, PROGRAMME } from '../kind.ts';
import { exportSheet } from '../sheet.ts';
import { beneficiaryNames, FundingTerms, fundingTermsId } from './funding-terms.ts';

export const fundingTerms = defineKind({
  name: 'fundingTerms',
  called: '財源の条件',
  container: 'state',
  schema: FundingTerms,
  ...inOne(PROGRAMME),
  id: ({ funding, year }) => fundingTermsId(funding, year),
  belongsTo: () => undefined,
  ofYear: (terms, { fiscalYear }) => (terms.year === fiscalYear ? terms : undefined),
  keptFor: { always: 'it is what is published of a funding, and of nobody' },
  exported: {
    as: 'sheets',
    sheets: [
      exportSheet<FundingTerms>('財源の条件', 'plans', {
        財源ID: ({ funding }) => funding,
        年度: ({ year }) => fiscalYearName(year),
        名称: ({ name }) => name,
        対象経費: ({ funds }) => funds,
        率: ({ rate }) => rate,
        上限: ({ cap }) => cap,
        使える団体: ({ who }) => who.map((each) => beneficiaryNames[each]).join('、'),
        受付開始: ({ from }) => from,
        締切: ({ until }) => until,
        受付時期: ({ window }) => window,
        根拠書類: ({ papers }) => papers.join('、'),
        経路: ({ route }) => route,
        備考: ({ note }) => note,
        確認日: ({ checkedOn }) => checkedOn,
        確認した人: ({ checkedBy }, { nameOf }) => checkedBy && nameOf(checkedBy),
      }),
    ],
  },
  takenBack: { never: 'the change of settings that made it is taken back' },
  audited: true,
  ofTheChat: [],
});
