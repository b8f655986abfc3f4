import { compareCard } from '../../../cards/overview/compare-days.ts';
import { compareTownCard, daysTroubleCard } from '../../../cards/overview/compare-town.ts';
import { workbookCard } from '../../../cards/workbook-file.ts';
import { programmeOfYear, yearOver } from '../../../programme/asked-year.ts';
import { ask } from '../../../programme/asks.ts';
import { dayOf, fullDate } from '../../../programme/day.ts';
import { mayLearnOf } from '../../../programme/help/between-sides.ts';
import type { Member } from '../../../programme/member.ts';
import { type ComparedTown, compareDays } from '../../../programme/overview/day-comparison.ts';
import { momentOf } from '../../../programme/overview/day-standing.ts';
import { type DaysMeant, type DaysTrouble, daysMeant } from '../../../programme/overview/days-meant.ts';
import { settingHistory } from '../../../programme/overview/setting-at.ts';
import type { Programme } from '../../../programme/programme.ts';
import { Refusal } from '../../../programme/refusal.ts';
import type { Store } from '../../../storage/collections.ts';
import { municipalitiesIn } from '../../../storage/municipalities.ts';
import { progressIn } from '../../../storage/progress.ts';
import { asksBack, defineCommand, type Prepared } from '../../command.ts';
import { settingChangesIn } from '../../setting-change.ts';
import { requestsIn } from '../help/requests.ts';
import { ownTownsOnly } from '../people/own-towns-only.ts';

/** 9/1, 9月, 令和7年9月1日, 先月, 3か月前, 昨日 … : whether there is such a day is for the input to say. */
const DAY =
  '(?:(?:(?:令和|令|R)(?:\\d{1,2}|元)|\\d{4})[年./-]の?|(?:去年|昨年|一昨年|今年)の?)?(?:[\\d一二三四五六七八九十]{1,2}[/-]\\d{1,2}(?:\\([日月火水木金土]\\))?|[\\d一二三四五六七八九十]{1,3}月(?:[\\d一二三四五六七八九十]{1,3}日|末日?|の?(?:初め|始め|はじめ|頭))?|(?:先々|先|前|今)月(?:末|の?(?:初め|はじめ|\\d{1,2}日))?)';
const AGO =
  '(?:先々週|先週|前週|去年|昨年|前年|半年前|\\d{1,2}(?:[かヶケカ箇]月|週間|日)前|[一二三四五六七八九十][かヶ箇]月前|昨日|きのう|一昨日|おととい|今年?度?の?(?:初め|始め|はじめ|頭|当初)|年度(?:初め|当初))';
/** With dots a day is one only behind its year: 9.1 alone is a number. */
const DOTTED = '(?:(?:令和|令|R)(?:\\d{1,2}|元)|\\d{4})\\.\\d{1,2}\\.\\d{1,2}';
const ONE = `(?:${DOTTED}|${DAY}|${AGO})`;
const NOW = '(?:今日|本日|今|現在)';
const TWO = `${ONE}(?:から|より|[-~〜と→])(?:${ONE}|\\d{1,2}日?|${NOW})(?:まで)?`;
/** Whose changes; of all where nobody is named. */
const WHERE = '(?:(?:全体|全市町村|全団体|県全体|(?<where>[^\\s、。\\d]{1,8}[市町村]))(?:で|を|の|は)?\\s*)?';
const TAIL =
  '(?:を|は|が)?(?:(?:見せ|教え)て)?(?:見たい|知りたい|表示)?(?:して)?(?:ください|ほしい|お願いします)?(?:です)?[。?？]?';
const FORM = '(?<form>(?:\\s|、|を)*(?:Excel|エクセル)(?:で|に)?)?';
const COMPARED =
  '(?:と|に|を)?\\s*(?:比べ(?:て|ると|たい)?|比較(?:して|すると|したい)?|くらべ(?:て|ると|たい)?)(?:の?変化|変わったこと|どう(?:ですか|変わった(?:か|の)?|なった(?:か|の)?)?)?';
const CHANGES =
  '(?:の|で|に|から|以降|以来)*(?:変化|動き|変わったこと|動いたこと|(?:何が|どう)(?:変わ(?:った|りました)|動いた)(?:か|の)?)';
/** The town is named behind the day: 9月から小海町は… */
const AFTER = '(?<where>[^\\s、。\\d]{1,8}[市町村])(?:で|を|の|は|が)?\\s*';

