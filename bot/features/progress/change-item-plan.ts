import { planForm } from '../../../cards/progress/item-plans.ts';
import { ask, type InputOf } from '../../../programme/asks.ts';
import { calendarOf } from '../../../programme/calendar.ts';
import { findItem } from '../../../programme/catalogue.ts';
import { type Day, dayOf, fullDate } from '../../../programme/day.ts';
import { closedNote } from '../../../programme/period.ts';
import { type ItemYear, itemYearName } from '../../../programme/programme.ts';
import { currentVersion, type ItemRecord, itemStandingName, items } from '../../../programme/progress/item-record.ts';
import { itemDueTrouble } from '../../../programme/progress/plan-rules.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { itemAt } from '../../../storage/progress.ts';
import { defineCommand } from '../../command.ts';
import { type Drafted, putOf, settingCommand } from '../../setting-change.ts';
import type { MunicipalStart } from '../../turn.ts';

type Wanted = InputOf<'change-item-plan'>;
type Given = Readonly<Record<string, unknown>>;

export const changeItemPlan = defineCommand({
  name: 'change-item-plan',
  says: ['期限変更', '取組変更'],
  help: '項目の実施年度と期限を、理由と県が合意した日とともに変えます。',
  example: '期限変更 S1-3 12/20',
  english: 'Change the year or deadline of an item, with the reason and the day the prefecture agreed.',
  group: { title: '途中の変更', order: 7 },
  about: 'municipality',
  writes: true,
  wished: [
    {
      // With the reason and the day that it was agreed on behind it.
      like: /^(?<what>(?:[^。\n\d]|S-?\d[-\d]*)*?)の?(?:期限|締め?切り?)を(?<day>[^、。\n]+?)(?:に|まで|へ)(?:[延伸変遅早]|前倒|ずら|のば|し)[^、。\n]*[、。]\s*(?:理由は、?)?(?<why>[^。\n]{2,80}?(?:ため|ので|から))(?:です)?[、。]\s*(?:県(?:と|とは|との|の)?[は、]?)?(?:合意(?:日)?は)?(?<agreed>\d{1,2}[/月]\d{1,2}日?)[^、。\n]{0,4}(?:合意[^、。\n]*|です)?[。]?$/iu,
      as: '期限変更 $<what> $<day> 理由 $<why> 合意 $<agreed>',
    },
    {
      like: /^(?<what>(?:[^。\n\d]|S-?\d[-\d]*)*?)の?(?:期限|締め?切り?)を(?<day>[^、。\n]+?)(?:に|まで|へ)(?:[延伸変遅早]|前倒|ずら|のば|し)[^、。\n]*[、。]\s*理由は、?(?<why>[^。、\n]{2,80}?)(?:です)?[。]?$/iu,
      as: '期限変更 $<what> $<day> 理由 $<why>',
    },
    {
      like: /^(?<what>(?:[^。\n\d]|S-?\d[-\d]*)*?)の?(?:期限|締め?切り?)を(?<day>[^、。\n]+?)(?:に|まで|へ)(?:[延伸変遅早]|前倒|ずら|のば|し)[^、。\s]*/iu,
      as: '期限変更 $<what> $<day> ',
    },
    {
      // How long is no day: the form is filled in, beside what was said.
      like: /^(?<what>(?:[^。\n\d]|S-?\d[-\d]*)*?)の?(?:期限|締め?切り?)[をは](?:(?:もう)?少し|(?<lasting>[\d一二三四五六七八九十]+(?:週間|日間?|[かヶケカ箇]月|月))(?:ほど|くらい|ぐらい|だけ)?|あと)?(?:延[ばべ長期]|伸ば|のば|後ろ|遅く|遅ら|早め|前倒|ずら)[^、。\s]*[。]?$/iu,
      as: '期限変更 $<what> $<lasting> ',
    },
    {
      like: /^(?<what>.*S-?\d\S*?)[はを](?<year>[来翌今]年度|令和\d+年度|対象外)(?:以降)?[にとへ](?:[回延送移す変なし]|先送|繰)[^、。\s]*/iu,
      as: '期限変更 $<what> $<year> ',
    },
  ],

  question: (given, turn) => form(given, {}, turn),
  again: (given, turn, errors) => form(given, Object.fromEntries(errors), turn),
  ...settingCommand<'change-item-plan', Wanted, MunicipalStart>('change-item-plan', draft),
});

