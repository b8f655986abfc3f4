import { indicatorEverywhereCard, indicatorSumsCard } from '../../../cards/indicators/indicator-everywhere.ts';
import { noIndicatorCard } from '../../../cards/indicators/town-indicators.ts';
import { workbookCard } from '../../../cards/workbook-file.ts';
import { indicatorBook } from '../../../documents/indicators/indicator-book.ts';
import { tableBook } from '../../../documents/table-book.ts';
import { shownDay } from '../../../programme/asked-year.ts';
import { ask } from '../../../programme/asks.ts';
import { editionOf, findKpi } from '../../../programme/catalogue.ts';
import { indicatorsIn, indicatorsOfKpi } from '../../../programme/national-indicator.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { defineCommand } from '../../command.ts';
import { ownTownsOnly } from '../people/own-towns-only.ts';
import { indicatorsEverywhere, keptIndicators } from './read-indicators.ts';

const EVERYWHERE = '(?:全市町村|全団体|全ての?市町村|すべての市町村|市町村別|市町村ごと)';

export const showIndicatorEverywhere = defineCommand({
  name: 'show-indicator-everywhere',
  says: ['全国指標全市町村', '全市町村の全国指標'],
  help: '1つの全国指標（国の調査の公表値）を、全ての市町村について、報告値と分けて並べます。',
  example: '全市町村の全国指標',
  english: 'Show one national indicator of all municipalities beside each other.',
  group: { title: '全体を見る', order: 9 },
  needs: 'digest',
  about: 'member',
  usualFor: {},
  writes: false,
  typed: 'inputs',
  spoken: {
    words: ['全市町村の全国指標', '全国指標全市町村', '全団体の全国指標', '全市町村の公表値'],
    wins: 654,
    looks: true,
  },
  wished: [
    {
      like: new RegExp(
        `^(?:全国指標|公表値)\\s*(?<rest>(?:K\\d-?\\d{2,3}|NI-\\d{2})?)\\s*(?:の|を)?\\s*${EVERYWHERE}`,
        'iu',
      ),
      as: '全国指標全市町村 $<rest> ',
      first: true,
    },
    {
      like: new RegExp(
        `^(?:(?<after>NI-\\d{2})\\s*(?:の|を)?\\s*${EVERYWHERE}|${EVERYWHERE}\\s*の?\\s*(?<before>NI-\\d{2}))`,
        'iu',
      ),
      as: '全国指標全市町村 $<after>$<before> ',
      first: true,
    },
  ],

  async prepare({ indicator, kpi: id }, { who, room, programme, store }) {
    const only = ownTownsOnly(who, room);
    const kpi = id === undefined ? undefined : findKpi(id, editionOf(programme));
    if (id !== undefined && !kpi) throw Refusal.because('no-such-kpi', { said: id });
    const all = indicatorsIn(programme.fiscalYear, await keptIndicators(store));
    const [beside] = kpi ? indicatorsOfKpi(kpi.id, all) : [];
    const terms = all.find((each) => each.indicator === (indicator ?? beside?.terms.indicator));
    return { found: { only, kpi, all, terms } };
  },

  async run({ form, page = 1 }, turn, { only, kpi, all, terms }) {
    if (kpi && !terms) return { card: noIndicatorCard(kpi) };
    const towns = await indicatorsEverywhere(turn, only);
    if (form !== undefined) {
      const title = `${terms ? `${terms.indicator} ${terms.name}` : '全国指標'} 全市町村`;
      const book = indicatorBook(
        towns,
        { title, today: shownDay(turn.programme, turn.now), now: turn.now },
        terms?.indicator,
      );
      const again = ask('show-indicator-everywhere', { indicator: terms?.indicator, form });
      return { card: workbookCard(book, await tableBook(book), again) };
    }
    return { card: terms ? indicatorEverywhereCard({ terms, towns, page }) : indicatorSumsCard(all, { towns, page }) };
  },
});
