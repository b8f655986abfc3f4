import { subcontractCard, subcontractFieldsCard, subcontractForm } from '../../../cards/staffing/subcontract.ts';
import type { InputOf } from '../../../programme/asks.ts';
import { Day } from '../../../programme/day.ts';
import { currentFiling, FILINGS, withVersion } from '../../../programme/filing.ts';
import { onlyKnown } from '../../../programme/only-known.ts';
import { Refusal } from '../../../programme/refusal.ts';
import {
  lackingInSubcontract,
  periodTroubles,
  type Subcontract,
  type SubcontractContent,
  type SubcontractField,
  subcontractFields,
  subcontractId,
} from '../../../programme/staffing/subcontract.ts';
import { asksAtOnce, asksBack, defineCommand, type Prepared } from '../../command.ts';
import type { MemberStart } from '../../turn.ts';
import { activeMembers } from '../people/people.ts';
import { subcontractOf, subcontractsCalled, subcontractsIn, subcontractView } from './subcontract-view.ts';

type Said = Partial<SubcontractContent>;
type Found = { readonly known: Subcontract | undefined; readonly said: Said };

export const editSubcontract = defineCommand({
  name: 'edit-subcontract',
  says: ['再委託', '再委託編集'],
  help: '再委託の承諾申請（名称、代表者、業務の範囲、期間など）を下書きにします。提出は「再委託提出」です。',
  example: '再委託 株式会社まちの支援',
  english: 'Write what the prefecture is asked to consent to about a subcontract.',
  group: { title: '体制のこと', order: 21 },
  needs: 'apply',
  about: 'member',
  privately: true,
  usualFor: {},
  writes: subcontractFields.map(({ name }) => name),
  typed: 'inputs',
  spoken: { words: ['再委託を書', '再委託編集', '再委託を直', '再委託の申請'], wins: 541 },

  /** Everything that was filled in, with all that is wrong of it at once. */
  async again(given, turn, errors) {
    const filled = subcontractFields.flatMap(({ name }) => (typeof given[name] === 'string' ? [name] : []));
    const day = (name: 'from' | 'until') => (errors.has(name) ? undefined : Day.safeParse(given[name]).data);
    const known =
      typeof given['subcontract'] === 'string' ? await subcontractOf(turn.store, given['subcontract']) : undefined;
    const stands = known && currentFiling(known).content;
    const period = { from: day('from') ?? stands?.from, until: day('until') ?? stands?.until };
    return subcontractForm({
      id: known?.id,
      names: filled,
      known: Object.fromEntries(filled.map((name) => [name, given[name]])) as Said,
      errors: { ...periodTroubles(period, turn.programme), ...Object.fromEntries(errors) },
    });
  },

  async prepare(input, turn): Promise<Prepared<Found>> {
    const { known, said } = await meant(input, turn);
    const content: Said = { ...(known && currentFiling(known).content), ...said };
    const ask = (names: readonly SubcontractField[], errors = {}) =>
      asksAtOnce([...names], subcontractForm({ id: known?.id, names, known: content, errors, said }), 'replace');
    const errors = periodTroubles(content, turn.programme);
    const wrong = PERIOD.filter((name) => errors[name] !== undefined);
    if (wrong.length > 0) return ask(wrong, errors);
    if (content.party === undefined) return ask(firstOf(said));
    if (said.party !== undefined && OTHER_THAN_A_NAME.test(said.party)) {
      const { party: _, ...others } = content;
      const errors = { party: '名称だけを入力してください。期間や金額は、このあとに聞きます。' };
      return asksAtOnce(
        ['party'],
        subcontractForm({ id: known?.id, names: firstOf({}), known: others, errors, said }),
        'replace',
      );
    }
    if (Object.keys(said).length > 0 && (known !== undefined || !isOnlyParty(said))) return { found: { known, said } };
    if (!known) return ask(firstOf(said));
    if (input.field) return ask([input.field]);
    const { content: stands } = currentFiling(known);
    if (lackingInSubcontract(stands).length > 0) return ask(nextOf(stands));
    return asksBack(['field'], subcontractFieldsCard(known.id, stands));
  },

  async run(_input, turn, { known, said }) {
    const { from, change, store } = turn;
    const id = known?.id ?? subcontractId(from.ask);
    const kept = await change('subcontracts', { partition: FILINGS, id }, (now) => {
      if (now) return withVersion(now, { ...currentFiling(now).content, ...said }, from);
      const { party } = said;
      if (party === undefined) throw Refusal.because('old-card');
      return { id, versions: [{ ...from, number: 1, content: { ...said, party } }] };
    });
    return { card: subcontractCard(subcontractView(kept, await activeMembers(store), turn)), how: 'replace' };
  },
});

const PERIOD = ['from', 'until'] as const;

/** What is written first, without what was said. */
const firstOf = (said: Said): readonly SubcontractField[] =>
  subcontractFields.flatMap(({ name, first }) => (first && said[name] === undefined ? [name] : []));

/** What is written next: what is missing of the first part, or else of the second. */
function nextOf(content: Said): readonly SubcontractField[] {
  const open = subcontractFields.filter(({ name }) => content[name] === undefined);
  const first = open.filter((field) => field.first);
  return (first.length > 0 ? first : open).map(({ name }) => name);
}

/** 株式会社まちの支援 期間 12/1-12/31 is more than the name of a party. */
const OTHER_THAN_A_NAME = /\d{1,2}[/月]\d{1,2}|\s(?:期間|開始|終了|金額|理由|範囲|代表者)/u;

const isOnlyParty = (said: Said): boolean => Object.keys(said).every((name) => name === 'party');

/** The one on the card, or that of the party that is named; where neither is there, a new one. */
async function meant(input: InputOf<'edit-subcontract'>, { store }: MemberStart): Promise<Found> {
  const { subcontract: id, field: _, ...fields } = input;
  const said: Said = onlyKnown(fields);
  if (id !== undefined) {
    const known = await subcontractOf(store, id);
    if (!known) throw Refusal.because('old-card');
    return { known, said };
  }
  const { party, ...others } = said;
  if (party === undefined) return { known: undefined, said };
  const all = await subcontractsIn(store);
  const known = subcontractsCalled(
    party,
    all.filter((each) => !each.withdrawn),
  ).at(-1);
  return known ? { known, said: others } : { known: undefined, said };
}
