import { notice } from '../../../cards/card.ts';
import { actionDoneCard, actionsCard } from '../../../cards/meetings/actions.ts';
import { dayOf } from '../../../programme/day.ts';
import { may } from '../../../programme/may.ts';
import { type ActionItem, withDone, withReopened } from '../../../programme/meetings/action-item.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { defineCommand } from '../../command.ts';
import type { MemberStart } from '../../turn.ts';
import { actionAt, actionReached, namedActions, ownActions } from './actions.ts';

export const completeAction = defineCommand({
  name: 'complete-action',
  says: ['宿題', '宿題完了'],
  help: '会議で引き受けた宿題を表示します。終わったものを押すと完了になります。',
  example: '宿題',
  english: 'Show what you took on in meetings and mark it as done.',
  group: { title: '会議のこと', order: 5 },
  needs: 'meet',
  about: 'member',
  usualFor: {},
  writes: ['action'],
  typed: 'inputs',
  spoken: {
    words: ['宿題'],
    wins: 120,
  },

  prepare: async ({ action: id }, turn) => ({ found: id === undefined ? undefined : await actionCalled(id, turn) }),

  async run({ back }, turn, found) {
    const today = dayOf(turn.now);
    const mayList = may(turn.who, 'homework', undefined, turn.room.audience);
    if (!found) {
      const own = await namedActions(await shownActions(turn), turn);
      return { card: actionsCard(own, today, undefined, mayList) };
    }
    const after = await turn.change('actionItems', actionAt(found), (known = found) =>
      back ? withReopened(known) : withDone(known, turn.from),
    );
    const left = await shownActions(turn);
    if (!back) return { card: actionDoneCard(after, left.length, mayList), how: 'replace' };
    const named = await namedActions(left, turn);
    const said = notice('good', `「${after.what}」を宿題に戻しました。`);
    return { card: actionsCard(named, today, said, mayList), how: 'replace' };
  },
});

/** One's own; in a group room only what belongs to those who are in it. */
async function shownActions(turn: MemberStart): Promise<readonly ActionItem[]> {
  const { audience } = turn.room;
  const own = await ownActions(turn);
  return audience !== undefined && /^\d/.test(audience)
    ? own.filter(({ municipality }) => municipality === audience)
    : own;
}

/** @throws Refusal when it is not there any more, or not this person's to finish */
async function actionCalled(id: string, turn: MemberStart): Promise<ActionItem> {
  const found = await actionReached(id, turn);
  if (!mayFinish(found, turn)) throw Refusal.because('not-your-action');
  return found;
}

/** Whoever took it on, a colleague of the same municipality, or the secretariat. */
function mayFinish({ owner, municipality }: ActionItem, { who, room }: MemberStart): boolean {
  if (owner === who.id || who.role === 'secretariat') return true;
  return who.role === 'municipal' && municipality !== undefined && may(who, 'meet', municipality, room.audience);
}
