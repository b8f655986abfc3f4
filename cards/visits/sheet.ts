import { ask } from '../../programme/asks.ts';
import { type Day, fullDate } from '../../programme/day.ts';
import type { Municipality } from '../../programme/municipality.ts';
import { buttons, type Card, card, notice, text } from '../card.ts';

const NO_FILES =
  'このチャットではファイルをお渡しできません。支援記録票（Word）は事務局が書き出せます。必要なときは事務局へお知らせください。';

/** 支援記録票 to keep; without `file` where no file can be handed out, and then it promises none. */
export function visitSheetCard({
  municipality: { name, code },
  record: { id },
  day,
  file,
}: {
  readonly municipality: Pick<Municipality, 'name' | 'code'>;
  readonly record: { readonly id: string };
  readonly day: Day;
  readonly file: Uint8Array | undefined;
}): Card {
  return card(
    '支援記録票',
    `${name} ${fullDate(day)} の支援記録票`,
    text(`${name} ${fullDate(day)}`, 'strong'),
    notice('quiet', file ? 'Word で開いて、印刷や保存ができます。所見は入っていません。' : NO_FILES),
    file === undefined
      ? []
      : {
          kind: 'file',
          name: `支援記録票 ${name} ${day}.docx`,
          type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
          content: file,
        },
    buttons({ label: '訪問に戻る', ask: ask('show-visit', { municipality: code, visit: id }) }),
  );
}
