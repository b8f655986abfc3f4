import { ask } from '../../programme/asks.ts';
import { type Member, roleNames } from '../../programme/member.ts';
import { type Ask, buttons, type Card, card, list, notice, offering, text } from '../card.ts';
import { never } from '../understood.ts';

/** More are found by a longer part of the name. */
const MOST = 9;

export type MeantMember = { readonly who: Member; readonly towns: string; readonly ask: Ask };

/** A name that several people have, or that is written in other characters: which of them. */
export function whichMember(said: string, rows: readonly MeantMember[]): Card {
  const question =
    rows.length === 1
      ? `「${said}」は、この方のことですか。`
      : `「${said}」にあたる方が${rows.length}人います。どの方ですか。`;
  return offering(
    'どの方ですか',
    `${question} まだ変えていません。`,
    text(question, 'strong'),
    list(
      rows.slice(0, MOST).map(({ who, towns, ask: asked }) => ({
        title: who.name,
        detail: [roleNames[who.role], who.office, towns].filter((part) => part !== '').join('・'),
        ask: asked,
      })),
    ),
    rows.length > MOST ? text(`ほか${rows.length - MOST}人。氏名を続けて入力してください。`, 'quiet') : [],
    text('選ぶまで、何も変えません。', 'quiet'),
    buttons(never),
  );
}

/** A change that the roster cannot take, and what to do first. */
export function rosterRefused(sentence: string): Card {
  return card(
    '変えていません',
    `変えていません。${sentence}`,
    notice('attention', sentence),
    text('何も変えていません。', 'quiet'),
    buttons({ label: '名簿を見る', ask: ask('show-roster') }),
  );
}
