import { fundingCard, initiativeFundingCard } from '../../../cards/funding/funding.ts';
import {
  generalForm,
  type OneFunding,
  stateRecordedNodes,
  whichFundingCard,
  whichStateCard,
} from '../../../cards/funding/record.ts';
import { ask, type InputOf } from '../../../programme/asks.ts';
import {
  currentUse,
  type FundingState,
  type FundingUseVersion,
  stateText,
  type UseSaid,
  useOf,
  withUse,
  wrongState,
} from '../../../programme/funding/funding-record.ts';
import { findFunding, fundingShort } from '../../../programme/funding/funding-terms.ts';
import type { InitiativeFunding } from '../../../programme/funding/initiative-funding.ts';
import { thousandsText } from '../../../programme/initiatives/cost.ts';
import { asksAtOnce, asksBack, defineCommand, type Prepared } from '../../command.ts';
import type { MunicipalStart } from '../../turn.ts';
import { fundingMeant, fundingPlace, fundingView, refuseWithoutInitiatives, whichByNumber } from './funding-view.ts';

type Input = InputOf<'set-funding-state'>;
type ToRecord = { readonly one: InitiativeFunding; readonly funding: string; readonly state: FundingState };

export const setFundingState = defineCommand({
  name: 'set-funding-state',
  says: ['財源状態', '財源の状態'],
  help: '取組の財源が今どうなっているか（検討・協議中・申請済など）を記録します。',
  example: '財源状態 FN-09 申請済',
  english: 'Record how a funding for an initiative stands.',
  group: { title: '工程表と財源', order: 22 },
  needs: 'report',
  about: 'municipality',
  privately: true,
  usualFor: {},
  writes: ['state'],
  typed: 'inputs',
  spoken: { words: ['財源状態', '財源の状態', '財源の状況を記録'], wins: 646 },

  prepare,

  async run(input, turn, { one, funding, state }) {
    const { at, of } = fundingPlace(turn);
    const meant = { initiative: one.id, funding };
    let before: FundingUseVersion | undefined;
    const record = await turn.change('fundingRecords', at, (known) => {
      const use = useOf(known, meant);
      before = use && currentUse(use);
      return withUse(known, of, meant, saidIn(input, state, before), turn.from);
    });
    const use = useOf(record, meant);
    const lines = use ? changedLines(funding, before, currentUse(use)) : [];
    const view = await fundingView(turn);
    const shown = view.fundings.find(({ id }) => id === one.id) ?? one;
    const said = stateRecordedNodes({ municipality: turn.municipality, one: shown }, funding, state, lines);
    return { card: initiativeFundingCard(view, shown, said), how: 'replace' };
  },
});

async function prepare(input: Input, turn: MunicipalStart): Promise<Prepared<ToRecord>> {
  const view = await fundingView(turn);
  refuseWithoutInitiatives(view);
  const { municipality } = turn;
  const { sure: _, begins: _begins, ...given } = input;
  const again = (initiative: string) =>
    ask('set-funding-state', { ...given, municipality: municipality.code, initiative });
  const moved = await whichByNumber(input.initiative, turn, again);
  if (moved) return asksBack(['initiative'], moved);
  const one = await fundingMeant(input.initiative, view, turn);
  if (!one) return asksBack(['initiative'], fundingCard(view, 1, again));
  return ofInitiative({ municipality, one }, input);
}

function ofInitiative(of: OneFunding, input: Input): Prepared<ToRecord> {
  const { one } = of;
  const { sure: _, begins, ...given } = input;
  const { funding, state } = input;
  const found = funding === undefined ? undefined : findFunding(funding);
  if (!found) return asksBack(['funding'], whichFundingCard(of, given));
  if (state === undefined) return asksBack(['state'], whichStateCard(of, found.id, given));
  const wrong = wrongState(found, state);
  if (wrong) return asksBack(['state'], whichStateCard(of, found.id, { ...given, state: undefined }, wrong));
  if (begins !== undefined && input.general === undefined && input.note === undefined)
    return asksAtOnce(['general', 'note'], generalForm(of, found.id, state));
  return { found: { one, funding: found.id, state } };
}

/** What is not said stays as it was. */
function saidIn(input: Input, state: FundingState, before: FundingUseVersion | undefined): UseSaid {
  const { general = before?.general, note = before?.note } = input;
  return { state, ...(general === undefined ? {} : { general }), ...(note === undefined ? {} : { note }) };
}

function changedLines(funding: string, before: FundingUseVersion | undefined, after: FundingUseVersion) {
  const texts = (use: FundingUseVersion | undefined) => [
    ['状態', stateText(use)] as const,
    ['一般財源負担', use?.general === undefined ? undefined : thousandsText(use.general)] as const,
    ['メモ', use?.note] as const,
  ];
  const was = texts(before);
  return texts(after).flatMap(([label, is], at) => {
    const then = was[at]?.[1];
    return then === is
      ? []
      : [{ what: `${fundingShort(funding)} ${label}`, before: then ?? '空欄', after: is ?? '空欄' }];
  });
}
