import type { Button } from '../../../cards/card.ts';
import { ask } from '../../../programme/asks.ts';
import { mayNamePeople } from '../../../programme/may.ts';
import type { Member } from '../../../programme/member.ts';
import type { Municipality } from '../../../programme/municipality.ts';
import { lastReading } from '../../../programme/progress/kpi-record.ts';
import { weeklyItems, weeklyKpis } from '../../../programme/progress/weekly.ts';
import { progressIn } from '../../../storage/progress.ts';
import type { Own } from '../../command.ts';
import type { TurnStart } from '../../turn.ts';
import { type Lacking, lackingTowns, ownTowns } from '../check-in/lacking.ts';

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
  if (!who || towns.length === 0) return { standing: undefined, buttons: steeringButtons(who, turn), own: undefined };
  const open = await lackingTowns(towns, turn);
  const first = open[0] ?? towns[0];
  return {
    standing: standingOf(open, towns),
    buttons: reportButtons(open, towns),
    own: first && (await ownOf(first, towns.length > 1, turn)),
  };
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

function steeringButtons(who: Member | undefined, { room }: TurnStart): readonly Button[] {
  // In other rooms they would be refused.
  if (!mayNamePeople(room.audience)) return [];
  if (who?.role === 'secretariat')
    return [{ label: '未報告の団体を見る', ask: ask('show-unreported'), look: 'primary' }];
  if (who?.role === 'prefecture') return [{ label: 'ダイジェストを見る', ask: ask('show-digest'), look: 'primary' }];
  return [];
}

async function ownOf({ code, name }: Municipality, isNamed: boolean, { store, programme }: TurnStart): Promise<Own> {
  const records = await progressIn(store, code, programme);
  const [[item] = []] = weeklyItems(records);
  const [[kpi, record] = []] = weeklyKpis(records);
  const last = record && lastReading(record);
  const value =
    kpi?.denominator === undefined ? String(last?.value ?? 1) : `${last?.numerator ?? 12}/${last?.denominator ?? 40}`;
  return { of: isNamed ? `${name}の` : '', item, kpi, value };
}
