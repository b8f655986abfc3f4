import { ask } from '../../programme/asks.ts';
import { type Day, fullDate } from '../../programme/day.ts';
import type { Municipality } from '../../programme/municipality.ts';
import { buttons, type Card, card, notice, text } from '../card.ts';
import { wordFile } from '../word-file.ts';

/** 支援記録票 to keep. */
export function visitSheetCard({
  municipality: { name, code },
  record: { id },
  day,
  file,
}: {
  readonly municipality: Pick<Municipality, 'name' | 'code'>;
  readonly record: { readonly id: string };
  readonly day: Day;
  readonly file: Uint8Array;
}): Card {
  return card(
    '支援記録票',
    `${name} ${fullDate(day)} の支援記録票`,
    text(`${name} ${fullDate(day)}`, 'strong'),
    notice('quiet', 'Word で開いて、印刷や保存ができます。所見は入っていません。'),
    wordFile(`支援記録票 ${name} ${day}`, file, ask('visit-sheet', { municipality: code, visit: id })),
    buttons({ label: '訪問に戻る', ask: ask('show-visit', { municipality: code, visit: id }) }),
  );
}
