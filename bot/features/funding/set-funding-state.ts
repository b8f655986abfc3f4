import { type FundingView, fundingCard, initiativeFundingCard } from '../../../cards/funding/funding.ts';
import {
  generalForm,
  type OneFunding,
  stateRecordedNodes,
  stateRemovedNodes,
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
  withoutUse,
  withUse,
  wrongState,
} from '../../../programme/funding/funding-record.ts';
import { findFunding, fundingShort } from '../../../programme/funding/funding-terms.ts';
import type { InitiativeFunding } from '../../../programme/funding/initiative-funding.ts';
import { thousandsText } from '../../../programme/initiatives/cost.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { asksAtOnce, asksBack, defineCommand, type Prepared, type Reply } from '../../command.ts';
import type { MunicipalStart, MunicipalTurn } from '../../turn.ts';
import { fundingMeant, fundingPlace, fundingView, refuseWithoutInitiatives, whichByNumber } from './funding-view.ts';

type Input = InputOf<'set-funding-state'>;
type Recorded = { readonly one: InitiativeFunding; readonly funding: string; readonly state: FundingState };
type Removed = { readonly removed: FundingUseVersion; readonly initiative: string; readonly funding: string };
type ToRecord = Recorded | Removed;

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
  writes: ['state', 'version'],
  typed: 'inputs',
  spoken: { words: ['財源状態', '財源の状態', '財源の状況を記録'], wins: 646 },

  prepare,

  run: (input, turn, found) => ('removed' in found ? remove(input, turn, found) : record(input, turn, found)),
});

async function record(input: Input, turn: MunicipalTurn, { one, funding, state }: Recorded): Promise<Reply> {
  const { at, of } = fundingPlace(turn);
  const meant = { initiative: one.id, funding };
  let before: FundingUseVersion | undefined;
  const after = await turn.change('fundingRecords', at, (known) => {
    before = currentUse(useOf(known, meant));
    return withUse(known, of, meant, saidIn(input, state, before), turn.from);
  });
  const use = currentUse(useOf(after, meant));
  const lines = use ? changedLines(funding, before, use) : [];
  const view = await fundingView(turn);
  const shown = view.fundings.find(({ id }) => id === one.id) ?? one;
  const version = use?.ask === turn.from.ask ? use.ask : undefined;
  const said = stateRecordedNodes({ municipality: turn.municipality, one: shown }, { funding, state, version }, lines);
  return { card: initiativeFundingCard(view, shown, said), how: 'replace' };
}

/** What stood before the version that is taken off stands again, as long as nothing was said since. */
async function remove({ back }: Input, turn: MunicipalTurn, { removed, initiative, funding }: Removed): Promise<Reply> {
  const { at } = fundingPlace(turn);
  const isBack = back !== undefined;
  const meant = { initiative, funding };
  const after = await turn.change('fundingRecords', at, (known) => {
    if (!known) throw Refusal.because('old-card');
    return withoutUse(known, removed.ask, turn.from, isBack);
  });
  const of = { municipality: turn.municipality.code, ...meant, version: removed.ask };
  const told = stateRemovedNodes(of, stateText(currentUse(useOf(after, meant))), isBack);
  const view = await fundingView(turn);
  const one = view.fundings.find(({ id }) => id === initiative);
  if (one) return { card: initiativeFundingCard(view, one, told), how: 'replace' };
  const card = fundingCard(view, 1);
  return { card: { ...card, body: [...told, ...card.body] }, how: 'replace' };
}

/** @throws Refusal where there is no such version */
function versionMeant({ version }: Input, { record: known }: FundingView): Removed {
  for (const { initiative, funding, versions } of known?.uses ?? []) {
    const removed = versions.find((each) => each.ask === version);
    if (removed) return { removed, initiative, funding };
  }
  throw Refusal.because('old-card');
}

async function prepare(input: Input, turn: MunicipalStart): Promise<Prepared<ToRecord>> {
  const view = await fundingView(turn);
  if (input.version !== undefined) return { found: versionMeant(input, view) };
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
