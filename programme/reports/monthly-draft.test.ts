import fc from 'fast-check';
import { catalogue, findStage } from '../catalogue.ts';
import type { Consent } from '../consent/consent.ts';
import { addDays, dayOf, instantOf } from '../day.ts';
import type { MunicipalityRecords } from '../digest/digest.ts';
import { digestTotals, totalText } from '../digest/digest-totals.ts';
import { categoryNames } from '../help/category.ts';
import type { HelpRequest } from '../help/help-request.ts';
import type { Programme } from '../programme.ts';
import type { ItemRecord } from '../progress/item-record.ts';
import type { KpiRecord } from '../progress/kpi-record.ts';
import { progressOf } from '../progress/step-standing.ts';
import type { Provenance } from '../provenance.ts';
import type { StaffingChange } from '../staffing/staffing-change.ts';
import { computedText, rateText } from '../support/figure-texts.ts';
import { monthOfDay } from '../support/month.ts';
import { programmeKpis } from '../support/programme-kpis.ts';
import { type MunicipalSupport, supportOverview } from '../support/support-overview.ts';
import type { VisitContent, VisitRecord } from '../visits/visit-record.ts';
import { weekOfDay } from '../week.ts';
import type { Inquiry } from './inquiry.ts';
import { monthlyDraft } from './monthly-draft.ts';
import type { MonthRecords } from './monthly-records.ts';
import type { MonthlyField } from './monthly-report.ts';

/** A report of October over histories that run from September to December. */
const FIRST = '2026-09-01';
const DAYS = 110;
const OCTOBER = monthOfDay('2026-10-01');
const TOWNS = ['203033', '203041', '203050'] as const;
const ITEMS = ['S1-1', 'S1-3', 'S2-1'] as const;
const STAGES = ['notStarted', 'considering', 'inProgress', 'decided', 'done', 'confirmedNone'] as const;
const KPI = 'K0-03';
const programme: Programme = {
  ...{ name: '試験', prefecture: '県', fiscalYear: 2026, start: '2026-08-03', end: '2027-03-12', closures: [] },
  ...{ checkIn: { weekday: 1, time: '09:00' }, nudge: { weekday: 3, time: '09:00' } },
  digest: { weekday: 5, time: '16:00' },
};

/** One thing that happened on a day to one municipality; `late`: so many days after it is about. */
type Event = {
  readonly did: 'visit' | 'edit visit' | 'item' | 'kpi' | 'ask' | 'solve' | 'take back';
  readonly day: number;
  readonly late: number;
  readonly town: number;
  readonly which: number;
  readonly number: number;
};
const event: fc.Arbitrary<Event> = fc.record({
  did: fc.constantFrom('visit', 'edit visit', 'item', 'item', 'kpi', 'kpi', 'ask', 'solve', 'take back'),
  ...{ day: fc.nat(DAYS), late: fc.nat(40), town: fc.nat(TOWNS.length - 1), which: fc.nat(30), number: fc.nat(9) },
});
const histories = fc
  .array(event, { maxLength: 60 })
  .map((events) => events.toSorted((a, b) => a.day + a.late - (b.day + b.late)));
const moments = fc.integer({ min: 31, max: DAYS }).map((day) => instantOf(addDays(FIRST, day), '12:00'));

const dayAt = (offset: number): string => addDays(FIRST, offset);
const pick = <T>(all: readonly T[], which: number): T | undefined => all[which % Math.max(1, all.length)];
type Mutable<T> = { -readonly [K in keyof T]: T[K] };

type World = {
  readonly visits: VisitRecord[];
  readonly items: Map<string, ItemRecord>;
  readonly kpis: Map<string, KpiRecord>;
  readonly helps: Mutable<HelpRequest>[];
  /** Everything that can be taken back, in the order in which it was said. */
  readonly said: (Provenance & { undone?: Provenance | undefined })[];
};

/** What has happened up to a moment, as the product keeps it. */
function worldOf(events: readonly Event[], now: Date): World {
  const world: World = { visits: [], items: new Map(), kpis: new Map(), helps: [], said: [] };
  for (const town of TOWNS) {
    for (const item of ITEMS)
      world.items.set(`${town} ${item}`, {
        ...{ municipality: town, fiscalYear: 2026, item, year: 'this', versions: [] },
      });
    world.kpis.set(town, {
      ...{ municipality: town, fiscalYear: 2026, kpi: KPI, baseline: 0, target: 80, weekly: true, entries: [] },
    });
  }
  events.forEach((each, at) => {
    const from = { by: 'x', at: instantOf(dayAt(each.day + each.late), '10:00').toISOString(), via: 'teams' };
    if (from.at <= now.toISOString()) happen(world, each, { ...from, ask: `ask-${at}` });
  });
  return world;
}

