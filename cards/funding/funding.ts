import { ask } from '../../programme/asks.ts';
import { type Day, fiscalYearName, fullDate, shortDate } from '../../programme/day.ts';
import { budgetAnswerNames, budgetQuestionNames } from '../../programme/funding/budget-season.ts';
import {
  type FundingRecord,
  type FundingTalk,
  isUseOver,
  NO_STATE,
  stateText,
  talksOf,
} from '../../programme/funding/funding-record.ts';
import { certaintyNames, fundingShort, termsYearNote, untilIn } from '../../programme/funding/funding-terms.ts';
import type { ChosenFunding, InitiativeFunding } from '../../programme/funding/initiative-funding.ts';
import { thousandsText } from '../../programme/initiatives/cost.ts';
import type { Municipality } from '../../programme/municipality.ts';
import { pageOf } from '../../programme/page.ts';
import { type Button, buttons, type Card, facts, list, type Node, notice, offering, type Row, text } from '../card.ts';
import { pageButtons } from '../page-buttons.ts';

export type FundingView = {
  readonly municipality: Municipality;
  readonly year: number;
  readonly fundings: readonly InitiativeFunding[];
  readonly record: FundingRecord | undefined;
  readonly today: Day;
  readonly mayWrite: boolean;
};

const PAGE = 6;
/** Nobody is told that something can be had. */
const NO_VERDICT =
  '候補を並べているだけで、使えるかどうかは決めていません。「目安」は、県の担当課などに確かめてから使ってください。';

export const costsText = ({ content }: Pick<InitiativeFunding, 'content'>): string => {
  const { initialCost, runningCost } = content;
  if (initialCost === undefined && runningCost === undefined) return '予算は空欄';
  const part = (label: string, cost: number | undefined) =>
    `${label} ${cost === undefined ? '空欄' : thousandsText(cost)}`;
  return `${part('初期', initialCost)}・${part('経常', runningCost)}/年`;
};

const chosenText = ({ funding, use }: ChosenFunding): string =>
  `${fundingShort(funding.id)}（${use ? stateText(use) : `状態は${NO_STATE}`}）`;

/** 財源 of a municipality: its open initiatives, a row each. @param which asked for which one something is recorded of */
export function fundingCard(view: FundingView, page: number, which?: (initiative: string) => Row['ask']): Card {
  const { municipality, year, fundings, mayWrite } = view;
  const { code, name } = municipality;
  const { shown, at, pages } = pageOf(fundings, page, PAGE);
  const count = fundings.length === 0 ? '取組はまだありません' : `取組${fundings.length}件`;
  const to = (next: number) => ask('show-funding', { municipality: code, page: next });
  const file: Button = { label: '財源活用シート', ask: ask('funding-file', { municipality: code }) };
  const talk: Button = { label: '県との協議を記録', ask: ask('record-funding-talk', { municipality: code }) };
  return offering(
    '財源',
    `${name}の財源（${fiscalYearName(year)}の取組）: ${count}`,
    text(`${name}　${fiscalYearName(year)}の取組の財源`, 'strong'),
    fundings.length === 0 ? notice('quiet', '取組はまだありません。工程表に加えると、合いそうな財源が出ます。') : [],
    which ? text('どの取組ですか。') : [],
    list(shown.map((one) => rowOf(one, code, which?.(one.id)))),
    which ? [] : beside(view),
    buttons(
      ...pageButtons(at, pages, to),
      { label: '工程表', ask: ask('show-initiatives', { municipality: code }) },
      ...(mayWrite && !which ? [talk] : []),
      ...(fundings.length > 0 ? [file] : []),
      { label: '財源の一覧', ask: ask('show-funding-list') },
    ),
  );
}

function rowOf(one: InitiativeFunding, municipality: string, own: Row['ask']): Row {
  const { chosen, candidates } = one;
  const none = `財源の欄が空・候補 ${candidates.length}件`;
  return {
    title: one.content.name,
    detail: `${costsText(one)}・${chosen.length === 0 ? none : chosen.map(chosenText).join('、')}`,
    tone: chosen.length === 0 ? 'attention' : 'plain',
    ask: own ?? ask('show-funding', { municipality, initiative: one.id }),
  };
}

/** What was answered in the course of the budget, and the last 協議. */
function beside({ record, municipality: { code }, mayWrite }: FundingView): readonly Node[] {
  const answered = Object.entries(budgetQuestionNames).flatMap(([question, label]) => {
    const last = record?.answers.findLast((each) => each.question === question);
    return last ? [[label, budgetAnswerNames[last.answer]] as const] : [];
  });
  const talks = talksOf(record).slice(0, 3);
  return [
    ...(answered.length > 0 ? [text('予算の回答', 'heading'), facts(...answered)] : []),
    ...(talks.length > 0 ? [text('県との協議', 'heading'), facts(...talks.map(talkFact))] : []),
    ...(mayWrite
      ? [
          buttons(
            { label: '予算のことを答える', ask: ask('answer-budget', { municipality: code }) },
            ...(talks.length > 0
              ? [{ label: '協議を消す', ask: ask('remove-funding-talk', { municipality: code }) }]
              : []),
          ),
        ]
      : []),
  ];
}

