import { compareCard } from '../../../cards/overview/compare-days.ts';
import { compareTownCard, daysTroubleCard, vagueDayCard } from '../../../cards/overview/compare-town.ts';
import { workbookCard } from '../../../cards/workbook-file.ts';
import { programmeOfYear, yearOver } from '../../../programme/asked-year.ts';
import { ask, type Given, type InputOf } from '../../../programme/asks.ts';
import { dayOf, fullDate } from '../../../programme/day.ts';
import { mayLearnOf } from '../../../programme/help/between-sides.ts';
import { seesEverywhere } from '../../../programme/may.ts';
import { isCancelled } from '../../../programme/meetings/meeting.ts';
import type { Member } from '../../../programme/member.ts';
import { areaNamed, areaSaid, type Municipality } from '../../../programme/municipality.ts';
import { onlyKnown } from '../../../programme/only-known.ts';
import { type ComparedTown, compareDays } from '../../../programme/overview/day-comparison.ts';
import { momentOf } from '../../../programme/overview/day-standing.ts';
import { type DaysMeant, daysMeant, daysTroubleSentence, ofThisYear } from '../../../programme/overview/days-meant.ts';
import { settingHistory } from '../../../programme/overview/setting-at.ts';
import { daysThen, VAGUE_DAY, vagueDayIn } from '../../../programme/overview/vague-days.ts';
import type { Programme } from '../../../programme/programme.ts';
import { Refusal } from '../../../programme/refusal.ts';
import type { Audience } from '../../../programme/room.ts';
import type { Store } from '../../../storage/collections.ts';
import { municipalitiesIn } from '../../../storage/municipalities.ts';
import { progressIn } from '../../../storage/progress.ts';
import { asksBack, defineCommand, type Prepared } from '../../command.ts';
import { settingChangesIn } from '../../setting-change.ts';
import type { MemberStart } from '../../turn.ts';
import { requestsIn } from '../help/requests.ts';
import { allMeetings } from '../meetings/find.ts';
import { ownTownsOnly } from '../people/own-towns-only.ts';
import { ONE } from './days-said.ts';

const NOW = '(?:今日|本日|今|現在)';
const TWO = `${ONE}(?:から|より|[-~〜と→])(?:${ONE}|\\d{1,2}日?|${NOW})(?:まで)?`;
/** どう変わったか, どこが動いた: asked before or behind what is to be compared. */
const HOW =
  '(?:何が|どう|どこが|どの市町村が)(?:変わ(?:った|りました|っている)|動(?:いた|きました|いている)|進(?:んだ|みました))(?:か|の)?(?:を)?';
/** Whose changes; of all where nobody is named. */
const WHERE = '(?:(?:全体|全市町村|全団体|県全体|(?<where>[^\\s、。\\d]{1,8}(?:[市町村]|圏域)))(?:で|を|の|は)?\\s*)?';
/** 小海町 9月から: a town and a day alone say what changed there. */
const NAMED =
  '(?:全体|全市町村|全団体|県全体|(?<where>(?!動い|変わ|進ん|遅れ)[^\\s、。\\d]{1,8}[市町村]))(?:で|を|の|は)?\\s*';
const TAIL =
  '(?:を|は|が)?(?:(?:見せ|教え)て)?(?:見たい|知りたい|表示)?(?:して)?(?:ください|ほしい|お願いします)?(?:です)?[。?？]?';
const FORM = '(?<form>(?:\\s|、|を)*(?:Excel|エクセル)(?:で|に)?)?';
const COMPARED =
  '(?:と|に|を)?\\s*(?:比べ(?:て|ると|たい)?|比較(?:して|すると|したい)?|くらべ(?:て|ると|たい)?)(?:の?変化|変わったこと|どう(?:ですか|変わった(?:か|の)?|なった(?:か|の)?)?)?';
