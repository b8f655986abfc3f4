import { ask } from '../../programme/asks.ts';
import { shortMoment } from '../../programme/day.ts';
import { categoryNames } from '../../programme/help/category.ts';
import { isEnded, stepsOf } from '../../programme/help/request-standing.ts';
import { stepText } from '../../programme/help/step-text.ts';
import { itemName } from '../../programme/shown.ts';
import { type Button, buttons, type Card, card, facts, list, type Node, notice, offering, text } from '../card.ts';
import { excerpt } from '../excerpt.ts';
import { never } from '../understood.ts';
import { type RequestView, standingText, which, whichSeen } from './request-view.ts';

/** How many entries of 経過 are shown; all of them are in the export. */
const STEPS_SHOWN = 6;

/** One 相談 with its answer and all that was done. `reopens`: whether まだ may still bring it back. */
export function requestCard(view: RequestView, reopens: boolean, said: readonly Node[] = []): Card {
  const { request, municipality, standing, nameOf } = view;
  const { answer } = standing;
  return card(
    '相談',
    `${municipality.name}の相談: ${standingText(view)}`,
    said,
    text(request.text),
    facts(
      ['市町村', municipality.name],
      ['相談した人', nameOf(request.by)],
      ['日時', shortMoment(new Date(request.at))],
      ['状態', standingText(view)],
      ...(request.category ? [['区分', categoryNames[request.category]] as const] : []),
      ...(request.item ? [['項目', itemName(request.item)] as const] : []),
    ),
    answer?.text ? [text('回答', 'heading'), text(answer.text)] : [],
    history(view),
    buttons(...(view.isOffice ? officeButtons(view, reopens) : ownButtons(view, reopens)), {
      label: '相談一覧',
      ask: ask('show-requests'),
    }),
  );
}

function history({ request, nameOf }: RequestView): Node[] {
  const steps = stepsOf(request);
  if (steps.length === 0) return [];
  return [
    text('経過', 'heading'),
    list(
      steps.slice(-STEPS_SHOWN).map((step) => ({
        title: `${shortMoment(new Date(step.at))}　${nameOf(step.by)}`,
        detail: stepText(step.did === 'answered' ? { ...step, text: undefined } : step, nameOf),
      })),
    ),
  ];
}

function officeButtons({ request, standing }: RequestView, reopens: boolean): Button[] {
  if (isEnded(standing)) return reopens ? [reopen('もう一度対応する', request)] : [];
  const seen = whichSeen(request);
  const { state, owner } = standing;
  return [
    { label: '回答する', ask: ask('answer-request', seen), look: 'primary' },
    ...(owner === undefined ? [{ label: '受け持つ', ask: ask('handle-request', { ...seen, state: 'taken' }) }] : []),
    { label: '割り当てる', ask: ask('handle-request', { ...seen, state: 'assigned' }) },
    { label: '期限を決める', ask: ask('handle-request', { ...seen, state: 'promised' }) },
    ...(state === 'checking'
      ? []
      : [{ label: '確認待ちにする', ask: ask('handle-request', { ...seen, state: 'waiting' }) }]),
    ...categorize(request),
    { label: '対応済みにする', ask: ask('answer-help', which(request)) },
  ];
}

function ownButtons({ request, standing }: RequestView, reopens: boolean): Button[] {
  if (isEnded(standing)) return reopens ? [reopen('まだ', request)] : [];
  return [...solvedOrNot(request, standing.answer !== undefined), ...categorize(request)];
}

/** The only one that can be meant by 解決しました: it ends by a yes. */
export function confirmSolvedCard(view: RequestView): Card {
  const { request, municipality, standing } = view;
  return offering(
    '相談の解決',
    `${municipality.name}の相談は解決しましたか。まだ記録していません。`,
    text('この相談は解決しましたか。まだ記録していません。', 'strong'),
    text(`「${request.text}」`),
    standing.answer?.text ? text(`回答: ${excerpt(standing.answer.text)}`, 'quiet') : [],
    buttons(
      { label: 'はい、解決にする', ask: ask('end-request', which(request)), look: 'primary' },
      ...(standing.answer ? [reopen('まだ', request)] : []),
      never,
    ),
  );
}

/** What whoever asked says to an answer; without one only that it is solved. */
export function solvedOrNot(request: RequestView['request'], isAnswered: boolean): Button[] {
  return [
    { label: '解決', ask: ask('end-request', which(request)), ...(isAnswered ? { look: 'primary' as const } : {}) },
    ...(isAnswered ? [reopen('まだ', request)] : []),
  ];
}

const reopen = (label: string, request: RequestView['request']): Button => ({
  label,
  ask: ask('end-request', { ...which(request), back: 'yes' }),
});

const categorize = (request: RequestView['request']): Button[] =>
  request.category ? [] : [{ label: '区分を付ける', ask: ask('categorize-request', which(request)) }];

/** Something was done about it since its card was opened, or it has ended: nothing is written before a yes. */
export function meanwhileCard(
  view: RequestView,
  { what, said, yes }: { readonly what: string; readonly said: string; readonly yes: Button },
): Card {
  const { request, municipality, nameOf } = view;
  const last = stepsOf(request).at(-1);
  const who = last
    ? `${shortMoment(new Date(last.at))}に${nameOf(last.by)}（${stepText({ ...last, text: undefined }, nameOf)}）`
    : '';
  const sentence = `この相談には、${who}の記録があります。あなたの${what}はまだ記録していません。`;
  return card(
    'ほかの方の記録があります',
    `${municipality.name}の相談: ${sentence}`,
    notice('attention', sentence),
    last?.text ? [text('その内容', 'heading'), text(last.text)] : [],
    text(`あなたの${what}`, 'heading'),
    text(said),
    buttons(yes, { label: '今の内容を見る', ask: ask('show-requests', which(request)) }),
  );
}
