import { ask } from '../../programme/asks.ts';
import { type Day, dayOf, fullDate, shortDate } from '../../programme/day.ts';
import { actOf, currentFiling, decisionOf, type FilingState, filingState } from '../../programme/filing.ts';
import { oneMonthBefore } from '../../programme/staffing/one-month-before.ts';
import {
  type ChangeContent,
  type ChangeKind,
  changeKindNames,
  changeStanding,
  handedInOn,
  isLateOn,
  type StaffingChange,
  whoChanges,
} from '../../programme/staffing/staffing-change.ts';
import {
  type Button,
  buttons,
  type Card,
  card,
  facts,
  list,
  type Node,
  notice,
  offering,
  type Tone,
  text,
} from '../card.ts';
import { pageButtons } from '../page-buttons.ts';
import { never } from '../understood.ts';
import { fileNodes } from './file.ts';

export type StaffingChangeView = {
  readonly change: StaffingChange;
  readonly today: Day;
  /** 提出を勧める日 */
  readonly best: Day;
  readonly towns: readonly string[];
  /** Who of it is not on the roster yet. */
  readonly unknown: readonly string[];
  readonly mayWrite: boolean;
};

const tones: Readonly<Record<FilingState, Tone>> = {
  ...{ draft: 'attention', submitted: 'plain', approve: 'good', conditional: 'attention', refuse: 'bad' },
  withdrawn: 'quiet',
};

/** A 体制変更 as it stands, with what is to be done about it. */
export function staffingChangeCard(view: StaffingChangeView): Card {
  const { change, today, towns, unknown } = view;
  const { content, number } = currentFiling(change);
  const standing = changeStanding(change, today);
  const act = actOf(change, number);
  return card(
    '体制変更',
    `体制変更 ${changeKindNames[content.kind]} ${whoChanges(content)}（${shortDate(content.day)}）: ${standing}`,
    text(`${changeKindNames[content.kind]}　${whoChanges(content)}`, 'strong'),
    notice(tones[filingState(change)], standing),
    deadlineNodes(view),
    facts(
      ['変更予定日', fullDate(content.day)],
      ...peopleFacts(content),
      ...(content.career ? [['経歴・資格・実績', content.career] as const] : []),
      ['変更理由', content.reason],
      ['影響と引継ぎ', content.handover],
      ['影響する市町村', towns.length > 0 ? towns.join('、') : 'なし'],
      ...(content.late ? [['期限後の理由', content.late] as const] : []),
      ...(act ? [['文書番号', `${act.document}${act.day ? `（${fullDate(act.day)}）` : ''}`] as const] : []),
    ),
    conditionNodes(change),
    unknown.map((name) => text(`${name}さんはまだ名簿にいません。承認のあと「名簿追加」で足してください。`, 'quiet')),
    buttons(...nextButtons(view)),
  );
}

/** Until when who goes can use it, and from when who comes. */
function peopleFacts({ before, after, stays, day }: ChangeContent): readonly (readonly [string, string])[] {
  const until = stays ? '残る' : `${shortDate(day)}の24時まで使えます`;
  return [
    ...(before ? [['変更前', `${before.name}さん（${until}）`] as const] : []),
    ...(after ? [['変更後', `${after.name}さん（${shortDate(day)}か承認の日の、遅いほうから使えます）`] as const] : []),
  ];
}

/** 期限 while it is to be handed in; that it was late once it is. */
function deadlineNodes({ change, best, today }: StaffingChangeView): readonly Node[] {
  const { content } = currentFiling(change);
  const due = oneMonthBefore(content.day);
  const submitted = handedInOn(change);
  if (submitted) {
    const isLate = isLateOn(content, submitted);
    const on = `${fullDate(submitted)}に提出`;
    return [isLate ? notice('attention', `期限後の提出です（期限 ${shortDate(due)}、${on}）。`) : text(on, 'quiet')];
  }
  if (filingState(change) !== 'draft') return [];
  if (isLateOn(content, today))
    return [notice('attention', `期限の${shortDate(due)}を過ぎています。早めに提出してください。`)];
  const advised = best < today ? '' : `、提出を勧める日 ${shortDate(best)}`;
  return [text(`期限 ${shortDate(due)}${advised}`, 'quiet')];
}

/** What the prefecture said of it. */
function conditionNodes(change: StaffingChange): readonly Node[] {
  const decision = decisionOf(change, currentFiling(change).number);
  if (!decision) return [];
  const on = shortDate(dayOf(new Date(decision.at)));
  return decision.condition ? [text(`県（${on}）: ${decision.condition}`)] : [];
}

function nextButtons({ change, mayWrite, today }: StaffingChangeView): readonly Button[] {
  const { id } = change;
  const state = filingState(change);
  const { content } = currentFiling(change);
  const isAhead = content.day >= today;
  const canChange = mayWrite && state !== 'withdrawn' && isAhead;
  return [
    ...(mayWrite && state === 'draft'
      ? [{ label: '体制変更を提出する', ask: submission(change), look: 'primary' as const }]
      : []),
    ...(canChange ? [{ label: '内容を直す', ask: ask('change-staffing', { change: id }) }] : []),
    ...(canChange && state === 'draft' && content.before && content.kind !== 'addition' ? [staysButton(change)] : []),
    { label: '体制変更届（Word）', ask: ask('staffing-file', { change: id }) },
    ...(canChange
      ? [{ label: '取り下げる', ask: ask('withdraw-staffing', { change: id }), look: 'danger' as const }]
      : []),
    { label: '体制変更一覧', ask: ask('show-staffing-changes') },
  ];
}

