import { ask } from '../../../programme/asks.ts';
import { RETAINED_RIGHTS, RightEntry, retainedRightId } from '../../../programme/staffing/retained-right.ts';
import { PROGRAMME } from '../../../storage/collections.ts';
import { defineCommand } from '../../command.ts';
import { registerCommand } from './register-command.ts';

export const retainedRightsRegister = defineCommand({
  name: 'retained-rights',
  says: ['権利留保物', '権利留保物一覧'],
  help: '成果物のうち、権利がほかの方に残るもの（名称・権利者・使った場所）を確かめ、事務局が登録します。',
  example: '権利留保物',
  english: 'See and keep what in the deliverables belongs to somebody else.',
  group: { title: '体制のこと', order: 25 },
  spoken: { words: ['権利留保物', '権利を留保'], wins: 544, looks: true },
  ...registerCommand<RightEntry>({
    title: '権利留保物',
    about: '成果物に含まれ、権利がほかの方に残るものです。納品のときに県へ示します。',
    adds: '権利留保物を足す',
    fields: [
      { name: 'name', label: '権利留保物の名称' },
      { name: 'holder', label: '権利者' },
      { name: 'where', label: '使った場所', hint: '例: 研修資料 第2回 の5ページ' },
    ],
    entry: RightEntry,
    newId: retainedRightId,
    ask: (given) => ask('retained-rights', given),
    all: async (store) => (await store.retainedRights.list(PROGRAMME, RETAINED_RIGHTS)).map(({ value }) => value),
    keep: ({ change }, id, next) => change('retainedRights', { partition: PROGRAMME, id }, next),
  }),
});