function happen(world: World, each: Event, from: Provenance): void {
  const said = happenings[each.did](world, { ...each, code: TOWNS[each.town] ?? TOWNS[0] }, from);
  if (said) world.said.push(said);
}

type Happening = (
  world: World,
  event: Event & { readonly code: string },
  from: Provenance,
) => World['said'][number] | undefined;

/** What each does; what it said is handed back, so that it can be taken back. */
const happenings: Readonly<Record<Event['did'], Happening>> = {
  visit({ visits }, event, from) {
    const version = { ...from, number: 1, content: contentOf(event) };
    const { ask } = from;
    visits.push({
      id: `visit-${ask}`,
      meeting: ask,
      municipality: event.code,
      expert: 'member-e',
      versions: [version],
    });
    return version;
  },
  'edit visit'({ visits }, event, from) {
    const record = pick(visits, event.which);
    const version = { ...from, number: (record?.versions.length ?? 0) + 1, content: contentOf(event) };
    record?.versions.push(version);
    return version;
  },
  item({ items }, { code, which, number }, from) {
    const versions = items.get(`${code} ${pick(ITEMS, which)}`)?.versions ?? [];
    const version = { ...from, number: versions.length + 1, stage: pick(STAGES, number) ?? 'done' };
    versions.push(version);
    return version;
  },
  kpi({ kpis }, { code, day, number }, from) {
    const entries = kpis.get(code)?.entries ?? [];
    const numerator = number + 1;
    const value = Math.round((numerator / 20) * 1000) / 10;
    const week = weekOfDay(dayAt(day));
    const entry = {
      ...from,
      number: entries.length + 1,
      week,
      kind: 'value' as const,
      value,
      numerator,
      denominator: 20,
    };
    entries.push(entry);
    entries.sort((a, b) => a.week.localeCompare(b.week) || a.number - b.number);
    return entry;
  },
  ask({ helps }, { code, number }, from) {
    const category = pick([undefined, 'system', 'funding'] as const, number);
    const help = {
      ...from,
      id: from.ask,
      municipality: code,
      text: '内密の困りごと',
      ...(category ? { category } : {}),
    };
    helps.push(help);
    return help;
  },
  solve({ helps }, { which }, from) {
    const help = pick(helps, which);
    if (help) help.steps = [...(help.steps ?? []), { ...from, did: 'solved' }];
    return undefined;
  },
  'take back'({ said }, { which }, from) {
    const last = pick(said, which);
    if (last) last.undone ??= from;
    return undefined;
  },
};

const contentOf = ({ day, number }: Event): VisitContent => ({
  ...{ day: dayAt(day), start: '10:00', end: '12:00', items: ['S1-1'], text: '支援' },
  mode: number % 3 === 0 ? 'online' : 'in-person',
});

function recordsOf({ visits, items, kpis, helps }: World, now: Date): MonthRecords {
  const called = (code: string) => ({ code, name: `町${code}`, area: '', supported: true });
  const isOf = (code: string) => (one: { readonly municipality: string }) => one.municipality === code;
  return {
    ...{
      programme,
      span: OCTOBER,
      now,
      mismatches: [],
      meetings: [],
      staffing: [],
      inquiries: [],
      cases: [],
      satisfactionTold: undefined,
      nameOf: () => '人',
    },
    towns: TOWNS.toReversed().map(
      (code): MunicipalityRecords => ({
        municipality: called(code),
        records: progressOf([...items.values()].filter(isOf(code)), [...kpis.values()].filter(isOf(code))),
        helps: helps.filter(isOf(code)),
      }),
    ),
    support: TOWNS.map(
      (code): MunicipalSupport => ({
        ...{ municipality: called(code), assignments: [], ratings: [], unrecorded: [], isListed: true },
        visits: visits.filter(isOf(code)),
      }),
    ),
  };
}

const partsOf = (records: MonthRecords) => {
  const { parts } = monthlyDraft(records);
  const of = (field: MonthlyField) => parts.find((part) => part.field === field);
  return {
    all: parts,
    fact: (field: MonthlyField, label: string) => of(field)?.facts.find((each) => each.label === label)?.text,
    rows: (field: MonthlyField) => of(field)?.table?.rows ?? [],
  };
};

const RUNS = { numRuns: 100 };
const cellsOf = (own: readonly { readonly day: string }[]): readonly string[] =>
  own.length > 0 ? [`${own.length}回`, `${new Set(own.map(({ day }) => day)).size}日`] : ['記録なし', '―'];
