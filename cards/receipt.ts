import { ask, type Given } from '../programme/asks.ts';
import { shortMoment } from '../programme/day.ts';
import type { Municipality } from '../programme/municipality.ts';
import type { WayBack } from '../programme/undo.ts';
import {
  type Button,
  buttons,
  type Card,
  type Change,
  card,
  changes,
  type Node,
  notice,
  offering,
  text,
} from './card.ts';
import { never } from './understood.ts';

/** One thing that was written: before → after. */
export type ReceiptLine = Change & { readonly before: string | undefined };

export type Receipt = {
  readonly municipality: Municipality;
  readonly title: string;
  readonly lines: readonly ReceiptLine[];
  /** The message that made the report; 取消 takes back all it wrote. */
  readonly report: string;
  readonly correct?: Given<'correct'> | undefined;
  readonly notes?: readonly Node[];
  readonly next?: readonly Button[];
};

/** What was understood and recorded, and the way back. */
export function receiptCard({ municipality, title, lines, report, correct, notes = [], next = [] }: Receipt): Card {
  return card(
    title,
    `${municipality.name} ${title}: ${lines.map(({ what, after }) => `${what} ${after}`).join('、')}`,
    text(municipality.name, 'quiet'),
    changes(lines.map((line) => (line.before === line.after ? { ...line, before: undefined } : line))),
    notes,
    buttons(...next, ...wayBack(municipality, { correct, report })),
  );
}

function wayBack({ code }: Municipality, { correct, report }: Pick<Receipt, 'report' | 'correct'>): Button[] {
  return [
    ...(correct ? [{ label: '訂正', ask: ask('correct', { ...correct, municipality: code }) }] : []),
    { label: '取消', ask: ask('undo', { municipality: code, report }) },
  ];
}

/** A report that changed nothing, said plainly; what stands can be taken back like any other where it is one's own. */
export function nothingNew(
  municipality: Municipality,
  sentence: string,
  next: readonly Button[],
  own?: Pick<Receipt, 'report' | 'correct'>,
): Card {
  return card(
    'すでに記録されています',
    `${municipality.name} ${sentence}`,
    notice('good', sentence),
    buttons(...next, ...(own ? wayBack(municipality, own) : [])),
  );
}

/** 取消 after a 取消 reaches what was reported earlier: it is shown first. */
export function undoFurtherCard(
  municipality: Municipality,
  lines: readonly ReceiptLine[],
  { report, at }: { readonly report: string; readonly at: Date },
): Card {
  return card(
    'これも取り消しますか',
    `${municipality.name} ${shortMoment(at)} の報告: ${lines.map(({ what }) => what).join('、')}。まだ取り消していません。`,
    text(municipality.name, 'quiet'),
    text(`直前の報告は取り消し済みです。次は、その前の ${shortMoment(at)} の報告です。`),
    changes(lines),
    text('まだ取り消していません。', 'quiet'),
    buttons(
      { label: 'はい、取り消す', ask: ask('undo', { municipality: municipality.code, report }), look: 'primary' },
      never,
    ),
  );
}

/**
 * 取消 right behind something that a button of its own takes back, or that is only written anew: that is meant, and
 * shown first. @param before takes back the report that stands before it
 */
export function undoElsewhereCard({ what, at, back, anew }: WayBack, before?: Button): Card {
  const said = `最後に記録したのは、${shortMoment(new Date(at))} の${what}です。`;
  if (anew !== undefined)
    return offering(
      '取消では戻りません',
      `${said}取消では戻りません。`,
      text(said),
      notice('attention', `取消では戻りません。「${anew}」を押すと、そこから直せます。何も取り消していません。`),
      buttons({ label: anew, ask: back, look: 'primary' }, ...(before ? [before] : []), never),
    );
  return card(
    'これを取り消しますか',
    `${said}まだ取り消していません。`,
    text(said),
    text('まだ取り消していません。', 'quiet'),
    buttons({ label: `はい、${what}を取り消す`, ask: back, look: 'primary' }, ...(before ? [before] : []), never),
  );
}

/** What was taken back. */
export function undoneCard(municipality: Municipality, lines: readonly ReceiptLine[], next: readonly Button[]): Card {
  return card(
    '取り消しました',
    `${municipality.name} 取り消しました: ${lines.map(({ what }) => what).join('、')}`,
    notice('good', '取り消しました。履歴には残ります。'),
    changes(lines),
    buttons(...next),
  );
}
