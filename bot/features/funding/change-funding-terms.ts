import { FUNDINGS_A_PAGE, fundingListCard, termsPartForm, whichPartCard } from '../../../cards/funding/terms.ts';
import { ask, type InputOf } from '../../../programme/asks.ts';
import { dayOf, fiscalYearName } from '../../../programme/day.ts';
import { type FundingTerms, fundingShort, fundingsIn, termsFor } from '../../../programme/funding/funding-terms.ts';
import { termsBegun, termsParts } from '../../../programme/funding/terms-change.ts';
import { plannedYear } from '../../../programme/initiatives/open-initiatives.ts';
import { pageOf } from '../../../programme/page.ts';
import { termsChanged, withParts } from '../../../programme/part-of-terms.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { defineCommand } from '../../command.ts';
import { type Drafted, putOf, settingCommand } from '../../setting-change.ts';
import type { MemberStart } from '../../turn.ts';
import { keptTerms } from './read-funding.ts';

type Wanted = InputOf<'change-funding-terms'>;

const PARTS = termsParts.map(({ label }) => label).join('|');

const RATE = /(?:^|[\sの])率[\sはを]*(\d{1,3}\/\d{1,3})(?=\s|$|に)/u;

export const changeFundingTerms = defineCommand({
  name: 'change-funding-terms',
  says: ['財源の変更', '財源変更'],
  help: '財源の年度ごとの内容（名称・率・時期・確認日など）を、前と後を見て変えます。',
  example: '財源の変更 FN-09',
  english: 'Change what is known of a funding in a year, and say when it was checked.',
  group: { title: '途中の変更', order: 60 },
  about: 'member',
  writes: termsParts.map(({ name }) => name),
  // 率 1/2 is no second of January.
  async named({ said, input }) {
    const rate = RATE.exec(said.normalize('NFKC'))?.[1];
    if (rate === undefined) return input;
    const { from, ...rest } = input;
    return { ...rest, rate, ...(said.includes('開始') ? { from } : {}) };
  },
  spoken: { words: ['財源の変更', '財源変更', '財源の内容を変', '財源を変更'], wins: 644 },
  wished: [
    {
      like: new RegExp(
        `^(?<funding>FN-\\d{2})の(?<part>${PARTS})(?:を|は)\\s*(?<said>[^、。]+?)(?:です|に(?:変更|変え|直)?(?:して|し)?(?:ください)?)?[、。]\\s*(?:[^、。]{0,30}(?:確かめ|確認し)[^、。]{0,8}[、。]\\s*)?確認日は\\s*(?<day>[^、。\\s]+?)(?:で(?:す|お願いします)?)?[。]?$`,
        'iu',
      ),
      as: '財源の変更 $<funding> $<part> $<said> 確認日 $<day>',
      first: true,
    },
    {
      like: new RegExp(
        `^(?<funding>FN-\\d{2})の(?<part>${PARTS}|締切)(?:を|は)\\s*(?<said>(?!変え|変更|直).+?)(?:に(?:変更|変え|直)?(?:して|て)?(?:ください)?|です)[。]?$`,
        'iu',
      ),
      as: '財源の変更 $<funding> $<part> $<said>',
      first: true,
    },
    // What it is to be is asked: 財源の締切を変える.
    {
      like: new RegExp(`^(?:(?<funding>FN-\\d{2})|財源)の(?:${PARTS}|締切)を(?:変え|変更|直)\\S{0,12}$`, 'iu'),
      as: '財源の変更 $<funding>',
      first: true,
    },
  ],
  ...settingCommand<'change-funding-terms', Wanted, MemberStart>('change-funding-terms', draft),
});

async function draft(input: Wanted, turn: MemberStart): Promise<Drafted> {
  const { store, programme, now, who } = turn;
  const { funding, of: year = plannedYear(programme.fiscalYear) } = input;
  const kept = await keptTerms(store);
  if (funding === undefined) return { card: listOf(year, kept, now) };
  const known = termsFor(funding, year, kept);
  if (!known) throw Refusal.because('old-card');
  const before = termsBegun(known, year);
  const said = termsParts.filter(({ name }) => input[name] !== undefined);
  if (said.length === 0) {
    const part = termsParts.find(({ name }) => name === input.part);
    return { card: part ? termsPartForm(before, year, part) : whichPartCard(before, year) };
  }
  const saying = { by: who.id, today: dayOf(now) };
  const set = withParts(before, said, input, saying);
  if ('trouble' in set) return { card: termsPartForm(before, year, set.part, set.trouble) };
  const { after } = set;
  const stored = kept.find((terms) => terms.funding === funding && terms.year === year);
  const put = putOf(store, 'fundingTerms', before, after);
  return {
    title: `財源の変更 ${fundingShort(funding)}（${fiscalYearName(year)}）`,
    lines: termsChanged(before, after, termsParts),
    notes: notesOf(after, input.checked !== undefined),
    puts: [put && !stored ? { ...put, made: after } : put],
    next: [{ label: '財源の内容', ask: ask('show-funding-list', { funding, of: year }) }],
  };
}

function notesOf(after: FundingTerms, isChecked: boolean): readonly string[] {
  if (after.checkedOn === undefined) return ['確認日を入れるまで、画面には「目安」と出ます。'];
  const left = termsParts.filter(({ say }) => say(after).includes('未確認')).map(({ label }) => label);
  if (!isChecked || left.length === 0) return [];
  return [`「未確認」と書いたところが残っています: ${left.join('、')}。確かめたら、そこも書き直してください。`];
}

/** Which one: pressing it shows it, and from there it is changed. */
function listOf(year: number, kept: readonly FundingTerms[], now: Date) {
  const { shown, at, pages } = pageOf(fundingsIn(year, kept, dayOf(now)), 1, FUNDINGS_A_PAGE);
  return fundingListCard({ year, shown, page: at, pages });
}
