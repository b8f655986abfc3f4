import type { Row } from '../../../cards/card.ts';
import { ask } from '../../../programme/asks.ts';
import { findItem } from '../../../programme/catalogue.ts';
import { shortDate } from '../../../programme/day.ts';
import type { SupportSignal } from '../../../programme/support/support-signals.ts';
import type { MemberStart } from '../../turn.ts';
import type { Everywhere } from './coverages.ts';
import { supportSignalsIn } from './mismatches.ts';

/** Pairs the secretariat looks at before anybody has to complain. None of it says that there is a case. */
export async function signalRows(turn: MemberStart, { towns, members }: Everywhere): Promise<Row[]> {
  const signals = await supportSignalsIn(turn);
  return signals.map((signal) => {
    const { municipality, expert } = signal;
    const town = towns.find(({ code }) => code === municipality)?.name ?? municipality;
    const name = members.find(({ id }) => id === expert)?.name ?? expert;
    return {
      ...{ title: `${town} ${name}さん`, detail: signalText(signal), tone: 'attention' },
      ask: ask('show-dispatch', { municipality }),
    };
  });
}

function signalText(signal: SupportSignal): string {
  switch (signal.kind) {
    case 'no-visit':
      return `訪問が${signal.days}日ありません（${shortDate(signal.since)}から）`;
    case 'moved':
      return '訪問が2回続けて、派遣人材の都合で変わりました';
    case 'stands-still':
      return `${signal.item} ${findItem(signal.item)?.short ?? ''}は、3回支援しても段階が変わっていません`;
  }
}
