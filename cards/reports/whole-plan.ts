import { ask } from '../../programme/asks.ts';
import { fiscalYearName } from '../../programme/day.ts';
import { blankParts, PlanText, planTextNames, SCHEDULE } from '../../programme/reports/whole-plan.ts';
import { type Button, buttons, type Card, card, list, type Node, notice, offering, type Row, text } from '../card.ts';
import { never } from '../understood.ts';
import { changedNodes, milestoneRow, type PlanView } from './plan-view.ts';

/** How much of a part is shown in the list of them. */
const SHOWN = 40;
const BLANK = '（まだ書かれていません）';

/** 全体計画 at a glance: how it stands, what the newer version changes, its parts and its milestones. */
export function wholePlanCard(view: PlanView, said: readonly Node[] = []): Card {
  const { fiscalYear, edition, standing, content } = view;
  const blank = blankParts(content);
  return card(
    '全体計画',
    `${fiscalYearName(fiscalYear)} 全体計画 第${edition}版（${standing}）`,
    said,
    text(`${fiscalYearName(fiscalYear)}　第${edition}版（${standing}）`, 'strong'),
    changedNodes(view),
    view.isOffice && view.isDraft && blank.length > 0
      ? notice('attention', `まだ書かれていないところ: ${blank.join('、')}`)
      : [],
    list(PlanText.options.map((name) => partRow(name, view))),
    text(SCHEDULE, 'heading'),
    content.milestones.length === 0
      ? text(BLANK, 'quiet')
      : list(content.milestones.map((milestone) => milestoneRow(milestone, view))),
    waitsText(view),
    buttons(...planButtons(view)),
  );
}

function partRow(name: PlanText, { content, number }: PlanView): Row {
  const [first = '', ...more] = content[name].split(/\r?\n/);
  const isCut = first.length > SHOWN || more.length > 0;
  return {
    title: planTextNames[name],
    detail: first === '' ? BLANK : `${first.slice(0, SHOWN)}${isCut ? '…' : ''}`,
    tone: first === '' ? 'quiet' : 'plain',
    ask: ask('whole-plan', { section: name, ...(number > 0 ? { version: number } : {}) }),
  };
}

/** A draft waits for its being handed in, and what was handed in for the prefecture. */
function waitsText({ isOffice, isDraft, number }: PlanView): Node[] {
  if (isOffice && isDraft && number === 0)
    return [text('取込表から分かるところを入れた下書きです。どこかを書くと、保存されます。', 'quiet')];
  return isOffice && isDraft ? [text('この版はまだ県に提出していません。', 'quiet')] : [];
}

function planButtons({ fiscalYear, isOffice, isDraft, content, approved, number, newest }: PlanView): Button[] {
  return [
    ...(isOffice && isDraft && blankParts(content).length === 0
      ? [{ label: '県に提出する', ask: ask('submit-whole-plan'), look: 'primary' as const }]
      : []),
    ...(isOffice
      ? [
          { label: '編集する', ask: ask('edit-whole-plan') },
          { label: 'マイルストーン', ask: ask('set-milestone') },
        ]
      : []),
    ...(approved && approved.number !== number
      ? [{ label: '承認された版を見る', ask: ask('whole-plan', { version: approved.number }) }]
      : []),
    ...(newest !== undefined ? [{ label: '新しい版を見る', ask: ask('whole-plan', { version: newest }) }] : []),
    {
      label: '全体計画（Word）',
      ask: ask('whole-plan-file', { year: fiscalYear, ...(number > 0 ? { version: number } : {}) }),
    },
    { label: '承認待ち', ask: ask('show-waiting') },
  ];
}

/** One part whole, beside what is in force where that says something else. */
export function planPartCard(view: PlanView, name: PlanText, said: readonly Node[] = []): Card {
  const { content, approved, edition, standing, number, isOffice } = view;
  const before = approved && approved.number !== number ? approved.content[name] : undefined;
  const isOther = before !== undefined && before !== content[name];
  const label = planTextNames[name];
  return card(
    label,
    `全体計画 第${edition}版（${standing}）の${label}`,
    said,
    text(`全体計画 第${edition}版（${standing}）`, 'quiet'),
    text(content[name] === '' ? BLANK : content[name]),
    isOther
      ? [text(`承認された第${approved?.edition}版`, 'heading'), text(before === '' ? BLANK : before, 'quiet')]
      : [],
    buttons(
      ...(isOffice ? [{ label: '書き直す', ask: ask('edit-whole-plan', { section: name, seen: number }) }] : []),
      { label: '全体計画を見る', ask: ask('whole-plan', number > 0 ? { version: number } : {}) },
    ),
  );
}

/** A longer text is no button's to carry. */
const LONGEST_CARRIED = 500;

/** Which part is to be written, and with what where that was said already; the milestones have questions of their own. */
export function whichPlanPartCard({ content, number }: PlanView, said?: string): Card {
  const question = '全体計画のどこを書きますか。';
  const carried = said !== undefined && said.length <= LONGEST_CARRIED ? { text: said, seen: number } : {};
  return offering(
    '全体計画の編集',
    question,
    text(question, 'strong'),
    said === undefined ? [] : text(`「${said}」`, 'quiet'),
    list([
      ...PlanText.options.map((name) => ({
        title: planTextNames[name],
        detail: content[name] === '' ? BLANK : undefined,
        ask: ask('edit-whole-plan', { section: name, ...carried }),
      })),
      { title: SCHEDULE, detail: `${content.milestones.length}件`, ask: ask('set-milestone') },
    ]),
    buttons({ label: '全体計画を見る', ask: ask('whole-plan') }, never),
  );
}

/** A part with what stands in it, to be written anew. */
export function planPartForm(view: PlanView, name: PlanText, seen: number, said: readonly Node[] = []): Card {
  const label = planTextNames[name];
  return card(
    label,
    `全体計画の「${label}」を入力してください。`,
    said,
    text(`全体計画の「${label}」を入力してください。今の内容は、この内容に置き換わります。`),
    {
      kind: 'form',
      parts: [
        {
          intro: view.content[name] === '' ? [] : [text(`今の内容: ${view.content[name]}`, 'quiet')],
          fields: [
            {
              ...({
                name: 'text',
                label: '内容',
                type: 'text',
                lines: 'many',
                maxLength: 4000,
                required: true,
              } as const),
              value: view.content[name] || undefined,
            },
          ],
        },
      ],
      submit: '保存する',
      ask: ask('edit-whole-plan', { section: name, seen }),
    },
  );
}

/** What is handed in, before it is. */
export function submitPlanCard(view: PlanView): Card {
  const question = `全体計画 第${view.edition}版を県に提出しますか。まだ提出していません。`;
  return offering(
    '全体計画の提出',
    question,
    text(question),
    changedNodes(view),
    text('提出すると、県に知らせて承認を待ちます。提出したあとに書き直すと、次の版になります。', 'quiet'),
    buttons(
      { label: 'はい、提出する', ask: ask('submit-whole-plan', { version: view.number }), look: 'primary' },
      { label: '内容を見る', ask: ask('whole-plan') },
      never,
    ),
  );
}

/** Nothing can be shown yet to whoever only sees what was handed in. */
export function noPlanCard(fiscalYear: number): Card {
  const sentence = `${fiscalYearName(fiscalYear)}の全体計画は、まだ提出されていません。`;
  return card(
    '全体計画',
    sentence,
    notice('quiet', sentence),
    text('事務局が提出すると、ここで確認できます。', 'quiet'),
    buttons({ label: '承認待ち', ask: ask('show-waiting') }),
  );
}
