import type { Row } from '../../../../../cards/card.ts';
import type { FlexPart } from '../../message.ts';
import type { Numbers } from '../offer.ts';
import { column, flexMark, flexText, LINE_COLOUR, quiet, row } from './paint.ts';

const RULE: FlexPart = { type: 'separator', color: LINE_COLOUR, margin: 'md' };

export function listParts(rows: readonly Row[], numbers: Numbers): FlexPart[] {
  return rows.flatMap((each, at) => [...(at === 0 ? [] : [RULE]), rowPart(each, numbers.get(each) ?? '')]);
}

function rowPart({ title, detail, tone, ask }: Row, number: string): FlexPart {
  const said = flexText(number + title, ask === undefined ? {} : { weight: 'bold' });
  return row(
    [
      ...(tone === undefined ? [] : [flexMark(tone)]),
      column([said, ...(detail === undefined ? [] : [quiet(detail)])], { flex: 1 }),
    ],
    { margin: 'md' },
  );
}
