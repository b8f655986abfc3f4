import { dice } from '../../../demo/people.ts';
import { addDays, type Day } from '../../../programme/day.ts';
import { municipal } from '../../../storage/collections.ts';
import { cardDay, isOpen, openDay } from '../calendar.ts';
import type { Deed, Now } from '../deed.ts';
import { KILLED, leadOn, type Plan, type Town } from '../plan.ts';
import { consentDeeds } from './consenter.ts';

/** What one municipality does in one week, and when. */
type Habit = {
  readonly answers: 'at-once' | 'with-figures' | 'after-the-nudge' | 'not';
  readonly looks: readonly string[];
};

const LOOKS = ['状況', 'KPI', '会議', 'ヘルプ', '履歴 K0-03', '宿題', '自分', '設定'] as const;
const LOOKED = /./;
/** Weeks. */
const [HELP_EVERY, ASKED_IN] = [8, 3];
/** Words that stand in one 相談 and nowhere else. */
const problemOf = ({ code }: Pick<Town, 'code'>, week: number): string =>
  `様式の見直しで止まっています（${code}-${week}）`;

const asksForHelp = (town: Town, week: number): Deed => ({
  who: town.lead,
  does: (actor) => actor.say(`相談 ${problemOf(town, week)}`, /相談を受け付け|事務局/),
});

/** A week later what was answered is solved. */
const isHelped = ({ lead, code }: Town): Deed => ({
  who: lead,
  async does(actor, { store }) {
    const range = { from: 'help-', below: 'help.' };
    const all = (await store.helpRequests.list(municipal(code), range)).map(({ value }) => value);
    for (const { id } of all.filter(({ steps }) => steps?.at(-1)?.did === 'answered'))
      await actor.ask('end-request', { request: id, municipality: code }, /解決/);
  },
});
const [PEOPLE_ASKED, MOST_ITEMS] = [40, 3];

/** An officer: answers the weekly card, reports figures and items, confirms visits, looks things up. */
export function officerDeeds({ day, part }: Now, { towns, mondays, visits }: Plan): readonly Deed[] {
  const week = mondays.findLastIndex((monday) => monday <= day);
  const monday = mondays[week];
  if (monday === undefined) return [];
  return towns.flatMap((standing) => {
    if (!isOpen(day, standing.closed)) return [];
    const town = { ...standing, lead: leadOn(standing, day) };
    const card = cardDay(monday, town.closed) ?? monday;
    const habit = habitOf(town, week);
    return [
      ...(isWhen({ day, part }, card, town, habit.answers) ? answers(town, week, habit) : []),
      ...(part === '13:20' ? [...confirmations(town, day, visits), ...consentDeeds(town, day)] : []),
      ...(part === '13:20' && day === openDay(addDays(card, 1), town.closed)
        ? reports(town, week, mondays.length)
        : []),
      ...(part === '16:20' ? inTheAfternoon(town, { day, card, week }, habit) : []),
    ];
  });
}

type Week = { readonly day: Day; readonly card: Day; readonly week: number };

function inTheAfternoon(town: Town, { day, card, week }: Week, { looks }: Habit): readonly Deed[] {
  if (day === openDay(addDays(card, 2), town.closed)) return lookings(town, looks);
  if (day !== card) return [];
  const since = (week + town.at) % HELP_EVERY;
  return [
    ...(since === ASKED_IN ? [asksForHelp(town, week)] : []),
    ...(since === ASKED_IN + 1 ? [isHelped(town)] : []),
  ];
}

function habitOf(town: Town, week: number): Habit {
  const roll = dice(7_000 + town.at * 100 + week);
  const share = roll();
  const answers =
    week === 0 || share < 0.25 ? 'with-figures' : share < 0.75 ? 'at-once' : share < 0.95 ? 'after-the-nudge' : 'not';
  const looks = LOOKS.filter(() => roll() < 0.15);
  return { answers, looks };
}

