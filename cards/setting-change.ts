import { ask } from '../programme/asks.ts';
import { type Day, fullDate, shortMoment } from '../programme/day.ts';
import type { Municipality } from '../programme/municipality.ts';
import type { SettingChange } from '../programme/setting-change.ts';
import {
  type Ask,
  type Button,
  buttons,
  type Card,
  type Change,
  card,
  changes,
  facts,
  type Node,
  notice,
  offering,
  text,
} from './card.ts';
import { pageButtons } from './page-buttons.ts';
import { never } from './understood.ts';

type About = { readonly title: string; readonly municipality: Municipality | undefined };

export type ConfirmChange = About & {
  readonly lines: readonly Change[];
  /** What is worth a look before saying yes. */
  readonly notes: readonly string[];
  /** What may have to be done besides. */
  readonly offers?: readonly Button[];
  readonly reason: string | undefined;
  readonly agreed: Day | undefined;
  readonly yes: Ask;
  /** It was shown before, and would be something else now. */
  readonly again: boolean;
};

const summaryOf = (lines: readonly Change[]): string =>
  lines.map(({ what, before, after }) => `${what} ${before === undefined ? '' : `${before} → `}${after}`).join('、');

/** A change of settings, before → after, which nobody has made yet. */
export function confirmChangeCard(change: ConfirmChange): Card {
  const { title, municipality, lines, notes, offers = [], reason, agreed, yes, again } = change;
  return offering(
    title,
    `${municipality ? `${municipality.name} ` : ''}${title}: ${summaryOf(lines)}。まだ変えていません。`,
    municipality ? text(municipality.name, 'quiet') : [],
    again ? notice('attention', '確かめている間に、今の内容が変わりました。もう一度確かめてください。') : [],
    changes(lines),
    becauseNodes(reason, agreed),
    notes.map((note) => notice('attention', note)),
    text('まだ変えていません。', 'quiet'),
    buttons({ label: 'はい、変える', ask: yes, look: 'primary' }, ...offers, never),
  );
}

function becauseNodes(reason: string | undefined, agreed: Day | undefined): readonly Node[] {
  const known = [
    ...(reason ? [['理由', reason] as const] : []),
    ...(agreed ? [['県との合意', fullDate(agreed)] as const] : []),
  ];
  return known.length > 0 ? [facts(...known)] : [];
}

export type ChangedSettings = About & {
  readonly lines: readonly Change[];
  readonly notes: readonly string[];
  readonly next: readonly Button[];
  /** The message that made it; 取消 takes back all it changed. */
  readonly change: string;
};

/** What was changed, and the way back. */
export function settingChangedCard({ title, municipality, lines, notes, next, change }: ChangedSettings): Card {
  return card(
    '変えました',
    `${municipality ? `${municipality.name} ` : ''}${title}: ${summaryOf(lines)}`,
    notice('good', `${title}: 変えました。`),
    municipality ? text(municipality.name, 'quiet') : [],
    changes(lines),
    notes.map((note) => text(note)),
    buttons(...next, { label: '取消', ask: ask('undo-change', { report: change }) }),
  );
}

/** Nothing is different from what was asked for. */
export function alreadySoCard(
  title: string,
  municipality: Municipality | undefined,
  next: readonly Button[] = [],
): Card {
  const sentence = 'すでにそのとおりです。変わったところはありません。';
  return card(
    title,
    `${municipality ? `${municipality.name} ` : ''}${title}: ${sentence}`,
    municipality ? text(municipality.name, 'quiet') : [],
    notice('quiet', sentence),
    next.length > 0 ? buttons(...next) : [],
  );
}

/** Each line the other way round. */
const backwards = ({ lines }: Pick<SettingChange, 'lines'>): readonly Change[] =>
  lines.map(({ what, before, after }) => ({ what, before: after, after: before ?? '—' }));

/** What 取消 would take back. */
export function undoChangeCard(change: SettingChange, hint: string | undefined): Card {
  const at = shortMoment(new Date(change.at));
  return offering(
    'この変更を取り消しますか',
    `${at} の変更（${change.title}）を取り消しますか。まだ取り消していません。`,
    text(`${at}　${change.title}`, 'strong'),
    changes(backwards(change)),
    text('まだ取り消していません。', 'quiet'),
    hint ? text(hint, 'quiet') : [],
    buttons({ label: 'はい、取り消す', ask: ask('undo-change', { report: change.ask }), look: 'primary' }, never),
  );
}

/** What was taken back. */
export function changeUndoneCard(change: SettingChange): Card {
  return card(
    '取り消しました',
    `取り消しました: ${change.title}`,
    notice('good', '取り消しました。「変更の記録」には残ります。'),
    changes(backwards(change)),
    buttons({ label: '変更の記録', ask: ask('show-changes') }),
  );
}

export type ChangeLog = {
  readonly changes: readonly (SettingChange & { readonly name: string; readonly mine: boolean })[];
  readonly page: number;
  readonly pages: number;
};

/** What the secretariat has changed in the middle of the year, newest first. */
export function changeLogCard({ changes: shown, page, pages }: ChangeLog): Card {
  const to = (target: number) => ask('show-changes', { page: target });
  return card(
    '変更の記録',
    shown.length === 0 ? '年度の途中で変えたものはまだありません。' : `変更の記録 ${page}/${pages}`,
    shown.length === 0 ? text('年度の途中で変えたものはまだありません。') : [],
    shown.flatMap((each) => [
      text(
        `${shortMoment(new Date(each.at))}　${each.title}（${each.name}）${each.undone ? '・取り消し済み' : ''}`,
        'strong',
      ),
      changes(each.lines.map(({ what, before, after }) => ({ what, before, after }))),
      ...becauseNodes(each.reason, each.agreed),
      ...(each.mine
        ? [buttons({ label: `取消（${each.title}）`, ask: ask('undo-change', { report: each.ask }) })]
        : []),
    ]),
    buttons(...pageButtons(page, pages, to)),
  );
}
