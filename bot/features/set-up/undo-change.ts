import { changeUndoneCard, undoChangeCard } from '../../../cards/setting-change.ts';
import { UNDO_HOURS } from '../../../programme/provenance.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { type SettingChange, settingChangeId, settingChanges } from '../../../programme/setting-change.ts';
import { isUndoable } from '../../../programme/undo.ts';
import { PROGRAMME } from '../../../storage/collections.ts';
import { defineCommand } from '../../command.ts';
import { settingChangesIn } from '../../setting-change.ts';
import type { Turn } from '../../turn.ts';
import { takeBack } from '../progress/take-back.ts';

export const undoChange = defineCommand({
  name: 'undo-change',
  says: ['変更の取消'],
  help: `自分の直前の設定の変更を取り消します（${UNDO_HOURS}時間以内）。`,
  example: '変更の取消',
  english: 'Take back your last change of the settings within 24 hours.',
  group: { title: '途中の変更', order: 14 },
  needs: 'steer',
  about: 'member',
  privately: true,
  usualFor: {},
  writes: true,
  typed: 'inputs',

  /** Which one it is, is seen first where it is not said. */
  async confirm({ report }, turn) {
    if (report !== undefined) return undefined;
    const last = (await settingChangesIn(turn.store)).findLast((each) => isUndoable(each, turn.from.by, turn.now));
    return last && undoChangeCard(last, undefined);
  },

  async run({ report }, turn) {
    const change = report === undefined ? undefined : await ownChange(report, turn);
    if (report === undefined || !change) throw Refusal.because('nothing-to-undo', { hours: UNDO_HOURS });
    const kind = turn.kinds[settingChanges.name];
    if (!change.undone && kind && !('never' in kind.takenBack))
      await takeBack([{ kind, of: kind.takenBack, value: change }], report, turn);
    return { card: changeUndoneCard(change), how: 'replace' };
  },
});

/** What is taken back already is told like the first time: a second click, or the same message again. */
async function ownChange(report: string, { store, from, now }: Turn): Promise<SettingChange | undefined> {
  const found = (await store.settingChanges.get(PROGRAMME, settingChangeId(report)))?.value;
  const isOwn = found?.undone ? found.undone.by === from.by : found && isUndoable(found, from.by, now);
  return isOwn ? found : undefined;
}
