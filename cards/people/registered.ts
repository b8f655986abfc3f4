import { ask } from '../../programme/asks.ts';
import { type Member, roleNames } from '../../programme/member.ts';
import { buttons, type Card, card, notice, text } from '../card.ts';

/** The account now belongs to a person of the roster. */
export function registered(member: Member): Card {
  const sentence = `${member.name}さん（${roleNames[member.role]}）として登録しました。`;
  return card(
    '登録しました',
    sentence,
    notice('good', sentence),
    text('次からは、このチャットでそのまま報告や確認ができます。', 'quiet'),
    buttons(
      { label: '状況を見る', ask: ask('show-status'), look: 'primary' },
      { label: 'できることを見る', ask: ask('help') },
    ),
  );
}
