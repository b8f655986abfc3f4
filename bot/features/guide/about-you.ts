import type { Button } from '../../../cards/card.ts';
import { ask } from '../../../programme/asks.ts';
import { type Member, may } from '../../../programme/member.ts';
import type { Municipality } from '../../../programme/municipality.ts';
import { lastReading } from '../../../programme/progress/kpi-record.ts';
import { isHeard, openKpis, weeklyItems, weeklyKpis } from '../../../programme/progress/weekly.ts';
import { weekOf } from '../../../programme/week.ts';
import { PROGRAMME } from '../../../storage/collections.ts';
import { progressIn } from '../../../storage/progress.ts';
import type { Own, TurnStart } from '../../command.ts';

/** Whoever acts for more municipalities is shown lists instead. */
const MOST_TOWNS = 4;

/** What help can say to this person, here and now. */
export type AboutYou = {
  /** 今週まだ報告していません … */
  readonly standing: { readonly done: boolean; readonly sentence: string } | undefined;
  /** What they most likely want now. */
  readonly buttons: readonly Button[];
  /** What sentences they could send as they stand are made of. */
  readonly own: Own | undefined;
};

export async function aboutYou(turn: TurnStart): Promise<AboutYou> {
  const { who } = turn;
  const towns = who ? await ownTowns(who, turn) : [];
  if (!who || towns.length === 0) return { standing: undefined, buttons: steeringButtons(who), own: undefined };
  const open = await lackingTowns(towns, turn);
  const first = open[0] ?? towns[0];
  return {
    standing: standingOf(open, towns),
    buttons: reportButtons(open, towns),
    own: first && (await ownOf(first, towns.length > 1, turn)),
  };
}

/** Whether something is still to be reported this week by this person. */
export async function isLacking(turn: TurnStart): Promise<boolean> {
  const towns = turn.who ? await ownTowns(turn.who, turn) : [];
  return (await lackingTowns(towns, turn)).length > 0;
}

/** The municipalities somebody reports for and may speak of here. */
async function ownTowns({ municipalities }: Member, { who, store, room }: TurnStart): Promise<readonly Municipality[]> {
  const codes = municipalities.slice(0, MOST_TOWNS).filter((code) => may(who, 'report', code, room.audience));
  const found = await Promise.all(codes.map((code) => store.municipalities.get(PROGRAMME, `municipality-${code}`)));
  return found.flatMap((one) => (one?.value.supported ? [one.value] : []));
}

type Lacking = Municipality & { readonly lacking: number; readonly isHeard: boolean };

async function lackingTowns(
  towns: readonly Municipality[],
  { store, programme, now }: TurnStart,
): Promise<readonly Lacking[]> {
  const week = weekOf(now);
  const all = await Promise.all(
    towns.map(async (town) => {
      const records = await progressIn(store, town.code, programme.fiscalYear);
      return { ...town, lacking: openKpis(records, week).length, isHeard: isHeard(records, week) };
    }),
  );
  return all.filter(({ lacking }) => lacking > 0);
}

/** Whoever has begun is not told that nothing was reported, but how much is left. */
function standingOf(open: readonly Lacking[], towns: readonly Municipality[]): AboutYou['standing'] {
  if (open.length === 0) return { done: true, sentence: '今週の報告は済んでいます。' };
  const names = (some: readonly Lacking[]) =>
    towns.length > 1 ? `${some.map(({ name }) => name).join('、')}は、` : '';
  const [begun, silent] = [open.filter((town) => town.isHeard), open.filter((town) => !town.isHeard)];
  const left = begun.reduce((sum, { lacking }) => sum + lacking, 0);
  const sentences = [
    ...(silent.length > 0 ? [`${names(silent)}今週まだ報告していません。`] : []),
    ...(begun.length > 0 ? [`${names(begun)}今週の報告はあと${left}件です。`] : []),
  ];
  return { done: false, sentence: sentences.join('') };
}

function reportButtons(open: readonly Municipality[], towns: readonly Municipality[]): readonly Button[] {
  return open.map(({ code, name }, at) => ({
    label: towns.length > 1 ? `${name}の今週の報告をする` : '今週の報告をする',
    ask: ask('check-in', { municipality: code }),
    look: at === 0 ? ('primary' as const) : ('plain' as const),
  }));
}

function steeringButtons(who: Member | undefined): readonly Button[] {
  if (who?.role === 'secretariat')
    return [{ label: '未報告の団体を見る', ask: ask('show-unreported'), look: 'primary' }];
  if (who?.role === 'prefecture') return [{ label: 'ダイジェストを見る', ask: ask('show-digest'), look: 'primary' }];
  return [];
}

async function ownOf({ code, name }: Municipality, isNamed: boolean, { store, programme }: TurnStart): Promise<Own> {
  const records = await progressIn(store, code, programme.fiscalYear);
  const [[item] = []] = weeklyItems(records);
  const [[kpi, record] = []] = weeklyKpis(records);
  const last = record && lastReading(record);
  const value =
    kpi?.denominator === undefined ? String(last?.value ?? 1) : `${last?.numerator ?? 12}/${last?.denominator ?? 40}`;
  return { of: isNamed ? `${name}の` : '', item, kpi, value };
}
