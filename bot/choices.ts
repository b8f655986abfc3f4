import type { Choice } from '../cards/card.ts';
import type { Among } from '../cards/choose-municipality.ts';
import { catalogue, findKpi, itemsOf } from '../programme/catalogue.ts';
import { channelChoices } from '../programme/channel.ts';
import { type InputMeta, stageChoices } from '../programme/inputs.ts';
import { type Circle, circleNames, mayConvene } from '../programme/meeting-audience.ts';
import { timeChoices, weekdayChoices } from '../programme/reminder-inputs.ts';
import { municipal } from '../storage/collections.ts';
import type { TurnStart } from './command.ts';
import { allMunicipalities } from './municipality.ts';

type Given = Readonly<Record<string, unknown>>;

/** What a person can choose from for an input; undefined where it is written freely. */
export async function choicesFor(
  name: string,
  meta: InputMeta,
  turn: TurnStart,
  given: Given,
): Promise<readonly Choice[] | undefined> {
  switch (meta.reads) {
    case 'stage':
      return stageChoices;
    case 'step':
      return catalogue.steps.map(({ id, name: title, order }) => ({ value: id, label: `ステップ${order} ${title}` }));
    case 'item':
      return catalogue.steps.flatMap(({ id }) =>
        itemsOf(id).map((item) => ({ value: item.id, label: `${item.id} ${item.short}` })),
      );
    case 'kpi':
      return kpiChoices(turn, given['municipality']);
    case 'weekday':
      return weekdayChoices;
    case 'officeTime':
      return timeChoices;
    case 'channel':
      return channelChoices;
    default:
      return name === 'value' ? valueChoices(given['kpi']) : undefined;
  }
}

/** Which municipalities, and what beside them, an input is one of; undefined where it is none. */
export async function municipalitiesFor({ reads }: InputMeta, turn: TurnStart): Promise<Among | undefined> {
  if (reads === 'audience') return audienceChoices(turn);
  return reads === 'invited' ? invitedChoices(turn) : undefined;
}

/** A yes-or-no KPI and a graded one are chosen, not typed. */
function valueChoices(kpiId: unknown): readonly Choice[] | undefined {
  const kpi = typeof kpiId === 'string' ? findKpi(kpiId) : undefined;
  if (kpi?.type === 'boolean')
    return [
      { value: '1', label: '有' },
      { value: '0', label: '無' },
    ];
  return kpi?.grades?.map(([at, title]) => ({ value: String(at), label: `${title}（${at}%）` }));
}

async function kpiChoices(turn: TurnStart, municipality: unknown): Promise<readonly Choice[]> {
  if (typeof municipality !== 'string') return [];
  const own = await turn.store.kpis.list(municipal(municipality), { from: 'kpi-', below: 'kpi.' });
  return own.flatMap(({ value }) => {
    const kpi = findKpi(value.kpi);
    return kpi ? [{ value: kpi.id, label: `${kpi.id} ${kpi.name}` }] : [];
  });
}

/** Those a person may call a meeting for. */
export async function invitedChoices({ store, who }: Pick<TurnStart, 'store' | 'who'>): Promise<Among> {
  const towns = await allMunicipalities(store);
  const circles = Object.entries(circleNames).map(([value, label]) => ({ value: value as Circle, label }));
  return {
    always: circles.filter(({ value }) => who && mayConvene(who, value)),
    municipalities: towns.filter(({ supported, code }) => supported && who && mayConvene(who, [code])),
  };
}

/** Those a room can be registered for. */
async function audienceChoices({ store }: Pick<TurnStart, 'store'>): Promise<Among> {
  return {
    always: [
      { value: 'prefecture', label: '県 DX推進課' },
      { value: 'secretariat', label: '事務局' },
      { value: 'none', label: '登録を外す' },
    ],
    municipalities: await allMunicipalities(store),
  };
}
