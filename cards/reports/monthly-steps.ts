import { ask } from '../../programme/asks.ts';
import {
  MonthlySection,
  monthlyFields,
  monthlySectionNames,
  monthlyTitle,
} from '../../programme/reports/monthly-report.ts';
import { monthName } from '../../programme/support/month.ts';
import { type Ask, buttons, type Card, card, facts, list, type Node, notice, offering, text } from '../card.ts';
import { never } from '../understood.ts';
import { wordFile } from '../word-file.ts';
import { type MonthlyView, movesNodes, ofMonth } from './monthly-report.ts';

/** Which section is to be written. */
export function whichSectionCard(view: MonthlyView, kept: string | undefined): Card {
  const carried = kept === undefined ? {} : { text: kept };
  return offering(
    '月次報告編集',
    `${monthName(view.span)}の月次報告のどの章を書きますか。`,
    text(`${monthName(view.span)}の月次報告`, 'strong'),
    text('どの章を書きますか。'),
    kept === undefined ? [] : text(`「${kept}」`, 'quiet'),
    list(
      MonthlySection.options.map((section) => ({
        title: monthlySectionNames[section],
        detail: view.texts[section] ? '書いてあります' : 'まだ書いていません',
        ask: ask('edit-monthly-report', { ...ofMonth(view), section, ...carried }),
      })),
    ),
  );
}

type Filling = { readonly seen: number; readonly value: string | undefined; readonly problem: string | undefined };

/** A section to be written, below what the records say for it. */
export function monthlyTextForm(view: MonthlyView, section: MonthlySection, filling: Filling): Card {
  const called = monthlySectionNames[section];
  const known = view.texts[section];
  const own = view.parts.filter(({ field }) => monthlyFields[field].section === section).flatMap((part) => part.facts);
  return card(
    '月次報告編集',
    `${monthName(view.span)}の月次報告 ${called}の本文を入力してください。`,
    text(`${monthName(view.span)}　${called}`, 'strong'),
    own.length > 0 ? facts(...own.map(({ label, text: said }) => [label, said] as const)) : [],
    known === undefined ? [] : [text('今の本文', 'heading'), ...known.split('\n').map((line) => text(line))],
    text(
      '記録からの数字は自動で入ります。ここには、まとめや理由を書きます。行の頭を「県へ:」にすると、県への依頼・協議事項に入ります。「なし」で消せます。',
      'quiet',
    ),
    sectionForm(called, {
      ...{ value: filling.value ?? known, problem: filling.problem },
      ask: ask('edit-monthly-report', { ...ofMonth(view), section, seen: filling.seen }),
    }),
  );
}

/** A section of a report to be written, below what stands in it. */
export const sectionForm = (
  called: string,
  {
    value,
    problem,
    ask: asked,
  }: { readonly value: string | undefined; readonly problem: string | undefined; readonly ask: Ask },
): Node => ({
  kind: 'form',
  parts: [
    {
      intro: [],
      fields: [
        {
          ...{ name: 'text', label: `${called}の本文`, type: 'text', lines: 'many', maxLength: 2000, required: true },
          ...{ value, error: problem },
        },
      ],
    },
  ],
  submit: '書き込む',
  ask: asked,
});

/** What is going to be handed in, with what the records have become since; nothing is handed in yet. */
export function submitMonthlyCard(view: MonthlyView, meant: string, again: boolean): Card {
  const unwritten = MonthlySection.options.filter((section) => view.texts[section] === undefined);
  const isSummaryMissing = unwritten.includes('overview');
  return offering(
    '月次報告の提出',
    `${monthlyTitle(view.span)}を県に提出しますか。まだ提出していません。`,
    text(monthlyTitle(view.span), 'strong'),
    again ? notice('attention', '確かめている間に、内容か記録が変わりました。もう一度確かめてください。') : [],
    movesNodes(view),
    view.moves.length > 0
      ? text('このまま出すか、作り直してから出すかを選べます。書いた本文は残ります。', 'quiet')
      : [],
    isSummaryMissing ? notice('attention', '総括がまだ書かれていません。記録からの数字だけが入ります。') : [],
    facts(
      ['書いた章', written(view) || 'なし'],
      ['書いていない章', unwritten.map((section) => monthlySectionNames[section]).join('・') || 'なし'],
    ),
    text('まだ提出していません。', 'quiet'),
    buttons(
      {
        label: 'はい、提出する',
        ask: ask('submit-monthly-report', { ...ofMonth(view), meant }),
        look: 'primary',
      },
      ...(view.moves.length > 0 ? [{ label: '作り直す', ask: ask('redraft-monthly-report', ofMonth(view)) }] : []),
      never,
    ),
  );
}

const written = ({ texts }: MonthlyView): string =>
  MonthlySection.options
    .filter((section) => texts[section] !== undefined)
    .map((section) => monthlySectionNames[section])
    .join('・');

/** A draft the clock has made is there to be written and handed in. */
export function monthlyDueCard(view: MonthlyView): Card {
  const name = monthName(view.span);
  return card(
    '月次報告の下書き',
    `${name}の月次報告の下書きができました。`,
    notice('good', `${name}の月次報告の下書きを、記録から作りました。`),
    text(
      view.meeting === undefined
        ? 'この月の進捗状況確認会議は、まだ予定にありません。'
        : '進捗状況確認会議の資料です。まとめと理由を書いて、提出してください。',
    ),
    movesNodes(view),
    factsIn(view),
    buttons(
      { label: '下書きを見る', ask: ask('monthly-report', ofMonth(view)), look: 'primary' },
      { label: '内容を書く', ask: ask('edit-monthly-report', ofMonth(view)) },
    ),
  );
}

function factsIn({ parts }: MonthlyView): Node[] {
  const [summary] = parts;
  return summary ? [facts(...summary.facts.map(({ label, text: said }) => [label, said] as const))] : [];
}

/** No 進捗状況確認会議 is planned in a month, which is said once. */
export function noMonthlyMeetingCard(span: MonthlyView['span']): Card {
  const name = monthName(span);
  return card(
    '進捗状況確認会議の予定',
    `${name}の進捗状況確認会議が、まだ予定にありません。`,
    notice('attention', `${name}の進捗状況確認会議が、まだ予定にありません。`),
    text('県と日程を決めて、「会議作成」で登録してください。月次報告は、会議の5開庁日前に下書きを作ります。'),
    buttons(
      { label: '会議を作る', ask: ask('schedule-meeting', { title: '進捗状況確認会議' }), look: 'primary' },
      { label: '会議を見る', ask: ask('show-meetings') },
    ),
  );
}

/** 月次報告書 to keep. */
export function monthlyFileCard(view: MonthlyView, content: Uint8Array): Card {
  const title = monthlyTitle(view.span);
  return card(
    '月次報告書',
    `${title}（Word）`,
    text(title, 'strong'),
    notice('quiet', 'Word で開いて、印刷や保存ができます。'),
    wordFile(`月次報告書 ${view.span.from.slice(0, 7)}`, content, ask('monthly-report-file', ofMonth(view))),
    buttons({ label: '月次報告に戻る', ask: ask('monthly-report', ofMonth(view)) }),
  );
}
