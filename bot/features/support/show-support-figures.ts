import { municipalSupportCard } from '../../../cards/support/municipal-figures.ts';
import { supportCard } from '../../../cards/support/support-figures.ts';
import { shownDay, yearOver } from '../../../programme/asked-year.ts';
import { dayOf } from '../../../programme/day.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { monthMeant, monthsUntil, yearSpan } from '../../../programme/support/month.ts';
import { municipalYear, supportOverview } from '../../../programme/support/support-overview.ts';
import { municipalitiesIn } from '../../../storage/municipalities.ts';
import { defineCommand } from '../../command.ts';
import { readSupport } from './read-support.ts';

export const showSupportFigures = defineCommand({
  name: 'show-support-figures',
  says: ['派遣状況', '派遣実績'],
  help: '派遣の回数・日数・時間・対面の割合・計画の消化を、市町村と月ごとに、訪問の記録から数えて表示します。',
  example: '派遣状況 11月',
  english: 'Show the support counted by municipality and month.',
  group: { title: '全体を見る', order: 20 },
  needs: 'figures',
  about: 'member',
  usualFor: { prefecture: 20, secretariat: 20 },
  writes: false,
  typed: 'inputs',
  spoken: {
    words: [
      '派遣状況',
      '派遣の状況',
      '派遣実績',
      '派遣の実績',
      '派遣回数',
      '派遣の回数',
      '対面率',
      '対面の割合',
      '訪問回数',
      '訪問の回数',
    ],
    wins: 400,
    looks: true,
  },

  async prepare({ municipality: named }, { store }) {
    const all = await municipalitiesIn(store);
    const only = named === undefined ? undefined : all.find(({ code, name }) => [code, name].includes(named));
    if (named !== undefined && !only) throw Refusal.because('unknown-municipality', { said: named });
    return { found: { all, only } };
  },

  async run({ month: said, page = 1 }, { programme, store, now }, { all, only }) {
    const { fiscalYear, closures } = programme;
    const [closed, today] = [yearOver(programme), shownDay(programme, now)];
    const month = said && monthMeant(said, fiscalYear, dayOf(now));
    const shown = { closed, fiscalYear, today, month };
    const asked = { today: dayOf(now), closures };
    const read = await readSupport(store, only ? [only] : all, now);
    const [first] = read;
    if (only && first) {
      const year = municipalYear(first, month ? [month] : monthsUntil(fiscalYear, today), asked);
      return { card: municipalSupportCard({ ...shown, municipality: only, year }) };
    }
    const overview = supportOverview(read, month ?? yearSpan(fiscalYear), asked);
    return { card: supportCard({ ...shown, overview, page }) };
  },
});
