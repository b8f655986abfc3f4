import { areasCard, overviewCard, whichOverviewCard } from '../../../cards/overview/overview.ts';
import { ofClosedYear } from '../../../cards/progress/closed-year.ts';
import { workbookCard } from '../../../cards/workbook-file.ts';
import { overviewBook } from '../../../documents/overview/overview-book.ts';
import { tableBook } from '../../../documents/table-book.ts';
import { shownDay, yearOver } from '../../../programme/asked-year.ts';
import { ask } from '../../../programme/asks.ts';
import { may } from '../../../programme/may.ts';
import { areaNamed, areaSaid } from '../../../programme/municipality.ts';
import { townStanding } from '../../../programme/overview/town-standing.ts';
import { municipalitiesIn } from '../../../storage/municipalities.ts';
import { defineCommand } from '../../command.ts';
import { ownTownsOnly } from '../people/own-towns-only.ts';
import { readTowns } from './read-towns.ts';

const ASKED =
  '(?:[をはがで])?(?:どこ|どれ|あり?ます?)?(?:を)?(?:見せて|見たい|教えて|知りたい|ください|ほしい)*(?:です)?(?:か)?[。?？]?';
/** Which are late stands beside every municipality. */
const LATE =
  '(?:期限(?:を|の|が)?(?:過ぎた|過ぎている|過ぎてる|すぎた|切れの)|遅れ(?:ている|てる|の(?:ある|出ている)?))';

/** ほかの町は: what of them, only what was shown before it can say. */
const OTHERS = new RegExp(
  `^(?:ほか|他|よそ|別)の(?:市町村|町村|町|村|市|団体|ところ|自治体)(?:は|も|だと|では|の状況)${ASKED}$`,
  'u',
);

export const showOverview = defineCommand({
  name: 'show-overview',
  says: ['全体', '全体の状況'],
  help: '全ての市町村を並べて、4つのステップの進み具合と、期限を過ぎた項目を表示します。',
  example: '全体',
  english: 'Show all municipalities beside each other: their steps and what is late.',
  group: { title: '全体を見る', order: 3 },
  needs: 'digest',
  about: 'member',
  usualFor: {},
  writes: false,
  typed: 'inputs',
  spoken: {
    words: [
      '全体の状況',
      ...['全体を並べ', '全体を見', '全体を一覧', '全体が見', '全市町村を並べ'],
      '全体の進捗',
      '全体の進み具合',
      '全市町村の状況',
      '全市町村の進捗',
      '全ての市町村の状況',
      'みんなの状況',
      'みんなの進捗',
    ],
    wins: 600,
    looks: true,
  },

  wished: [
    {
      like: new RegExp(`^(?:全体|全市町村)(?:を|の状況を?|の)?\\s*(?:Excel|エクセル)(?:で|に)?${ASKED}$`, 'iu'),
      as: '全体 Excel',
    },
    {
      like: new RegExp(`^(?<area>[^\\s、。]{1,8})圏域(?:の|で|を)?(?:全体|状況|進捗|市町村)?${ASKED}$`, 'u'),
      as: '全体 $<area>',
    },
    {
      like: new RegExp(
        `^(?:担当(?:の?(?:市町村|団体))?の|全体の|県内の)?(?:${LATE})(?:項目|市町村|団体|町村|ところ)(?:を?(?:圏域|地域)(?:ごと|別)(?:に|で))?${ASKED}$`,
        'u',
      ),
      as: '全体',
    },
    { like: OTHERS, as: '全体' },
  ].map((wish) => ({ ...wish, first: true as const })),

  async named({ said, input }, { store }) {
    if (OTHERS.test(said.normalize('NFKC').trim())) return { ...input, which: 'ask' };
    if (input['area'] !== undefined) return input;
    const area = areaNamed(said, await municipalitiesIn(store));
    return area === undefined ? input : { ...input, area };
  },

  async prepare(_input, { who, room }) {
    return { found: ownTownsOnly(who, room) };
  },

  async run({ which, area: said, form, page = 1 }, { programme, store, now, who, room }, only) {
    if (which !== undefined) return { card: whichOverviewCard() };
    const [closed, today] = [yearOver(programme), shownDay(programme, now)];
    const all = (await readTowns(store, programme, only)).map((each) => townStanding(each, today));
    const area =
      said === undefined
        ? undefined
        : areaSaid(
            said,
            all.map(({ municipality }) => municipality),
          );
    if (said !== undefined && area === undefined) return { card: areasCard(all, said, closed) };
    const towns = area === undefined ? all : all.filter(({ municipality }) => municipality.area === area);
    const view = { closed, fiscalYear: programme.fiscalYear, today, towns, area };
    if (form === undefined) {
      const mayHaveOnePage = may(who, 'figures', undefined, room.audience);
      return { card: overviewCard({ ...view, page, mayHaveOnePage }) };
    }
    const again = ask('show-overview', { ...ofClosedYear(closed), area, form });
    const book = overviewBook({ ...view, title: `${area ?? '全体'}の状況`, now });
    return { card: workbookCard(book, await tableBook(book), again) };
  },
});
