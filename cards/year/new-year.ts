import { ask } from '../../programme/asks.ts';
import { findItem } from '../../programme/catalogue.ts';
import { fiscalYearName, shortDate, shortMoment } from '../../programme/day.ts';
import type { Municipality } from '../../programme/municipality.ts';
import { type ItemRecord, itemStandingName } from '../../programme/progress/item-record.ts';
import { decisionText, endedAs, goesOnName, type ItemDecision, unlessDecided } from '../../programme/year/going-on.ts';
import { type PlanStanding, undecidedIn } from '../../programme/year/standing.ts';
import { type Button, buttons, type Card, card, list, type Node, notice, type Row, text } from '../card.ts';
import { pageButtons } from '../page-buttons.ts';

type TownStanding = { readonly municipality: Municipality; readonly standing: PlanStanding };

export type NewYearOverview = {
  /** The next year. */
  readonly next: number;
  /** On this page. */
  readonly towns: readonly TownStanding[];
  /** Of all pages. */
  readonly undecided: { readonly items: number; readonly towns: number };
  readonly page: number;
  readonly pages: number;
};

const BY_OPERATOR =
  '年度更新そのものは、翌年度の取込表ができてから、運用担当が行います（npm run bansou -- new-year 取込表.xlsx）。ここで決めたことはそのまま使われます。';

/** How far the decisions for the next year are, municipality by municipality. */
export function newYearOverview({ next, towns, undecided, page, pages }: NewYearOverview): Card {
  const { items, towns: open } = undecided;
  const sentence = items === 0 ? '全て決まっています。' : `未決が${items}件あります（${open}団体）。`;
  return card(
    `${fiscalYearName(next)}への年度更新の準備`,
    `${fiscalYearName(next)}への年度更新の準備: ${sentence}`,
    notice(items === 0 ? 'good' : 'attention', sentence),
    text(
      `完了していない項目と、${fiscalYearName(next)}以降に送っていた項目を、翌年度にどうするか決めます。年度更新までは何も変わりません。`,
    ),
    list(towns.map(townRow)),
    pager(page, pages, {}),
    text(`決めなかった未完了の項目は「年度更新で継続」になります。${BY_OPERATOR}`, 'quiet'),
  );
}

function townRow({ municipality, standing }: TownStanding): Row {
  const { open, later } = standing;
  const part = (what: string, { all, undecided }: PlanStanding['open']) =>
    `${what} ${all}件${undecided > 0 ? `（未決 ${undecided}）` : ''}`;
  const isDecided = undecidedIn(standing) === 0;
  return {
    title: municipality.name,
    detail: `${part('未完了', open)}・${part('以降', later)}`,
    tone: isDecided ? 'good' : 'plain',
    ask: ask('new-year', { municipality: municipality.code }),
    does: '年度更新',
  };
}

function pager(page: number, pages: number, given: { readonly municipality?: string }): Node {
  const to = (target: number) => ask('new-year', { ...given, page: target });
  return buttons(...pageButtons(page, pages, to));
}

export type NewYearTown = TownStanding & {
  readonly next: number;
  readonly page: number;
  readonly pages: number;
  /** On this page. */
  readonly shown: PlanStanding['items'];
  readonly said?: readonly Node[];
};

/** What of a municipality is to be decided, and what was. */
export function newYearTown({ municipality, standing, next, shown, page, pages, said = [] }: NewYearTown): Card {
  const { code, name } = municipality;
  const undecided = undecidedIn(standing);
  const sentence = standing.items.length === 0 ? '決める項目はありません。' : undecidedText(undecided);
  const all: Button = {
    label: `未決 ${undecided}件をこのまま決める`,
    ask: ask('new-year', { municipality: code, rest: 'yes' }),
  };
  return card(
    `${name}の年度更新の準備`,
    `${name} ${fiscalYearName(next)}への年度更新の準備: ${sentence}`,
    said,
    notice(undecided === 0 ? 'good' : 'attention', sentence),
    list(shown.map(({ record, decision }) => itemRow(record, decision, next))),
    buttons(...(undecided > 0 ? [all] : [])),
    pager(page, pages, { municipality: code }),
    buttons({ label: '市町村の一覧', ask: ask('new-year') }),
  );
}

const undecidedText = (count: number): string => (count === 0 ? '全て決まっています。' : `未決が${count}件あります。`);

function itemRow(record: ItemRecord, decision: ItemDecision | undefined, next: number): Row {
  const unsaid = `未決・このままなら${goesOnName(unlessDecided(endedAs(record)), next)}`;
  return {
    title: `${record.item} ${findItem(record.item)?.short ?? ''}`,
    detail: `今: ${nowText(record)}\n${decision ? decisionText(decision, next) : unsaid}`,
    tone: decision ? 'good' : 'plain',
    ask: ask('new-year', { municipality: record.municipality, item: record.item }),
    does: '年度更新',
  };
}

/** 実施中・試行（50%）、期限 2/28(金) */
function nowText(record: ItemRecord): string {
  if (record.year === 'later') return `${fiscalYearName(record.fiscalYear + 1)}以降`;
  return [itemStandingName(record), ...(record.due ? [`期限 ${shortDate(record.due)}`] : [])].join('、');
}

export type NewYearForm = {
  readonly municipality: Municipality;
  readonly record: ItemRecord;
  readonly next: number;
  readonly decision: ItemDecision | undefined;
  /** Who decided it, and when. */
  readonly decided?: { readonly name: string; readonly at: string } | undefined;
  readonly given: Readonly<Record<string, unknown>>;
  readonly errors: Readonly<Record<string, string>>;
};

const said = (given: unknown): string | undefined => (typeof given === 'string' ? given : undefined);

/** The question what becomes of one item in the next year. */
export function newYearForm({ municipality, record, next, decision, decided, given, errors }: NewYearForm): Card {
  const name = `${record.item} ${findItem(record.item)?.short ?? ''}`;
  const wrong = Object.values(errors);
  const by = decided ? `（${decided.name}さん ${shortMoment(new Date(decided.at))}）` : '';
  const known = (input: string) => ({
    name: input,
    error: errors[input],
    said: given[input] !== undefined && !errors[input],
  });
  return card(
    `${name} の年度更新`,
    `${municipality.name} ${name}: 翌年度にどうするか`,
    text(`${municipality.name}　${name}`, 'strong'),
    text(`今: ${nowText(record)}`),
    text(`翌年度: ${decision ? `${decisionText(decision, next)}${by}` : '未決'}`),
    wrong.length > 0 ? notice('attention', wrong.join('\n')) : [],
    {
      kind: 'form',
      parts: [
        {
          intro: [],
          fields: [
            {
              ...{ ...known('goesOn'), type: 'choice', label: '翌年度', required: true },
              value: said(given['goesOn']) ?? decision?.goesOn,
              choices: (['this', 'later', 'end', 'none'] as const).map((value) => ({
                value,
                label: goesOnName(value, next),
              })),
            },
            {
              ...{ ...known('due'), type: 'date', label: '期限', required: false },
              value: said(given['due']) ?? decision?.due,
              hint: '継続のとき。決まっていなければ空',
            },
            {
              ...{ ...known('reason'), type: 'text', label: '理由', required: false, maxLength: 200 },
              value: said(given['reason']) ?? decision?.reason,
              hint: '終了・対象外のときは必ず。例: 広域連合で行うため',
            },
          ],
        },
      ],
      submit: '決める',
      ask: ask('new-year', { municipality: municipality.code, item: record.item }),
    },
    buttons({ label: `${municipality.name}の一覧`, ask: ask('new-year', { municipality: municipality.code }) }),
  );
}
