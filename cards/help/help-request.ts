import { ask } from '../../programme/asks.ts';
import { shortMoment } from '../../programme/day.ts';
import type { HelpRequest } from '../../programme/help/help-request.ts';
import type { Member } from '../../programme/member.ts';
import type { Municipality } from '../../programme/municipality.ts';
import { itemName } from '../../programme/shown.ts';
import { buttons, type Card, card, facts, text } from '../card.ts';
import { which, whichSeen } from './request-view.ts';

/** What a municipality asks the secretariat. For 1:1 chats with the secretariat only; the summary keeps the content out of notifications. */
export function helpRequestCard(municipality: Municipality, request: HelpRequest, by: Member | undefined): Card {
  return card(
    '相談が届きました',
    `${municipality.name}から相談が届きました。`,
    facts(
      ['市町村', municipality.name],
      ['相談した人', by ? `${by.name}さん（${by.office}）` : '名簿にない人'],
      ['日時', shortMoment(new Date(request.at))],
      ...(request.item ? [['項目', itemName(request.item)] as const] : []),
    ),
    text(request.text),
    buttons(
      { label: '受け持つ', ask: ask('handle-request', { ...whichSeen(request), state: 'taken' }), look: 'primary' },
      { label: '回答する', ask: ask('answer-request', whichSeen(request)) },
      { label: 'この相談を開く', ask: ask('show-requests', which(request)) },
      { label: `${municipality.name}の状況を見る`, ask: ask('show-status', { municipality: municipality.code }) },
      { label: '対応済みにする', ask: ask('answer-help', which(request)) },
    ),
  );
}
