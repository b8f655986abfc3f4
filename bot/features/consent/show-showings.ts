import { showingsCard } from '../../../cards/consent/showings.ts';
import { pageOf } from '../../../programme/page.ts';
import { SHOWINGS } from '../../../storage/collections.ts';
import { defineCommand } from '../../command.ts';
import { showingLines } from './showing-lines.ts';

/** Messages on one page of a phone. */
const A_PAGE = 8;

export const showShowings = defineCommand({
  name: 'show-showings',
  says: ['閲覧記録'],
  help: '共有した資料を、だれが、いつ、どのチャットで見たかを表示します。',
  example: '閲覧記録',
  english: 'Show who was shown what was shared, when and where.',
  group: { title: '承諾と共有', order: 50 },
  needs: 'share',
  about: 'member',
  privately: true,
  usualFor: {},
  writes: false,
  typed: 'inputs',
  spoken: { words: ['閲覧記録', '閲覧の記録', 'だれが見た', '誰が見た'], wins: 246, looks: true },

  async run({ page = 1 }, { store }) {
    const all = (await store.showings.list(SHOWINGS)).map(({ value }) => value).toReversed();
    const { shown, at, pages } = pageOf(all, page, A_PAGE);
    return { card: showingsCard({ lines: await showingLines(shown, store), all: all.length, page: at, pages }) };
  },
});
