import { ask } from '../../programme/asks.ts';
import type { Municipality } from '../../programme/municipality.ts';
import type { RowFault } from '../../programme/taken-file.ts';
import { type Week, weekName } from '../../programme/week.ts';
import { type Button, buttons, type Card, card, facts, type Node, notice, offering, text } from '../card.ts';
import { type ReviewLine, reviewNodes } from '../confirm-report.ts';
import { rowFaultNodes } from '../file-faults.ts';
import { type ReceiptLine, receiptCard } from '../receipt.ts';

type About = { readonly municipality: Municipality; readonly week: Week };
type OfFile = About & {
  /** What was read of the file. */
  readonly taken: string;
};
type Trouble = {
  /** What troubles the office, in its own words. */
  readonly trouble?: string | undefined;
};

type AnswersReview = OfFile &
  Trouble & {
    readonly lines: readonly ReviewLine[];
    /** What the chat and the sheet say otherwise, not settled yet. */
    readonly open: number;
    readonly faults: readonly RowFault[];
    readonly notes: readonly string[];
    /** What tells whether it would still be the same once somebody says yes. */
    readonly meant: string;
    /** It was shown before, and would be something else now. */
    readonly again: boolean;
  };

const NOTES_SHOWN = 4;
const nameOf = ({ municipality, week }: About): string => `${municipality.name}の週次回答表（${weekName(week)}）`;

/** What a returned 週次回答表 would record. Nothing is written before 確定. */
export function answersReviewCard(review: AnswersReview): Card {
  const { municipality, taken, lines, open, faults, notes, meant, again } = review;
  const of = { municipality: municipality.code, taken };
  const count = countText(review);
  return offering(
    '回答表の取り込み',
    `${nameOf(review)}: ${count}。まだ記録していません。`,
    text(nameOf(review), 'quiet'),
    again ? notice('attention', '確かめている間に、今の内容が変わりました。もう一度確かめてください。') : [],
    text(count, 'strong'),
    reviewNodes(lines),
    rowFaultNodes(faults),
    notes.slice(0, NOTES_SHOWN).map((note) => text(note, 'quiet')),
    open > 0
      ? notice('attention', `チャットの報告と違うところが${open}件あります。決めるまで、そこは今のままです。`)
      : [],
    troubleNodes(review),
    text('まだ記録していません。', 'quiet'),
    buttons(
      ...(lines.length > 0
        ? [{ label: '確定する', ask: ask('apply-answers', { ...of, meant }), look: 'primary' } as const]
        : []),
      ...(open > 0 ? [{ label: `1件ずつ決める（${open}件）`, ask: ask('settle-answers', of) }] : []),
      ...troubleButtons(review),
      { label: '取り込みをやめる', ask: ask('drop-answers', of) },
    ),
  );
}

function countText({ lines, open, faults }: Pick<AnswersReview, 'lines' | 'open' | 'faults'>): string {
  const counts = [
    ['記録する答え', lines.length],
    ['チャットの報告との重なり', open],
    ['読み取れないところ', faults.length],
  ] as const;
  const said = counts.filter(([, count]) => count > 0).map(([what, count]) => `${what} ${count}件`);
  return said.length > 0 ? said.join('・') : '新しい答えはありません';
}

/** A person decides whether it becomes a 相談: it is shown to whoever took the sheet, and to nobody else. */
function troubleNodes({ trouble }: Trouble): Node[] {
  return trouble === undefined ? [] : [text('困っていること・相談', 'heading'), text(trouble)];
}

function troubleButtons({ municipality, trouble }: Pick<About, 'municipality'> & Trouble): readonly Button[] {
  if (trouble === undefined) return [];
  return [{ label: '相談として登録する', ask: ask('ask-help', { municipality: municipality.code, text: trouble }) }];
}

