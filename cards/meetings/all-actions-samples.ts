import type { ActionItem } from '../../programme/meetings/action-item.ts';
import type { Samples } from '../card.ts';
import * as example from '../example.ts';
import {
  allActionsCard,
  notRemindedNote,
  oneActionCard,
  reassignedNotes,
  remindedNote,
  type Taker,
  takersCard,
} from './all-actions.ts';

const { officer, colleague, today, town } = example;
const expert = { ...officer, id: 'member-expert', name: '上田 健', role: 'expert' as const, office: '派遣人材' };
const at = new Date('2024-11-06T10:00:00+09:00');
const delivery = {
  job: 'example',
  slot: '2024-11-05T15:00:00.000Z',
  recipient: { kind: 'member' as const, id: officer.id },
  round: 1,
  dueAt: at.toISOString(),
  until: at.toISOString(),
  hours: 'office' as const,
  item: {},
  state: 'waiting' as const,
  attempts: 0,
};
const whose = '小海町 山田 花子';

const recorded = { by: officer.id, at: at.toISOString(), via: 'teams', ask: 'x' };
const action = (what: string, due: string): ActionItem => ({
  ...{ id: `action-${what}`, meeting: 'meeting-example', owner: officer.id, municipality: town.code },
  ...{ what, due, recorded },
});
const late = action('工程表の素案を事務局に送る', '2024-11-05');
const other = action('研修の受講者名簿をまとめる', '2024-11-15');
const more = (count: number) =>
  Array.from({ length: count }, (_, nth) => action(`${other.what}（${nth + 1}）`, other.due));
const view = { action: late, whose, meeting: '第4回 進捗状況確認会議', former: undefined, today };
const due = { so: 'due', who: officer, at, delivery } as const;
const sent = { so: 'reminded', at, isSent: true } as const;
const takers: readonly Taker[] = [
  { who: colleague, office: colleague.office, away: '2024-11-12' },
  { who: expert, office: expert.office, away: undefined },
  ...Array.from({ length: 6 }, (_, nth) => ({
    who: { ...officer, id: `member-${nth}`, name: `高橋 ${'一二三四五六'[nth]}郎`, role: 'secretariat' as const },
    office: '伴走支援事務局',
    away: undefined,
  })),
];

/** 宿題 of everybody, and one of them. */
export const allActionsSamples: Samples = {
  'all-actions': () =>
    allActionsCard({
      groups: [
        { whose: `${town.name} 担当がいません（前の担当 上田 健）`, nobody: true, actions: more(1) },
        { whose, nobody: false, actions: [late, other] },
        { whose: `${town.name} 上田 健（派遣人材）`, nobody: false, actions: more(3).slice(1) },
        { whose: '事務局 高橋 誠', nobody: false, actions: more(6).slice(3) },
      ],
      counts: { all: 19, late: 1, nobody: 1 },
      ...{ page: 2, pages: 3, today, opens: true },
    }),
  'all-actions-in-room': () =>
    allActionsCard({
      groups: [{ whose: town.name, nobody: false, actions: [late, other] }],
      counts: { all: 2, late: 1, nobody: 0 },
      ...{ page: 1, pages: 1, today, opens: false },
    }),
  'all-actions-none': () =>
    allActionsCard({
      ...{ groups: [], counts: { all: 0, late: 0, nobody: 0 }, page: 1, pages: 1, today },
      ...{ municipality: town, opens: true },
    }),
  'one-action': () => oneActionCard({ ...view, remind: due }),
  'one-action-reminded': () => oneActionCard({ ...view, remind: sent }, [remindedNote(officer.name, undefined)]),
  'one-action-nobody': () =>
    oneActionCard({ ...view, whose: `${town.name} 担当がいません（前の担当 上田 健）`, remind: { so: 'nobody' } }, [
      notRemindedNote({ so: 'nobody' }),
    ]),
  'one-action-given': () =>
    oneActionCard(
      { ...view, whose: '小海町 佐藤 次郎', former: officer.name, remind: { so: 'on-leave', until: '2024-11-12' } },
      reassignedNotes(late, colleague, officer),
    ),
  takers: () => takersCard({ action: late, whose, takers, page: 1, pages: 2, meanwhile: false }),
  'takers-meanwhile': () =>
    takersCard({ action: late, whose, takers: takers.slice(0, 2), page: 1, pages: 1, meanwhile: true }),
};
