import { indicatorListCard, indicatorTermsCard } from '../../../cards/indicators/terms.ts';
import { noIndicatorCard } from '../../../cards/indicators/town-indicators.ts';
import { editionOf, findKpi } from '../../../programme/catalogue.ts';
import { dayOf } from '../../../programme/day.ts';
import { may } from '../../../programme/may.ts';
import { indicatorsIn, indicatorsOfKpi, surenessOf } from '../../../programme/national-indicator.ts';
import { defineCommand } from '../../command.ts';
import { keptIndicators } from './read-indicators.ts';

export const showIndicatorList = defineCommand({
  name: 'show-indicator-list',
  says: ['全国指標の定義', '全国指標の一覧'],
  help: '全国指標の定義・分母・調査時点・出典と、対応するKPIを、確かめた日とともに見ます。',
  example: '全国指標の定義',
  english: 'Show what the national indicators count, and which KPIs they stand beside.',
  group: { title: '確かめる', order: 9 },
  needs: 'view',
  about: 'member',
  usualFor: {},
  writes: false,
  typed: 'inputs',
  spoken: {
    words: ['全国指標の定義', '全国指標の一覧', '全国指標とは', '公表値の定義', '指標の対応'],
    wins: 655,
    looks: true,
  },
  wished: [
    {
      like: /^(?<indicator>NI-\d{2})(?:とは|は|って何|について|を教えて)?(?:ですか)?[？?。]?$/iu,
      as: '全国指標の定義 $<indicator> ',
      first: true,
    },
  ],

  async run({ indicator, kpi: id, page = 1 }, { store, programme, now, who, room }) {
    const today = dayOf(now);
    const all = indicatorsIn(programme.fiscalYear, await keptIndicators(store));
    const kpi = id === undefined ? undefined : findKpi(id, editionOf(programme));
    const beside = kpi && indicatorsOfKpi(kpi.id, all).map(({ terms }) => terms);
    if (kpi && beside?.length === 0) return { card: noIndicatorCard(kpi) };
    const named = (beside ?? all).filter((each) => indicator === undefined || each.indicator === indicator);
    const seen = named.map((terms) => ({ terms, sureness: surenessOf(terms, today) }));
    const [only, ...others] = seen;
    const mayChange = room.audience === undefined && may(who, 'steer');
    return { card: only && others.length === 0 ? indicatorTermsCard(only, mayChange) : indicatorListCard(seen, page) };
  },
});
