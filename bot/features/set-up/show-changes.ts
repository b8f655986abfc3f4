import { changeLogCard } from '../../../cards/setting-change.ts';
import { pageOf } from '../../../programme/page.ts';
import { isUndoable } from '../../../programme/undo.ts';
import { MEMBERS } from '../../../storage/collections.ts';
import { defineCommand } from '../../command.ts';
import { settingChangesIn } from '../../setting-change.ts';

const PAGE = 3;

export const showChanges = defineCommand({
  name: 'show-changes',
  says: ['変更の記録', '変更履歴'],
  help: '年度の途中に変えたことを、変えた人・前と後・理由とともに新しい順に確かめます。',
  example: '変更の記録',
  english: 'Show what was changed in mid-year, by whom and why.',
  group: { title: '途中の変更', order: 13 },
  needs: 'steer',
  about: 'member',
  privately: true,
  usualFor: {},
  writes: false,
  typed: 'inputs',
  wished: [
    {
      like: /^(?!.*(?:[SK]P?-?\d|工程表|計画|議事録|報告|値))[^。\n]{0,24}?(?:(?:だれ|誰|どなた)が、?(?:いつ、?)?|いつ、?(?:だれ|誰|どなた)が、?)(?:何を、?)?(?:変え|変更し|直し|書き換え)(?:た|まし)[^。\n]{0,16}[。？?]?$/iu,
      as: '変更の記録',
    },
  ],

  async run({ page = 1 }, { store, who, now }) {
    const [all, members] = await Promise.all([settingChangesIn(store), store.members.list(MEMBERS)]);
    const names = new Map(members.map(({ value }) => [value.id, value.name]));
    const newest = all.toReversed();
    const { shown, at, pages } = pageOf(newest, page, PAGE);
    const changes = shown.map((change) => ({
      ...change,
      name: names.get(change.by) ?? '事務局',
      mine: isUndoable(change, who.id, now),
    }));
    return { card: changeLogCard({ changes, page: at, pages }) };
  },
});
