import { ask } from '../../programme/asks.ts';
import type { Item, Kpi } from '../../programme/catalogue.ts';
import type { ToldByOther } from '../../programme/check-in/told-by-experts.ts';
import { type Day, shortDate } from '../../programme/day.ts';
import { stageChoices } from '../../programme/inputs.ts';
import type { ActionItem } from '../../programme/meetings/action-item.ts';
import type { Municipality } from '../../programme/municipality.ts';
import { currentVersion, type ItemRecord, itemStandingName } from '../../programme/progress/item-record.ts';
import { entryOf, type KpiRecord, lastSaid, newestNumber } from '../../programme/progress/kpi-record.ts';
import { entryText, weekText } from '../../programme/progress/kpi-value.ts';
import { type Week, weekName } from '../../programme/week.ts';
import { buttons, type Card, card, type FormPart, facts, list, type Node, notice, text } from '../card.ts';
import { actionRow } from '../meetings/actions.ts';
import { closedYearLine, type OfClosedYear } from '../progress/closed-year.ts';
import { targetText } from '../progress/kpi.ts';
import { type EnteredValue, valueFields } from '../progress/kpi-value-fields.ts';

/** 宿題 on a weekly card. */
const ACTIONS_SHOWN = 3;
/** Reports of 派遣人材 on it. */
const TOLD_SHOWN = 3;

export type CheckInAnswer = EnteredValue & { readonly same?: string | undefined };

/** What was entered in the rows of the card. */
export type FilledIn = {
  readonly answers: Readonly<Record<string, CheckInAnswer>>;
  readonly stages?: Readonly<Record<string, { readonly stage?: string | undefined }>>;
  readonly text?: string | undefined;
};

export type CheckIn = OfClosedYear & {
  readonly municipality: Municipality;
  readonly week: Week;
  readonly kpis: readonly (readonly [Kpi, KpiRecord])[];
  /** The items it is worth asking about this week. */
  readonly items: readonly (readonly [Item, ItemRecord])[];
  /** 宿題 of meetings that are not done yet, and who has them where people may be named. */
  readonly actions?: readonly (readonly [ActionItem, owner: string | undefined])[] | undefined;
  readonly today?: Day | undefined;
  /** What 派遣人材 have reported since the last card, the latest first. */
  readonly told?: readonly ToldByOther[];
  /** Only what is left of a week that was begun: what was said already is not asked again. */
  readonly rest?: boolean;
  /** What was filled in before and could not be taken, with the sentence that says why. */
  readonly again?: FilledIn & {
    readonly errors: ReadonlyMap<string, string>;
    readonly recorded: readonly string[];
  };
  /** What was entered and not recorded yet, to be changed. */
  readonly filled?: FilledIn;
};

/** The weekly card: everything unchanged is one tap; otherwise a row per KPI, the stages, and a word for help. */
export function checkInCard(checkIn: CheckIn): Card {
  const { municipality, week, kpis, again, filled } = checkIn;
  const isBack = again !== undefined || filled !== undefined;
  const open = kpis.filter(([, record]) => entryOf(record, week) === undefined);
  const carriable = open.filter(([, record]) => lastSaid(record, week) !== undefined);
  return card(
    `${weekName(week)}の報告`,
    `${municipality.name} ${weekName(week)}の報告です。KPI ${kpis.length}件、未報告 ${open.length}件。`,
    text(municipality.name, 'quiet'),
    closedYearLine(checkIn),
    lead(checkIn, open.length),
    toldNodes(checkIn),
    isBack || carriable.length === 0 ? [] : carryOverAll(checkIn, carriable, open.length),
    isBack || carriable.length === 0 ? [] : withoutValue(open.length - carriable.length),
    isBack ? form(checkIn) : entry(checkIn, carriable.length > 0),
  );
}

/** 派遣人材が S1-3 を「決定」と報告しました（11/24）; the municipality's own card says what was reported beside it. */
function toldNodes({ told = [], again }: CheckIn): Node[] {
  if (again || told.length === 0) return [];
  const lines = told
    .slice(0, TOLD_SHOWN)
    .map(({ what, said, on }) => `派遣人材が ${what} を「${said}」と報告しました（${shortDate(on)}）`);
  const more = told.length > TOLD_SHOWN ? [`ほか${told.length - TOLD_SHOWN}件`] : [];
  return [notice('plain', [...lines, ...more].join('\n'))];
}

/** The form, behind a button where most people need the one above it. */
function entry(checkIn: CheckIn, hasValues: boolean): Node[] {
  if (hasValues) return [{ ...form(checkIn), opensBy: '変わったことを入力する' }, ...homework(checkIn)];
  return [...homework(checkIn), { ...form(checkIn), submit: '報告する' }];
}

function lead(checkIn: CheckIn, open: number): Node[] {
  const { kpis, again, filled } = checkIn;
  if (filled) return [notice('attention', 'まだ記録していません。直してから、もう一度送ってください。')];
  if (again) {
    const sentence = '入力を確かめてください。印のある行はまだ記録していません。';
    const done = again.recorded.length > 0 ? [notice('good', `記録しました: ${again.recorded.join('、')}`)] : [];
    return [...done, notice('attention', sentence), ...withoutRow(checkIn, again.errors)];
  }
  if (kpis.length === 0)
    return [notice('quiet', '今週お聞きするKPIはありません。項目の段階と困りごとだけ報告できます。')];
  if (open === 0) return [notice('good', '今週のKPIは全て報告済みです。直すときは新しい値を入力してください。')];
  return open < kpis.length ? [notice('plain', `${kpis.length - open}件は報告済みです。残りは${open}件です。`)] : [];
}

