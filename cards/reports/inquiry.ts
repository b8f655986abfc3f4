import { ask } from '../../programme/asks.ts';
import { shortMoment } from '../../programme/day.ts';
import { isEnded } from '../../programme/help/request-standing.ts';
import { inquiryStepText, lastAnswer } from '../../programme/reports/inquiry.ts';
import { itemName } from '../../programme/shown.ts';
import {
  type Ask,
  type Button,
  buttons,
  type Card,
  card,
  type Field,
  facts,
  list,
  type Node,
  notice,
  offering,
  text,
} from '../card.ts';
import { calledInquiry, type InquiryView, inquiryStanding, whichInquiry, whichSeenInquiry } from './inquiry-view.ts';

/** How many entries of 経過 are shown; all of them are in the export. */
const STEPS_SHOWN = 6;

/** One 臨時報告 or 協議 with its answer and all that was done. `reopens`: whether まだ may still bring it back. */
export function inquiryCard(view: InquiryView, reopens: boolean, said: readonly Node[] = []): Card {
  const { inquiry } = view;
  const answer = lastAnswer(inquiry);
  return card(
    calledInquiry(inquiry),
    `${calledInquiry(inquiry)}: ${inquiryStanding(view)}`,
    said,
    text(inquiry.text),
    inquiryFacts(view),
    answer?.text ? [text('回答', 'heading'), text(answer.text), ...answeredBy(view)] : [],
    history(view),
    buttons(...(view.isAsker ? askerButtons(view, reopens) : answererButtons(view)), {
      label: `${calledInquiry(inquiry)}一覧`,
      ask: ask('show-inquiries', { direction: inquiry.direction }),
    }),
  );
}

/** Who asked it, when, what it is about and how it stands. */
export function inquiryFacts(view: InquiryView): Node {
  const { inquiry, nameOf, townName } = view;
  const { by, at, municipality, item } = inquiry;
  return facts(
    ['求めた人', nameOf(by)],
    ['日時', shortMoment(new Date(at))],
    ...(municipality === undefined ? [] : [['市町村', townName(municipality)] as const]),
    ...(item === undefined ? [] : [['項目', itemName(item)] as const]),
    ['状態', inquiryStanding(view)],
  );
}

/** Whose answer it is, of which day, and the number of its letter. */
export function answeredBy({ inquiry, nameOf }: InquiryView): Node[] {
  const answer = lastAnswer(inquiry);
  if (!answer) return [];
  const letter = answer.document === undefined ? '' : `・文書番号 ${answer.document}`;
  return [text(`${shortMoment(new Date(answer.at))}　${nameOf(answer.by)}${letter}`, 'quiet')];
}

function history({ inquiry, nameOf }: InquiryView): Node[] {
  const { steps = [] } = inquiry;
  if (steps.length === 0) return [];
  return [
    text('経過', 'heading'),
    list(
      steps.slice(-STEPS_SHOWN).map((step) => ({
        title: `${shortMoment(new Date(step.at))}　${nameOf(step.by)}`,
        detail: step.did === 'answered' ? '回答' : inquiryStepText(inquiry, step, nameOf),
      })),
    ),
  ];
}

/** What whoever answers can do: 受領 in one tap, and the answer. */
export function answererButtons({ inquiry, standing }: InquiryView): Button[] {
  if (isEnded(standing)) return [];
  const answer: Button = { label: '回答する', ask: ask('answer-inquiry', whichSeenInquiry(inquiry)) };
  if (inquiry.direction !== 'special' || standing.state !== 'untouched') return [{ ...answer, look: 'primary' }];
  return [{ label: '受領', ask: ask('receive-inquiry', whichInquiry(inquiry)), look: 'primary' }, answer];
}

function askerButtons(view: InquiryView, reopens: boolean): Button[] {
  const { inquiry, standing } = view;
  if (!isEnded(standing)) return enoughOrNot(view);
  return reopens ? [notYet(inquiry)] : [];
}

/** What whoever asked says to an answer; without one it can only be taken off the table. */
export function enoughOrNot({ inquiry, standing }: InquiryView): Button[] {
  const end = ask('end-inquiry', whichInquiry(inquiry));
  if (!standing.answer) return [{ label: '取り下げる', ask: end }];
  return [{ label: '足りました', ask: end, look: 'primary' }, notYet(inquiry)];
}

const notYet = (inquiry: InquiryView['inquiry']): Button => ({
  label: 'まだ',
  ask: ask('end-inquiry', { ...whichInquiry(inquiry), back: 'yes' }),
});

/** What an answer has left open, as まだ asks for it. */
export function notYetForm({ inquiry }: InquiryView, given: Ask['input'], problem?: string): Card {
  const { more, ...kept } = given;
  const called = calledInquiry(inquiry);
  const question = `${called}の回答に、まだ足りないところを入力してください。`;
  const field: Field = {
    ...{ name: 'more', label: '足りないところ', type: 'text', lines: 'many', required: true, maxLength: 1000 },
    ...{ hint: '例: 遅れの理由', value: typeof more === 'string' ? more : undefined, error: problem },
  };
  return card(
    `${called}を続ける`,
    question,
    text(question),
    text('送ると、もう一度回答を求めます。まだ記録していません。', 'quiet'),
    {
      kind: 'form',
      parts: [{ intro: [], fields: [field] }],
      submit: '送る',
      ask: { command: 'end-inquiry', input: kept },
    },
  );
}

/** Others did something since its card was opened: nothing is written before a yes, and what was to be said stays. */
export function inquiryMeanwhileCard(view: InquiryView, said: string, yes: Button): Card {
  const { inquiry, nameOf } = view;
  const last = inquiry.steps?.at(-1);
  const who = last ? `${shortMoment(new Date(last.at))}に${nameOf(last.by)}` : 'ほかの方';
  const sentence = `この${calledInquiry(inquiry)}には、${who}の記録があります。あなたの回答はまだ記録していません。`;
  return offering(
    'ほかの方の記録があります',
    sentence,
    notice('attention', sentence),
    last?.text ? [text('その内容', 'heading'), text(last.text)] : [],
    text('あなたの回答', 'heading'),
    text(said),
    buttons(yes, { label: '今の内容を見る', ask: ask('show-inquiries', whichInquiry(inquiry)) }),
  );
}
