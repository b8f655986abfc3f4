import { dayOf } from '../day.ts';
import { isEnded, requestStanding } from '../help/request-standing.ts';
import { defineKind, inOne, ofYearOfMoment, PROGRAMME } from '../kind.ts';
import { exportSheet, momentCell } from '../sheet.ts';
import type { OwnWay } from '../undo.ts';
import { directions, Inquiry, inquiryStateName, inquiryStepText, lastAnswer } from './inquiry.ts';

export const inquiries = defineKind({
  name: 'inquiries',
  called: '臨時報告と協議',
  container: 'state',
  schema: Inquiry,
  ...inOne(PROGRAMME),
  id: ({ id }) => id,
  // It goes when the municipality goes, which takes nothing of it along: the two spoke about it, and not with it.
  belongsTo: ({ municipality }, { code }) => (municipality === code ? {} : undefined),
  ofYear: ofYearOfMoment(({ at }) => at),
  keptFor: { years: 'records', isOver: ({ at }, { isOld }) => isOld(at) },
  exported: {
    as: 'sheets',
    sheets: [
      exportSheet<Inquiry>('臨時報告・協議', 'trust', {
        種類: ({ direction }) => directions[direction].called,
        日時: ({ at }) => momentCell(at),
        求めた人: ({ by }, { nameOf }) => nameOf(by),
        内容: ({ text }) => text,
        団体コード: ({ municipality }) => municipality,
        市町村名: ({ municipality }, { townName }) => municipality && townName(municipality),
        項目ID: ({ item }) => item,
        期限: (inquiry) => (inquiry.direction === 'special' ? requestStanding(inquiry).due : undefined),
        状態: (inquiry) => inquiryStateName(inquiry, requestStanding(inquiry)),
        回答: (inquiry) => lastAnswer(inquiry)?.text,
        回答日: (inquiry) => dayCell(lastAnswer(inquiry)?.at),
        回答の文書番号: (inquiry) => lastAnswer(inquiry)?.document,
        完了日: (inquiry) => {
          const standing = requestStanding(inquiry);
          return isEnded(standing) ? dayCell(standing.ended?.at) : undefined;
        },
        経過: (inquiry, { nameOf }) =>
          (inquiry.steps ?? [])
            .map((step) => `${momentCell(step.at)} ${nameOf(step.by)} ${inquiryStepText(inquiry, step, nameOf)}`)
            .join('\n'),
      }),
    ],
  },
  takenBack: { never: 'whoever asked ends it, and it can be asked on', ownWay: inquiryWay },
  audited: true,
  ofTheChat: [],
});

/** What was asked is taken off the table while nobody has answered; an end is undone by まだ, an answer by another one. */
function inquiryWay(inquiry: Inquiry, said: string): OwnWay | undefined {
  const { called } = directions[inquiry.direction];
  const [input, standing] = [{ inquiry: inquiry.id }, requestStanding(inquiry)];
  const open: OwnWay = {
    what: `${called}の記録`,
    back: { command: 'show-inquiries', input },
    anew: `この${called}を開く`,
  };
  if (inquiry.ask === said && !isEnded(standing) && !standing.answer)
    return { what: called, back: { command: 'end-inquiry', input } };
  if (inquiry.ask === said) return open;
  const step = inquiry.steps?.find(({ ask }) => ask === said);
  if (step?.did === 'answered')
    return { what: `${called}への回答`, back: { command: 'answer-inquiry', input }, anew: '回答し直す' };
  return step && open;
}

const dayCell = (at: string | undefined): string | undefined => at && dayOf(new Date(at));
