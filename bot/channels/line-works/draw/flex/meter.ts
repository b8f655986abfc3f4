import type { Node } from '../../../../../cards/card.ts';
import type { FlexBox } from '../../message.ts';
import { bar } from './bar.ts';
import { column, flexMark, flexText, quiet, row, TONES } from './paint.ts';

type Meter = Extract<Node, { kind: 'meter' }>;

export function meterPart({ label, percent, caption, tone }: Meter, number = ''): FlexBox {
  return column(
    [
      row([
        flexMark(tone),
        flexText(number + label, { weight: 'bold', flex: 1 }),
        flexText(`${percent}%`, { weight: 'bold', flex: 0 }),
      ]),
      bar(percent / 100, TONES[tone].color),
      ...(caption === '' ? [] : [quiet(caption)]),
    ],
    { spacing: 'sm', margin: 'lg' },
  );
}
