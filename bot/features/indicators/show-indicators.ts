import { indicatorCard, noIndicatorCard, townIndicatorsCard } from '../../../cards/indicators/town-indicators.ts';
import { workbookCard } from '../../../cards/workbook-file.ts';
import { indicatorBook } from '../../../documents/indicators/indicator-book.ts';
import { tableBook } from '../../../documents/table-book.ts';
import { shownDay } from '../../../programme/asked-year.ts';
import { ask, type Given } from '../../../programme/asks.ts';
import { editionOf, findKpi } from '../../../programme/catalogue.ts';
import { may, seesEverywhere } from '../../../programme/may.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { defineCommand } from '../../command.ts';
import { indicatorsOf } from './read-indicators.ts';

export const showIndicators = defineCommand({
  name: 'show-indicators',
  says: ['全国指標', '全国の指標'],
  help: '国の調査の公表値（自治体DXダッシュボード）を、定義・分母・調査時点とともに、報告値と分けて並べます。',
  example: '全国指標',
  english: 'Show what is published nationally of a municipality, apart from what it reports.',
  group: { title: '確かめる', order: 8 },
  needs: 'view',
  about: 'municipality',
  usualFor: {},
  writes: false,
  typed: 'inputs',
  spoken: {
    words: ['全国指標', '全国の指標', '公表値', 'ダッシュボードの値', 'ダッシュボードの指標', '国の調査の値'],
    wins: 653,
    looks: true,
  },

  /** Who sees all of them names one only where one is meant: 全国指標 K0-03 is of all, and so is the table. */
  async withoutTown({ indicator, kpi, form }, { who, room }) {
    const named = { indicator, kpi };
    const isOfAll = typeof indicator === 'string' || typeof kpi === 'string' || form !== undefined;
    if (!isOfAll || !who || !seesEverywhere(who) || room.audience !== undefined) return undefined;
    return ask('show-indicator-everywhere', {
      ...(named as Given<'show-indicator-everywhere'>),
      ...(form === 'excel' ? { form } : {}),
    });
  },

  async prepare({ indicator, kpi: id }, turn) {
    const kpi = id === undefined ? undefined : findKpi(id, editionOf(turn.programme));
    if (id !== undefined && !kpi) throw Refusal.because('no-such-kpi', { said: id });
    const found = await indicatorsOf(turn.municipality, turn);
    const named = found.standings.filter(
      ({ terms, reported }) =>
        (indicator === undefined || terms.indicator === indicator) &&
        (kpi === undefined || reported.some((beside) => beside.kpi.id === kpi.id)),
    );
    return { found: { town: { ...found, standings: named }, kpi } };
  },

  async run({ form, page = 1, indicator }, turn, { town, kpi }) {
    const { municipality, programme, now, who, room } = turn;
    const [only, ...others] = town.standings;
    if (!only) return { card: noIndicatorCard(kpi ?? { id: '', name: '' }, municipality) };
    if (form !== undefined) {
      const made = { title: `全国指標 ${municipality.name}`, today: shownDay(programme, now), now };
      const book = indicatorBook([town], made);
      const again = ask('show-indicators', { municipality: municipality.code, indicator, kpi: kpi?.id, form });
      return { card: workbookCard(book, await tableBook(book), again) };
    }
    const mayCompare = room.audience === undefined && may(who, 'digest');
    if (others.length === 0) return { card: indicatorCard({ municipality, standing: only }, mayCompare) };
    return { card: townIndicatorsCard(town, page, mayCompare) };
  },
});