/** What was refused and has no field to stand beside is said above the form. */
function withoutRow({ kpis, items }: CheckIn, errors: ReadonlyMap<string, string>): Node[] {
  const rows = new Set([...kpis, ...items].map(([{ id }]) => id));
  return [...errors]
    .filter(([id]) => !rows.has(id))
    .map(([id, reason]) => notice('bad', `${id === 'text' ? '困りごと' : id}: ${reason}`));
}

function withoutValue(count: number): Node[] {
  return count === 0 ? [] : [text(`まだ値のないKPIが${count}件あります。下から入力してください。`, 'quiet')];
}

/** What was taken on in meetings: a tap finishes one. */
function homework({ actions = [], today, week }: CheckIn): Node[] {
  if (actions.length === 0) return [];
  const rows = actions.slice(0, ACTIONS_SHOWN).map(([action, owner]) => actionRow(action, today ?? week, owner));
  const more = actions.length - rows.length;
  return [
    text('会議の宿題', 'heading'),
    list(rows),
    ...(more > 0 ? [buttons({ label: `ほか${more}件の宿題`, ask: ask('complete-action') })] : []),
  ];
}

/** The last values in sight, and one tap that says they still hold. */
function carryOverAll({ municipality, week, kpis, rest }: CheckIn, carriable: CheckIn['kpis'], open: number): Node[] {
  const last = carriable.map(([kpi, record]) => [kpi.name, entryText(kpi, lastSaid(record, week))] as const);
  return [
    text('前回の値', 'quiet'),
    facts(...last),
    buttons({
      label: rest || open < kpis.length ? '残りは変更なし' : '全て変更なし',
      look: 'primary',
      ask: ask('carry-over', { municipality: municipality.code, week }),
    }),
  ];
}

function form(checkIn: CheckIn): Extract<Node, { kind: 'form' }> {
  const { municipality, week, kpis, items, again, filled } = checkIn;
  return {
    kind: 'form',
    parts: [
      ...kpis.map(([kpi, record]) => kpiPart(kpi, record, checkIn)),
      ...itemParts(checkIn),
      helpPart(again ?? filled, filled !== undefined),
    ],
    submit: '入力した内容で報告する',
    ask: {
      command: 'check-in',
      input: {
        municipality: municipality.code,
        week,
        answers: Object.fromEntries(kpis.map(([kpi, record]) => [kpi.id, { seen: newestNumber(record) }])),
        stages: Object.fromEntries(items.map(([item, record]) => [item.id, { seen: record.versions.length }])),
      },
    },
  };
}

function kpiPart(kpi: Kpi, record: KpiRecord, { week, again, filled }: CheckIn): FormPart {
  const given = (again ?? filled)?.answers[kpi.id];
  const [now, last] = [entryOf(record, week), lastSaid(record, week)];
  const state = now ? `今週: ${weekText(kpi, record, week)}` : undefined;
  const before = last ? `前回 ${entryText(kpi, last)}` : '前回の値はありません';
  return {
    intro: [
      text(`${kpi.id} ${kpi.name}`, 'strong'),
      text([state ?? before, targetText(kpi, record)].join('・'), 'quiet'),
    ],
    fields: [
      ...valueFields(kpi, record, {
        prefix: `answers.${kpi.id}.`,
        given,
        error: again?.errors.get(kpi.id),
        said: filled !== undefined,
      }),
      ...(now || !last
        ? []
        : [
            {
              type: 'toggle' as const,
              insteadOfPart: true as const,
              name: `answers.${kpi.id}.same`,
              label: `前回と同じ（${entryText(kpi, last)}）`,
              required: false,
              value: given?.same,
              ...(filled && given?.same ? { said: true } : {}),
            },
          ]),
    ],
  };
}

function itemParts({ items, again, filled }: CheckIn): FormPart[] {
  const given = (id: string) => (again ?? filled)?.stages?.[id]?.stage;
  return items.map(([item, record]) => ({
    intro: [text(`${item.id} ${item.short}`, 'strong'), text(`今: ${itemStandingName(record)}`, 'quiet')],
    fields: [
      {
        type: 'choice',
        name: `stages.${item.id}.stage`,
        label: '段階が変わったとき',
        required: false,
        value: given(item.id),
        ...(filled && given(item.id) ? { said: true } : {}),
        error: again?.errors.get(item.id),
        choices: stageChoices.filter(
          ({ value }) => value !== currentVersion(record)?.stage || value === given(item.id),
        ),
      },
    ],
  }));
}

function helpPart(filled: FilledIn | undefined, isSaid: boolean): FormPart {
  const value = filled?.text;
  return {
    intro: [],
    fields: [
      {
        type: 'text',
        name: 'text',
        label: '困りごと（事務局に届きます。任意）',
        required: false,
        maxLength: 1000,
        lines: 'many',
        value,
        ...(isSaid && value !== undefined ? { said: true } : {}),
      },
    ],
  };
}
