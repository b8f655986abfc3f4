import type { ActionItem } from '../../../programme/meetings/action-item.ts';
import type { Municipality } from '../../../programme/municipality.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { knownMunicipality, municipalitiesIn } from '../../../storage/municipalities.ts';
import { defineCommand, type Prepared } from '../../command.ts';
import type { MemberStart } from '../../turn.ts';
import { actionReached } from './actions.ts';
import { allActions, oneAction } from './all-actions.ts';

export const showActions = defineCommand({
  name: 'show-actions',
  says: ['宿題一覧'],
  help: '全員の終わっていない宿題を、市町村と担当の方ごとに表示します。押すと催促・担当の変更・完了ができます。',
  example: '宿題一覧',
  english: 'Show what everybody took on and has not finished.',
  group: { title: '会議を開く', order: 5 },
  needs: 'homework',
  about: 'member',
  usualFor: {},
  writes: false,
  typed: 'inputs',
  spoken: {
    words: ['宿題一覧', '宿題の一覧', 'みんなの宿題', '全員の宿題', '宿題リスト', '宿題の状況', '宿題の進捗'],
    wins: 122,
    looks: true,
  },

  async prepare({ action, municipality: said }, turn): Promise<Prepared<Shown>> {
    if (action !== undefined) return { found: { action: await actionReached(action, turn) } };
    return { found: { municipality: await townSaid(said, turn) } };
  },

  async run({ page }, turn, found) {
    if ('action' in found) return { card: await oneAction(found.action, turn), how: 'replace' };
    const card = await allActions(turn, page, found.municipality);
    return { card, how: page === undefined ? 'new' : 'replace' };
  },
});

type Shown = { readonly action: ActionItem } | { readonly municipality: Municipality | undefined };

/** @throws Refusal where there is none of this name */
async function townSaid(said: string | undefined, { store }: MemberStart) {
  if (said === undefined) return undefined;
  const found =
    (await knownMunicipality(store, said)) ?? (await municipalitiesIn(store)).find(({ name }) => name === said);
  if (!found) throw Refusal.because('unknown-municipality', { said });
  return found;
}
