import { type Defined, type DefinitionMay, definitionCard } from '../../../cards/progress/definition.ts';
import { editionOf, findKpi } from '../../../programme/catalogue.ts';
import { dayOf } from '../../../programme/day.ts';
import { may } from '../../../programme/may.ts';
import { homeOf, type Member } from '../../../programme/member.ts';
import {
  INDICATOR_TERMS,
  type IndicatorTerms,
  indicatorsIn,
  indicatorsOfKpi,
} from '../../../programme/national-indicator.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { PROGRAMME } from '../../../storage/collections.ts';
import { knownMunicipality } from '../../../storage/municipalities.ts';
import { kpiAt } from '../../../storage/progress.ts';
import { defineCommand } from '../../command.ts';
import type { Turn } from '../../turn.ts';

export const showDefinition = defineCommand({
  name: 'show-definition',
  says: ['定義', 'とは'],
  help: 'KPIの意味、分子と分母、数える対象、出典を表示します。',
  example: '定義 K0-03',
  ownExample: { of: ({ kpi }) => kpi && `${kpi.id}とは` },
  english: 'Show what a KPI means, what is counted and where it comes from.',
  group: { title: '確かめる', order: 5 },
  needs: 'view',
  about: 'member',
  usualFor: {},
  writes: false,
  typed: 'inputs',
  spoken: {
    words: [
      'とは',
      'の定義',
      '定義',
      'の意味',
      '数え方を見',
      '数え方を教え',
      '何を数え',
      'どう数え',
      '誰を数え',
      'だれを数え',
      '分母は何',
      '分子は何',
      '分母には',
      '分子には',
      '分母って',
      '分子って',
      '出典',
    ],
    wins: 325,
    of: { item: 'show-item' },
    looks: true,
    loose: { unless: 'kpi', or: [] },
  },

  async prepare({ kpi: id }, { programme }) {
    const edition = editionOf(programme);
    const kpi = findKpi(id, edition);
    if (!kpi) throw Refusal.because('unknown-kpi', { said: id });
    return { found: { kpi, edition } };
  },

  async run({ municipality }, turn, defined) {
    const own = await ownOf(defined.kpi.id, municipality, turn);
    const { who, room } = turn;
    const count = own !== undefined && may(who, 'count', own.municipality.code, room.audience);
    const figures = may(who, 'figures', undefined, room.audience);
    const beside = indicatorsOfKpi(defined.kpi.id, await indicatorsNow(turn));
    const national = nationalOf(turn);
    return { card: definitionCard({ ...defined, today: dayOf(turn.now), own, beside }, { count, figures, national }) };
  },
});

/** What is known of the national indicators in the year of the programme. */
async function indicatorsNow({ store, programme }: Turn): Promise<readonly IndicatorTerms[]> {
  const kept = await store.indicatorTerms.list(PROGRAMME, INDICATOR_TERMS);
  return indicatorsIn(
    programme.fiscalYear,
    kept.map(({ value }) => value),
  );
}

/** Whose published figures this person may go on to. */
function nationalOf({ who, room }: Turn & { readonly who: Member }): DefinitionMay['national'] {
  if (room.audience === undefined && may(who, 'digest')) return 'all';
  return homeOf(who) !== undefined ? 'own' : undefined;
}

/** The municipality that was named, or the person's only one; a definition is anybody's. */
async function ownOf(
  kpi: string,
  said: string | undefined,
  { who, room, store, programme }: Turn & { readonly who: Member },
): Promise<Defined['own']> {
  const code = said ?? homeOf(who);
  const municipality = code === undefined ? undefined : await knownMunicipality(store, code);
  if (!municipality || !may(who, 'view', municipality.code, room.audience)) return undefined;
  const at = kpiAt(municipality.code, programme.fiscalYear, kpi);
  const record = (await store.kpis.get(at.partition, at.id))?.value;
  return record && { municipality, record };
}
