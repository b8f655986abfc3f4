import { ask } from '../../programme/asks.ts';
import { type Day, fullDate, shortDate } from '../../programme/day.ts';
import { type Direction, directions } from '../../programme/reports/inquiry.ts';
import { itemName } from '../../programme/shown.ts';
import { type Ask, buttons, type Card, card, type Field, facts, notice, offering, text } from '../card.ts';
import { never } from '../understood.ts';
import { enoughOrNot } from './inquiry.ts';
import { answeringSide, calledInquiry, type InquiryView } from './inquiry-view.ts';

/** The command that asks in each direction. */
const asking = { special: 'special-report', consultation: 'consult' } as const satisfies Record<Direction, string>;

/** What would be asked, as it was written: it goes to the other side when somebody says so. */
export function inquiryDraftCard(
  direction: Direction,
  said: { readonly text: string; readonly town?: string | undefined; readonly by?: Day | undefined },
  given: Ask['input'],
): Card {
  const { called } = directions[direction];
  const question =
    direction === 'special' ? 'この内容で事務局に臨時報告を求めますか。' : 'この内容で県に協議しますか。';
  const yes = { command: asking[direction], input: { ...given, text: said.text, sure: 'yes' } };
  return offering(
    called,
    `${question}まだ送っていません。`,
    text(`${question}まだ送っていません。`),
    text(`「${said.text}」`, 'strong'),
    said.town === undefined && said.by === undefined
      ? []
      : facts(
          ...(said.town === undefined ? [] : [['市町村', said.town] as const]),
          ...(said.by === undefined ? [] : [['期限', fullDate(said.by)] as const]),
        ),
    buttons(
      { label: direction === 'special' ? 'はい、求める' : 'はい、協議する', ask: yes, look: 'primary' },
      { label: '書き直す', ask: { command: asking[direction], input: {} } },
      never,
    ),
  );
}

const field = (given: Ask['input'], name: string): string | undefined => {
  const value = given[name];
  return typeof value === 'string' ? value : undefined;
};

/** What is to be reported, and by when: the second may stay empty. */
export function specialReportForm(given: Ask['input'], errors: ReadonlyMap<string, string>): Card {
  const { text: _text, by: _by, ...kept } = given;
  const fields: readonly Field[] = [
    {
      ...{ name: 'text', label: '報告してほしいこと', type: 'text', required: true, maxLength: 1000, lines: 'many' },
      value: field(given, 'text'),
      error: errors.get('text'),
    },
    {
      ...{ name: 'by', label: '期限（なければ3開庁日）', type: 'date', required: false },
      value: field(given, 'by'),
      error: errors.get('by'),
    },
  ];
  return card(
    '臨時報告',
    '事務局に報告してほしいことを入力してください。',
    text('事務局に報告してほしいことを入力してください。閉庁日を期限にすると、その前の開庁日になります。'),
    {
      kind: 'form',
      parts: [{ intro: [], fields }],
      submit: '報告を求める',
      ask: { command: 'special-report', input: kept },
    },
  );
}

/** It has gone to the other side: what happens next, and the way back. `moved`: the day that was said, where it is closed. */
export function inquiryAskedCard(
  view: InquiryView,
  { isNew, moved }: { isNew: boolean; moved: Day | undefined },
): Card {
  const { inquiry, standing, receiptDue, townName } = view;
  const [called, whom] = [calledInquiry(inquiry), answeringSide(inquiry)];
  const isSpecial = inquiry.direction === 'special';
  const done = isSpecial ? '臨時報告を求めました。' : '県に協議しました。';
  const next = isSpecial
    ? `PMが${shortDate(receiptDue)}までに受領し、${shortDate(standing.due)}までに回答します。`
    : '県の回答が届くと、1対1でお知らせします。';
  return card(
    called,
    `${isNew ? done : `この${called}は、すでに${whom}に届けています。`}${next}`,
    notice('good', isNew ? done : `この${called}は、すでに${whom}に届けています。`),
    text(`「${inquiry.text}」`),
    inquiry.municipality === undefined && inquiry.item === undefined
      ? []
      : facts(
          ...(inquiry.municipality === undefined ? [] : [['市町村', townName(inquiry.municipality)] as const]),
          ...(inquiry.item === undefined ? [] : [['項目', itemName(inquiry.item)] as const]),
        ),
    moved === undefined
      ? []
      : notice('attention', `${shortDate(moved)}は閉庁日のため、その前の開庁日を期限にしました。`),
    text(next, 'quiet'),
    buttons(
      { label: `${called}一覧`, ask: ask('show-inquiries', { direction: inquiry.direction }) },
      ...enoughOrNot(view),
    ),
  );
}