const CHANGES =
  '(?:の|で|に|から|以降|以来)*(?:変化|動き|変わったこと|動いたこと|(?:悪く|良く|よく|遅く)なった(?:市町村|団体|町村|ところ|項目)|(?:変わった|動いた)(?:市町村|団体|町村|ところ|項目)|(?:何が|どう)(?:変わ(?:った|りました)|動いた)(?:か|の)?)';
/** The town is named behind the day: 9月から小海町は… */
const AFTER = '(?<where>[^\\s、。\\d]{1,8}[市町村])(?:で|を|の|は|が)?\\s*';

/** It is named last: 9月からの変化 小海町, 先月と比べて 佐久. */
const BEHIND = '[\\s、]+(?<where>[\\p{Script=Han}\\p{Script=Katakana}ヶー]{1,8}?)(?:で|を|の|は)?';
/** 今週の変化: since the day before it. */
const SPAN = '(?:今週|先週|先々週|今月|先月|先々月|今年度)';

/** Which have not moved stands beside which have. */
const STILL =
  '(?:動いてい?ない|動きの(?:ない|見られない)|変わってい?ない|変化の?ない|止まってい?る|進んでい?ない|進捗の?ない)';

const compareWishes = [
  { like: new RegExp(`^${WHERE}(?<days>${TWO})(?:で|では|を|は)?\\s*${HOW}(?:を)?${COMPARED}${TAIL}${FORM}$`, 'iu') },
  { like: new RegExp(`^${WHERE}(?<days>${TWO})(?:で|では)\\s*${HOW}${TAIL}${FORM}$`, 'iu') },
  { like: new RegExp(`^${WHERE}(?<days>${ONE})${COMPARED}、?${HOW}${TAIL}${FORM}$`, 'iu') },
  { like: new RegExp(`^${WHERE}(?<days>${TWO})(?:${COMPARED}|${CHANGES})${TAIL}${FORM}$`, 'iu') },
  { like: new RegExp(`^${WHERE}(?<days>${ONE})${COMPARED}${TAIL}${FORM}$`, 'iu') },
  { like: new RegExp(`^${WHERE}(?<days>${ONE})(?:から|以降|以来|より)${CHANGES}${TAIL}${FORM}$`, 'iu') },
  { like: new RegExp(`^(?<days>${ONE})(?:から|以降|以来|より)の?\\s*${AFTER}${CHANGES}${TAIL}${FORM}$`, 'iu') },
  { like: new RegExp(`^${NAMED}(?<days>${ONE})(?:から|以降|以来|より)(?:今まで|現在まで)?${TAIL}${FORM}$`, 'iu') },
  { like: new RegExp(`^(?<days>${ONE})(?:から|以降|以来|より)の?\\s*${NAMED}${TAIL}${FORM}$`, 'iu') },
  {
    like: new RegExp(
      `^${NAMED}(?:変わったこと|動いたこと|何が変わ(?:った|りました))(?:か|の)?${TAIL}${FORM}(?<days>)$`,
      'iu',
    ),
  },
  { like: new RegExp(`^(?<days>${ONE})(?:から|以降|以来)(?:は|で|だと)?${TAIL}${FORM}(?<where>)$`, 'iu') },
  {
    like: new RegExp(
      `^${STILL}(?:市町村|団体|町村|町|村|ところ)(?:は?(?:どこ|どれ|ある|あります)(?:です)?か?)?${TAIL}${FORM}(?<where>)(?<days>)$`,
      'iu',
    ),
  },
  { like: new RegExp(`^(?<days>${TWO})(?:${COMPARED}|${CHANGES})${BEHIND}${TAIL}${FORM}$`, 'iu') },
  { like: new RegExp(`^(?<days>${ONE})${COMPARED}${BEHIND}${TAIL}${FORM}$`, 'iu') },
  { like: new RegExp(`^(?<days>${ONE})(?:から|以降|以来|より)${CHANGES}${BEHIND}${TAIL}${FORM}$`, 'iu') },
  { like: new RegExp(`^${WHERE}(?<days>${SPAN})(?:${CHANGES})${TAIL}${FORM}$`, 'iu') },
  { like: new RegExp(`^(?<days>${SPAN})(?:${CHANGES})${BEHIND}${TAIL}${FORM}$`, 'iu') },
  {
    like: new RegExp(`^${WHERE}${VAGUE_DAY}(?:${CHANGES}|${COMPARED})?${TAIL}${FORM}(?<days>)$`, 'iu'),
  },
]
  .map(({ like }) => ({ like, as: '変化 $<days> $<where> $<form>', first: true as const }))
  .concat({
    like: /^(?:今週|この1週間で?|最近)(?:で|に)?(?:変わった|動いた|進んだ)(?:市町村|団体|町村|ところ|こと|項目)(?:は|を|が)?(?:どこ|どれ|何|教えて|見せて)?(?:です)?(?:か|ください)?[？?。]?$/u,
    as: '変化 先週',
    first: true,
  });