/** The nudge comes on Wednesday morning, or on the next open day. */
function isWhen({ day, part }: Now, card: Day, { closed }: Town, answers: Habit['answers']): boolean {
  if (answers === 'not') return false;
  if (answers === 'after-the-nudge') return part === '13:20' && day === openDay(addDays(card, 2), closed);
  return part === (KILLED.includes(card) ? '13:20' : '09:30') && day === card;
}

const lookings = ({ lead }: Town, looks: readonly string[]): readonly Deed[] =>
  looks.map((text) => ({ who: lead, does: (actor) => actor.say(text, LOOKED) }));

/** Where there is nothing new, one press. */
function answers(town: Town, week: number, { answers: how }: Habit): readonly Deed[] {
  if (how !== 'with-figures')
    return [{ who: town.lead, does: (actor) => actor.ask('carry-over', {}, /変更なし|受け付け/) }];
  return town.kpis
    .filter(({ weekly }) => weekly)
    .map(({ kpi }, at) => reported(town, kpi, Math.min(PEOPLE_ASKED, 2 + week + at)));
}

function reported({ lead }: Town, kpi: string, of: number): Deed {
  return { who: lead, does: (actor) => actor.say(`${kpi} ${of}/${PEOPLE_ASKED}`, /受け付け|変わりません/) };
}

/** Once a month the figures that are not weekly; every week an item or two, first begun and then done. */
function reports(town: Town, week: number, weeks: number): readonly Deed[] {
  const perWeek = Math.min(MOST_ITEMS, Math.ceil((town.items.length * 2) / (weeks - 3)));
  const steps = town.items.flatMap((item) => [
    { item, stage: 'inProgress' },
    { item, stage: 'done', evidence: `${item}の決裁文書` },
  ]);
  const items = steps.slice(week * perWeek, (week + 1) * perWeek);
  return [
    ...items.map(
      (input): Deed => ({
        who: town.lead,
        does: (actor) => actor.ask('report-item', input, /受け付け|報告しました|記録しました/),
      }),
    ),
    ...(week % 4 === 2 ? monthly(town, week) : []),
  ];
}

const monthly = (town: Town, week: number): readonly Deed[] =>
  town.kpis
    .filter(({ weekly }) => !weekly)
    .map(({ kpi }) => ({
      who: town.lead,
      does: (actor) => actor.ask('report-kpi', { kpi, ...figureOf(kpi, week) }, /受け付け|変わりません/),
    }));

const RATES = new Set(['K2-06', 'K3-102']);
const ANSWERS = new Set(['K1-02', 'K2-01', 'K3-603']);

function figureOf(kpi: string, week: number) {
  const done = Math.floor(week / 4);
  if (RATES.has(kpi)) return { numerator: 4 + done, denominator: PEOPLE_ASKED };
  if (ANSWERS.has(kpi)) return { value: week > 14 ? 1 : 0 };
  // More than twice the target would be asked about once more.
  return { value: kpi === 'K1-01' ? Math.min(100, 20 * done) : Math.min(2, done) };
}

const confirmedOn = ({ day }: Plan['visits'][number], { closed }: Town): Day =>
  openDay(addDays(openDay(addDays(day, 1)), 1), closed);

/** A record comes on the day after the visit; it is confirmed on the day after that, and rated. */
const confirmations = (town: Town, day: Day, visits: Plan['visits']): readonly Deed[] =>
  visits
    .filter((visit) => visit.municipality === town.code && confirmedOn(visit, town) === day)
    .flatMap(({ id, municipality, score }): readonly Deed[] => [
      {
        who: town.lead,
        does: (actor) =>
          actor.ask('confirm-visit', { municipality, visit: id, seen: 1, verdict: 'confirmed' }, /確認済み/),
      },
      {
        who: town.lead,
        does: (actor) => actor.ask('rate-visit', { municipality, visit: id, score }, /満足度を受け付けました/),
      },
    ]);
