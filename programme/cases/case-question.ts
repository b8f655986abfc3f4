import { z } from 'zod';
import { defineKind, inMunicipality, ofYearOfMoment, wholly } from '../kind.ts';
import { Provenance } from '../provenance.ts';
import { exportSheet, momentCell } from '../sheet.ts';

/** What somebody who reads a case asks of the secretariat; for 1:1 chats of the two only. Answers are only ever added. */
export const CaseQuestion = Provenance.extend({
  id: z.string(),
  case: z.string(),
  /** Of the case: whoever asks may be of any other. */
  municipality: z.string(),
  text: z.string(),
  answers: z.array(Provenance.extend({ text: z.string() })).optional(),
});
export type CaseQuestion = z.infer<typeof CaseQuestion>;

/** For `Collection.list`: everything asked about the cases of a municipality. */
export const CASE_QUESTIONS = { from: 'question-', below: 'question.' } as const;

export const isOpenQuestion = ({ answers }: CaseQuestion): boolean => answers === undefined;

/** Adds an answer. The same again, or a replay, changes nothing. */
export function withCaseAnswer(question: CaseQuestion, text: string, from: Provenance): CaseQuestion {
  const answers = question.answers ?? [];
  if (answers.some((answer) => answer.ask === from.ask || answer.text === text)) return question;
  return { ...question, answers: [...answers, { ...from, text }] };
}

export const caseQuestions = defineKind({
  name: 'caseQuestions',
  called: '事例への質問',
  container: 'state',
  schema: CaseQuestion,
  ...inMunicipality,
  id: ({ id }) => id,
  belongsTo: (question, { code }) => wholly(question, question.municipality === code),
  ofYear: ofYearOfMoment(({ at }) => at),
  keptFor: { years: 'records', isOver: ({ at }, { isOld }) => isOld(at) },
  exported: {
    as: 'sheets',
    sheets: [
      exportSheet<CaseQuestion>('事例への質問', 'trust', {
        事例番号: (question) => question.case,
        市町村名: ({ municipality }, { townName }) => townName(municipality),
        質問: ({ text }) => text,
        質問者: ({ by }, { nameOf }) => nameOf(by),
        日時: ({ at }) => momentCell(at),
        回答: ({ answers }) => answers?.map(({ text }) => text).join('\n'),
        回答者: ({ answers }, { nameOf }) => {
          const last = answers?.at(-1);
          return last && nameOf(last.by);
        },
        回答日時: ({ answers }) => momentCell(answers?.at(-1)?.at),
      }),
    ],
  },
  takenBack: { never: 'it was read by others as soon as it was sent; another one can be asked' },
  audited: true,
  ofTheChat: [],
});