const talkFact = ({ day, division, result, funding }: FundingTalk): readonly [string, string] => [
  `${shortDate(day)} ${division}`,
  `${funding ? `${fundingShort(funding)}: ` : ''}${result}`,
];

/** One initiative: what it costs, what it has chosen, what is to be done until when, and what else may be looked at. */
export function initiativeFundingCard(view: FundingView, one: InitiativeFunding, said: readonly Node[] = []): Card {
  const { municipality, record, mayWrite, today } = view;
  const of = { municipality: municipality.code, initiative: one.id };
  const talks = talksOf(record).filter(({ initiative }) => initiative === one.id);
  const { chosen, candidates } = one;
  return offering(
    '財源',
    `${municipality.name} ${one.content.name}の財源: ${chosen.map(chosenText).join('、') || '未定'}`,
    said,
    text(one.content.name, 'strong'),
    text(`${municipality.name}　${fiscalYearName(one.year)}から`, 'quiet'),
    facts(['所要額', costsText(one)], ['財源', chosen.map(chosenText).join('、') || '未定'], generalFact(one)),
    chosen.flatMap((each) => taskNodes(each, one.year, today)),
    talks.length > 0 ? [text('県との協議', 'heading'), facts(...talks.map(talkFact))] : [],
    candidateNodes(candidates, one.year),
    buttons(
      ...(mayWrite
        ? [
            { label: '状態を記録', ask: ask('set-funding-state', of) },
            { label: '県との協議を記録', ask: ask('record-funding-talk', of) },
            ...(talks.length > 0 ? [{ label: '協議を消す', ask: ask('remove-funding-talk', of) }] : []),
            { label: '財源の欄を書く', ask: ask('change-initiative', { ...of, section: 'money' }) },
          ]
        : []),
      { label: '財源にもどる', ask: ask('show-funding', { municipality: municipality.code }) },
    ),
  );
}

function generalFact({ general }: InitiativeFunding): readonly [string, string] {
  if (!general) return ['一般財源負担', '計算していません（率と上限が確認済みの1つの数でないか、初期の額が空欄）'];
  const how = general.how === 'said' ? '' : '（初期の額と確認済みの率から計算）';
  return ['一般財源負担', `${thousandsText(general.thousands)}${how}`];
}

function taskNodes(chosen: ChosenFunding, year: number, today: Day): readonly Node[] {
  const { funding, certainty, tasks } = chosen;
  const guide = certainty === 'confirmed' ? '' : `（${certaintyNames[certainty]}）`;
  const title = text(`${fundingShort(funding.id)}${guide}`, 'heading');
  if (tasks.length === 0) return [title, text(windowText(chosen, year, today), 'quiet')];
  const rows = tasks.map(({ what, day }) => [shortDate(day), day < today ? `${what}（過ぎています）` : what] as const);
  return [title, { kind: 'table', head: ['期日', 'すること'], rows }];
}

function windowText({ terms, use }: ChosenFunding, year: number, today: Day): string {
  const note = termsYearNote(terms, year);
  const window = `時期: ${terms.window || '未確認'}${note ? `（${note}）` : ''}。`;
  if (isUseOver(use)) return window;
  const until = untilIn(terms, year);
  if (until === undefined) return `${window}締切の日が分かると、することを逆算します。`;
  return until < today ? `${window}締切（${shortDate(until)}）は過ぎています。` : window;
}

const CANDIDATES = 5;

function candidateNodes(candidates: InitiativeFunding['candidates'], year: number): readonly Node[] {
  if (candidates.length === 0) return [text('ほかの候補は見つかりませんでした。', 'quiet')];
  const rows = candidates.slice(0, CANDIDATES).map(({ funding, terms, certainty, because }) => ({
    title: fundingShort(funding.id),
    detail: `${certaintyNames[certainty]}・${terms.rate || '率は未確認'}・${because}`,
    ask: ask('show-funding-list', { funding: funding.id, of: year }),
  }));
  const more =
    candidates.length > CANDIDATES ? `ほか${candidates.length - CANDIDATES}件は「財源一覧」で見られます。` : '';
  return [text('候補', 'heading'), list(rows), text(`${NO_VERDICT}${more}`, 'quiet')];
}

export const talkRecordedNote = (day: Day): Node => notice('good', `${fullDate(day)}の協議を記録しました。`);