async function recordOf(
  item: string,
  { store, programme, municipality }: MunicipalStart,
): Promise<ItemRecord | undefined> {
  const at = itemAt(municipality.code, programme.fiscalYear, item);
  return (await store.items.get(at.partition, at.id))?.value;
}

/** Of which item comes first: without one the plain question asks. */
async function form(given: Given, errors: Readonly<Record<string, string>>, turn: MunicipalStart) {
  const item = typeof given['item'] === 'string' ? findItem(given['item']) : undefined;
  if (!item) return undefined;
  const { municipality, programme } = turn;
  const record = await recordOf(item.id, turn);
  return planForm({ municipality, item, record, fiscalYear: programme.fiscalYear, given, errors });
}

async function draft(input: Wanted, turn: MunicipalStart): Promise<Drafted> {
  const { municipality, programme, now, store } = turn;
  if (!municipality.supported) throw Refusal.because('not-supported', { what: municipality.name });
  const { item, reason, agreed } = input;
  const before = await recordOf(item, turn);
  const year = input.year ?? before?.year ?? 'this';
  const due = dueOf(input, year, before);
  const errors = troubles({ ...input, year, due }, turn);
  if (input.year === undefined && input.due === undefined) errors['due'] = '実施年度か期限を入力してください。';
  const asked = Object.keys(errors).length > 0 ? await form(input, errors, turn) : undefined;
  if (asked) return { card: asked };
  const { due: _, ...rest } = before ?? {
    ...{ municipality: municipality.code, fiscalYear: programme.fiscalYear, item, year },
    versions: [],
  };
  const after: ItemRecord = { ...rest, year, ...(due === undefined ? {} : { due }) };
  return {
    title: `期限変更 ${item} ${findItem(item)?.short ?? ''}`,
    municipality,
    lines: planLines(before, after, programme.fiscalYear),
    notes: notesOf(before, after, turn, dayOf(now)),
    puts: [putOf(store, items.name, before, after)],
    reason,
    agreed,
    next: [{ label: '取組を見る', ask: ask('show-item-plans', { municipality: municipality.code }) }],
  };
}

/** A deadline belongs to its year: another year needs a new one. What a form sent back as it was is no wish. */
function dueOf(input: Wanted, year: ItemYear, before: ItemRecord | undefined): Day | undefined {
  if (year !== 'this' && year !== before?.year && input.due === before?.due) return undefined;
  return input.due ?? (year === before?.year ? before.due : undefined);
}

type Plan = { readonly year: ItemYear; readonly due: Day | undefined; readonly agreed: Day };

function troubles({ year, due, agreed }: Plan, { programme, now }: MunicipalStart): Record<string, string> {
  const wrong = due === undefined ? undefined : itemDueTrouble(programme, year, due);
  return {
    ...(wrong ? { due: `${wrong.problem}。${wrong.remedy}。` } : {}),
    ...(agreed > dayOf(now) ? { agreed: `${fullDate(agreed)}はまだ来ていません。合意した日を入力してください。` } : {}),
  };
}

function planLines(before: ItemRecord | undefined, after: ItemRecord, fiscalYear: number) {
  const due = (record: ItemRecord | undefined) => (record?.due ? fullDate(record.due) : 'なし');
  const year = (record: ItemRecord | undefined) => (record ? itemYearName(record.year, fiscalYear) : '未確認');
  const rows = [
    ['実施年度', year],
    ['期限', due],
  ] as const;
  return rows.flatMap(([what, of]) =>
    of(before) === of(after) ? [] : [{ what: `${after.item} ${what}`, before: of(before), after: of(after) }],
  );
}

function notesOf(before: ItemRecord | undefined, after: ItemRecord, turn: MunicipalStart, today: Day): string[] {
  const { municipality, programme } = turn;
  const { due } = after;
  const reported = after.year === 'none' && currentVersion(before) !== undefined;
  const isClosed = due !== undefined && !calendarOf(programme.closures, municipality.code).isOpen(due);
  return [
    ...(due !== undefined && due < today ? [`${fullDate(due)}はすでに過ぎています。`] : []),
    ...(due !== undefined && after.year === 'later'
      ? [
          `実施年度は${itemYearName('later', programme.fiscalYear)}のままです。今年度に行うなら「今年度」も添えてください。`,
        ]
      : []),
    ...(isClosed ? [`${closedNote(due).problem}。`] : []),
    ...(reported
      ? [`今の段階は「${itemStandingName(before)}」です。対象外にすると数えません（記録は残ります）。`]
      : []),
  ];
}