/** One answer that the sheet and the chat say otherwise. */
export function settleAnswerCard({
  municipality,
  week,
  taken,
  id,
  line,
  exported = '',
  seen,
  left,
}: OfFile & {
  readonly id: string;
  readonly line: ReviewLine;
  readonly exported?: string;
  readonly seen: number;
  /** How many are open, this one with them. */
  readonly left: number;
}): Card {
  const of = { municipality: municipality.code, taken };
  const settle = (take: 'file' | 'now') => ask('settle-answers', { ...of, decided: id, seen, take });
  const sentence = `${line.what} は、回答表を渡したあとにチャットでも報告されています。どちらにしますか。`;
  return offering(
    'チャットの報告と違います',
    `${municipality.name} ${sentence}`,
    text(nameOf({ municipality, week }), 'quiet'),
    text(sentence),
    facts(['渡したとき', exported], ['今', line.before], ['回答表', line.after]),
    text(`決めるところは、あと${left}件です。`, 'quiet'),
    buttons(
      { label: '回答表の値にする', ask: settle('file') },
      { label: '今のまま', ask: settle('now') },
      { label: '差分に戻る', ask: ask('review-answers', of) },
    ),
  );
}

type AnswersApplied = OfFile &
  Trouble & {
    readonly lines: readonly { readonly what: string; readonly before?: string | undefined; readonly after: string }[];
    /** The message that wrote it. */
    readonly ask: string;
    readonly isProxy: boolean;
    readonly left: { readonly open: number; readonly faults: number };
  };

/** The receipt: what was written of the sheet, and the way back. */
export function answersReceipt({
  municipality,
  week,
  taken,
  lines,
  ask: report,
  isProxy,
  left,
  trouble,
}: AnswersApplied): Card {
  const of = { municipality: municipality.code, taken };
  const rest = [
    ...(left.open > 0 ? [`決めていないところ${left.open}件は、今のままです。`] : []),
    ...(left.faults > 0 ? [`読み取れないところ${left.faults}件は、直してからもう一度送ってください。`] : []),
  ];
  const told =
    '代理入力として残ります。市町村の担当の方には、この週のことはもうお尋ねせず、入力したことを一度お知らせします。';
  return receiptCard({
    ...{ municipality, report, title: `${weekName(week)}の回答表を記録しました` },
    lines: lines.map((line): ReceiptLine => ({ ...line, before: line.before })),
    notes: [
      ...(isProxy ? [notice('plain', told)] : []),
      ...rest.map((one) => notice('attention', one)),
      ...troubleNodes({ trouble }),
    ],
    next: [
      ...(left.open > 0 ? [{ label: '残りを決める', ask: ask('settle-answers', of) }] : []),
      ...troubleButtons({ municipality, trouble }),
      { label: '状況を見る', ask: ask('show-status', { municipality: municipality.code }) },
    ],
  });
}

/** Nothing of it is new. */
export function answersAlreadyCard({ municipality, week, trouble }: About & Trouble): Card {
  const sentence = '新しい答えはありません。空欄はそのまま（未報告）で、書かれた答えはすでに記録されています。';
  return card(
    '回答表の取り込み',
    `${nameOf({ municipality, week })} ${sentence}`,
    text(nameOf({ municipality, week }), 'quiet'),
    notice('good', sentence),
    troubleNodes({ trouble }),
    buttons(...troubleButtons({ municipality, trouble }), {
      label: '状況を見る',
      ask: ask('show-status', { municipality: municipality.code }),
    }),
  );
}

export function answersDropped({ municipality, week }: About): Card {
  const sentence = '取り込みをやめました。報告は変えていません。直した表を送ると、もう一度取り込めます。';
  return card(
    '取り込みをやめました',
    `${municipality.name} ${sentence}`,
    text(nameOf({ municipality, week }), 'quiet'),
    notice('good', sentence),
    buttons({ label: '状況を見る', ask: ask('show-status', { municipality: municipality.code }) }),
  );
}
