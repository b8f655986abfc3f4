import { defineKind, inMunicipality, ofYearOfMoment, wholly } from '../kind.ts';
import { exportSheetOfParts, momentCell } from '../sheet.ts';
import { Consent, consentNumber, consentVerdictNames, currentAsking } from './consent.ts';
import { scopeNames } from './scope.ts';

export const consents = defineKind({
  name: 'consents',
  called: '承諾',
  container: 'state',
  schema: Consent,
  ...inMunicipality,
  id: ({ id }) => id,
  belongsTo: (consent, { code }) => wholly(consent, consent.municipality === code),
  ofYear: ofYearOfMoment((consent) => currentAsking(consent).at),
  keptFor: {
    years: 'records',
    isOver: ({ askings, answers = [], withdrawals = [] }, { isOld }) =>
      [...askings, ...answers, ...withdrawals].every(({ at }) => isOld(at)),
  },
  exported: {
    as: 'sheets',
    sheets: [
      exportSheetOfParts(
        '承諾',
        'trust',
        (consent: Consent) =>
          consent.askings.map((asking, at) => {
            const isOfIt = (each: { readonly asking: number }) => each.asking === at + 1;
            const answer = consent.answers?.find(isOfIt);
            return { consent, asking, answer, withdrawn: consent.withdrawals?.find(isOfIt) };
          }),
        {
          承諾番号: ({ consent }) => consentNumber(consent),
          団体コード: ({ consent }) => consent.municipality,
          市町村名: ({ consent }, { townName }) => townName(consent.municipality),
          資料番号: ({ consent }) => consent.material,
          版: ({ consent }) => consent.version,
          共有範囲: ({ consent }) => scopeNames[consent.scope],
          有効期限: ({ consent }) => consent.until,
          依頼日時: ({ asking }) => momentCell(asking.at),
          依頼者: ({ asking }, { nameOf }) => nameOf(asking.by),
          回答期限: ({ asking }) => asking.due,
          回答: ({ answer }) => answer && consentVerdictNames[answer.verdict],
          '条件・理由': ({ answer }) => answer?.condition,
          承諾者: ({ answer }, { nameOf }) => answer && nameOf(answer.by),
          職名: ({ answer }) => answer?.post,
          決裁番号: ({ answer }) => answer?.document,
          回答日時: ({ answer }) => momentCell(answer?.at),
          撤回日時: ({ withdrawn }) => momentCell(withdrawn?.at),
        },
      ),
    ],
  },
  takenBack: { never: 'a 承諾 is taken back by 撤回, which others have to hear of' },
  audited: true,
  ofTheChat: [],
});
