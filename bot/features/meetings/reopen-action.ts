import { notice } from '../../../cards/card.ts';
import { actionsCard, doneActionsCard } from '../../../cards/meetings/actions.ts';
import { dayOf } from '../../../programme/day.ts';
import { may } from '../../../programme/may.ts';
import { doneActions, openActions, withReopened } from '../../../programme/meetings/action-item.ts';
import { defineCommand } from '../../command.ts';
import { actionAt, actionToFinish, namedActions, ownActions } from './actions.ts';

export const reopenAction = defineCommand({
  name: 'reopen-action',
  says: ['宿題再開', '宿題の再開'],
  help: '完了にした宿題を、終わっていない宿題に戻します。',
  example: '宿題再開',
  english: 'Open something again that was marked as done.',
  group: { title: '会議のこと', order: 7 },
  needs: 'meet',
  about: 'member',
  usualFor: {},
  writes: ['action'],
  typed: 'inputs',
  spoken: {
    words: [
      ...['宿題再開', '宿題の再開', '宿題を再開', '宿題 再開', '宿題を元に戻', '宿題完了の取消', '宿題の完了の取消'],
      ...['宿題', '宿題完了', '宿題の完了'].flatMap((what) =>
        ['を取り消', 'を取消', 'を戻'].map((back) => what + back),
      ),
    ],
    wins: 121,
  },

  prepare: async ({ action: id }, turn) => ({ found: id === undefined ? undefined : await actionToFinish(id, turn) }),

  async run(_input, turn, found) {
    if (!found) return { card: doneActionsCard(await namedActions(doneActions(await ownActions(turn)), turn)) };
    const after = await turn.change('actionItems', actionAt(found), (known = found) => withReopened(known));
    const named = await namedActions(openActions(await ownActions(turn)), turn);
    const mayList = may(turn.who, 'homework', undefined, turn.room.audience);
    const said = notice('good', `「${after.what}」を宿題に戻しました。`);
    return { card: actionsCard(named, dayOf(turn.now), said, mayList), how: 'replace' };
  },
});
