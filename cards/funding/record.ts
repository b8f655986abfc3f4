import { ask, type Given } from '../../programme/asks.ts';
import { type FundingState, fundingStateNames, NO_STATE, statesOf } from '../../programme/funding/funding-record.ts';
import { findFunding, fundingShort } from '../../programme/funding/funding-terms.ts';
import type { InitiativeFunding } from '../../programme/funding/initiative-funding.ts';
import type { Municipality } from '../../programme/municipality.ts';
import {
  buttons,
  type Card,
  type Change,
  card,
  changes,
  type Field,
  list,
  type Node,
  notice,
  offering,
  text,
} from '../card.ts';

type StateGiven = Given<'set-funding-state'>;
export type OneFunding = { readonly municipality: Municipality; readonly one: InitiativeFunding };

/** Which of its fundings something is recorded of: those it names, then the candidates. */
export function whichFundingCard({ municipality, one }: OneFunding, given: StateGiven): Card {
  const to = (funding: string) =>
    ask('set-funding-state', { ...given, municipality: municipality.code, initiative: one.id, funding });
  const chosen = one.chosen.map(({ funding, use }) => ({
    title: fundingShort(funding.id),
    detail: use ? `今は「${fundingStateNames[use.state]}」` : `財源の欄にあるもの・状態は${NO_STATE}`,
    ask: to(funding.id),
  }));
  const others = one.candidates.slice(0, 6).map(({ funding, because }) => ({
    title: fundingShort(funding.id),
    detail: because,
    ask: to(funding.id),
  }));
  return offering(
    '財源の状態',
    `${one.content.name}: どの財源ですか。`,
    text(one.content.name, 'strong'),
    text(municipality.name, 'quiet'),
    text('どの財源ですか。ほかの財源は「財源状態 FN-12」のように番号で選べます。'),
    list([...chosen, ...others]),
  );
}

/** How it stands now, in one tap. 採択 is never offered for 交付税. */
export function whichStateCard(
  { municipality, one }: OneFunding,
  id: string,
  given: StateGiven,
  problem?: string,
): Card {
  const funding = findFunding(id);
  const use = one.chosen.find((each) => each.funding.id === id)?.use;
  const of = { ...given, municipality: municipality.code, initiative: one.id, funding: id };
  const states = funding ? statesOf(funding) : [];
  return offering(
    '財源の状態',
    `${one.content.name} ${fundingShort(id)}: どの状態ですか。`,
    problem ? notice('attention', `${problem}何も記録していません。`) : [],
    text(one.content.name, 'strong'),
    text(`${municipality.name}　${fundingShort(id)}`, 'quiet'),
    text(`${use ? `今は「${fundingStateNames[use.state]}」です。` : ''}どの状態ですか。`),
    buttons(
      ...states.map((state) => ({ label: fundingStateNames[state], ask: ask('set-funding-state', { ...of, state }) })),
    ),
  );
}

/** 一般財源負担 and a note, which not everybody has to say. */
export function generalForm({ municipality, one }: OneFunding, funding: string, state: FundingState): Card {
  const use = one.chosen.find((each) => each.funding.id === funding)?.use;
  const fields: Field[] = [
    {
      ...{ name: 'general', label: '一般財源負担（千円・任意）', required: false, type: 'number', unit: '千円' },
      value: use?.general === undefined ? undefined : String(use.general),
    },
    { name: 'note', label: 'メモ（任意）', required: false, type: 'text', maxLength: 200, value: use?.note },
  ];
  const of = { municipality: municipality.code, initiative: one.id, funding, state };
  return card(
    '一般財源負担',
    `${one.content.name} ${fundingShort(funding)}の一般財源負担を入力してください。`,
    text(one.content.name, 'strong'),
    text(`${municipality.name}　${fundingShort(funding)}（${fundingStateNames[state]}）`, 'quiet'),
    { kind: 'form', parts: [{ intro: [], fields }], submit: '記録する', ask: ask('set-funding-state', of) },
  );
}

/** What was recorded, before → after. */
export function stateRecordedNodes(
  { municipality, one }: OneFunding,
  {
    funding,
    state,
    version,
  }: { readonly funding: string; readonly state: FundingState; readonly version?: string | undefined },
  lines: readonly Change[],
): readonly Node[] {
  const at = { municipality: municipality.code, initiative: one.id, funding };
  return [
    lines.length > 0
      ? notice('good', '財源の状態を記録しました。')
      : notice('quiet', 'すでにそのとおりです。変わったところはありません。'),
    ...(lines.length > 0 ? [changes(lines)] : []),
    buttons(
      { label: '一般財源負担を書く', ask: ask('set-funding-state', { ...at, state, begins: 'yes' }) },
      ...(version === undefined
        ? []
        : [{ label: '状態の記録を取り消す', ask: ask('set-funding-state', { ...at, version }) }]),
    ),
  ];
}

/** What was taken off or put back, and how the funding stands now. */
export const stateRemovedNodes = (of: StateGiven, now: string, isBack: boolean): readonly Node[] => [
  notice(
    'good',
    `財源の状態の記録を${isBack ? '元に戻しました' : '取り消しました'}。今は「${now}」です。履歴には残ります。`,
  ),
  ...(isBack ? [] : [buttons({ label: '元に戻す', ask: ask('set-funding-state', { ...of, back: 'yes' }) })]),
];

const talkFields: readonly Field[] = [
  { name: 'day', label: '協議した日', required: true, type: 'date' },
  {
    name: 'division',
    label: '県の課（氏名は書かない）',
    required: true,
    type: 'text',
    maxLength: 60,
    hint: '例: 県の担当課の名前',
  },
  { name: 'result', label: '協議の結果', required: true, type: 'text', maxLength: 500, lines: 'many' },
];

/** 県との協議: its day, with which 課, and what came of it. */
export function talkForm(
  municipality: Municipality,
  about: string | undefined,
  given: Given<'record-funding-talk'>,
  errors: ReadonlyMap<string, string> = new Map(),
): Card {
  const fields = talkFields.map((field): Field => {
    const said = given[field.name as 'day' | 'division' | 'result'];
    return {
      ...field,
      value: said,
      error: errors.get(field.name),
      said: said !== undefined && !errors.has(field.name),
    };
  });
  return card(
    '県との協議',
    `${municipality.name}　県との協議を記録します。`,
    errors.size > 0 ? notice('attention', `${[...errors.values()].join('\n')}\nまだ記録していません。`) : [],
    text(about === undefined ? municipality.name : `${municipality.name}　${about}`, 'strong'),
    {
      ...{ kind: 'form', parts: [{ intro: [], fields }], submit: '記録する' },
      ask: ask('record-funding-talk', { ...given, municipality: municipality.code }),
    },
  );
}
