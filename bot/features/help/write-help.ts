import type { HelpRequest } from '../../../programme/help/help-request.ts';
import { rung } from '../../../programme/lease.ts';
import { isUndoable } from '../../../programme/undo.ts';
import { LEASES, municipal } from '../../../storage/collections.ts';
import type { MunicipalTurn } from '../../command.ts';
import type { Written } from '../../receipt-of.ts';

/** Writes a request for help; the secretariat sees its text in 1:1 only. The same words again are the same request. */
export async function writeHelp(
  turn: MunicipalTurn,
  { text, item }: { text: string; item?: string | undefined },
): Promise<Written> {
  const { municipality, from, store, now } = turn;
  const line = { what: '困りごと', before: undefined, after: '事務局に届けます' };
  const sent = await store.helpRequests.list(municipal(municipality.code), { from: 'help-', below: 'help.' });
  const same = sent.find(
    ({ value }) => value.text === text && value.item === item && isUndoable(value, from.by, now),
  )?.value;
  if (same) return { line, report: same.ask, isNew: same.ask === from.ask };
  const id = `help-${from.ask}`;
  const request: HelpRequest = { ...from, id, municipality: municipality.code, text, ...(item ? { item } : {}) };
  await turn.change('helpRequests', { partition: municipal(municipality.code), id }, (known) => known ?? request);
  // Whoever sends looks again at once, and not only at the next planning.
  await turn.change('leases', { partition: LEASES, id: 'dispatcher' }, rung);
  return { line, report: from.ask, isNew: true };
}
