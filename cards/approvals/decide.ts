import { ask } from '../../programme/asks.ts';
import type { Ruling } from '../../programme/filing.ts';
import { verdictName } from '../../programme/verdict-words.ts';
import { type Ask, buttons, type Card, card, type Field, facts, notice, offering, text } from '../card.ts';
import { never } from '../understood.ts';
import {
  conditionLabels,
  editionText,
  type FilingView,
  filingStanding,
  versionSeen,
  whichFiling,
  whichVersion,
} from './filing-view.ts';

/** The only one that can be meant by what was typed: it is decided by a yes. */
export function confirmDecisionCard(view: FilingView, verdict: Ruling, condition: string | undefined): Card {
  const { called, title, yes, notes } = view;
  const what = verdictName(yes, verdict);
  return offering(
    `${what}の確認`,
    `${called}「${title}」を${what}としますか。まだ記録していません。`,
    text(`${called}を「${what}」としますか。まだ記録していません。`, 'strong'),
    facts(
      ['件名', title],
      ['版', editionText(view, versionSeen(view))],
      ['状態', filingStanding(view)],
      ...(condition ? [[conditionLabels[verdict], condition] as const] : []),
    ),
    notes.map((note) => notice('attention', note)),
    buttons(
      {
        label: `はい、${what}とする`,
        ask: ask('decide-filing', { ...whichVersion(view), verdict, condition }),
        look: 'primary',
      },
      { label: '内容を見る', ask: view.open },
      never,
    ),
  );
}

type Wanted = {
  readonly name: 'condition' | 'reason';
  readonly value?: string | undefined;
  readonly error?: string | undefined;
};

/** Why a verdict is what it is: what must change, why not, or why it is decided anew. */
export function becauseCard(view: FilingView, verdict: Ruling, given: Ask['input'], wanted: Wanted): Card {
  const { called, title, yes } = view;
  const what = verdictName(yes, verdict);
  const label = wanted.name === 'reason' ? '改める理由' : conditionLabels[verdict];
  const { [wanted.name]: _, ...kept } = given;
  const maxLength = wanted.name === 'reason' ? 200 : 500;
  const field: Field = {
    ...{ type: 'text', lines: 'many', required: true, maxLength },
    ...{ name: wanted.name, label, value: wanted.value, error: wanted.error },
  };
  return card(
    what,
    `${called}「${title}」を${what}とする${label}を入力してください。`,
    text(`${called}　${title}`, 'strong'),
    text('入力すると事務局へ届きます。まだ記録していません。', 'quiet'),
    {
      kind: 'form',
      parts: [{ intro: [], fields: [field] }],
      submit: `${what}とする`,
      ask: { command: 'decide-filing', input: kept },
    },
  );
}

/** Somebody of the prefecture whose answer does not count wanted to decide. */
export function notDecidingCard(view: FilingView): Card {
  const { deciders, called, title } = view;
  const sentence = `この決定は、県の主担当（${deciders.join('、')}）が行います。何も記録していません。`;
  return card(
    called,
    `${called}「${title}」: ${sentence}`,
    notice('attention', sentence),
    text('ご意見があれば残せます。主担当の方が、決めるときに読みます。'),
    buttons(
      { label: '意見を残す', ask: ask('remark-filing', whichVersion(view)), look: 'primary' },
      { label: 'この提出を見る', ask: ask('show-waiting', whichFiling(view)) },
    ),
  );
}
