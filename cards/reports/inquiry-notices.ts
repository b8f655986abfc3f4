import { ask } from '../../programme/asks.ts';
import { shortDate } from '../../programme/day.ts';
import { isEnded } from '../../programme/help/request-standing.ts';
import { lastAnswer } from '../../programme/reports/inquiry.ts';
import { type Ask, buttons, type Card, card, text } from '../card.ts';
import { answeredBy, answererButtons, enoughOrNot, inquiryFacts } from './inquiry.ts';
import { answeringSide, askingSide, calledInquiry, type InquiryView, whichInquiry } from './inquiry-view.ts';

/** Why somebody of the side that answers is told. */
export type InquiryNews = 'asked' | 'reopened' | 'late-receipt' | 'late-answer';

/** For 1:1 chats; the summary keeps the content out of notifications. */
export function inquiryNewsCard(view: InquiryView, news: InquiryNews): Card {
  const { inquiry } = view;
  const sentence = newsOf(view, news);
  return card(
    titleOf(view, news),
    sentence,
    text(sentence),
    text(inquiry.text, 'strong'),
    news === 'reopened' ? more(view) : [],
    inquiryFacts(view),
    buttons(...answererButtons(view), {
      label: `この${calledInquiry(inquiry)}を開く`,
      ask: ask('show-inquiries', whichInquiry(inquiry)),
    }),
  );
}

function titleOf({ inquiry }: InquiryView, news: InquiryNews): string {
  const called = calledInquiry(inquiry);
  return {
    asked: `${called}が届きました`,
    reopened: `${called}が続いています`,
    'late-receipt': `受領していない${called}があります`,
    'late-answer': `期限を過ぎた${called}があります`,
  }[news];
}

function newsOf({ inquiry, standing, receiptDue }: InquiryView, news: InquiryNews): string {
  const [called, from] = [calledInquiry(inquiry), askingSide(inquiry)];
  if (news === 'late-receipt') return `${called}の受領は${shortDate(receiptDue)}まででした。まだ受領していません。`;
  if (news === 'late-answer') return `${called}の回答は${shortDate(standing.due)}まででした。まだ回答していません。`;
  if (inquiry.direction === 'consultation')
    return news === 'asked'
      ? `${from}から${called}が届きました。`
      : `${called}の回答では、まだ足りないところがあります。`;
  return news === 'asked'
    ? `${from}から${called}の求めが届きました。${shortDate(receiptDue)}までに受領し、${shortDate(standing.due)}までに回答してください。`
    : `${called}の回答では、まだ足りないところがあります。${shortDate(standing.due)}までに回答してください。`;
}

function more({ inquiry }: InquiryView) {
  const said = inquiry.steps?.findLast(({ did }) => did === 'reopened')?.text;
  return said === undefined ? [] : [text(`足りないところ: ${said}`)];
}

/** An answer, for whoever asked, 1:1; the summary keeps the content out of notifications. */
export function inquiryAnsweredCard(view: InquiryView): Card {
  const { inquiry, standing } = view;
  const called = calledInquiry(inquiry);
  const isOver = isEnded(standing);
  return card(
    `${called}に回答がありました`,
    `${called}に、${answeringSide(inquiry)}から回答がありました。`,
    text(`${called}「${inquiry.text}」`, 'quiet'),
    text(lastAnswer(inquiry)?.text ?? ''),
    answeredBy(view),
    isOver ? [] : text('この回答で足りましたか。', 'strong'),
    buttons(...(isOver ? [] : enoughOrNot(view)), {
      label: `${called}一覧`,
      ask: ask('show-inquiries', { direction: inquiry.direction }),
    }),
  );
}

type Filled = { readonly value: string | undefined; readonly problem: string | undefined };

/** What was asked, and the fields for the answer to it; what could not be taken stands in them. */
export function inquiryAnswerForm(view: InquiryView, given: Ask['input'], { value, problem }: Filled): Card {
  const { inquiry } = view;
  const { answer: _, ...kept } = given;
  const from = askingSide(inquiry);
  const letter = {
    ...({ name: 'document', label: '文書番号（あれば）', type: 'text', required: false, maxLength: 60 } as const),
  };
  return card(
    `${calledInquiry(inquiry)}の回答`,
    `${calledInquiry(inquiry)}への回答を入力してください。`,
    text(inquiry.text),
    inquiryFacts(view),
    text(`回答は、求めた方（${from}）に1対1で届きます。`, 'quiet'),
    {
      kind: 'form',
      parts: [
        {
          intro: [],
          fields: [
            {
              ...({ name: 'answer', label: '回答', type: 'text', lines: 'many', maxLength: 1000 } as const),
              ...{ required: true, value, error: problem },
            },
            ...(inquiry.direction === 'consultation' ? [letter] : []),
          ],
        },
      ],
      submit: '回答する',
      ask: { command: 'answer-inquiry', input: kept },
    },
  );
}