/** Only what a card has shown is handed in. */
const submission = (change: StaffingChange) =>
  ask('submit-staffing', { change: change.id, seen: currentFiling(change).number });

/** Asked before it is handed in. @param whole its card */
export function submitStaffingCard(change: StaffingChange, whole: Card): Card {
  const question = 'この内容で、体制変更届を県に提出しますか。まだ提出していません。';
  return {
    ...whole,
    title: '体制変更を提出しますか',
    offers: true,
    body: [
      notice('attention', question),
      ...whole.body.filter(({ kind }) => kind !== 'buttons'),
      buttons(
        { label: 'はい、提出する', ask: submission(change), look: 'primary' },
        { label: '内容を直す', ask: ask('change-staffing', { change: change.id }) },
        never,
      ),
    ],
  };
}

function staysButton(change: StaffingChange): Button {
  const { before, stays } = currentFiling(change).content;
  const label = stays ? `${before?.name}さんは離れる` : `${before?.name}さんは残る`;
  return { label, ask: ask('change-staffing', { change: change.id, stays: stays ? 'no' : 'yes' }) };
}

/** What kind of change it is; everything else is asked by it. */
export function changeKindCard(given: Readonly<Record<string, unknown>>): Card {
  const details: Readonly<Record<ChangeKind, string>> = {
    pm: 'PMが別の方に代わる',
    expert: '派遣人材が別の方に代わる',
    addition: '派遣人材や事務局の方を足す',
    contact: '連絡窓口が別の方に代わる',
    end: '後任なしで離れる',
  };
  return offering(
    '体制変更',
    'どの体制変更ですか。',
    text('どの変更ですか。', 'strong'),
    text('選ぶまで、何も記録しません。', 'quiet'),
    list(
      (Object.keys(changeKindNames) as ChangeKind[]).map((kind) => ({
        title: changeKindNames[kind],
        detail: details[kind],
        ask: ask('change-staffing', { ...given, kind }),
      })),
    ),
    buttons(never),
  );
}

export type StaffingChanges = {
  readonly changes: readonly StaffingChange[];
  readonly today: Day;
  readonly page: number;
  readonly pages: number;
  readonly mayWrite: boolean;
};

/** Every 体制変更, the latest day first. */
export function staffingChangesCard({ changes, today, page, pages, mayWrite }: StaffingChanges): Card {
  const none = '体制変更はまだありません。';
  return card(
    '体制変更一覧',
    changes.length === 0 ? none : `体制変更一覧 ${page}/${pages}`,
    changes.length === 0 ? text(none) : [],
    list(
      changes.map((change) => {
        const { content } = currentFiling(change);
        return {
          title: `${changeKindNames[content.kind]}　${whoChanges(content)}`,
          detail: `${shortDate(content.day)}・${changeStanding(change, today)}`,
          tone: tones[filingState(change)],
          ask: ask('show-staffing-change', { change: change.id }),
        };
      }),
    ),
    buttons(
      ...pageButtons(page, pages, (to) => ask('show-staffing-changes', { page: to })),
      ...(mayWrite ? [{ label: '体制変更を書く', ask: ask('change-staffing') }] : []),
      { label: '体制表を見る', ask: ask('show-organization') },
    ),
  );
}

/** Asked before a 体制変更 is taken off the table. */
export function withdrawStaffingCard(change: StaffingChange, today: Day): Card {
  const { content } = currentFiling(change);
  return offering(
    '体制変更を取り下げますか',
    `${changeKindNames[content.kind]} ${whoChanges(content)}を取り下げますか。まだ取り下げていません。`,
    text(`${changeKindNames[content.kind]}　${whoChanges(content)}`, 'strong'),
    text(`${fullDate(content.day)}・${changeStanding(change, today)}`, 'quiet'),
    text('取り下げると、この変更は施行されません。記録は残ります。'),
    buttons(
      { label: 'はい、取り下げる', ask: ask('withdraw-staffing', { change: change.id, sure: 'yes' }), look: 'danger' },
      never,
    ),
  );
}

/** 体制変更届 to keep; without `file` where no file can be handed out. */
export function staffingFileCard(change: StaffingChange, letter: Uint8Array): Card {
  const { content } = currentFiling(change);
  const again = ask('staffing-file', { change: change.id });
  const of = `${changeKindNames[content.kind]} ${whoChanges(content)}`;
  return card(
    '体制変更届',
    `体制変更届 ${of}`,
    fileNodes(of, { name: `体制変更届 ${content.day}`, content: letter, again }),
    buttons({ label: '体制変更に戻る', ask: ask('show-staffing-change', { change: change.id }) }),
  );
}
