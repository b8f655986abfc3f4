import { ask } from '../../programme/asks.ts';
import { type Day, fullDate } from '../../programme/day.ts';
import { type Member, roleNames } from '../../programme/member.ts';
import { buttons, type Card, card, list, notice, text } from '../card.ts';
import { pageButtons } from '../page-buttons.ts';

type PledgeRow = { readonly who: Member; readonly lacks: string | undefined };
export type PledgesView = {
  /** Who has no access comes first. */
  readonly rows: readonly PledgeRow[];
  readonly all: number;
  readonly without: number;
  readonly page: number;
  readonly pages: number;
  readonly today: Day;
  readonly mayWrite: boolean;
};

/** Everybody of the contractor's side with the 誓約, and who cannot use the bot for which reason. */
export function pledgesCard({ rows, all, without, page, pages, today, mayWrite }: PledgesView): Card {
  const told =
    without === 0
      ? `${all}人のうち、今日使えない方はいません。`
      : `${all}人のうち、今日使えない方が${without}人います。`;
  return card(
    '誓約一覧',
    `誓約一覧 ${told}`,
    text(`${fullDate(today)}現在`, 'quiet'),
    notice(without === 0 ? 'good' : 'attention', told),
    list(
      rows.map(({ who, lacks }) => ({
        title: `${who.name}さん`,
        detail: [roleNames[who.role], who.office, lacks ?? pledgeSaid(who)].filter(Boolean).join('・'),
        ...(lacks ? { tone: 'attention' as const } : {}),
        ...(mayWrite ? { ask: ask('record-pledge', { member: who.id }), does: '誓約を記録' } : {}),
      })),
    ),
    mayWrite ? text('「誓約 氏名 10/1」のように送ると、誓約日を記録できます。', 'quiet') : [],
    buttons(...pageButtons(page, pages, (to) => ask('show-pledges', { page: to })), {
      label: '再委託一覧',
      ask: ask('show-subcontracts'),
    }),
  );
}

function pledgeSaid({ pledged, party }: Member): string {
  const of = party ? `再委託先 ${party}・` : '';
  if (pledged === undefined) return `${of}誓約は確かめていません`;
  return pledged === 'none' ? `${of}誓約なし` : `${of}誓約 ${fullDate(pledged)}`;
}
