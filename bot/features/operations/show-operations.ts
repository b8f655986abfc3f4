import { standingCard } from '../../../cards/operations/standing.ts';
import { defineCommand } from '../../command.ts';
import { readStanding } from '../../upkeep/standing.ts';

export const showOperations = defineCommand({
  name: 'show-operations',
  says: ['運用', '運用状況'],
  help: '次に届くもの、待っているもの、届かなかったもの、時計・チャット・保存先・写しの様子を1枚で表示します。',
  example: '運用',
  english: 'Show how the service stands: what goes out next, what waits, what failed, and where it is kept.',
  group: { title: '事務局の仕事', order: 8 },
  needs: 'chase',
  about: 'member',
  usualFor: {},
  writes: false,
  // Municipalities speak of 運用 of their own in many a sentence: only the word itself asks for it.
  typed: 'inputs',

  async run(_input, { store, programme, now, jobs, house, room }) {
    const standing = await readStanding({
      ...{ store, programme, now, jobs, facts: house },
      amongOthers: room.audience !== undefined,
    });
    return { card: standingCard(standing, now) };
  },
});
