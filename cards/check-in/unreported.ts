import { ask } from '../../programme/asks.ts';
import type { Chase } from '../../programme/check-in/chasing.ts';
import { shortMoment, timeOf } from '../../programme/day.ts';
import type { Municipality } from '../../programme/municipality.ts';
import { type Week, weekName } from '../../programme/week.ts';
import { type Button, buttons, type Card, card, list, type Node, notice, offering, type Row, text } from '../card.ts';
import { pageButtons } from '../page-buttons.ts';
import { never } from '../understood.ts';

/** A municipality whose report of the week is missing or incomplete. */
export type Unreported = {
  readonly municipality: Municipality;
  /** Weeks in a row without a word since the programme began; 0 where a part of this week is there. */
  readonly silentWeeks: number;
  /** Whether nothing of this week is there. */
  readonly isSilent: boolean;
  readonly lacking: number;
  readonly chase: Chase;
};

export type UnreportedView = {
  readonly week: Week;
  /** Those who are asked for something every week. */
  readonly asked: number;
  /** Those who are not, so that nothing of theirs can be missing. */
  readonly notAsked: number;
  /** On this page. */
  readonly shown: readonly Unreported[];
  /** Of all pages: without a word this week, and with a part of it. */
  readonly silent: number;
  readonly partly: number;
  readonly page: number;
  readonly pages: number;
  readonly mayChase: boolean;
  /** Whether anybody is left to be chased. */
  readonly anyDue: boolean;
  readonly mayName: boolean;
  readonly said?: readonly Node[];
};

/** Who has not reported this week, by 団体コード: nobody is ranked. */
export function unreportedCard(view: UnreportedView): Card {
  const { week, shown, said = [] } = view;
  const counts = countsOf(view);
  return card(
    '未報告の市町村',
    `${weekName(week)}: ${counts}`,
    said,
    text(weekName(week), 'strong'),
    view.silent + view.partly === 0 ? notice('good', counts) : text(counts),
    view.notAsked > 0 ? text(`ほかの${view.notAsked}団体は、毎週お聞きするKPIがないため対象なしです。`, 'quiet') : [],
    mayChaseAll(view) ? buttons({ label: '全てに催促', ask: ask('chase', { sure: 'yes' }), look: 'primary' }) : [],
    shown.flatMap((each) => entry(each, view)),
    buttons(...further(view)),
  );
}

function countsOf({ asked, silent, partly }: UnreportedView): string {
  if (silent + partly === 0) return `${asked}団体の全てから報告がありました。`;
  const open = [...(silent > 0 ? [`${silent}団体が未報告`] : []), ...(partly > 0 ? [`${partly}団体が一部未報告`] : [])];
  return `${asked}団体のうち ${open.join('、')}です。`;
}

function mayChaseAll({ mayChase, anyDue }: UnreportedView): boolean {
  return mayChase && anyDue;
}

function entry(each: Unreported, { mayChase, mayName, page }: UnreportedView): Node[] {
  const { municipality, chase } = each;
  const row: Node = list([rowOf(each, mayChase && mayName)]);
  if (!mayChase || chase.so !== 'due') return [row];
  const asked = ask('chase', { municipality: municipality.code, ...(page > 1 ? { page } : {}) });
  return [row, buttons({ label: `${municipality.name}に催促`, ask: asked })];
}

function rowOf({ municipality, silentWeeks, isSilent, lacking, chase }: Unreported, mayName: boolean): Row {
  const standing = silentWeeks > 1 ? `${silentWeeks}週続けて未報告` : '今週が未報告';
  const state = chase.so === 'due' ? (mayName ? `担当 ${chase.who.name}` : undefined) : chaseText(chase);
  return {
    title: municipality.name,
    detail: [isSilent ? standing : `一部未報告（あと${lacking}件）`, ...(state ? [state] : [])].join('\n'),
    tone: silentWeeks > 1 ? 'attention' : 'plain',
  };
}

/** Why nothing is sent. */
export function chaseText(chase: Exclude<Chase, { so: 'due' }>): string {
  switch (chase.so) {
    case 'chased':
      return chase.isSent ? `今日 ${timeOf(chase.at)} に催促済み` : `今日 ${timeOf(chase.at)} の催促を送信中`;
    case 'answered':
      return '報告済み';
    case 'entered-for':
      return '回答表を代理入力済み（残りは回答表で）';
    case 'nothing-asked':
      return '毎週お聞きするKPIがありません';
    case 'on-leave':
      return '担当の方が休み';
    case 'switched-off':
      return '担当の方が「受け取らない」に設定';
    case 'nobody':
      return '担当の方が名簿にいません';
    case 'no-address':
      return '担当の方がまだチャットを開いていません';
    case 'not-running':
      return '事業の期間外';
  }
}

/** How many municipalities are named for one reason. */
const NAMED = 4;
/** How many that a 催促 goes to are. */
const SENT_NAMED = 30;

function named(names: readonly string[], most: number): string {
  const more = names.length > most ? ` ほか${names.length - most}団体` : '';
  return names.slice(0, most).join('、') + more;
}

/** 催促 alone: to all who can be reminded, or to one of them. Nothing that was sent comes back. */
export function whichToChaseCard(due: readonly Municipality[]): Card {
  const question = 'どこに催促しますか。まだ送っていません。';
  return offering(
    '催促',
    question,
    text('どこに催促しますか。', 'strong'),
    text(`送れるのは、今週の報告がまだの${due.length}団体です。選ぶまで、どこにも送りません。`, 'quiet'),
    list(due.slice(0, LISTED).map(({ code, name }) => ({ title: name, ask: ask('chase', { municipality: code }) }))),
    due.length > LISTED
      ? text(`ほか${due.length - LISTED}団体は「未報告」の一覧か、「催促 市町村名」で選べます。`, 'quiet')
      : [],
    buttons(
      { label: `全てに催促（${due.length}団体）`, ask: ask('chase', { sure: 'yes' }), look: 'primary' },
      { label: '未報告を見る', ask: ask('show-unreported') },
      never,
    ),
  );
}

/** How many can be chosen at once. */
const LISTED = 8;

/** What came of a 催促: to whom it goes and when, and who was left out and why. */
export function chasedNotes(
  sent: readonly string[],
  at: Date | undefined,
  left: readonly { readonly name: string; readonly why: string }[],
): Node[] {
  const when = at ? `${shortMoment(at)} に届きます。` : 'まもなく届きます。';
  const reasons = [...new Set(left.map(({ why }) => why))];
  return [
    ...(sent.length > 0 ? [notice('good', `${named(sent, SENT_NAMED)}に催促を送ります。${when}`)] : []),
    ...(left.length > 0 ? [text('送らなかったところ', 'strong')] : []),
    ...reasons.map((why) => {
      const names = left.filter((each) => each.why === why).map(({ name }) => name);
      return notice('quiet', `${named(names, NAMED)}: ${why}`);
    }),
    ...(sent.length + left.length === 0 ? [notice('quiet', '催促する市町村はありません。')] : []),
  ];
}

function further({ page, pages, mayChase }: UnreportedView): Button[] {
  const to = (target: number) => ask('show-unreported', { page: target });
  return [
    ...pageButtons(page, pages, to),
    { label: 'ダイジェストを見る', ask: ask('show-digest') },
    ...(mayChase
      ? [
          { label: '週次回答表（Excel）', ask: ask('answer-sheet') },
          { label: '配信状況を見る', ask: ask('delivery-report') },
        ]
      : []),
  ];
}
