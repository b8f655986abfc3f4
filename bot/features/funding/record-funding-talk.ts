import { buttons } from '../../../cards/card.ts';
import {
  type FundingView,
  fundingCard,
  initiativeFundingCard,
  talkRecordedNote,
} from '../../../cards/funding/funding.ts';
import { talkForm } from '../../../cards/funding/record.ts';
import { ask, type InputOf } from '../../../programme/asks.ts';
import { isAddressed, PERSON_NAMED } from '../../../programme/cases/person-named.ts';
import { dayOf, fiscalYearOf, fullDate } from '../../../programme/day.ts';
import { type TalkSaid, talksOf, withTalk } from '../../../programme/funding/funding-record.ts';
import { fundingShort } from '../../../programme/funding/funding-terms.ts';
import type { InitiativeFunding } from '../../../programme/funding/initiative-funding.ts';
import { asksAtOnce, asksBack, defineCommand, type Prepared } from '../../command.ts';
import type { MunicipalStart } from '../../turn.ts';
import { fundingMeant, fundingPlace, fundingView, whichByNumber } from './funding-view.ts';
import { peopleNamedIn } from './read-roster-names.ts';

type ToRecord = { readonly said: TalkSaid; readonly one: InitiativeFunding | undefined };

export const recordFundingTalk = defineCommand({
  name: 'record-funding-talk',
  says: ['財源協議', '財源の協議'],
  help: '財源について県と協議した日・課・結果を記録します（氏名は書きません）。',
  example: '財源協議',
  english: 'Record a talk with the prefecture about fundings: its day, the division and the result.',
  group: { title: '工程表と財源', order: 23 },
  needs: 'report',
  about: 'municipality',
  privately: true,
  usualFor: {},
  writes: true,
  typed: 'inputs',
  spoken: { words: ['財源協議', '財源の協議', '財源で県と協議', '財源について県と協議'], wins: 648 },

  /** A day that there is not is asked for in the same form, with all that was said. */
  async again(given, turn, errors) {
    const { day, ...others } = given;
    const said = day === undefined || errors.has('day') ? others : { ...others, day: String(day) };
    return talkForm(turn.municipality, undefined, said, errors);
  },

  async prepare({ sure: _, ...typed }, turn): Promise<Prepared<ToRecord>> {
    const view = await fundingView(turn);
    const input = withName(typed, view);
    const to = (initiative: string) =>
      ask('record-funding-talk', { ...input, municipality: turn.municipality.code, initiative });
    const moved = await whichByNumber(input.initiative, turn, to);
    if (moved) return asksBack(['initiative'], moved);
    const one = input.initiative === undefined ? undefined : await fundingMeant(input.initiative, view, turn);
    return asked(input, one, turn);
  },

  async run(_input, turn, { said, one }) {
    const { at, of } = fundingPlace(turn);
    await turn.change('fundingRecords', at, (known) => withTalk(known, of, said, turn.from));
    const view = await fundingView(turn);
    const { code: municipality } = turn.municipality;
    const recorded = talksOf(view.record).find((talk) => talk.ask === turn.from.ask);
    const wrong = ask('remove-funding-talk', { municipality, talk: recorded?.ask });
    const told = [talkRecordedNote(said.day), ...(recorded ? [buttons({ label: '協議を消す', ask: wrong })] : [])];
    const shown = one && view.fundings.find(({ id }) => id === one.id);
    const card = shown ? initiativeFundingCard(view, shown, told) : fundingCard(view, 1);
    return { card: shown ? card : { ...card, body: [...told, ...card.body] }, how: 'replace' };
  },
});

type Input = Omit<InputOf<'record-funding-talk'>, 'sure'>;

/**
 * Behind neither a day nor an office, what was typed without 結果 names an initiative; before a result its whole name may
 * stand.
 */
function withName(input: Input, { fundings }: FundingView): Input {
  const { day, division, result, initiative } = input;
  if (initiative !== undefined || result === undefined) return input;
  if (day === undefined && division === undefined) return { ...input, initiative: result, result: undefined };
  const named = fundings.filter(({ content }) => result.startsWith(content.name));
  const [one, ...others] = named;
  if (!one || others.length > 0) return input;
  const rest = result.slice(one.content.name.length).trim();
  return { ...input, initiative: one.id, result: rest === '' ? undefined : rest };
}

function dayTrouble(day: string, { now, programme }: MunicipalStart): string | undefined {
  if (day > dayOf(now)) return '協議した日は、今日までの日付にしてください。';
  return fiscalYearOf(day) < programme.fiscalYear - 1
    ? `${fullDate(day)}は、前の年度より前です。年を確かめてください。`
    : undefined;
}

/** With what is missing or cannot be so asked for. */
async function asked(
  input: Input,
  one: InitiativeFunding | undefined,
  turn: MunicipalStart,
): Promise<Prepared<ToRecord>> {
  const { day, division, result, funding } = input;
  const about = [one?.content.name, funding && fundingShort(funding)].filter(Boolean).join('　') || undefined;
  const given = { ...input, ...(one ? { initiative: one.id } : {}) };
  const errors = new Map<string, string>(await peopleNamedIn({ division, result }, turn.store));
  if (isAddressed(division)) errors.set('division', PERSON_NAMED);
  const wrongDay = day === undefined ? undefined : dayTrouble(day, turn);
  if (wrongDay !== undefined) errors.set('day', wrongDay);
  if (errors.size > 0)
    return asksBack([...errors.keys()], talkForm(turn.municipality, about, given, errors), 'replace');
  if (day === undefined || division === undefined || result === undefined) {
    const lacking = (['day', 'division', 'result'] as const).filter((name) => input[name] === undefined);
    return asksAtOnce(lacking, talkForm(turn.municipality, about, given));
  }
  const beside = { ...(one ? { initiative: one.id } : {}), ...(funding === undefined ? {} : { funding }) };
  return { found: { one, said: { day, division, result, ...beside } } };
}
