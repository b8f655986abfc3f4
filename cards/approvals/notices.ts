import { ask } from '../../programme/asks.ts';
import { dayOf, shortDate } from '../../programme/day.ts';
import type { FilingDecision } from '../../programme/filing.ts';
import { verdictName } from '../../programme/verdict-words.ts';
import { buttons, type Card, card, facts, notice, text } from '../card.ts';
import { decisionButtons } from './filing.ts';
import { conditionLabels, decidedBy, editionText, type FilingView, versionSeen, whichFiling } from './filing-view.ts';

/** For who decides, 1:1: something was handed in, or still waits. The summary keeps the content out of notifications. */
export function submittedCard(view: FilingView, why: 'submitted' | 'waiting'): Card {
  const { called, title, notes, since, filing, nameOf } = view;
  const day = since === undefined ? '' : shortDate(dayOf(new Date(since)));
  const by = filing.submissions?.findLast(({ version }) => version === versionSeen(view))?.by;
  const sentence =
    why === 'submitted'
      ? `${called}が提出されました。県の決定をお願いします。`
      : `${called}が、${day}から県の決定を待っています。`;
  return card(
    why === 'submitted' ? `${called}の提出` : `${called}が待っています`,
    sentence,
    text(sentence),
    text(title, 'strong'),
    notes.map((note) => notice('attention', note)),
    facts(
      ['提出日', day],
      ['版', editionText(view, versionSeen(view))],
      ...(by ? [['提出した人', nameOf(by)] as const] : []),
    ),
    buttons(
      ...decisionButtons(view),
      { label: '内容を見る', ask: view.open },
      { label: '承認待ち', ask: ask('show-waiting') },
    ),
  );
}

const NEXT = {
  approve: '',
  conditional: '直して、新しい版を提出してください。',
  refuse: '',
} as const;

/** For the PM and who handed it in, 1:1: what was decided. */
export function decisionCard(view: FilingView, decision: FilingDecision): Card {
  const { called, title, yes, hasAct } = view;
  const { verdict, condition, reason } = decision;
  const what = verdictName(yes, verdict);
  const sentence = `${called}は「${what}」となりました。${NEXT[verdict]}`;
  return card(
    `${called}の決定`,
    sentence,
    notice(verdict === 'approve' ? 'good' : 'attention', sentence),
    text(title, 'strong'),
    facts(
      ['決定', `${what}（${decidedBy(decision, view)}）`],
      ['版', editionText(view, decision.version)],
      ...(condition ? [[conditionLabels[verdict], condition] as const] : []),
      ...(reason ? [['改めた理由', reason] as const] : []),
    ),
    buttons(
      { label: '内容を見る', ask: view.open },
      ...(hasAct && verdict === 'approve'
        ? [{ label: '文書番号を入力する', ask: ask('record-document', whichFiling(view)) }]
        : []),
      { label: '提出一覧', ask: ask('show-waiting') },
    ),
  );
}

/** For the PM, 1:1: a yes whose formal act has not come. */
export function actMissingCard(view: FilingView, decision: FilingDecision): Card {
  const { called, title, yes } = view;
  const day = shortDate(dayOf(new Date(decision.at)));
  const sentence = `${called}の${yes}（${day}）の文書番号が、まだ記録されていません。`;
  return card(
    '文書番号の確認',
    sentence,
    text(sentence),
    text(title, 'strong'),
    text('文書が届いていたら番号を記録してください。届いていなければ、県へお尋ねください。', 'quiet'),
    buttons(
      { label: '文書番号を入力する', ask: ask('record-document', whichFiling(view)), look: 'primary' },
      { label: '文書未受領', ask: ask('record-document', { ...whichFiling(view), lacking: 'yes' }) },
      { label: '内容を見る', ask: view.open },
    ),
  );
}
