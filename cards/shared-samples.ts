import { ask } from '../programme/asks.ts';
import { Refusal } from '../programme/refusal.ts';
import type { Samples } from './card.ts';
import { chooseMunicipality } from './choose-municipality.ts';
import { inChosenPlace } from './chosen-place.ts';
import * as example from './example.ts';
import { interviewSamples } from './interview-samples.ts';
import { notText } from './not-text.ts';
import { readingSamples } from './reading-samples.ts';
import { nothingNew, receiptCard, undoElsewhereCard, undoFurtherCard, undoneCard } from './receipt.ts';
import { refused, stumbled } from './refused.ts';
import { secondThoughtCard } from './second-thought.ts';
import { welcome, welcomeToRoom } from './welcome.ts';

const { town } = example;
const line = { what: 'S1-3 全体方針の決定', before: '検討中・準備中（25%）', after: '実施中・試行（50%）' };
const next = [{ label: '状況を見る', ask: ask('show-status') }];

const chosenPlace = {
  town,
  others: example.region.slice(1, 3).map(({ municipality }) => municipality),
  askAbout: (municipality: string) => ask('show-item', { item: 'S1-3', municipality }),
};

/** The cards of no column, filled in. */
export const sharedSamples: Samples = {
  welcome: () => welcome(example.officer),
  'welcome-room': () => welcomeToRoom(),
  'welcome-stranger': () => welcome(undefined),
  receipt: () =>
    receiptCard({
      municipality: town,
      title: '報告を受け付けました',
      lines: [line],
      report: 'x',
      correct: { item: 'S1-3' },
      next,
    }),
  'nothing-new': () => nothingNew(town, 'S1-3 は「実施中・試行（50%）」で報告済みです。', next),
  'undo-further': () =>
    undoFurtherCard(town, [{ ...line, before: line.after, after: line.before }], { report: 'x', at: example.now }),
  'undo-elsewhere': () =>
    undoElsewhereCard({
      ...{ by: 'expert', at: example.now.toISOString(), via: 'teams', ask: 'x', what: '12/3(木)の訪問記録' },
      back: ask('record-visit', { visit: 'visit-1', report: 'x' }),
    }),
  undone: () => undoneCard(town, [{ ...line, before: line.after, after: line.before }], next),
  'chosen-place': () =>
    inChosenPlace(nothingNew(town, 'S1-3 は「実施中・試行（50%）」で報告済みです。', next), chosenPlace, false),
  'choose-municipality': () =>
    chooseMunicipality(
      ask('show-status'),
      '状況',
      example.region.map(({ municipality }) => municipality),
      { goesOn: false },
    ),
  'choose-municipality-many': () =>
    chooseMunicipality(
      ask('show-status'),
      '状況',
      Array.from({ length: 1741 }, (_, at) => ({ ...town, code: String(100_000 + at), name: `第${at}町` })),
      { said: '町', goesOn: true },
    ),
  refused: () =>
    refused(Refusal.because('changed-meanwhile', { at: example.now }), ask('report-item', { item: 'S1-3' })),
  stumbled: () => stumbled('3f2a91bc'),
  'not-text': () => notText(),
  'second-thought': () =>
    secondThoughtCard(
      '承認',
      { label: '直すこと・理由', said: 'やっぱり承認' },
      ask('decide-filing', { verdict: 'refuse' }),
    ),
  ...interviewSamples,
  ...readingSamples,
};
