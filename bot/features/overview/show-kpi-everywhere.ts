import { kpiEverywhereCard, kpiSumsCard } from '../../../cards/overview/kpi-everywhere.ts';
import { ofClosedYear } from '../../../cards/progress/closed-year.ts';
import { whichCard } from '../../../cards/which.ts';
import { workbookCard } from '../../../cards/workbook-file.ts';
import { kpiEverywhereBook, kpiSumsBook } from '../../../documents/overview/kpi-book.ts';
import { tableBook } from '../../../documents/table-book.ts';
import { currentWeek, shownDay, yearOver } from '../../../programme/asked-year.ts';
import { ask } from '../../../programme/asks.ts';
import { editionOf, findKpi, isOfProgramme } from '../../../programme/catalogue.ts';
import { kpiEverywhere, kpiSums } from '../../../programme/overview/kpi-everywhere.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { defineCommand } from '../../command.ts';
import { ownTownsOnly } from '../people/own-towns-only.ts';
import { kpisNamed } from './kpi-named.ts';
import { readTowns } from './read-towns.ts';

/** What is said behind it, and adds nothing. */
const SEEN = '(?:の(?:値|状況|推移))?(?:[でをは]?(?:見せて|見たい|教えて|知りたい|並べて|比べて)(?:ください|です)?)?';
const EVERYWHERE = '(?:全市町村|全団体|全ての?市町村|すべての市町村|市町村別|市町村ごと|みんな)';
/** A KPI by its number, or by a name that is no command's word: whether there is such a KPI is for the input to say. */
const KPI = '[KＫ][P\\d]-?\\d{2,3}';

/** A KPI by what it measures: 受講率 全市町村, 全市町村の受講率. */
const MEASURED = '(?<kpi>[^\\s、。\\d]{1,20}(?:率|割合|数|時間|額|度|値))';
const OF =
  '(?:の(?:値|状況|推移))?(?:[でをは]?(?:見せて|見たい|教えて|知りたい|並べて|比べて)(?:ください|です)?)?(?=$|\\s|[、。をはで])';
const NAMED_FIRST = new RegExp(`^${MEASURED}\\s*(?:の|を|は)?\\s*${EVERYWHERE}${OF}`, 'iu');
const NAMED_LAST = new RegExp(`^${EVERYWHERE}(?:の|\\s)\\s*${MEASURED}${OF}`, 'iu');
const nameIn = (said: string): string | undefined => {
  const plain = said.normalize('NFKC').trim();
  return (NAMED_FIRST.exec(plain) ?? NAMED_LAST.exec(plain))?.groups?.['kpi'];
};

export const showKpiEverywhere = defineCommand({
  name: 'show-kpi-everywhere',
  says: ['KPI全市町村', '全市町村のKPI'],
  help: '1つのKPIを、全ての市町村について、計画線・目標と並べて表示します。合計と未報告の数も出します。',
  example: '全市町村のKPI K0-03',
  english: 'Show one KPI of all municipalities beside each other.',
  group: { title: '全体を見る', order: 4 },
  needs: 'digest',
  about: 'member',
  usualFor: {},
  writes: false,
  typed: 'inputs',
  spoken: {
    words: ['全市町村のkpi', '全市町村の指標', 'kpi全市町村', '全団体のkpi', 'みんなのkpi'],
    wins: 601,
    looks: true,
  },
  // Typed at the end: whatever stands beside it, a number too, is no report.
  wished: [
    {
      like: new RegExp(`^(?:KPI|指標)\\s*(?:の|を)?\\s*${EVERYWHERE}${SEEN}(?=$|\\s|[、。をはで])`, 'iu'),
      as: 'KPI全市町村 ',
      first: true,
    },
    {
      like: new RegExp(`^(${KPI})\\s*(?:の|を|は)?\\s*${EVERYWHERE}${SEEN}(?=$|\\s|[、。をはで\\d])`, 'iu'),
      as: 'KPI全市町村 $1 ',
      first: true,
    },
    {
      like: new RegExp(`^${EVERYWHERE}の?\\s*(${KPI})${SEEN}(?=$|\\s|[、。をはで])`, 'iu'),
      as: 'KPI全市町村 $1 ',
      first: true,
    },
    {
      like: new RegExp(`^(${KPI})\\s*の?\\s*全体(?:で|の)?(?:値|状況|推移|合計)?${SEEN}[。]?$`, 'iu'),
      as: 'KPI全市町村 $1',
      first: true,
    },
    { like: NAMED_FIRST, as: 'KPI全市町村 ', first: true },
    { like: NAMED_LAST, as: 'KPI全市町村 ', first: true },
    { like: /^全市町村(?:で)?$/u, as: 'KPI全市町村', first: true },
  ],

  async named({ said, input }) {
    const word = nameIn(said);
    if (word === undefined || input['kpi'] !== undefined) return input;
    const [only, ...others] = kpisNamed(word);
    return { ...input, kpi: only && others.length === 0 ? only.id : word };
  },

  async again({ kpi, ...given }) {
    const among = typeof kpi === 'string' ? kpisNamed(kpi) : [];
    if (among.length < 2) return undefined;
    return whichCard({
      ...{ says: 'KPI全市町村', question: `「${kpi}」は、どのKPIですか。`, known: [] },
      options: among.map(({ id, name }) => ({
        label: `${id} ${name}`,
        ask: ask('show-kpi-everywhere', { ...given, kpi: id }),
      })),
    });
  },

  async prepare({ kpi: id }, { who, room, programme }) {
    const only = ownTownsOnly(who, room);
    const kpi = id === undefined ? undefined : findKpi(id, editionOf(programme));
    if (id !== undefined && !kpi) throw Refusal.because('no-such-kpi', { said: id });
    if (kpi && isOfProgramme(kpi)) throw Refusal.because('kpi-of-programme', { id: kpi.id });
    return { found: { only, kpi } };
  },

  async run({ form, page = 1 }, { programme, store, now }, { only, kpi }) {
    const [closed, today, week] = [yearOver(programme), shownDay(programme, now), currentWeek(programme, now)];
    const all = await readTowns(store, programme, only);
    const [shown, made] = [
      { closed, week, today, page },
      { fiscalYear: programme.fiscalYear, week, today, now },
    ];
    const again = ask('show-kpi-everywhere', { kpi: kpi?.id, ...ofClosedYear(closed), form });
    if (kpi) {
      const everywhere = kpiEverywhere(kpi, all, { week, start: programme.start, today });
      if (form === undefined) return { card: kpiEverywhereCard(everywhere, shown) };
      const book = kpiEverywhereBook(everywhere, made);
      return { card: workbookCard(book, await tableBook(book), again) };
    }
    const sums = kpiSums(
      all.map(({ records }) => records),
      week,
    );
    if (form === undefined) return { card: kpiSumsCard(sums, { ...shown, towns: all.length }) };
    const book = kpiSumsBook(sums, made);
    return { card: workbookCard(book, await tableBook(book), again) };
  },
});