const isIn = (day: string) => OCTOBER.from <= day && day <= OCTOBER.until;

describe('the draft of a month, over histories of edits, late records and what was taken back', () => {
  it('counts the visits again, one by one', () => {
    fc.assert(
      fc.property(histories, moments, (events, now) => {
        const world = worldOf(events, now);
        const standing = world.visits.flatMap(({ municipality, versions }) => {
          const [last] = versions.filter(({ undone }) => !undone).slice(-1);
          return last && isIn(last.content.day) ? [{ municipality, ...last.content }] : [];
        });
        const drafted = partsOf(recordsOf(world, now));
        const inPerson = standing.filter(({ mode }) => mode === 'in-person').length;
        const expected = standing.length === 0 ? undefined : `${standing.length}回`;
        expect(drafted.fact('dispatch', '回数')).toBe(expected ?? '訪問の記録はありません');
        if (expected) expect(drafted.fact('dispatch', '対面率')).toBe(rateText(inPerson, standing.length));
        expect(drafted.rows('dispatch').map(({ cells }) => cells.slice(1, 3))).toEqual(
          TOWNS.map((town) => cellsOf(standing.filter(({ municipality }) => municipality === town))),
        );
      }),
      RUNS,
    );
  });

  it('adds the parts of a KPI up again, each week by what is known of it today', () => {
    fc.assert(
      fc.property(histories, moments, (events, now) => {
        const world = worldOf(events, now);
        const [lastDay = ''] = [dayOf(now), OCTOBER.until].toSorted();
        const week = weekOfDay(lastDay);
        const said = TOWNS.flatMap((town) => {
          const known = world.kpis.get(town)?.entries.filter((entry) => !entry.undone && entry.week <= week) ?? [];
          const newest = known.reduce<(typeof known)[number] | undefined>(
            (best, one) => (!best || one.week >= best.week ? one : best),
            undefined,
          );
          return newest?.numerator ?? [];
        });
        const [row] = partsOf(recordsOf(world, now)).rows('kpi');
        if (said.length === 0) return expect(row?.cells[0]).not.toContain(KPI);
        const sum = said.reduce((total, each) => total + each, 0);
        expect(row?.cells[1]).toContain(`（${sum}/${20 * said.length}）`);
        return expect(row?.cells.at(-1)).toBe(`${TOWNS.length - said.length}団体`);
      }),
      RUNS,
    );
  });

  it('counts the states of the items and the 相談 again, and says of these nothing but counts', () => {
    fc.assert(
      fc.property(histories, moments, (events, now) => {
        const world = worldOf(events, now);
        const end = instantOf('2026-11-01');
        const until = now < end ? now.toISOString() : new Date(end.getTime() - 1).toISOString();
        const stages = [...world.items.values()].map(
          ({ versions }) => versions.filter(({ undone, at }) => !undone && at <= until).at(-1)?.stage,
        );
        const drafted = partsOf(recordsOf(world, now));
        const states = drafted.fact('stepProgress', '項目の状態') ?? '';
        const count = (name: string) => Number(new RegExp(`(?:^|・)${name} (\\d+)`).exec(states)?.[1] ?? 0);
        const reported = stages.filter((stage) => stage !== undefined && findStage(stage) !== undefined).length;
        expect(count('報告済')).toBe(reported);
        expect(count('未報告')).toBe(stages.filter((stage) => stage === undefined).length);
        expect(count('未実施（確認済）')).toBe(stages.filter((stage) => stage === 'confirmedNone').length);
        expect(count('未確認')).toBe(TOWNS.length * (catalogue.items.length - ITEMS.length));
        const from = instantOf(OCTOBER.from).toISOString();
        const helps = world.helps.filter(({ undone, at }) => !undone && at <= until);
        const asked = helps.filter(({ at }) => at > from).length;
        const ended = (help: HelpRequest) => help.steps?.filter(({ at }) => at <= until).at(-1);
        const solved = helps.filter((help) => (ended(help)?.at ?? '') > from).length;
        const open = helps.filter((help) => !ended(help)).length;
        const said = drafted.fact('issues', '相談') ?? '';
        expect(said).toContain(`受付 ${asked}件・解決 ${solved}件・終わっていないもの ${open}件`);
        expect(JSON.stringify(drafted.all)).not.toContain('内密');
      }),
      RUNS,
    );
  });

  it('says what 派遣状況, the digest and 事業KPI say at the same moment of the month', () => {
    fc.assert(
      fc.property(histories, fc.integer({ min: 31, max: 58 }), (events, day) => {
        const now = instantOf(dayAt(day), '12:00');
        const records = recordsOf(worldOf(events, now), now);
        const { support, towns } = records;
        const drafted = partsOf(records);
        const asked = { today: dayOf(now), closures: [] };
        const { total } = supportOverview(support, OCTOBER, asked);
        expect(drafted.fact('dispatch', '回数')).toBe(total.visits ? `${total.visits}回` : '訪問の記録はありません');
        const after = towns.map((town) => town.records);
        const of = { week: weekOfDay(dayOf(now)), start: programme.start, today: dayOf(now) };
        const own = programmeKpis(
          { support, requests: towns.flatMap(({ helps }) => helps), mismatches: [] },
          { ...asked, fiscalYear: 2026, lastOver: addDays(dayOf(now), -1) },
        );
        const expected = [
          ...digestTotals({ before: [], after }, of).map(({ kpi, total: each }) => [kpi.id, totalText(kpi, each)]),
          ...own.flatMap((each) => {
            const kpi = catalogue.kpis.find(({ id }) => id === each.id);
            return kpi ? [[kpi.id, computedText(kpi, each)]] : [];
          }),
        ];
        const rows = drafted.rows('kpi').map(({ cells }) => [cells[0]?.split(' ')[0], cells[1]]);
        expect(rows).toEqual(expected);
      }),
      RUNS,
    );
  });

  it('names the municipalities by their codes, and the categories of what was asked', () => {
    const now = instantOf('2026-10-20', '12:00');
    const asked: Event = { did: 'ask', day: 35, late: 0, town: 1, which: 0, number: 1 };
    const drafted = partsOf(recordsOf(worldOf([asked], now), now));
    expect(drafted.rows('stepProgress').map(({ municipality }) => municipality)).toEqual([...TOWNS]);
    expect(drafted.fact('issues', `相談の区分 ${categoryNames.system}`)).toContain('受付 1件');
  });

  it('tells the 体制変更 that were handed in, the 協議 that go on, and the 事例 by item and standing alone', () => {
    const now = instantOf('2026-10-20', '12:00');
    const at = (day: string, ask: string) => ({
      by: 'x',
      at: instantOf(day, '10:00').toISOString(),
      via: 'teams',
      ask,
    });
    const who = (name: string) => ({ name, role: 'pm' as const, office: '受託者' });
    const content = { kind: 'pm' as const, before: who('前 一郎'), after: who('後 二郎'), day: '2026-11-16' };
    const change = (id: string, sent: boolean): StaffingChange => ({
      ...{ id: `staffing-${id}`, ...(sent ? { submissions: [{ ...at('2026-10-06', 'sent'), version: 1 }] } : {}) },
      versions: [
        {
          ...at('2026-10-05', id),
          number: 1,
          content: { ...content, reason: '異動', handover: '済', municipalities: [] },
        },
      ],
    });
    const asking = (id: string, more: Partial<Inquiry> = {}): Inquiry => ({
      ...{ ...at('2026-10-07', id), id: `inquiry-${id}`, direction: 'consultation', text: `${id}の扱い`, ...more },
    });
    const consent: Consent = {
      ...{ id: 'consent-1', municipality: '203033', material: 'material-1', version: 'v-1', scope: 'supported' },
      askings: [{ ...at('2026-10-08', 'asked'), due: '2026-10-23' }],
    };
    const solved = [
      { ...at('2026-10-09', 'answered'), did: 'answered' as const },
      { ...at('2026-10-09', 'solved'), did: 'solved' as const },
    ];
    const withdrawn = solved.slice(1);
    const drafted = partsOf({
      ...recordsOf(worldOf([], now), now),
      staffing: [change('sent', true), change('draft', false)],
      inquiries: [
        asking('旅費'),
        asking('様式', { steps: solved }),
        asking('会場', { steps: withdrawn }),
        asking('臨時', { direction: 'special' }),
      ],
      cases: [{ item: 'S1-3', consent }],
    });
    expect(drafted.rows('staffing').map(({ cells }) => cells)).toEqual([
      ['受託者の体制', '11/16(月)', 'PM交代（提出済み・県の決定待ち）', '前 一郎さん → 後 二郎さん'],
    ]);
    expect(drafted.rows('requestsToPref').map(({ cells }) => cells)).toEqual([
      ['10/7(水)', '旅費の扱い', '回答待ち'],
      ['10/7(水)', '様式の扱い', '完了'],
      ['10/7(水)', '会場の扱い', '取下げ'],
    ]);
    expect(drafted.rows('cases').map(({ cells }) => [cells[0], cells[2], cells[3]])).toEqual([
      ['町203033', '支援対象の市町村', '回答待ち'],
    ]);
  });
});
