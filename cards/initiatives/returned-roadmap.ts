import { ask } from '../../programme/asks.ts';
import { blankInitiative } from '../../programme/initiatives/edited-initiative.ts';
import { fieldLabel, fieldText } from '../../programme/initiatives/initiative-field.ts';
import type { OpenQuestion, RoadmapChanges } from '../../programme/initiatives/returned-roadmap.ts';
import { type FieldChange, type FieldValue, withChanges } from '../../programme/initiatives/three-way.ts';
import type { Municipality } from '../../programme/municipality.ts';
import { pageOf } from '../../programme/page.ts';
import type { RowFault } from '../../programme/taken-file.ts';
import { buttons, type Card, type Change, card, changes, facts, type Node, notice, offering, text } from '../card.ts';
import { rowFaultNodes } from '../file-faults.ts';
import { pageButtons } from '../page-buttons.ts';

type About = {
  readonly municipality: Municipality;
  /** The first year of the 工程表. */
  readonly year: number;
  /** What was read of the file. */
  readonly taken: string;
};

export type ReturnedReview = About & {
  readonly changes: RoadmapChanges;
  readonly questions: readonly OpenQuestion[];
  readonly faults: readonly RowFault[];
  readonly notes: readonly string[];
  readonly page: number;
  /** What tells whether it would still be the same once somebody says yes. */
  readonly meant: string;
  /** It was shown before, and would be something else now. */
  readonly again: boolean;
};

/** Changes on a page, and of a receipt; notes in all. */
const [A_PAGE, RECEIPT_PAGE, NOTES_SHOWN] = [6, 12, 4];
/** Of a long text, what a phone shows on either side of the arrow. */
const LONGEST_SHOWN = 80;

/** What a returned 工程表 would change. Nothing is written before 確定. */
export function returnedReviewCard(review: ReturnedReview): Card {
  const { municipality, taken, again, meant } = review;
  const of = { municipality: municipality.code, taken };
  const lines = changeLines(review.changes, review.year);
  const { shown, at, pages } = pageOf(lines, review.page, A_PAGE);
  const next = questionButton(review);
  return offering(
    '工程表の取り込み',
    `${municipality.name}の工程表: ${countText(review)}。まだ反映していません。`,
    text(`${municipality.name}の工程表`, 'quiet'),
    again ? notice('attention', '確かめている間に、今の内容が変わりました。もう一度確かめてください。') : [],
    text(countText(review), 'strong'),
    lines.length > 0 ? changes(shown) : [],
    rowFaultNodes(review.faults),
    review.notes.slice(0, NOTES_SHOWN).map((note) => text(note, 'quiet')),
    questionNodes(review.questions),
    text('まだ反映していません。', 'quiet'),
    buttons(
      ...next,
      ...(lines.length > 0
        ? [{ label: '確定する', ask: ask('apply-roadmap', { ...of, meant }), look: 'primary' } as const]
        : []),
      ...pageButtons(at, pages, (page) => ask('review-roadmap', { ...of, page })),
      { label: '取り込みをやめる', ask: ask('drop-roadmap', of) },
    ),
  );
}

/** 変更 3件・新しい取組 1件・外す取組 1件・重なり 2件 */
function countText({
  changes: all,
  questions,
  faults,
}: Pick<ReturnedReview, 'changes' | 'questions' | 'faults'>): string {
  const conflicts = questions.filter((one) => 'conflict' in one).length;
  const counts = [
    ['変わる取組', all.changed.length],
    ['新しい取組', all.added.length],
    ['外す取組', all.removed.length],
    ['ほかの方の変更との重なり', conflicts],
    ['ファイルにない取組', questions.length - conflicts],
    ['読み取れないところ', faults.length],
  ] as const;
  const said = counts.filter(([, count]) => count > 0).map(([what, count]) => `${what} ${count}件`);
  return said.length > 0 ? said.join('・') : '変わるところはありません';
}

function questionNodes(questions: readonly OpenQuestion[]): Node[] {
  if (questions.length === 0) return [];
  const sentence = `どちらにするかを決めていないところが${questions.length}件あります。決めるまで、そこは今のままです。`;
  return [notice('attention', sentence)];
}

function questionButton({ questions, municipality, taken }: ReturnedReview) {
  if (questions.length === 0) return [];
  const open = ask('settle-roadmap', { municipality: municipality.code, taken });
  return [{ label: `1件ずつ決める（${questions.length}件）`, ask: open }];
}

/** Every line of what would be written, before → after. */
export function changeLines({ changed, added, removed }: RoadmapChanges, year: number): readonly Change[] {
  return [
    ...changed.flatMap(({ name, changes: all }) => all.map((change) => changeLine(name, change, year))),
    ...added.map(({ content }) => ({ what: '新しい取組', after: content.name })),
    ...removed.map(({ name }) => ({ what: name, before: '工程表にあります', after: '工程表から外します' })),
  ];
}

function changeLine(name: string, { field, before, after }: FieldChange, year: number): Change {
  return {
    what: `${name}　${fieldLabel({ key: field }, year)}`,
    before: valueText(field, before, year),
    after: valueText(field, after, year),
  };
}

