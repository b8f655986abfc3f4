import type { Card } from '../../../cards/card.ts';
import { reassignedNotes, type Taker, takersCard } from '../../../cards/meetings/all-actions.ts';
import { leaveOn } from '../../../programme/absence.ts';
import { dayOf } from '../../../programme/day.ts';
import {
  type ActionItem,
  isOpenAction,
  ownerOn,
  troubleWith,
  withNewOwner,
} from '../../../programme/meetings/action-item.ts';
import { type Member, memberOn, type Role } from '../../../programme/member.ts';
import { pageOf } from '../../../programme/page.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { municipalityNames } from '../../../storage/municipalities.ts';
import { asksBack, defineCommand } from '../../command.ts';
import type { MemberStart } from '../../turn.ts';
import { withAccess } from '../../who/admission.ts';
import { actionAt, actionReached } from './actions.ts';
import { allActions, oneAction, rosterById } from './all-actions.ts';
import { ownerNames } from './view.ts';

/** People on one page of a phone. */
const A_PAGE = 8;

export const reassignAction = defineCommand({
  name: 'reassign-action',
  says: ['宿題の担当'],
  help: '宿題の担当を、ほかの方に変えます。だれがいつ変えたかは記録に残ります。',
  example: '宿題の担当',
  english: 'Give what somebody took on to somebody else.',
  group: { title: '会議を開く', order: 7 },
  needs: 'homework',
  about: 'member',
  usualFor: {},
  writes: ['taker'],
  spoken: {
    words: ['宿題の担当', '宿題の引き継ぎ', '宿題の引継', '宿題を引き継'],
    wins: 124,
  },

  async prepare({ action: id, owner, taker, page = 1 }, turn) {
    if (id === undefined) return { found: undefined };
    const action = await actionReached(id, turn);
    if (!isOpenAction(action)) throw Refusal.because('action-closed', { what: action.what });
    const meanwhile = owner !== undefined && owner !== action.owner && taker !== action.owner;
    if (taker === undefined || meanwhile)
      return asksBack(['taker'], await whichTaker(action, page, meanwhile, turn), 'replace');
    return { found: { action, to: await takerOf(taker, action, turn) } };
  },

  async run(_input, turn, found) {
    if (!found) return { card: await allActions(turn) };
    const { action, to } = found;
    const after = await turn.change('actionItems', actionAt(action), (known = action) => {
      if (!isOpenAction(known)) throw Refusal.because('action-closed', { what: known.what });
      return withNewOwner(known, action.owner, to.id, turn.from);
    });
    const members = await rosterById(turn.store);
    const back = after.formerOwner === undefined ? undefined : members.get(after.formerOwner);
    const mayGoBack = back && !troubleWith(memberOn(back, dayOf(turn.now)), after);
    return {
      card: await oneAction(after, turn, reassignedNotes(after, to, mayGoBack ? back : undefined)),
      how: 'replace',
    };
  },
});

/** @throws Refusal where this person cannot have it, and why */
async function takerOf(id: string, action: ActionItem, turn: MemberStart): Promise<Member> {
  const { store, now } = turn;
  const kept = (await rosterById(store)).get(id);
  if (!kept) throw Refusal.because('unknown-name', { said: id });
  const who = memberOn(kept, dayOf(now));
  const { name } = who;
  switch (troubleWith(who, action)) {
    case 'has-left':
      throw Refusal.because('action-has-left', { name });
    case 'observer':
      throw Refusal.because('action-observer', { name });
    case 'elsewhere': {
      const town = action.municipality && (await municipalityNames(store))(action.municipality);
      throw Refusal.because('action-elsewhere', { name, town });
    }
    case undefined:
      if ((await withAccess([kept], turn)).length === 0) throw Refusal.because('action-no-access', { name });
      return kept;
  }
}

/** Those of the place first, then who advises, then who runs and who steers the programme. */
const order: readonly Role[] = ['municipal', 'expert', 'secretariat', 'prefecture'];

async function whichTaker(action: ActionItem, page: number, meanwhile: boolean, turn: MemberStart): Promise<Card> {
  const today = dayOf(turn.now);
  const [members, whose] = await Promise.all([rosterById(turn.store), ownerNames(turn)]);
  const owner = ownerOn(action, members, today);
  const fit = [...members.values()].filter(
    (kept) => kept.id !== owner?.id && !troubleWith(memberOn(kept, today), action),
  );
  const able = (await withAccess(fit, turn)).toSorted(
    (a, b) =>
      order.indexOf(a.role) - order.indexOf(b.role) ||
      Number(b.lead) - Number(a.lead) ||
      a.name.localeCompare(b.name, 'ja'),
  );
  const { shown, at, pages } = pageOf(able, page, A_PAGE);
  const takers = shown.map((who): Taker => ({ who, office: who.office, away: leaveOn(who.leave, today)?.until }));
  return takersCard({
    action,
    whose: owner ? whose(action) : '担当がいません',
    takers,
    page: at,
    pages,
    meanwhile,
  });
}
