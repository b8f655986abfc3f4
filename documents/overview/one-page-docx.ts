import type { Paragraph, Table } from 'docx';
import { shortMoment } from '../../programme/day.ts';
import type { OnePage } from '../../programme/overview/one-page.ts';
import { onePageAsOf, onePageBlocks, onePageTitle, type PageBlock } from '../../programme/overview/one-page-blocks.ts';
import { heading, onTheRight, pageDocx, paragraphs, subheading } from '../docx/page.ts';
import { listTable } from '../docx/table.ts';

/** 1枚 as a Word file of one page of A4. */
export async function onePageDocx(page: OnePage, madeAt: Date): Promise<Uint8Array> {
  const title = onePageTitle(page);
  return pageDocx(
    title,
    [onTheRight(onePageAsOf(page)), heading(title), ...onePageBlocks(page).flatMap(blockParts)],
    `伴走ボットの記録から作成　作成 ${shortMoment(madeAt)}`,
  );
}

const blockParts = ({ heading: name, table, lines }: PageBlock): readonly (Paragraph | Table)[] => [
  subheading(name),
  ...(table ? [listTable(table.head, table.rows, table.shares, 'small')] : []),
  ...lines.flatMap((line) => paragraphs(line)),
];