function valueText(field: FieldChange['field'], value: FieldValue, year: number): string {
  const content = withChanges(blankInitiative, [{ field, before: null, after: value }]);
  const said = fieldText(content, { key: field }, year).trim();
  if (said === '') return '空欄';
  return said.length > LONGEST_SHOWN ? `${said.slice(0, LONGEST_SHOWN)}…` : said;
}

/** One of what the file alone does not decide. @param left how many are open, this one with them */
export function settleRoadmapCard({ municipality, year, taken }: About, question: OpenQuestion, left: number): Card {
  const of = { municipality: municipality.code, taken };
  const review = { label: '差分に戻る', ask: ask('review-roadmap', of) };
  const count = text(`決めるところは、あと${left}件です。`, 'quiet');
  if ('gone' in question) return goneCard({ municipality, year, taken }, question.gone, [count], review);
  const { conflict, of: initiative } = question;
  const { field } = conflict;
  const settle = (take: 'file' | 'now') =>
    ask('settle-roadmap', { ...of, decided: initiative.id, field, seen: conflict.since, take });
  const sentence = `「${initiative.name}」の${fieldLabel({ key: field }, year)}は、書き出したあとにほかの方も変えています。どちらにしますか。`;
  return offering(
    '変更が重なっています',
    `${municipality.name} ${sentence}`,
    text(`${municipality.name}の工程表`, 'quiet'),
    text(sentence),
    facts(
      ['書き出したとき', valueText(field, conflict.exported, year)],
      ['今', valueText(field, conflict.before, year)],
      ['ファイル', valueText(field, conflict.after, year)],
    ),
    count,
    buttons({ label: 'ファイルの値にする', ask: settle('file') }, { label: '今のまま', ask: settle('now') }, review),
  );
}

function goneCard(
  { municipality, taken }: About,
  { id, name, since }: Extract<OpenQuestion, { gone: unknown }>['gone'],
  said: readonly Node[],
  review: { readonly label: string; readonly ask: ReturnType<typeof ask> },
): Card {
  const settle = (take: 'file' | 'now') =>
    ask('settle-roadmap', { municipality: municipality.code, taken, decided: id, field: 'removed', take });
  const sentence = `「${name}」の行がファイルにありません。工程表から外しますか。`;
  return offering(
    '取組を外しますか',
    `${municipality.name} ${sentence}`,
    text(`${municipality.name}の工程表`, 'quiet'),
    text(sentence),
    since ? notice('attention', 'この取組は、書き出したあとにほかの方が変えています。') : [],
    said,
    buttons({ label: '外す', ask: settle('file') }, { label: '残す', ask: settle('now') }, review),
  );
}

/** What was written, all of it, a page at a time. */
export function roadmapAppliedCard(
  { municipality, taken }: Omit<About, 'year'>,
  lines: readonly Change[],
  left: { readonly questions: number; readonly faults: number },
  page = 1,
): Card {
  const of = { municipality: municipality.code, taken };
  const { shown, at, pages } = pageOf(lines, page, RECEIPT_PAGE);
  const rest = [
    ...(left.questions > 0 ? [`決めていないところ${left.questions}件は、今のままです。`] : []),
    ...(left.faults > 0 ? [`読み取れないところ${left.faults}件は、直してからもう一度送ってください。`] : []),
  ];
  return card(
    '工程表に反映しました',
    `${municipality.name}の工程表: ${lines.length}か所を反映しました。`,
    notice('good', `${municipality.name}の工程表に反映しました（${lines.length}か所）。`),
    changes(shown),
    rest.map((one) => notice('attention', one)),
    buttons(
      ...(left.questions > 0 ? [{ label: '残りを決める', ask: ask('settle-roadmap', of) }] : []),
      ...pageButtons(at, pages, (to) => ask('review-roadmap', { ...of, applied: 'yes', page: to })),
      { label: '工程表を見る', ask: ask('show-initiatives', { municipality: municipality.code }) },
    ),
  );
}

/** Nothing of it is left to be written. */
export function roadmapAppliedAlready({ municipality }: Pick<About, 'municipality'>): Card {
  const sentence = 'ファイルの内容は、すでに工程表のとおりです。変えたところはありません。';
  return card(
    '工程表の取り込み',
    `${municipality.name} ${sentence}`,
    text(`${municipality.name}の工程表`, 'quiet'),
    notice('good', sentence),
    buttons({ label: '工程表を見る', ask: ask('show-initiatives', { municipality: municipality.code }) }),
  );
}

export function roadmapDropped({ municipality }: Pick<About, 'municipality'>): Card {
  const sentence = '取り込みをやめました。工程表は変えていません。直した表を送ると、もう一度取り込めます。';
  return card(
    '取り込みをやめました',
    `${municipality.name} ${sentence}`,
    text(`${municipality.name}の工程表`, 'quiet'),
    notice('good', sentence),
    buttons({ label: '工程表を見る', ask: ask('show-initiatives', { municipality: municipality.code }) }),
  );
}
