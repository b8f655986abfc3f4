import { consentPassedOnCard, passOnCard } from '../../../cards/consent/pass-on.ts';
import { passedOnTo, withPassedOn } from '../../../programme/consent/consent.ts';
import { dayOf } from '../../../programme/day.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { asksBack, defineCommand } from '../../command.ts';
import { ringBell } from '../../deliveries.ts';
import { named } from '../people/people.ts';
import {
  consentAt,
  consentersOf,
  consentMeant,
  materialSaid,
  ownConsentViews,
  waitingConsents,
} from './consent-views.ts';
import { refuseUnlessAsked } from './refuse-answer.ts';

export const passOnConsent = defineCommand({
  name: 'pass-on-consent',
  says: ['上司に回す'],
  help: '承諾のお願いを、同じ市町村の承諾者に回します。',
  example: '上司に回す',
  english: 'Pass a request for consent on to whoever of your municipality may answer it.',
  group: { title: '承諾と共有', order: 7 },
  needs: 'consent',
  about: 'municipality',
  privately: true,
  usualFor: {},
  writes: ['version'],
  typed: 'inputs',
  spoken: { words: ['上司に回', '上司にまわ', '承諾者に回', '承諾者にまわ'], wins: 373 },

  async prepare(input, turn) {
    const { code } = turn.municipality;
    const views = await ownConsentViews(turn, turn.municipality);
    const meant = consentMeant(views, input);
    const { material, rest } = materialSaid(views, input.material);
    const open = meant ? [meant] : waitingConsents(views, material);
    const [view] = open;
    if (!view) throw Refusal.because('no-consent-asked');
    refuseUnlessAsked(view);
    const others = (await consentersOf(turn.store, code)).filter(({ id }) => id !== turn.who.id);
    const member = input.member ?? rest;
    const called = member === undefined ? others : named(member, others);
    // A name that is nobody's brings the choice; the name of a card is never taken for another.
    const found = meant || called.length > 0 ? called : others;
    const [to, ...more] = found;
    if (!to) throw Refusal.because('no-other-consenter', { names: others.map(({ name }) => `${name}さん`) });
    if (meant && more.length === 0) return { found: { view, to } };
    return asksBack(open.length > 1 ? ['material'] : ['member'], passOnCard(open, found));
  },

  async run(_input, turn, { view, to }) {
    const day = dayOf(turn.now);
    const after = await turn.change('consents', consentAt(view.consent), (known = view.consent) =>
      withPassedOn(known, to.id, turn.from, day),
    );
    if (!passedOnTo(after).includes(to.id)) throw Refusal.because('consent-closed', { standing: 'withdrawn' });
    await ringBell(turn);
    return { card: consentPassedOnCard(view, to), how: 'replace' };
  },
});
