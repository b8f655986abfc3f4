import { dayOf } from '../programme/day.ts';
import { type Ask, type Card, card, notice, text } from './card.ts';

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** What names of files cannot have in them. */
const NO_NAME = /[\\/:*?"<>|]/g;

/** Of what a workbook is, of which moment, and when it was made. */
export type WorkbookFile = {
  readonly title: string;
  readonly asOf: string;
  readonly made: Date;
  /** What the file is called, where the title and the day of making would be long. */
  readonly file?: string | undefined;
};

/** What a chat showed, as a workbook to keep. @param again what makes it anew */
export const workbookCard = ({ title, asOf, made, file }: WorkbookFile, content: Uint8Array, again: Ask): Card =>
  card(
    `${title}（Excel）`,
    `${title}のExcelです。`,
    text(title, 'strong'),
    text(asOf, 'quiet'),
    notice('quiet', '数え方と作成日時は「この表について」のシートにあります。'),
    {
      kind: 'file',
      name: `${file ?? `${title} ${dayOf(made)}`}.xlsx`.replace(NO_NAME, ' '),
      type: WORKBOOK,
      content,
      again,
    },
  );
