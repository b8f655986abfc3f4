import { ask } from '../../programme/asks.ts';
import { type Day, shortDate, shortMoment, timeOf } from '../../programme/day.ts';
import type { ActionItem } from '../../programme/meetings/action-item.ts';
import type { Remind } from '../../programme/meetings/action-reminder.ts';
import { type Member, roleNames } from '../../programme/member.ts';
import type { Municipality } from '../../programme/municipality.ts';
import { type Button, buttons, type Card, card, facts, list, type Node, notice, offering, text } from '../card.ts';
import { pageButtons } from '../page-buttons.ts';
import { never } from '../understood.ts';

/** 宿題 of one person on a page; `whose` says it as this room may read it. */
export type ShownGroup = { readonly whose: string; readonly nobody: boolean; readonly actions: readonly ActionItem[] };

export type AllActionsView = {
  readonly groups: readonly ShownGroup[];
  /** Of all pages. */
  readonly counts: { readonly all: number; readonly late: number; readonly nobody: number };
  readonly page: number;
  readonly pages: number;
  readonly today: Day;
  readonly municipality?: Municipality | undefined;
  /** Whether a row opens what can be done about it. */
  readonly opens: boolean;
};

/** What everybody took on and has not finished: what nobody has first, then what is late. */
export function allActionsCard({ groups, counts, page, pages, today, municipality, opens }: AllActionsView): Card {
  const of = municipality ? { municipality: municipality.code } : {};
  const where = municipality ? `${municipality.name} ` : '';
  const sentence = countsOf(counts);
  return card(
    '宿題一覧',
    `${where}${sentence}`,
    municipality ? text(municipality.name, 'strong') : [],
    counts.all === 0 ? notice('good', sentence) : text(sentence),
    counts.nobody > 0 && opens ? notice('attention', '担当がいない宿題を開き、次の担当を決めてください。') : [],
    groups.flatMap(({ whose, nobody, actions }): Node[] => [
      text(whose, 'heading'),
      list(actions.map((action) => rowOf(action, today, nobody, opens))),
    ]),
    counts.all > 0 && opens ? text('押すと、催促・担当の変更・完了ができます。', 'quiet') : [],
    buttons(
      ...pageButtons(page, pages, (target) => ask('show-actions', { ...of, page: target })),
      ...(municipality && opens ? [{ label: '全ての宿題', ask: ask('show-actions') }] : []),
      ...(counts.all === 0 ? [{ label: '会議の予定', ask: ask('show-meetings') }] : []),
    ),
  );
}

function countsOf({ all, late, nobody }: AllActionsView['counts']): string {
  if (all === 0) return '終わっていない宿題はありません。';
  const parts = [
    ...(nobody > 0 ? [`担当がいないもの ${nobody}件`] : []),
    ...(late > 0 ? [`期限を過ぎたもの ${late}件`] : []),
  ];
  return `終わっていない宿題は${all}件です${parts.length > 0 ? `（${parts.join('、')}）` : ''}。`;
}

const lateness = (due: Day, today: Day): string => (due < today ? '（期限を過ぎています）' : '');

const rowOf = ({ id, what, due }: ActionItem, today: Day, nobody: boolean, opens: boolean) => ({
  title: what,
  detail: `${shortDate(due)}まで${lateness(due, today)}`,
  tone: nobody || due < today ? ('attention' as const) : ('plain' as const),
  ...(opens ? { ask: ask('show-actions', { action: id }), does: '開く' } : {}),
});

export type OneActionView = {
  readonly action: ActionItem;
  readonly whose: string;
  readonly meeting: string | undefined;
  /** Who had it before the owner, where somebody did. */
  readonly former: string | undefined;
  readonly remind: Remind;
  readonly today: Day;
};

