import { fiscalYearName, shortDate } from '../day.ts';
import { defineKind, inOne, PROGRAMME, wholly } from '../kind.ts';
import type { Provenance } from '../provenance.ts';
import { exportSheetOfParts, momentCell } from '../sheet.ts';
import type { WayBack } from '../undo.ts';
import { budgetAnswerNames, budgetQuestionNames } from './budget-season.ts';
import { FundingRecord, fundingRecordId, fundingStateNames } from './funding-record.ts';
import { fundingShort } from './funding-terms.ts';

function waysBack({ municipality, uses, talks, answers }: FundingRecord): readonly WayBack[] {
  return [
    ...uses.flatMap(({ initiative, funding, versions }) =>
      versions.flatMap(({ removed, ...version }) => {
        const what = `${fundingShort(funding)}の状態「${fundingStateNames[version.state]}」`;
        const of = { municipality, initiative, funding, version: version.ask };
        return waysOf({ ...version, what, back: { command: 'set-funding-state', input: of } }, removed);
      }),
    ),
    ...talks.flatMap(({ removed, ...talk }) => {
      const what = `${shortDate(talk.day)}の県との協議`;
      const of = { municipality, talk: talk.ask };
      return [
        { ...talk, what, back: { command: 'remove-funding-talk', input: of }, anew: '協議を消す' },
        ...(removed
          ? [
              {
                ...removed,
                what: `${what}の削除`,
                back: { command: 'remove-funding-talk', input: { ...of, back: 'yes' } },
              },
            ]
          : []),
      ];
    }),
    ...answers.map((answer) => ({
      ...answer,
      what: `予算の回答（${budgetQuestionNames[answer.question]}）`,
      back: { command: 'answer-budget', input: { municipality, question: answer.question } },
      anew: '答えを変える',
    })),
  ];
}

/** One that stands is taken off; one that was taken off is put back. */
function waysOf(way: WayBack, removed: Provenance | undefined): readonly WayBack[] {
  if (!removed) return [way];
  const back = { ...way.back, input: { ...way.back.input, back: 'yes' } };
  return [{ ...removed, what: `${way.what}の取消`, back }];
}

export const fundingRecords = defineKind({
  name: 'fundingRecords',
  called: '財源の記録',
  container: 'state',
  schema: FundingRecord,
  ...inOne(PROGRAMME),
  id: ({ fiscalYear, municipality }) => fundingRecordId(fiscalYear, municipality),
  belongsTo: (record, { code }) => wholly(record, record.municipality === code),
  ofYear: (record, { fiscalYear }) => (record.fiscalYear === fiscalYear ? record : undefined),
  keptFor: {
    years: 'records',
    isOver: ({ uses, talks, answers }, { isOld }) =>
      [...uses.flatMap(({ versions }) => versions), ...talks, ...answers].every(({ at }) => isOld(at)),
  },
  exported: {
    as: 'sheets',
    sheets: [
      exportSheetOfParts(
        '財源の状態',
        'plans',
        (record: FundingRecord) =>
          record.uses.flatMap((use) => use.versions.map((version, at) => ({ record, use, version, number: at + 1 }))),
        {
          団体コード: ({ record }) => record.municipality,
          年度: ({ record }) => fiscalYearName(record.fiscalYear),
          取組ID: ({ use }) => use.initiative,
          財源ID: ({ use }) => use.funding,
          版: ({ number }) => number,
          状態: ({ version }) => fundingStateNames[version.state],
          '一般財源負担（千円）': ({ version }) => version.general,
          備考: ({ version }) => version.note,
          消した日時: ({ version }) => momentCell(version.removed?.at),
          日時: ({ version }) => momentCell(version.at),
          記入者: ({ version }, { nameOf }) => nameOf(version.by),
        },
      ),
      exportSheetOfParts(
        '財源の協議',
        'plans',
        (record: FundingRecord) => record.talks.map((talk) => ({ record, talk })),
        {
          団体コード: ({ record }) => record.municipality,
          年度: ({ record }) => fiscalYearName(record.fiscalYear),
          協議した日: ({ talk }) => talk.day,
          県の課: ({ talk }) => talk.division,
          結果: ({ talk }) => talk.result,
          取組ID: ({ talk }) => talk.initiative,
          財源ID: ({ talk }) => talk.funding,
          消した日時: ({ talk }) => momentCell(talk.removed?.at),
          日時: ({ talk }) => momentCell(talk.at),
          記入者: ({ talk }, { nameOf }) => nameOf(talk.by),
        },
      ),
      exportSheetOfParts(
        '予算の回答',
        'plans',
        (record: FundingRecord) => record.answers.map((answer) => ({ record, answer })),
        {
          団体コード: ({ record }) => record.municipality,
          年度: ({ record }) => fiscalYearName(record.fiscalYear),
          聞いたこと: ({ answer }) => budgetQuestionNames[answer.question],
          回答: ({ answer }) => budgetAnswerNames[answer.answer],
          備考: ({ answer }) => answer.note,
          日時: ({ answer }) => momentCell(answer.at),
          回答者: ({ answer }, { nameOf }) => nameOf(answer.by),
        },
      ),
    ],
  },
  takenBack: {
    never: 'it is said anew, and what was said before stays on record',
    byButton: (record) => waysBack(record),
  },
  audited: true,
  ofTheChat: [],
});
