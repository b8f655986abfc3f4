import { ask } from '../../programme/asks.ts';
import type { Member } from '../../programme/member.ts';
import { buttons, type Card, list, offering, text } from '../card.ts';
import { never } from '../understood.ts';
import { type RequestView, whichSeen } from './request-view.ts';

/** More are named in words: 割り当てる 佐藤. */
const MOST = 9;

/** Whom of the secretariat a 相談 is given to. */
export function handlersCard({ request, municipality }: RequestView, people: readonly Member[]): Card {
  return offering(
    'だれに割り当てますか',
    `${municipality.name}の相談をだれに割り当てますか。まだ記録していません。`,
    text(`${municipality.name}の相談`, 'quiet'),
    list(
      people.slice(0, MOST).map(({ id, name, lead }) => ({
        title: name,
        detail: lead ? '主担当' : undefined,
        ask: ask('handle-request', { ...whichSeen(request), state: 'assigned', member: id }),
        does: '割り当てる',
      })),
    ),
    buttons(never),
  );
}
