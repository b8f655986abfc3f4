import { z } from 'zod';
import { Closure } from './calendar.ts';
import { findEdition } from './catalogue.ts';
import { Day, fiscalYearName } from './day.ts';
import { defineKind, inOne, PROGRAMME } from './kind.ts';
import { StoreMove } from './store-move.ts';

/** A weekly moment, Asia/Tokyo. */
export const WeeklySlot = z.object({
  weekday: z.number().int().min(0).max(6),
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
});
export type WeeklySlot = z.infer<typeof WeeklySlot>;

/** What a programme says of one of its years: sheets 事業 and 閉庁日 of the workbook. */
export const YearSettings = z.object({
  name: z.string(),
  prefecture: z.string(),
  /** The division of the prefecture that steers the programme, as its workbook says it. */
  division: z.string().optional(),
  /** The fiscal year whose items count for achieving a step; later items are 「翌年度以降」. */
  fiscalYear: z.number().int(),
  start: Day,
  end: Day,
  checkIn: WeeklySlot,
  nudge: WeeklySlot,
  digest: WeeklySlot,
  /** When the secretariat learns who has not answered; 木 15:00 unless set. */
  escalation: WeeklySlot.optional(),
  closures: z.array(Closure),
  /** The edition of the catalogue its year goes by, since the first import; a program without that edition opens no store that has it. */
  edition: z
    .string()
    .refine((id) => findEdition(id) !== undefined, 'no such edition')
    .optional(),
  /** How the secretariat can be reached outside the chat, as its workbook says it. */
  contact: z.string().optional(),
});

export type YearSettings = z.infer<typeof YearSettings>;

/** A year that is over: its records stay as they were, but for what is still reported late. */
export const ClosedYear = YearSettings.extend({
  closedAt: z.iso.datetime(),
  /** 出納整理: the last day on which something may still be reported for it. */
  lateUntil: Day,
});
export type ClosedYear = z.infer<typeof ClosedYear>;

/**
 * The programme in its year in force, the years it has closed, and what became of its store. It is the switch between
 * years: the records of a next year lie beside these unseen until this one document names that year.
 */
export const Programme = YearSettings.extend({
  /** Oldest first. */
  closed: z.array(ClosedYear).optional(),
  /** How the store's documents lie; see storage/take-along.ts. */
  layout: z.number().int().optional(),
  /** The store was brought back from a copy: what happened between the two moments is not in it. */
  restored: z.object({ copiedAt: z.iso.datetime(), at: z.iso.datetime() }).optional(),
  /** The records are moving between this store and another, or have moved. */
  move: StoreMove.optional(),
});
export type Programme = z.infer<typeof Programme>;

/** The programme in a store that knows of no move. */
export function withoutMove({ move: _over, ...programme }: Programme): Programme {
  return programme;
}

/** 長野県 DX推進課; whoever steers the programme, where the workbook names no division. */
export function prefectureOffice({ prefecture, division }: Pick<Programme, 'prefecture' | 'division'>): string {
  return division === undefined ? '県の担当' : `${prefecture} ${division}`;
}

/** How long a closed year takes what is reported late, unless the secretariat ends it before: until 5/31 after it. */
const LATE_UNTIL = '05-31';

/** What the programme says of one of its years, in force or closed. */
export function settingsOf(programme: Programme, fiscalYear: number): YearSettings | undefined {
  const year = programme.fiscalYear === fiscalYear ? programme : closedYear(programme, fiscalYear);
  // The schema leaves out what is said of the programme as a whole, and of the closing.
  return year && YearSettings.parse(year);
}

/** The year in force as it is kept once it is closed. */
export function closingYear(programme: Programme, at: Date): ClosedYear {
  const lateUntil = `${programme.fiscalYear + 1}-${LATE_UNTIL}`;
  return { ...YearSettings.parse(programme), closedAt: at.toISOString(), lateUntil };
}

/** Every year the programme knows, oldest first; the last one is in force. */
export function yearsOf({ fiscalYear, closed = [] }: Pick<Programme, 'fiscalYear' | 'closed'>): readonly number[] {
  return [...closed.map((year) => year.fiscalYear), fiscalYear];
}

/** The closed year of this number. */
export function closedYear({ closed = [] }: Pick<Programme, 'closed'>, fiscalYear: number): ClosedYear | undefined {
  return closed.find((year) => year.fiscalYear === fiscalYear);
}

/** When an item is carried out: in the programme's year, later, or not at all. Mandatory for every item. */
export const ItemYear = z.enum(['this', 'later', 'none']);
export type ItemYear = z.infer<typeof ItemYear>;

/** 令和6年度に実施 / 令和7年度以降 / 対象外 */
export function itemYearName(year: ItemYear, fiscalYear: number): string {
  if (year === 'this') return `${fiscalYearName(fiscalYear)}に実施`;
  return year === 'later' ? `${fiscalYearName(fiscalYear + 1)}以降` : '対象外';
}

/** With these closures alone, in every year of it. */
function withClosures(programme: Programme, isKept: (closure: Closure) => boolean): Programme {
  const kept = <T extends { readonly closures: Closure[] }>(year: T): T => ({
    ...year,
    closures: year.closures.filter(isKept),
  });
  const { closed } = programme;
  return { ...kept(programme), ...(closed ? { closed: closed.map(kept) } : {}) };
}

export const programmes = defineKind({
  name: 'programmes',
  called: '事業の設定',
  container: 'state',
  schema: Programme,
  ...inOne(PROGRAMME),
  id: () => 'programme',
  belongsTo: (programme, { code }) => {
    const isOwn = ({ whom }: Closure) => whom === code;
    const years = [programme, ...(programme.closed ?? [])];
    const rest = years.some(({ closures }) => closures.some(isOwn))
      ? withClosures(programme, (closure) => !isOwn(closure))
      : programme;
    return { own: withClosures(programme, isOwn), rest };
  },
  ofYear: (programme, { fiscalYear }) => settingsOf(programme, fiscalYear),
  keptFor: { always: 'it is the programme' },
  exported: { as: 'json', because: 'people have it in the workbook they imported', without: ['layout', 'move'] },
  erasedLast: 'programme',
  takenBack: { never: 'its own commands and the workbook change it' },
  audited: true,
  ofTheChat: [],
  ofTheStore: ['move'],
});
