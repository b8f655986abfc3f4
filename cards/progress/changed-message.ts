import { ask, type Given } from '../../programme/asks.ts';
import type { Municipality } from '../../programme/municipality.ts';
import type { Standing } from '../../programme/undo.ts';
import { type Button, buttons, type Card, card, facts, notice, text } from '../card.ts';

/** What stands on record of what a message wrote. */
type TownStanding = Standing & { readonly municipality: Municipality };

export type ChangedMessage = {
  readonly how: 'edited' | 'deleted';
  readonly standings: readonly TownStanding[];
  /** The report that can still be taken back as a whole. */
  readonly undo?: Given<'undo'> | undefined;
};

const MOST_SHOWN = 8;
/** More lines than these are corrected from a list. */
const MOST_BUTTONS = 3;
const DONE = { edited: '書き直して', deleted: '消して' } as const;

/** A message was changed after it was sent: the record does not follow it, and this is how it is changed. */
export function changedMessage({ how, standings, undo }: ChangedMessage): Card {
  if (standings.length === 0) {
    const sentence =
      '送ったあとで書き直したメッセージは読み取りません。伝えたいことは、新しいメッセージで送ってください。';
    return card(
      '書き直したメッセージ',
      sentence,
      notice('quiet', sentence),
      buttons({ label: '訂正', ask: ask('correct') }),
    );
  }
  const sentence = `送ったメッセージを${DONE[how]}も、記録は変わりません。直すときは「訂正」を押してください。`;
  const lines = standings
    .slice(0, MOST_SHOWN)
    .map(({ municipality, what, now }) => [`${municipality.name} ${what}`, now] as const);
  return card(
    '記録はそのままです',
    `${sentence} いまの記録: ${lines.map(([what, now]) => `${what} ${now}`).join('、')}`,
    notice('attention', sentence),
    text('いまの記録', 'strong'),
    facts(...lines),
    buttons(...correctButtons(standings), ...(undo ? [{ label: '取消', ask: ask('undo', undo) }] : [])),
  );
}

function correctButtons(standings: readonly TownStanding[]): readonly Button[] {
  const own = standings.filter(({ correct }) => correct !== undefined);
  if (own.length > MOST_BUTTONS)
    return [{ label: '訂正', ask: ask('correct', { municipality: own[0]?.municipality.code }), look: 'primary' }];
  return own.map(({ municipality, short, correct }, at) => ({
    label: own.length === 1 ? '訂正' : `${short}を訂正`,
    ask: ask('correct', { municipality: municipality.code, ...correct }),
    look: at === 0 ? ('primary' as const) : ('plain' as const),
  }));
}
