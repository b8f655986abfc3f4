import { z } from 'zod';
import type { FilingView } from '../../../cards/approvals/filing-view.ts';
import { leaveOn } from '../../../programme/absence.ts';
import { calendarOf, nextOpenDay } from '../../../programme/calendar.ts';
import type { Day } from '../../../programme/day.ts';
import { decidersAmong } from '../../../programme/duty.ts';
import { currentFiling, filingState } from '../../../programme/filing.ts';
import { may } from '../../../programme/may.ts';
import type { Member } from '../../../programme/member.ts';
import type { Filed } from '../../filed.ts';
import type { Drawing, DueItem, Planning } from '../../job.ts';
import { type FiledOne, filingOfId, filingView } from './filings.ts';

/** What a notice about a filing remembers: which one, and which version it is about. */
export const FilingItem = z.object({ filing: z.string(), version: z.number().int() });
export type FilingItem = z.infer<typeof FilingItem>;

export const waitingNotices = {
  decided: '県の決定が済んだため送りませんでした',
  gone: '取り下げられたか新しい版が出たため送りませんでした',
  left: '担当でなくなったため送りませんでした',
};

/** Those of the prefecture who decide and are there; where all are away, it waits for them in their chats. */
export function decidersOn(
  day: Day,
  { members, programme }: Pick<Planning, 'members' | 'programme'>,
): readonly Member[] {
  const open = nextOpenDay(day, calendarOf(programme.closures));
  const deciders = decidersAmong(members);
  const present = deciders.filter(({ leave }) => !leaveOn(leave, open));
  return present.length > 0 ? present : deciders;
}

export const itemFor = ({ id }: Member, { of, filing }: FiledOne, version: number, at: Date): DueItem<FilingItem> => ({
  recipient: { kind: 'member', id },
  municipality: of.ofMunicipality?.(filing),
  about: `${filing.id}-${version}`,
  at,
  item: { filing: filing.id, version },
});

/** The filing as it is when a notice is drawn, for its reader; or why there is nothing to send. */
export async function versionThatWaits(
  { filing: id, version }: FilingItem,
  filed: readonly Filed[],
  { store, programme, now, who }: Drawing,
): Promise<FilingView | keyof typeof waitingNotices> {
  const one = await filingOfId(store, filed, id);
  if (!one || one.filing.withdrawn || currentFiling(one.filing).number !== version) return 'gone';
  if (filingState(one.filing) !== 'submitted') return 'decided';
  if (!may(who, 'approve')) return 'left';
  return filingView(one, { store, programme, now, who });
}