/** One 宿題 and what the secretariat can do about it. `said`: what was just done. */
export function oneActionCard(
  { action, whose, meeting, former, remind, today }: OneActionView,
  said: readonly Node[] = [],
): Card {
  const { id, what, due, owner } = action;
  const isTold = said.length > 0 && (remind.so === 'reminded' || remind.so === 'nobody' || remind.so === 'closed');
  return card(
    '宿題',
    `宿題「${what}」 ${whose}・${shortDate(due)}まで${lateness(due, today)}`,
    said,
    text(what, 'strong'),
    facts(
      ['担当', whose],
      ['期限', `${shortDate(due)}${lateness(due, today)}`],
      ...(meeting ? [['会議', meeting] as const] : []),
      ...(former ? [['前の担当', former] as const] : []),
    ),
    remind.so === 'due' || isTold ? [] : text(remindText(remind), 'quiet'),
    buttons(
      ...(remind.so === 'due' ? [remindButton(id, remind.who, owner)] : []),
      { label: '担当を変える', ask: ask('reassign-action', { action: id, owner }) },
      { label: '完了にする', ask: ask('complete-action', { action: id }) },
      { label: '宿題一覧', ask: ask('show-actions') },
    ),
  );
}

const remindButton = (action: string, who: Member, owner: string): Button => ({
  label: who.id === owner ? '催促する' : `代理の${who.name}さんに催促`,
  ask: ask('remind-action', { action }),
  look: 'primary',
});

/** Why no reminder is to be sent. */
function remindText(remind: Exclude<Remind, { so: 'due' }>): string {
  switch (remind.so) {
    case 'reminded':
      return remind.isSent
        ? `今日 ${timeOf(remind.at)} に案内済みです。`
        : '今日の催促は受け付け済みです。開庁時間に届きます。';
    case 'on-leave':
      return `担当の方は${shortDate(remind.until)}まで休みで、代理の方もいないため、催促は送れません。`;
    case 'closed':
      return '終わった宿題のため、催促は送れません。';
    case 'nobody':
      return '担当がいないため、催促は送れません。先に担当を決めてください。';
    case 'switched-off':
      return '担当の方が「受け取らない」に設定しているため、催促は送れません。';
    case 'no-address':
      return '担当の方がまだチャットを開いていないため、催促は送れません。';
  }
}

/** What came of a 催促. @param at when it arrives; undefined where that is at once */
export function remindedNote(name: string, at: Date | undefined): Node {
  return notice(
    'good',
    `${name}さんに催促を送ります。${at ? `${shortMoment(at)} に届きます。` : 'まもなく届きます。'}`,
  );
}

/** What is said instead, where there is none to be sent. */
export const notRemindedNote = (remind: Exclude<Remind, { so: 'due' }>): Node => notice('quiet', remindText(remind));

export type Taker = { readonly who: Member; readonly office: string; readonly away: Day | undefined };

export type TakersView = {
  readonly action: ActionItem;
  readonly whose: string;
  readonly takers: readonly Taker[];
  readonly page: number;
  readonly pages: number;
  /** Somebody else has given it away since the card that was pressed. */
  readonly meanwhile: boolean;
};

/** Who is to have it. */
export function takersCard({ action, whose, takers, page, pages, meanwhile }: TakersView): Card {
  const { id, owner, what } = action;
  return offering(
    '担当を変える',
    `宿題「${what}」をどなたに渡しますか。今の担当: ${whose}。まだ変えていません。`,
    meanwhile ? notice('attention', 'ほかの方が先に担当を変えました。今の担当を確かめてください。') : [],
    text(`宿題「${what}」をどなたに渡しますか。`, 'strong'),
    text(`今の担当: ${whose}`, 'quiet'),
    list(
      takers.map(({ who, office, away }) => ({
        title: who.name,
        detail: [...new Set([office, roleNames[who.role]]), ...(away ? [`${shortDate(away)}まで休み`] : [])].join('・'),
        ask: ask('reassign-action', { action: id, owner, taker: who.id }),
        does: '担当にする',
      })),
    ),
    text('選ぶまで、何も変えません。', 'quiet'),
    buttons(
      ...pageButtons(page, pages, (target) => ask('reassign-action', { action: id, owner, page: target })),
      never,
    ),
  );
}

/** Given to somebody else, and the way back to who had it. */
export function reassignedNotes(action: ActionItem, to: Member, back: Member | undefined): readonly Node[] {
  const said = notice('good', `担当を${to.name}さんに変えました。ご本人の「宿題」に載ります。`);
  if (!back) return [said];
  const given = { action: action.id, owner: to.id, taker: back.id };
  return [said, buttons({ label: `${back.name}さんに戻す`, ask: ask('reassign-action', given) })];
}
