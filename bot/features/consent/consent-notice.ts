import { z } from 'zod';
import { consentNoticeCard, type NoticedConsent } from '../../../cards/consent/consent-notice.ts';
import { addOpenDays, type Calendar, calendarOf } from '../../../programme/calendar.ts';
import {
  type Consent,
  consentStanding,
  currentAnswer,
  currentAsking,
  currentWithdrawal,
} from '../../../programme/consent/consent.ts';
import { dayOf, instantOf } from '../../../programme/day.ts';
import { daily } from '../../../programme/schedule.ts';
import { knownMunicipality } from '../../../storage/municipalities.ts';
import { type DueItem, days, defineJob, foundByDay, type Planning, withdraw } from '../../job.ts';
import { leadsOn } from '../people/on-duty.ts';
import { memberNames } from '../people/people.ts';
import { consentViews } from './consent-views.ts';
import { consentsAsked } from './consents-asked.ts';

const ConsentNoticeItem = z.object({
  municipality: z.string(),
  consent: z.string(),
  asking: z.number(),
  because: z.enum(['answered', 'withdrawn', 'unanswered']),
});
type ConsentNoticeItem = z.infer<typeof ConsentNoticeItem>;
type Because = ConsentNoticeItem['because'];
type Told = { readonly because: Because; readonly at: Date };

const noticesByDay = foundByDay(async (planning) => {
  const calendar = calendarOf(planning.programme.closures);
  return (await consentsAsked(planning)).flatMap((consent) =>
    noticesOf(consent, calendar, planning).map((told) => [dayOf(told.at), { consent, ...told }] as const),
  );
});

/** What a municipality has answered or taken back, and once that it has not answered, to whoever of the secretariat asked. */
export const consentNotice = defineJob({
  name: 'consent-notice',
  called: '承諾の回答',
  withdraws: { changed: 'そのあと状態が変わったため送りませんでした' },
  item: ConsentNoticeItem,
  within: days(14),
  schedule: () => daily('09:00', 'previous-open'),

  async due(slot, planning) {
    return (await noticesByDay(slot, planning)).flatMap(({ consent, because, at }) =>
      toWhoAsked(consent, because, at, planning),
    );
  },

  async card({ municipality, consent, asking, because }, { store, now }) {
    const town = await knownMunicipality(store, municipality);
    const views = town ? await consentViews({ store, now }, [town], 'secretariat') : [];
    const view = views.find((each) => each.consent.id === consent && each.consent.askings.length === asking);
    if (!view || becauseOf(view.consent, now) !== because) return withdraw('changed');
    return consentNoticeCard({ view, because, nameOf: await memberNames(store, 'さん') });
  },
});

/** What there is to tell of it as it stands. */
function becauseOf(consent: Consent, now: Date): NoticedConsent['because'] | undefined {
  if (currentWithdrawal(consent)) return 'withdrawn';
  if (currentAnswer(consent)) return 'answered';
  return consentStanding(consent, dayOf(now)) === 'unanswered' ? 'unanswered' : undefined;
}

function noticesOf(consent: Consent, calendar: Calendar, { members }: Planning): readonly Told[] {
  const withdrawn = currentWithdrawal(consent);
  const answer = currentAnswer(consent);
  const byOffice = members.some(({ id, role }) => id === withdrawn?.by && role === 'secretariat');
  if (withdrawn) return byOffice ? [] : [{ because: 'withdrawn', at: new Date(withdrawn.at) }];
  if (answer) return [{ because: 'answered', at: new Date(answer.at) }];
  const day = addOpenDays(currentAsking(consent).due, 1, calendar);
  return [{ because: 'unanswered', at: instantOf(day, '09:00') }];
}

/** Whoever asked; whoever leads the secretariat where they are not of it any more. */
function toWhoAsked(consent: Consent, because: Because, at: Date, planning: Planning): DueItem<ConsentNoticeItem>[] {
  const { by } = currentAsking(consent);
  const asker = planning.members.filter(({ id, role }) => id === by && role === 'secretariat');
  const to = asker.length > 0 ? asker : leadsOn('secretariat', dayOf(at), planning);
  const { id, municipality, askings } = consent;
  return to.map((member) => ({
    recipient: { kind: 'member', id: member.id },
    municipality,
    about: `${id}-${askings.length}-${because}`,
    at,
    item: { municipality, consent: id, asking: askings.length, because },
  }));
}
