import type { Card } from '../../../cards/card.ts';
import { staffingChangeCard, staffingChangesCard } from '../../../cards/staffing/staffing-change.ts';
import { calendarOf } from '../../../programme/calendar.ts';
import { dayOf } from '../../../programme/day.ts';
import { currentFiling, FILINGS } from '../../../programme/filing.ts';
import { pageOf } from '../../../programme/page.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { isThisPerson } from '../../../programme/staffing/contractor-person.ts';
import { bestHandedIn } from '../../../programme/staffing/one-month-before.ts';
import type { StaffingChange } from '../../../programme/staffing/staffing-change.ts';
import { municipalityNames } from '../../../storage/municipalities.ts';
import type { MemberStart } from '../../turn.ts';
import { membersIn } from './organization-view.ts';
import { staffingChangesIn } from './read-staffing.ts';
import { mayWriteHere, seenFiling } from './seen-filing.ts';

/** @throws Refusal where there is none of this id for this person */
export async function staffingChangeNamed(id: string, turn: MemberStart): Promise<StaffingChange> {
  const found = (await turn.store.staffingChanges.get(FILINGS, id))?.value;
  const seen = found && seenFiling(found, turn);
  if (!seen)
    throw Refusal.because('bad-value', {
      sentence: 'その体制変更は見つかりません。「体制変更一覧」で確認できます。',
    });
  return seen;
}

/** Those somebody may see, the latest day first: a draft is nobody's business but of those who write it. */
async function changesSeenBy(turn: MemberStart): Promise<readonly StaffingChange[]> {
  return (await staffingChangesIn(turn.store))
    .flatMap((change) => seenFiling(change, turn) ?? [])
    .toSorted((a, b) => currentFiling(b).content.day.localeCompare(currentFiling(a).content.day));
}

const PAGE = 8;

export async function changesCard(turn: MemberStart, page = 1): Promise<Card> {
  const { shown, at, pages } = pageOf(await changesSeenBy(turn), page, PAGE);
  const today = dayOf(turn.now);
  return staffingChangesCard({ changes: shown, today, page: at, pages, mayWrite: mayWriteHere(turn) });
}

/** The one that is meant: by its id, else the only one it can be; the list where there are none or several. */
export async function changeMeant(
  id: string | undefined,
  turn: MemberStart,
  canBe: (change: StaffingChange) => boolean = () => true,
): Promise<StaffingChange | { readonly list: Card }> {
  if (id !== undefined) return staffingChangeNamed(id, turn);
  const [only, ...others] = (await changesSeenBy(turn)).filter(canBe);
  return only && others.length === 0 ? only : { list: await changesCard(turn) };
}

/** A 体制変更 as whoever asks sees it. */
export async function staffingCardOf(change: StaffingChange, turn: MemberStart): Promise<Card> {
  const { store, now, programme } = turn;
  const { content } = currentFiling(change);
  const { after } = content;
  const [members, townName] = await Promise.all([membersIn(store), municipalityNames(store)]);
  const isKnown = after && members.some((member) => member.active && isThisPerson(member, after));
  return staffingChangeCard({
    change,
    today: dayOf(now),
    best: bestHandedIn(content.day, calendarOf(programme.closures)),
    towns: content.municipalities.map(townName),
    unknown: after && !isKnown ? [after.name] : [],
    mayWrite: mayWriteHere(turn),
  });
}
