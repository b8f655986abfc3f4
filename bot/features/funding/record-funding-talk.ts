import { fundingCard, initiativeFundingCard, talkRecordedNote } from '../../../cards/funding/funding.ts';
import { talkForm } from '../../../cards/funding/record.ts';
import { isAddressed, PERSON_NAMED } from '../../../programme/cases/person-named.ts';
import { dayOf } from '../../../programme/day.ts';
import { type TalkSaid, withTalk } from '../../../programme/funding/funding-record.ts';
import { fundingShort } from '../../../programme/funding/funding-terms.ts';
import type { InitiativeFunding } from '../../../programme/funding/initiative-funding.ts';
import { asksAtOnce, asksBack, defineCommand, type Prepared } from '../../command.ts';
import { fundingMeant, fundingPlace, fundingView } from './funding-view.ts';
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

  async prepare({ sure: _, ...input }, turn): Promise<Prepared<ToRecord>> {
    const view = await fundingView(turn);
    const one = input.initiative === undefined ? undefined : await fundingMeant(input.initiative, view, turn);
    const { day, division, result, funding } = input;
    const about = [one?.content.name, funding && fundingShort(funding)].filter(Boolean).join('　') || undefined;
    const given = { ...input, ...(one ? { initiative: one.id } : {}) };
    const errors = new Map<string, string>(await peopleNamedIn({ division, result }, turn.store));
    if (isAddressed(division)) errors.set('division', PERSON_NAMED);
    if (day !== undefined && day > dayOf(turn.now)) errors.set('day', '協議した日は、今日までの日付にしてください。');
    if (errors.size > 0)
      return asksBack([...errors.keys()], talkForm(turn.municipality, about, given, errors), 'replace');
    if (day === undefined || division === undefined || result === undefined) {
      const lacking = (['day', 'division', 'result'] as const).filter((name) => input[name] === undefined);
      return asksAtOnce(lacking, talkForm(turn.municipality, about, given));
    }
    const beside = { ...(one ? { initiative: one.id } : {}), ...(funding === undefined ? {} : { funding }) };
    return { found: { one, said: { day, division, result, ...beside } } };
  },

  async run(_input, turn, { said, one }) {
    const { at, of } = fundingPlace(turn);
    await turn.change('fundingRecords', at, (known) => withTalk(known, of, said, turn.from));
    const view = await fundingView(turn);
    const told = [talkRecordedNote(said.day)];
    const shown = one && view.fundings.find(({ id }) => id === one.id);
    const card = shown ? initiativeFundingCard(view, shown, told) : fundingCard(view, 1);
    return { card: shown ? card : { ...card, body: [...told, ...card.body] }, how: 'replace' };
  },
});
