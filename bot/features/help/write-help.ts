import { addOpenDays, calendarOf } from '../../../programme/calendar.ts';
import { findItem } from '../../../programme/catalogue.ts';
import { dayOf } from '../../../programme/day.ts';
import { ownSide, sideOf } from '../../../programme/help/between-sides.ts';
import type { HelpRequest } from '../../../programme/help/help-request.ts';
import { OPEN_DAYS_TO_ANSWER } from '../../../programme/help/request-standing.ts';
import { rung } from '../../../programme/lease.ts';
import type { Member } from '../../../programme/member.ts';
import { isUndoable } from '../../../programme/undo.ts';
import { LEASES, MEMBERS, municipal } from '../../../storage/collections.ts';
import type { Written } from '../../receipt-of.ts';
import type { MunicipalTurn } from '../../turn.ts';

/** A 相談 and the line of its receipt. */
type WrittenHelp = Written & { readonly request: HelpRequest };

/** Writes a request for help; the secretariat sees its text in 1:1 only. The same words again are the same request. */
export async function writeHelp(
  turn: MunicipalTurn,
  { text, item = itemNamedIn(text), isAside = false }: { text: string; item?: string | undefined; isAside?: boolean },
): Promise<WrittenHelp> {
  const { municipality, from, store, now, programme } = turn;
  const line = { what: '困りごと', before: undefined, after: '事務局に届けます' };
  const sent = await store.helpRequests.list(municipal(municipality.code), { from: 'help-', below: 'help.' });
  const same = sent.find(
    ({ value }) => value.text === text && value.item === item && isUndoable(value, from.by, now),
  )?.value;
  if (same) return { line, report: same.ask, isNew: same.ask === from.ask, request: same };
  const id = `help-${from.ask}`;
  const due = addOpenDays(dayOf(now), OPEN_DAYS_TO_ANSWER, calendarOf(programme.closures));
  const side = isAside ? sideOf(turn.who) : ownSide(text, turn.who, await namesBeside(turn));
  const asked = { ...from, id, municipality: municipality.code, text, due };
  const request: HelpRequest = { ...asked, ...(item ? { item } : {}), ...(side ? { side } : {}) };
  await turn.change('helpRequests', { partition: municipal(municipality.code), id }, (known) => known ?? request);
  // Whoever sends looks again at once, and not only at the next planning.
  await turn.change('leases', { partition: LEASES, id: 'dispatcher' }, rung);
  return { line, report: from.ask, isNew: true, request };
}

/** Those on the other side of the support: the experts, or the officers of the municipality. */
async function namesBeside({ store, who, municipality }: MunicipalTurn): Promise<readonly string[]> {
  const members = (await store.members.list(MEMBERS)).map(({ value }) => value);
  const isBeside = ({ role, municipalities }: Member) =>
    who.role === 'expert' ? role === 'municipal' && municipalities.includes(municipality.code) : role === 'expert';
  return members.filter((member) => member.id !== who.id && isBeside(member)).map(({ name }) => name);
}

/** The item a text names by its number, where it names exactly one. */
function itemNamedIn(text: string): string | undefined {
  const said = new Set(
    text
      .normalize('NFKC')
      .toUpperCase()
      .match(/(?<![A-Z\d])S\d-\d{1,2}(?!\d)/g),
  );
  const [only, ...others] = [...said].filter((id) => findItem(id));
  return others.length === 0 ? only : undefined;
}