const compareWishes = [
  { like: new RegExp(`^${WHERE}(?<days>${TWO})(?:${COMPARED}|${CHANGES})${TAIL}${FORM}$`, 'iu') },
  { like: new RegExp(`^${WHERE}(?<days>${ONE})${COMPARED}${TAIL}${FORM}$`, 'iu') },
  { like: new RegExp(`^${WHERE}(?<days>${ONE})(?:から|以降|以来|より)${CHANGES}${TAIL}${FORM}$`, 'iu') },
  { like: new RegExp(`^(?<days>${ONE})(?:から|以降|以来|より)の?\\s*${AFTER}${CHANGES}${TAIL}${FORM}$`, 'iu') },
].map(({ like }) => ({ like, as: '変化 $<days> $<where> $<form>', first: true as const }));

export const compareDaysCommand = defineCommand({
  name: 'compare-days',
  says: ['変化', '比較'],
  help: '2つの日の記録を比べ、変わった項目とKPI、新しく期限を過ぎた項目、達成したステップ、相談の数を表示します。',
  example: '変化 9/1 10/1',
  english: 'Compare any two days: what moved, what became late, what was achieved.',
  group: { title: '全体を見る', order: 7 },
  needs: 'digest',
  about: 'member',
  usualFor: {},
  writes: false,
  typed: 'inputs',
  wished: compareWishes,

  async prepare({ from, until, municipality: named }, { who, room, programme, store, now }): Promise<Prepared<Meant>> {
    const only = ownTownsOnly(who, room);
    const towns = await municipalitiesIn(store);
    const town = named === undefined ? undefined : towns.find(({ code, name }) => [code, name].includes(named));
    if (named !== undefined && !town) throw Refusal.because('unknown-municipality', { said: named });
    if (town && only && !only.includes(town.code)) throw Refusal.because('not-yours');
    const meant = daysMeant({ from, until }, programme, dayOf(now));
    if ('trouble' in meant) return asksBack(['from'], daysTroubleCard(troubleSentence(meant), meant.instead));
    return { found: { meant, codes: town ? [town.code] : only, isOne: town !== undefined } };
  },

  async run({ form, page = 1 }, { who, programme: inForce, store, now }, { meant, codes, isOne }) {
    const programme = programmeOfYear(inForce, meant.fiscalYear);
    const closed = yearOver(programme);
    const [all, changes] = await Promise.all([readCompared(store, programme, { codes, who }), settingChangesIn(store)]);
    const comparison = compareDays(all, {
      ...{ from: momentOf(meant.from, now), until: momentOf(meant.until, now) },
      ...{ start: programme.start, settings: settingHistory(changes), isOver: closed !== undefined },
    });
    const isToday = meant.until === dayOf(now);
    const view = { closed, comparison, page, swapped: meant.swapped, isToday };
    const [town] = comparison.towns;
    const own = isOne ? town : undefined;
    if (form === undefined) return { card: own ? compareTownCard({ ...view, town: own }) : compareCard(view) };
    const { compareBook } = await import('../../../documents/overview/compare-book.ts');
    const { tableBook } = await import('../../../documents/table-book.ts');
    const title = `${own ? `${own.municipality.name} ` : ''}${fullDate(meant.from)}から${fullDate(meant.until)}への変化`;
    const book = compareBook(comparison, {
      title,
      town: own?.municipality.name,
      fiscalYear: programme.fiscalYear,
      now,
      isToday,
    });
    const { from, until } = meant;
    const again = ask('compare-days', { from, until, municipality: own?.municipality.code, form });
    return { card: workbookCard(book, await tableBook(book), again) };
  },
});

type Meant = {
  readonly meant: DaysMeant;
  /** 団体コード; of all when absent. */
  readonly codes: readonly string[] | undefined;
  readonly isOne: boolean;
};

/** What is on record of the municipalities in a year; which of them took part on the days, the records say. */
function readCompared(
  store: Store,
  programme: Programme,
  { codes, who }: Pick<Meant, 'codes'> & { readonly who: Member },
): Promise<readonly ComparedTown[]> {
  const read = async (municipality: ComparedTown['municipality']): Promise<ComparedTown> => {
    const [records, requests] = await Promise.all([
      progressIn(store, municipality.code, programme),
      requestsIn(store, municipality.code),
    ]);
    return { municipality, records, requests: requests.filter((request) => mayLearnOf(request, who)) };
  };
  return municipalitiesIn(store).then((all) =>
    Promise.all(all.filter(({ code }) => codes === undefined || codes.includes(code)).map(read)),
  );
}

function troubleSentence({ trouble, day, start }: DaysTrouble): string {
  const said = fullDate(day);
  return {
    ahead: `${said}はまだ来ていません。今日か、それより前の日を送ってください。`,
    same: `2つの日がどちらも${said}です。違う日を送ってください。`,
    before: `${said}は事業の始まり（${fullDate(start)}）より前です。それよりあとの日を送ってください。`,
    across: `年度をまたいでは比べられません。${fullDate(start)}より前か、それからの2つの日を選んでください。`,
  }[trouble];
}
