import { ask } from '../../programme/asks.ts';
import { editionName } from '../../programme/catalogue.ts';
import { fullDate } from '../../programme/day.ts';
import type { Edition } from '../../programme/edition.ts';
import type { EditionChange } from '../../programme/edition-change.ts';
import { type Button, buttons, type Card, card, changes, list, notice, offering, text } from '../card.ts';
import { never } from '../understood.ts';

/** How many changes a phone shows. */
const SHOWN = 12;

const asOf = (edition: Edition): string => `${fullDate(edition.asOf)}現在`;
const take = (edition: Edition, label: string): Button => ({
  label,
  ask: ask('change-edition', { edition: edition.id }),
});

/** The edition in force, and those that could be taken up instead. */
export function editionsCard(inForce: Edition, others: readonly Edition[]): Card {
  const name = editionName(inForce);
  return card(
    '項目とKPIの版',
    `項目とKPIは ${name}（${asOf(inForce)}）を使っています。`,
    text(`今の版: ${name}（${asOf(inForce)}）`, 'strong'),
    text(`項目 ${inForce.items.length}・KPI ${inForce.kpis.length}`, 'quiet'),
    others.length === 0
      ? notice('quiet', 'ほかの版はありません。')
      : list(others.map((each) => ({ title: editionName(each), detail: asOf(each), ask: take(each, '').ask }))),
  );
}

/** What another edition would change, which nobody has taken up yet. */
export function confirmEditionCard(before: Edition, after: Edition, all: readonly EditionChange[]): Card {
  const [from, to] = [editionName(before), editionName(after)];
  return offering(
    `${to}に切り替えますか`,
    `項目とKPIの版: ${from} → ${to}。変わるところは${all.length}件です。まだ切り替えていません。`,
    changes([{ what: '項目とKPIの版', before: from, after: to }]),
    text(`${asOf(after)}。変わるところは${all.length}件です。`),
    all.length === 0 ? [] : changes(all.slice(0, SHOWN).map(lineOf)),
    all.length > SHOWN ? text(`ほか${all.length - SHOWN}件`, 'quiet') : [],
    text('報告の記録はそのまま残ります。まだ切り替えていません。', 'quiet'),
    buttons(
      {
        label: 'はい、切り替える',
        ask: ask('change-edition', { edition: after.id, sure: 'yes' }),
        look: 'primary',
      },
      never,
    ),
  );
}

const lineOf = ({ id, name, what, before, after }: EditionChange) => ({
  what: before === undefined || after === undefined ? `${id}（${what}）` : `${id} ${name}の${what}`,
  before,
  after: after ?? 'なし',
});

/** The edition that is in force from now on, and the way back. */
export function editionChangedCard(before: Edition, after: Edition): Card {
  const [from, to] = [editionName(before), editionName(after)];
  return card(
    '版を切り替えました',
    `項目とKPIの版: ${from} → ${to}`,
    changes([{ what: '項目とKPIの版', before: from, after: to }]),
    buttons(take(before, `${from}に戻す`)),
  );
}
