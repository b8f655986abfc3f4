import { z } from 'zod';
import { notice } from '../../../cards/card.ts';
import { consentRequestCard } from '../../../cards/consent/consent-request.ts';
import { leaveOn } from '../../../programme/absence.ts';
import { addOpenDays, calendarOf } from '../../../programme/calendar.ts';
import {
  type Consent,
  consentStanding,
  currentAsking,
  OPEN_DAYS_TO_REMIND,
  passedOnTo,
} from '../../../programme/consent/consent.ts';
import { type Day, dayOf, instantOf } from '../../../programme/day.ts';
import { holdersOf } from '../../../programme/duty.ts';
import type { Member } from '../../../programme/member.ts';
import { daily, nextOfficeTime } from '../../../programme/schedule.ts';
import { knownMunicipality } from '../../../storage/municipalities.ts';
import { type Drawing, type DueItem, days, defineJob, type Planning, withdraw } from '../../job.ts';
import { answeringAs, consentViews } from './consent-views.ts';
import { readConsents } from './read-consents.ts';

/** A 承諾依頼 by its number among those of the same 承諾: asked again, it is another one. */
const RequestItem = z.object({ municipality: z.string(), consent: z.string(), asking: z.number() });
type RequestItem = z.infer<typeof RequestItem>;

const withdraws = {
  answered: '回答済みか、依頼が取り下げられたため送りませんでした',
  superseded: '資料が新しくなったため送りませんでした',
  over: '回答の期限を過ぎたため送りませんでした',
};

/** 承諾依頼, to the 承諾者 of the municipality when its office is next open, and to whom it is passed on. */
export const consentRequest = defineJob({
  name: 'consent-request',
  called: '承諾のお願い',
  withdraws,
  item: RequestItem,
  within: days(14),
  schedule: () => daily('09:00', 'previous-open'),

  async due(slot, planning) {
    const isIn = ({ at }: { readonly at: string }) => new Date(at) >= slot.start && new Date(at) < slot.end;
    return (await waiting(planning)).flatMap((consent) => {
      const { asking, at } = lastAsking(consent);
      const passed = (consent.passedOn ?? []).filter((each) => each.asking === asking && isIn(each));
      const again = passed.flatMap((each) => toEach(consent, [each.to], new Date(each.at), planning));
      if (!isIn({ at })) return again;
      const moment = new Date(at);
      return [...toEach(consent, holdersThen(consent, moment, planning), moment, planning), ...again];
    });
  },

  card: async (item, drawing) => drawn(item, drawing),
});

/** One reminder, on the third open day after it was asked. */
export const consentReminder = defineJob({
  name: 'consent-reminder',
  called: '承諾のお願い（再度）',
  withdraws,
  item: RequestItem,
  within: days(5),
  schedule: () => daily('09:00', 'previous-open'),

  async due(slot, planning) {
    return (await waiting(planning)).flatMap((consent) => {
      const calendar = calendarOf(planning.programme.closures, consent.municipality);
      const day = addOpenDays(dayOf(new Date(currentAsking(consent).at)), OPEN_DAYS_TO_REMIND, calendar);
      if (day !== slot.day) return [];
      const at = instantOf(day, '09:00');
      const to = [...new Set([...holdersThen(consent, at, planning), ...passedOnTo(consent)])];
      return toEach(consent, to, at, planning);
    });
  },

  card: async (item, drawing) => drawn(item, drawing, 'お願いしている承諾に、まだお答えがありません。'),
});

/** Every 承諾 that waits for an answer. */
async function waiting({ store, now, municipalities }: Planning): Promise<readonly Consent[]> {
  const { consents } = await readConsents(
    store,
    municipalities.map(({ code }) => code),
  );
  return consents.filter((consent) => consentStanding(consent, dayOf(now)) === 'asked');
}

const lastAsking = (consent: Consent) => ({ asking: consent.askings.length, at: currentAsking(consent).at });

/** The 承諾者 who are there when the office is next open; all of them where none is. */
function holdersThen({ municipality }: Consent, moment: Date, { members, programme }: Planning): readonly string[] {
  const day = dayOf(nextOfficeTime(moment, calendarOf(programme.closures, municipality)));
  const officers = members.filter(
    ({ role, municipalities }) => role === 'municipal' && municipalities.includes(municipality),
  );
  const holders = holdersOf('consenter', officers);
  const present = holders.filter((member) => !isAway(member, day));
  return (present.length > 0 ? present : holders).map(({ id }) => id);
}

const isAway = ({ leave }: Pick<Member, 'leave'>, day: Day): boolean => leaveOn(leave, day) !== undefined;

function toEach(consent: Consent, to: readonly string[], at: Date, { members }: Planning): DueItem<RequestItem>[] {
  const { asking } = lastAsking(consent);
  const { id, municipality } = consent;
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

async function drawn({ municipality, consent, asking }: RequestItem, drawing: Drawing, again?: string) {
  const { store, who, now } = drawing;
  const town = await knownMunicipality(store, municipality);
  const views = town ? await consentViews({ store, now }, [town], { own: [municipality], scope: 'none' }) : [];
  const view = views.find((each) => each.consent.id === consent);
  if (!view || !who || view.consent.askings.length !== asking) return withdraw('answered');
  if (view.standing === 'unanswered' || view.standing === 'expired') return withdraw('over');
  if (view.standing !== 'asked') return withdraw('answered');
  if (!view.isNewest) return withdraw('superseded');
  const as = await answeringAs({ store, who }, municipality);
  return consentRequestCard(view, as, again === undefined ? [] : [notice('attention', again)]);
}
