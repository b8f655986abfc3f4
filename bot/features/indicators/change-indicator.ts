import { indicatorListCard, indicatorPartForm, whichIndicatorPartCard } from '../../../cards/indicators/terms.ts';
import { ask, type InputOf } from '../../../programme/asks.ts';
import { dayOf, fiscalYearName } from '../../../programme/day.ts';
import { indicatorBegun, indicatorParts } from '../../../programme/indicators/terms-change.ts';
import {
  type IndicatorTerms,
  indicatorName,
  indicatorsIn,
  indicatorTermsFor,
  surenessOf,
} from '../../../programme/national-indicator.ts';
import { termsChanged, withParts } from '../../../programme/part-of-terms.ts';
import { Refusal } from '../../../programme/refusal.ts';
import type { Store } from '../../../storage/collections.ts';
import { defineCommand } from '../../command.ts';
import { type Drafted, putOf, settingCommand } from '../../setting-change.ts';
import type { MemberStart } from '../../turn.ts';
import { keptIndicators } from './read-indicators.ts';

type Wanted = InputOf<'change-indicator'>;

export const changeIndicator = defineCommand({
  name: 'change-indicator',
  says: ['全国指標の変更', '全国指標変更'],
  help: '全国指標の内容（対応するKPI・定義・分母・調査時点・表の見出しなど）を、前と後を見て変えます。',
  example: '全国指標の変更 NI-01',
  english: 'Change what is known of a national indicator, and say when it was checked.',
  group: { title: '途中の変更', order: 61 },
  about: 'member',
  writes: indicatorParts.map(({ name }) => name),
  spoken: { words: ['全国指標の変更', '全国指標変更', '全国指標を変更', '全国指標の内容を変'], wins: 656 },
  ...settingCommand<'change-indicator', Wanted, MemberStart>('change-indicator', draft),
});

async function draft(input: Wanted, turn: MemberStart): Promise<Drafted> {
  const { indicator } = input;
  const kept = await keptIndicators(turn.store);
  if (indicator === undefined) return { card: listOf(kept, turn) };
  const known = indicatorTermsFor(indicator, input.of ?? turn.programme.fiscalYear, kept);
  if (!known) throw Refusal.because('old-card');
  const before = indicatorBegun(known, input.of ?? known.year);
  const said = indicatorParts.filter(({ name }) => input[name] !== undefined);
  if (said.length === 0) {
    const part = indicatorParts.find(({ name }) => name === input.part);
    return { card: part ? indicatorPartForm(before, part) : whichIndicatorPartCard(before) };
  }
  const saying = { by: turn.who.id, today: dayOf(turn.now) };
  const set = withParts(before, said, input, saying);
  if ('trouble' in set) return { card: indicatorPartForm(before, set.part, set.trouble) };
  return changed(before, set.after, { kept, store: turn.store });
}

type Stored = { readonly kept: readonly IndicatorTerms[]; readonly store: Store };

function changed(before: IndicatorTerms, after: IndicatorTerms, { kept, store }: Stored): Drafted {
  const { indicator, year } = after;
  const isStored = kept.some((terms) => terms.indicator === indicator && terms.year === year);
  const put = putOf(store, 'indicatorTerms', before, after);
  return {
    title: `全国指標の変更 ${indicatorName(indicator)}（${fiscalYearName(year)}の調査）`,
    lines: termsChanged(before, after, indicatorParts),
    notes: [
      '取り込んである公表値と、報告値は変わりません。',
      ...(after.checkedOn === undefined ? ['確認日を入れるまで、画面には「未確認」と出ます。'] : []),
    ],
    puts: [put && !isStored ? { ...put, made: after } : put],
    next: [{ label: '全国指標の定義', ask: ask('show-indicator-list', { indicator }) }],
  };
}

/** Which one: pressing it shows it, and from there it is changed. */
function listOf(kept: readonly IndicatorTerms[], { programme, now }: MemberStart) {
  const today = dayOf(now);
  const all = indicatorsIn(programme.fiscalYear, kept);
  return indicatorListCard(
    all.map((terms) => ({ terms, sureness: surenessOf(terms, today) })),
    1,
  );
}
