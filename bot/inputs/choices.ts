import type { Choice } from '../../cards/card.ts';
import type { Among } from '../../cards/choose-municipality.ts';
import { catalogue, editionOf, findKpi, itemsOf } from '../../programme/catalogue.ts';
import { scopeNames } from '../../programme/consent/scope.ts';
import { mayConvene } from '../../programme/meetings/audience.ts';
import { circleNames, circles } from '../../programme/meetings/party.ts';
import { homeOf } from '../../programme/member.ts';
import { prefectureOffice } from '../../programme/programme.ts';
import { municipalitiesIn } from '../../storage/municipalities.ts';
import { kpisIn } from '../../storage/progress.ts';
import type { TurnStart } from '../turn.ts';

export const stepChoices: readonly Choice[] = catalogue.steps.map(({ id, name, order }) => ({
  value: id,
  label: `ステップ${order} ${name}`,
}));
export const itemChoices: readonly Choice[] = catalogue.steps.flatMap(({ id }) =>
  itemsOf(id).map((item) => ({ value: item.id, label: `${item.id} ${item.short}` })),
);

/** A yes-or-no KPI and a graded one are chosen, not typed. */
export function valueChoices(kpiId: unknown): readonly Choice[] | undefined {
  const kpi = typeof kpiId === 'string' ? findKpi(kpiId) : undefined;
  if (kpi?.type === 'boolean')
    return [
      { value: '1', label: '有' },
      { value: '0', label: '無' },
    ];
  return kpi?.grades?.map(([at, title]) => ({ value: String(at), label: `${title}（${at}%）` }));
}

/** The KPIs of the municipality that is meant, or the person's own; all of the edition for who has none. */
export async function kpiChoices(turn: TurnStart, municipality: unknown): Promise<readonly Choice[]> {
  const whose = typeof municipality === 'string' ? municipality : turn.who && homeOf(turn.who);
  const own = whose === undefined ? undefined : await kpisIn(turn.store, whose, turn.programme.fiscalYear);
  const ids = own ? own.map(({ value }) => value.kpi) : editionOf(turn.programme).kpis.map(({ id }) => id);
  return ids.flatMap((id) => {
    const kpi = findKpi(id);
    return kpi ? [{ value: kpi.id, label: `${kpi.id} ${kpi.name}` }] : [];
  });
}

/** The audiences a person may call a meeting for. */
export async function invitedChoices({ store, who }: Pick<TurnStart, 'store' | 'who'>): Promise<Among> {
  const towns = await municipalitiesIn(store);
  const mayCall = (party: string) => who !== undefined && mayConvene(who, { audience: [party] });
  return {
    always: circles.filter(mayCall).map((value) => ({ value, label: circleNames[value] })),
    municipalities: towns.filter(({ supported, code }) => supported && mayCall(code)),
  };
}

/** The audiences a room can be registered for. */
export async function audienceChoices({ store, programme }: Pick<TurnStart, 'store' | 'programme'>): Promise<Among> {
  return {
    always: [
      { value: 'prefecture', label: prefectureOffice(programme) },
      { value: 'secretariat', label: '事務局' },
      ...(['supported', 'all'] as const).map((value) => ({ value, label: scopeNames[value] })),
      { value: 'none', label: '登録を外す' },
    ],
    municipalities: await municipalitiesIn(store),
  };
}
