import { z } from 'zod';
import { notice } from '../../../cards/card.ts';
import { consentRequestCard } from '../../../cards/consent/consent-request.ts';
import { leaveOn } from '../../../programme/absence.ts';
import { calendarOf } from '../../../programme/calendar.ts';
import { type Consent, consentStanding } from '../../../programme/consent/consent.ts';
import { dayOf } from '../../../programme/day.ts';
import { holdersOf } from '../../../programme/duty.ts';
import { officersOf } from '../../../programme/member.ts';
import { nextOfficeTime } from '../../../programme/schedule.ts';
import { knownMunicipality } from '../../../storage/municipalities.ts';
import { type Drawing, type DueItem, oncePerLook, type Planning, withdraw } from '../../job.ts';
import { answeringAs, ownConsentViews } from './consent-views.ts';
import { consentsIn } from './read-consents.ts';

/** A 承諾依頼 by its number among those of the same 承諾: asked again, it is another one. */
export const RequestItem = z.object({ municipality: z.string(), consent: z.string(), asking: z.number() });
export type RequestItem = z.infer<typeof RequestItem>;

export const requestWithdraws = {
  answered: '回答済みか取り下げられたため送りませんでした',
  superseded: '資料が新しくなったため送りませんでした',
  over: '回答の期限を過ぎたため送りませんでした',
};

/** Every 承諾 that was ever asked for. */
export const consentsAsked = oncePerLook(({ store, municipalities }) =>
  consentsIn(
    store,
    municipalities.map(({ code }) => code),
  ),
);

/** Every 承諾 that waits for an answer. */
export const consentsWaiting = oncePerLook(
  async (planning): Promise<readonly Consent[]> =>
    (await consentsAsked(planning)).filter((consent) => consentStanding(consent, dayOf(planning.now)) === 'asked'),
);

/** The 承諾者 who are there when the office is next open; all of them where none is. */
export function holdersThen(
  { municipality }: Consent,
  moment: Date,
  { members, programme }: Planning,
): readonly string[] {
  const day = dayOf(nextOfficeTime(moment, calendarOf(programme.closures, municipality)));
  const holders = holdersOf('consenter', officersOf(members, municipality));
  const present = holders.filter(({ leave }) => !leaveOn(leave, day));
  return (present.length > 0 ? present : holders).map(({ id }) => id);
}

/** The card of what is asked now, once to each of these who is still on the roster. */
export function toEach(
  consent: Consent,
  to: readonly string[],
  at: Date,
  { members }: Planning,
): DueItem<RequestItem>[] {
  const { id, municipality, askings } = consent;
  const asking = askings.length;
  return to
    .filter((each) => members.some((member) => member.id === each))
    .map((each) => ({
      recipient: { kind: 'member', id: each },
      municipality,
      about: `${id}-${asking}`,
      at,
      item: { municipality, consent: id, asking },
    }));
}

/** What is asked, as it stands when it is sent. @param again what is said above a card that was sent before */
export async function requestDrawn({ municipality, consent, asking }: RequestItem, drawing: Drawing, again?: string) {
  const { store, who, now } = drawing;
  const town = await knownMunicipality(store, municipality);
  const views = town ? await ownConsentViews({ store, now }, town) : [];
  const view = views.find((each) => each.consent.id === consent);
  if (!view || !who || view.consent.askings.length !== asking) return withdraw('answered');
  if (view.standing === 'unanswered' || view.standing === 'expired') return withdraw('over');
  if (view.standing !== 'asked') return withdraw('answered');
  if (!view.isNewest) return withdraw('superseded');
  const as = await answeringAs({ store, who }, municipality);
  return consentRequestCard(view, as, again === undefined ? [] : [notice('attention', again)]);
}
