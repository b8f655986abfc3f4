import { actionDoneCard, actionsCard } from '../../../cards/meetings/actions.ts';
import { dayOf } from '../../../programme/day.ts';
import { may } from '../../../programme/may.ts';
import { openActions, withDone } from '../../../programme/meetings/action-item.ts';
import { defineCommand } from '../../command.ts';
import { actionAt, actionToFinish, namedActions, ownActions } from './actions.ts';

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

  prepare: async ({ action: id }, turn) => ({ found: id === undefined ? undefined : await actionToFinish(id, turn) }),

  async run(_input, turn, found) {
    const today = dayOf(turn.now);
    const mayList = may(turn.who, 'homework', undefined, turn.room.audience);
    if (!found) {
      const own = await namedActions(openActions(await ownActions(turn)), turn);
      return { card: actionsCard(own, today, undefined, mayList) };
    }
    const after = await turn.change('actionItems', actionAt(found), (known = found) => withDone(known, turn.from));
    return { card: actionDoneCard(after, openActions(await ownActions(turn)).length, mayList), how: 'replace' };
  },
});
