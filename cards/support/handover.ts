import { ask } from '../../programme/asks.ts';
import { shortDate } from '../../programme/day.ts';
import { meetingTime } from '../../programme/meetings/meeting.ts';
import type { Municipality } from '../../programme/municipality.ts';
import type { Handover } from '../../programme/support/handover.ts';
import { currentVisit } from '../../programme/visits/visit-record.ts';
import { buttons, type Card, card, list, type Node, notice, type Row, text } from '../card.ts';
import { excerpt } from '../excerpt.ts';

export type HandoverView = Handover & {
  readonly municipality: Municipality;
  /** The assignment of the successor. */
  readonly assignment: string;
  readonly former: string;
  /** Open items of the year. */
  readonly open: readonly string[];
};

const MOST = 5;
const FIRST_WORDS = 60;

/** What a successor takes over, with one tap to say so. */
export function handoverCard(view: HandoverView): Card {
  const { municipality, assignment, former, actions, visits } = view;
  return card(
    `${municipality.name}の引き継ぎ`,
    `${municipality.name}を${former}さんから引き継ぎます。宿題 ${actions.length}件・訪問の予定 ${visits.length}件`,
    text(`今日から${municipality.name}の担当です。${former}さんからの引き継ぎを確かめてください。`),
    ...partsOf(view),
    text('押すと、宿題と訪問の予定があなたの担当になります。', 'quiet'),
    buttons(
      {
        label: '引き継ぎました',
        ask: ask('take-over', { municipality: municipality.code, assignment }),
        look: 'primary',
      },
      { label: '状況を見る', ask: ask('show-status', { municipality: municipality.code }) },
    ),
  );
}

/** Said, and what became theirs. */
export function takenOverCard(view: HandoverView): Card {
  const { municipality, actions, visits } = view;
  const counts = `宿題 ${actions.length}件と訪問の予定 ${visits.length}件が、あなたの担当になりました。`;
  return card(
    '引き継ぎました',
    `${municipality.name}を引き継ぎました。${counts}`,
    notice('good', `${municipality.name}を引き継ぎました。${counts}`),
    buttons(
      { label: '状況を見る', ask: ask('show-status', { municipality: municipality.code }) },
      { label: '会議を見る', ask: ask('show-meetings') },
    ),
  );
}

function partsOf({ open, actions, visits, records }: HandoverView): readonly (readonly Node[])[] {
  const part = (title: string, rows: readonly Row[]): readonly Node[] =>
    rows.length === 0
      ? [text(`${title}: ありません`)]
      : [
          text(title, 'heading'),
          list(rows.slice(0, MOST)),
          ...(rows.length > MOST ? [text(`ほか${rows.length - MOST}件`, 'quiet')] : []),
        ];
  return [
    [text(open.length === 0 ? '未完了の項目: ありません' : `未完了の項目: ${open.join('、')}`)],
    part(
      '宿題',
      actions.map(({ what, due }) => ({ title: what, detail: `期限 ${shortDate(due)}` })),
    ),
    part(
      '訪問の予定',
      visits.map((visit) => ({ title: meetingTime(visit), detail: visit.place })),
    ),
    part(
      'これまでの訪問記録',
      records.flatMap((record): Row[] => {
        const content = currentVisit(record)?.content;
        if (!content) return [];
        const said = excerpt(content.text, FIRST_WORDS);
        return [{ title: `${shortDate(content.day)} ${content.items.join('、')}`, detail: said }];
      }),
    ),
  ];
}
