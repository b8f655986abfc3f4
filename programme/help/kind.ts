import { dayOf } from '../day.ts';
import { defineKind, inMunicipality, ofYearOfMoment, wholly } from '../kind.ts';
import { exportSheet, momentCell, type SheetNames } from '../sheet.ts';
import { takenBackWhole } from '../undo.ts';
import { categoryNames } from './category.ts';
import { HelpRequest, type HelpStep } from './help-request.ts';
import { requestStanding, requestStateNames, stepsOf } from './request-standing.ts';
import { stepText } from './step-text.ts';

export const helpRequests = defineKind({
  name: 'helpRequests',
  called: '相談',
  container: 'state',
  schema: HelpRequest,
  ...inMunicipality,
  id: ({ id }) => id,
  belongsTo: (help, { code }) => wholly(help, help.municipality === code),
  ofYear: ofYearOfMoment(({ at }) => at),
  keptFor: { years: 'records', isOver: ({ at }, { isOld }) => isOld(at) },
  exported: {
    as: 'sheets',
    sheets: [
      exportSheet<HelpRequest>('相談', 'support', {
        団体コード: ({ municipality }) => municipality,
        市町村名: ({ municipality }, { townName }) => townName(municipality),
        内容: ({ text }) => text,
        項目ID: ({ item }) => item,
        相談者: ({ by }, { nameOf }) => nameOf(by),
        日時: ({ at }) => momentCell(at),
        取消日時: ({ undone }) => momentCell(undone?.at),
        区分: ({ category }) => category && categoryNames[category],
        '対応方針・内容': (request) => requestStanding(request).answer?.text,
        担当: (request, { nameOf }) => {
          const { owner } = requestStanding(request);
          return owner && nameOf(owner);
        },
        期限: (request) => requestStanding(request).due,
        状態: (request) => requestStateNames[requestStanding(request).state],
        完了日: (request) => {
          const { state, ended } = requestStanding(request);
          return state === 'done' && ended ? dayOf(new Date(ended.at)) : undefined;
        },
        経過: (request, names) =>
          stepsOf(request)
            .map((step) => stepLine(step, names))
            .join('\n'),
      }),
    ],
  },
  takenBack: takenBackWhole<HelpRequest>(() => ({
    what: '困りごと',
    said: '事務局に届いています',
    undone: '取り下げ',
  })),
  audited: true,
  ofTheChat: [],
});

const stepLine = (step: HelpStep, { nameOf }: SheetNames): string =>
  `${momentCell(step.at)} ${nameOf(step.by)} ${stepText(step, nameOf)}`;