/** 佐久 9月からの変化, 9月の小海町の変化: what stands beside the day is read, or named as unused. */
const ALSO_WISHED = [
  {
    like: new RegExp(
      `^(?<where>[^\\d。\\n]{1,16}?)[\\s、のはで]*(?<![\\d/])(?<days>${ONE})(?:から|以降|以来|より)${CHANGES}${TAIL}${FORM}$`,
      'iu',
    ),
    as: '変化 $<days> $<where> $<form>',
  },
  {
    like: new RegExp(`^${WHERE}(?<days>\\d{1,2}月)の?${CHANGES}${TAIL}${FORM}$`, 'iu'),
    as: '変化 $<days>〜$<days> $<where> $<form>',
  },
];

export const compareDaysCommand = defineCommand({
  name: 'compare-days',
  says: ['変化', '比較'],
  help: '2つの日の記録を比べ、変わった項目とKPI、新しく期限を過ぎた項目、達成したステップ、相談の数を表示します。',
  example: '変化 9/1 10/1',
  english: 'Compare any two days: what moved, what became late, what was achieved.',
  group: { title: '確かめる', order: 7 },
  needs: 'view',
  about: 'member',
  usualFor: {},
  writes: false,
  typed: 'inputs',
  wished: [...compareWishes, ...ALSO_WISHED],

  /** 夏から: kept as it was said, because which day it is only the person knows. */
  async named({ said, input }, { store, programme, now }) {
    const plain = said.normalize('NFKC');
    const vague = input['from'] === undefined ? vagueDayIn(plain) : undefined;
    const isAreaOpen = input['municipality'] === undefined && input['area'] === undefined;
    const area = isAreaOpen ? areaNamed(plain, await municipalitiesIn(store)) : undefined;
    const days = { from: vague ?? input['from'], until: input['until'] };
    return onlyKnown({
      ...input,
      ...ofThisYear(days, plain, { programme, today: dayOf(now) }),
      ...onlyKnown({ area }),
    });
  },

  async again({ from, municipality, area, form }, turn) {
    const of = {
      municipality: textOf(municipality),
      area: textOf(area),
      form: form === 'excel' ? form : undefined,
    } as const;
    return typeof from === 'string' && vagueDayIn(`${from}から`) !== undefined ? vagueCard(from, of, turn) : undefined;
  },

  async prepare(input, turn): Promise<Prepared<Meant>> {
    const { municipality, area, codes } = await placeMeant(input, turn);
    const meant = daysMeant(input, turn.programme, dayOf(turn.now));
    if ('trouble' in meant) {
      const again = meant.instead.map((days) => ({
        ...days,
        ask: ask('compare-days', { ...days, municipality, area }),
      }));
      return asksBack(['from'], daysTroubleCard(daysTroubleSentence(meant), again));
    }
    return { found: { meant, codes, area, isOne: codes?.length === 1 } };
  },

  async run({ form, page = 1 }, { who, programme: inForce, store, now }, { meant, codes, area, isOne }) {
    const programme = programmeOfYear(inForce, meant.fiscalYear);
    const closed = yearOver(programme);
    const [all, changes] = await Promise.all([readCompared(store, programme, { codes, who }), settingChangesIn(store)]);
    const comparison = compareDays(all, {
      ...{ from: momentOf(meant.from, now), until: momentOf(meant.until, now) },
      ...{ start: programme.start, settings: settingHistory(changes), isOver: closed !== undefined },
    });
    const isToday = meant.until === dayOf(now);
    const view = { closed, comparison, page, swapped: meant.swapped, isToday, isOnly: !seesMore(who), area };
    const [town] = comparison.towns;
    const own = isOne ? town : undefined;
    if (form === undefined) return { card: own ? compareTownCard({ ...view, town: own }) : compareCard(view) };
    const { compareBook } = await import('../../../documents/overview/compare-book.ts');
    const { tableBook } = await import('../../../documents/table-book.ts');
    const place = own?.municipality.name ?? area;
    const title = `${place ? `${place} ` : ''}${fullDate(meant.from)}から${fullDate(meant.until)}への変化`;
    const book = compareBook(comparison, {
      title,
      town: place,
      fiscalYear: programme.fiscalYear,
      now,
      isToday,
    });
    const { from, until } = meant;
    const again = ask('compare-days', { from, until, municipality: own?.municipality.code, area, form });
    return { card: workbookCard(book, await tableBook(book), again) };
  },
});

