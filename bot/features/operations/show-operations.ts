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
  wished: [
    {
      like: /^(?:(?:システム|ボット|サービス|仕組み)の?)?(?:運用|稼働)の?(?:様子|状況|状態|具合|調子)(?:は|を|が|、|\s)*(?:(?:1枚|一枚|一目|まとめ)(?:で|て)|ざっと|全部)?(?:は|を)?(?:見たい|見せて|確認したい|教えて|知りたい|どう(?:です|なって)?)?[^、。\n]{0,8}[。？?]?$/u,
      as: '運用',
      first: true,
    },
  ],

  async run(_input, { store, programme, now, jobs, house, room }) {
    const standing = await readStanding({
      ...{ store, programme, now, jobs, facts: house },
      amongOthers: room.audience !== undefined,
    });
    return { card: standingCard(standing, now) };
  },
});
