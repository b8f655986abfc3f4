import { notRemindedNote, remindedNote } from '../../../cards/meetings/all-actions.ts';
import { deliveryId } from '../../../programme/delivery.ts';
import { type Remind, remindedBy } from '../../../programme/meetings/action-reminder.ts';
import { defineCommand } from '../../command.ts';
import { ringBell } from '../../deliveries.ts';
import type { MemberTurn } from '../../turn.ts';
import { actionAt, actionReached } from './actions.ts';
import { allActions, oneAction, remindAbout } from './all-actions.ts';

export const remindAction = defineCommand({
  name: 'remind-action',
  says: ['宿題の催促', '宿題催促'],
  help: '宿題の担当の方に、案内のカードを送ります。1つの宿題につき1日1回までです。',
  example: '宿題の催促',
  english: 'Remind somebody of what they took on.',
  group: { title: '会議を開く', order: 6 },
  needs: 'homework',
  about: 'member',
  usualFor: {},
  writes: ['action'],
  spoken: {
    words: ['宿題の催促', '宿題催促', '宿題を催促', '宿題をリマインド', '宿題のリマインド', '宿題の督促'],
    wins: 283,
    asked: 'show-actions',
  },

  async prepare({ action: id }, turn) {
    return { found: id === undefined ? undefined : await actionReached(id, turn) };
  },

  async run(_input, turn, action) {
    if (!action) return { card: await allActions(turn) };
    const remind = await remindAbout(action, turn);
    const before = remind.so === 'due' ? await send(remind, turn, action) : remind;
    const said =
      before.so === 'due'
        ? remindedNote(before.who.name, before.at > turn.now ? before.at : undefined)
        : notRemindedNote(before);
    return { card: await oneAction(action, turn, [said]), how: 'replace' };
  },
});

/** Whoever presses first makes it; everybody else finds it there, and is told so. */
async function send(
  due: Extract<Remind, { so: 'due' }>,
  turn: MemberTurn,
  action: Parameters<typeof actionAt>[0],
): Promise<Remind> {
  let isOwn = false;
  const at = { partition: actionAt(action).partition, id: deliveryId(due.delivery) };
  const kept = await turn.change('deliveries', at, (known) => {
    isOwn = known === undefined;
    return known ?? due.delivery;
  });
  if (!isOwn) return remindedBy(kept);
  await ringBell(turn);
  return due;
}