/** Of which municipalities: one, those of a 圏域, or all that somebody sees. @throws Refusal */
async function placeMeant({ municipality, area: said }: InputOf<'compare-days'>, { who, room, store }: MemberStart) {
  if (isOfOne(room.audience)) throw Refusal.because('only-one-to-one', {});
  const only = ownTownsOnly(who, room);
  const towns = await municipalitiesIn(store);
  const isMeant = ({ code, name }: Municipality) => [code, name].includes(municipality ?? '');
  const [area, town] = [said === undefined ? undefined : areaSaid(said, towns), towns.find(isMeant)];
  const unknown = town ? undefined : (municipality ?? (area ? undefined : said));
  if (unknown !== undefined) throw Refusal.because('unknown-municipality', { said: unknown });
  if (!town && !area) return { municipality, area, codes: only };
  const there = town ? [town] : towns.filter((each) => each.area === area);
  const codes = there.map(({ code }) => code).filter((code) => only?.includes(code) ?? true);
  if (codes.length === 0) throw Refusal.because('not-yours');
  return { municipality, area, codes };
}

const textOf = (said: unknown): string | undefined => (typeof said === 'string' ? said : undefined);

async function vagueCard(said: string, of: Given<'compare-days'>, { store, programme, now }: MemberStart) {
  const today = dayOf(now);
  const held = await allMeetings(store, (each) => each.kind === 'progress' && each.day < today && !isCancelled(each));
  const met = held
    .map(({ day }) => day)
    .toSorted()
    .at(-1);
  const then = daysThen(said, { today, start: programme.start, met });
  return vagueDayCard(
    said,
    then.map((each) => ({ ...each, ask: ask('compare-days', { ...of, from: each.day }) })),
  );
}

/** A room of one municipality is shown nothing of others, and who asks there may see them. */
const isOfOne = (audience: Audience | undefined): boolean => audience !== undefined && /^\d{6}$/.test(audience);

const seesMore = (who: Member): boolean => seesEverywhere(who) || who.municipalities.length > 1;

type Meant = {
  readonly meant: DaysMeant;
  /** 団体コード; of all when absent. */
  readonly codes: readonly string[] | undefined;
  /** 圏域, where only its municipalities are meant. */
  readonly area: string | undefined;
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
