import type { Row } from '../../../cards/card.ts';
import type { MemberStart } from '../../command.ts';
import type { Everywhere } from './coverages.ts';
import { handoverRows } from './handover-rows.ts';
import { signalRows } from './signal-rows.ts';

/** What waits for the secretariat, and for nobody else to see. */
export async function secretariatsList(turn: MemberStart, everywhere: Everywhere): Promise<readonly Row[]> {
  const all = await Promise.all([handoverRows(turn, everywhere), signalRows(turn, everywhere)]);
  return all.flat();
}
