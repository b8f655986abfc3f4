import { z } from 'zod';
import type { RequestView } from '../../../cards/help/request-view.ts';
import { dayOf } from '../../../programme/day.ts';
import { mayLearnOf } from '../../../programme/help/between-sides.ts';
import type { HelpRequest, HelpStep } from '../../../programme/help/help-request.ts';
import { stepsOf } from '../../../programme/help/request-standing.ts';
import { may } from '../../../programme/may.ts';
import type { Member } from '../../../programme/member.ts';
import { municipalityIn } from '../../../storage/municipalities.ts';
import { type Drawing, type DueItem, foundByDay, oncePerLook, type Planning, type Slot } from '../../job.ts';
import { requestAt, requestsIn, viewFor } from './requests.ts';

/** What a notice about a 相談 remembers: which one, and the message that wrote the entry of 経過 it tells of. */
export const NoticeItem = z.object({ municipality: z.string(), request: z.string(), step: z.string() });
export type NoticeItem = z.infer<typeof NoticeItem>;

export const stepNotices = {
  undone: '相談が取り下げられたため送りませんでした',
  left: '担当でなくなったため送りませんでした',
};

/** Every 相談 that was not taken back, of all municipalities. */
export const standingRequests = oncePerLook(
  async ({ store, municipalities }: Planning): Promise<readonly HelpRequest[]> => {
    const found = await Promise.all(municipalities.map(({ code }) => requestsIn(store, code)));
    return found.flat().filter(({ undone }) => undone === undefined);
  },
);

/** What is written in 経過, by the day it was written. */
const stepsByDay = foundByDay(async (planning) =>
  (await standingRequests(planning)).flatMap((request) =>
    stepsOf(request).map((step) => [dayOf(new Date(step.at)), { request, step }] as const),
  ),
);

/** A notice for each entry of one of these kinds that was written in a slot. */
export async function stepNoticesIn(
  slot: Slot,
  planning: Planning,
  did: readonly HelpStep['did'][],
  whom: (request: HelpRequest, step: HelpStep) => readonly Member[],
): Promise<readonly DueItem<NoticeItem>[]> {
  return (await stepsByDay(slot, planning))
    .filter(({ step }) => did.includes(step.did))
    .flatMap(({ request, step }) => whom(request, step).map((member) => noticeFor(member, request, step)));
}

function noticeFor({ id }: Member, request: HelpRequest, { ask, at }: HelpStep): DueItem<NoticeItem> {
  return {
    recipient: { kind: 'member', id },
    about: `${request.id}-${ask}`,
    at: new Date(at),
    item: { municipality: request.municipality, request: request.id, step: ask },
  };
}

/** Whoever asked; where they have left, who answers first for the municipality. */
export function askerOf({ by, municipality }: HelpRequest, members: readonly Member[]): readonly Member[] {
  const here = members.filter((member) => may(member, 'report', municipality));
  const asker = here.find(({ id }) => id === by);
  if (asker) return [asker];
  const officers = here.filter(({ role }) => role === 'municipal');
  return (officers.some(({ lead }) => lead) ? officers.filter(({ lead }) => lead) : officers).slice(0, 1);
}

/** The 相談 as it is when the notice is drawn, and whether its reader may still see it. */
export async function noticed(
  { municipality: code, request: id }: Pick<NoticeItem, 'municipality' | 'request'>,
  { store, who, now }: Drawing,
): Promise<RequestView | 'undone' | 'left'> {
  const { partition } = requestAt({ municipality: code, id });
  const request = (await store.helpRequests.get(partition, id))?.value;
  if (!request || request.undone) return 'undone';
  if (!who || !may(who, 'report', code) || !mayLearnOf(request, who)) return 'left';
  return viewFor({ request, municipality: await municipalityIn(store, code) }, { store, who, now });
}
