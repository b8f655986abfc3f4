import { notice } from '../../../cards/card.ts';
import { actionDoneCard, actionsCard } from '../../../cards/meetings/actions.ts';
import { dayOf } from '../../../programme/day.ts';
import { type ActionItem, withDone, withReopened } from '../../../programme/meetings/action-item.ts';
import { may } from '../../../programme/member.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { municipal, PROGRAMME } from '../../../storage/collections.ts';
import { municipalitiesIn } from '../../../storage/municipalities.ts';
import { defineCommand, type MemberStart } from '../../command.ts';
import { actionAt, namedActions, ownActions } from './actions.ts';

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
    if (!found) return { card: actionsCard(await namedActions(await shownActions(turn), turn), today) };
    const after = await turn.change('actionItems', actionAt(found), (known = found) =>
      back ? withReopened(known) : withDone(known, turn.from),
    );
    const left = await shownActions(turn);
    if (!back) return { card: actionDoneCard(after, left.length), how: 'replace' };
    const named = await namedActions(left, turn);
    return { card: actionsCard(named, today, notice('good', `「${after.what}」を宿題に戻しました。`)), how: 'replace' };
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
  for (const partition of await partitionsOf(turn)) {
    const found = (await turn.store.actionItems.get(partition, id))?.value;
    if (!found || found.undone) continue;
    if (!mayFinish(found, turn)) throw Refusal.because('not-your-action');
    return found;
  }
  throw Refusal.because('unknown-action-item');
}

async function partitionsOf({ who, store }: MemberStart): Promise<readonly string[]> {
  if (who.role !== 'secretariat') return [PROGRAMME, ...who.municipalities.map(municipal)];
  return [PROGRAMME, ...(await municipalitiesIn(store)).map(({ code }) => municipal(code))];
}

/** Whoever took it on, a colleague of the same municipality, or the secretariat. */
function mayFinish({ owner, municipality }: ActionItem, { who, room }: MemberStart): boolean {
  if (owner === who.id || who.role === 'secretariat') return true;
  return who.role === 'municipal' && municipality !== undefined && may(who, 'meet', municipality, room.audience);
}
