import type { Municipality } from '../../programme/municipality.ts';
import {
  type Ask,
  buttons,
  type Card,
  type Change,
  card,
  changes,
  type Node,
  notice,
  offering,
  text,
} from '../card.ts';
import { type ReviewLine, reviewNodes } from '../confirm-report.ts';
import { never } from '../understood.ts';

type OfPlace<L extends Change> = { readonly municipality: Municipality; readonly lines: readonly L[] };

const namesOf = (all: readonly { readonly municipality: Municipality }[]): string =>
  all.map(({ municipality }) => municipality.name).join('と');

/** What several municipalities would be reported with: one yes to all of it. Without any, how it is written. */
export function confirmPlacesCard(all: readonly OfPlace<ReviewLine>[], yes: Ask | undefined): Card {
  if (!yes) return card('まとめて報告', HOW, text(HOW));
  return offering(
    'まとめて報告しますか',
    `${namesOf(all)}の報告です。まだ記録していません。`,
    all.flatMap(({ municipality, lines }): Node[] => [
      text(municipality.name, 'heading'),
      ...(lines.length > 0 ? reviewNodes(lines) : [text('すでに同じ内容が記録されています。', 'quiet')]),
    ]),
    text('まだ記録していません。', 'quiet'),
    buttons({ label: 'はい、まとめて報告', ask: yes, look: 'primary' }, never),
  );
}

const HOW =
  '「市町村名 S1-3 決定、市町村名 S1-2 検討中」のように、市町村名から書いて「、」で続けてください。まとめて確かめてから記録します。';

type Done = OfPlace<Change> & { readonly failed: readonly string[] };

/** What was written where, and what was not. @param undo takes back all of it */
export function placesReceipt(all: readonly Done[], undo: Ask | undefined): Card {
  const written = all.filter(({ lines }) => lines.length > 0);
  return card(
    '報告を受け付けました',
    written.length > 0 ? `${namesOf(written)}の報告を受け付けました。` : '新しい記録はありません。',
    all.flatMap(({ municipality, lines, failed }): Node[] => [
      text(municipality.name, 'heading'),
      ...(lines.length > 0 ? [changes(lines)] : []),
      ...failed.map((why) => notice('attention', `記録していません: ${why}`)),
      ...(lines.length + failed.length === 0 ? [text('すでに同じ内容が記録されています。', 'quiet')] : []),
    ]),
    undo ? buttons({ label: 'まとめて取消', ask: undo }) : [],
  );
}

/** All of it was taken back. */
export function placesUndoneCard(all: readonly OfPlace<Change>[]): Card {
  return card(
    '取り消しました',
    `${namesOf(all)}の報告を取り消しました。`,
    notice('good', '取り消しました。履歴には残ります。'),
    all.flatMap(({ municipality, lines }): Node[] => [text(municipality.name, 'heading'), changes(lines)]),
  );
}
