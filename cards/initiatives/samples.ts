import { ask } from '../../programme/asks.ts';
import type { Initiative, InitiativeContent } from '../../programme/initiatives/initiative.ts';
import { currentInitiative } from '../../programme/initiatives/initiative.ts';
import { costsOf, unwrittenOf } from '../../programme/initiatives/open-initiatives.ts';
import type { Samples } from '../card.ts';
import { officer, town } from '../example.ts';
import { confirmRoadmapDecision, decisionKeptCard, nothingToDecideCard } from './decision.ts';
import { initiativeCard, initiativeWrittenCard, whichInitiativePart } from './initiative.ts';
import { initiativePartForm, newInitiativeForm } from './initiative-form.ts';
import { officeAskedCard } from './office-asked.ts';
import { broughtBackCard, confirmRemovalCard, removedCard } from './removal.ts';
import { type RoadmapView, roadmapCard } from './roadmap.ts';
import { roadmapFileCard } from './roadmap-file.ts';
import { sortedAskedCard } from './sorted-asked.ts';
import { stoodForCard } from './stood-for.ts';

const YEAR = 2025;
const whole: InitiativeContent = {
  ...{
    name: '書かない窓口の導入',
    item: 'S3-1',
    problem: '転入の手続で、同じことを4枚の紙に書いてもらっている。繁忙期は30分待ちになる。',
  },
  ...{
    plan: '窓口で聞き取り、1枚にまとめる。申請書作成システムを県の共同調達で導入する。',
    goal: '1件25分を15分にする',
    kpis: ['K3-101', 'K3-106'],
  },
  ...{
    department: '住民課',
    others: '総務課',
    sorted: 'later',
    spans: ['q1', 'q2', 'second'],
    people: '派遣人材 月1回',
  },
  ...{
    initialCost: 1200,
    runningCost: 300,
    request: '令和6年10月',
    fundings: ['FN-07'],
    premises: '標準化の移行のあと',
  },
  ...{ shared: '県の共同調達', priority: 'high', decidedOn: '2024-10-20', decidedAt: '庁議' },
};
const begun: InitiativeContent = {
  ...{
    ...whole,
    name: 'eLTAXを使った公金収納',
    item: 'S3-3',
    department: '会計課',
    problem: '',
    goal: '',
    kpis: [],
    spans: ['third'],
  },
  ...{ fundings: [], decidedAt: '' },
};
const long = 'とても長い説明が続きます。'.repeat(38);
const longest: InitiativeContent = {
  ...whole,
  problem: long,
  plan: long,
  goal: long,
  people: long,
  premises: long,
  shared: long,
};

const initiativeOf = (content: InitiativeContent, at: number): Initiative => ({
  ...{ id: `initiative-${YEAR}-${town.code}-${at}`, municipality: town.code, year: YEAR },
  versions: [{ by: officer.id, at: '2024-11-05T01:00:00.000Z', via: 'teams', ask: `a${at}`, number: 2, content }],
});
const all = [whole, begun, { ...whole, name: '生成AIの試行と利用ルール', item: 'S3-6' }].map(initiativeOf);
const [one = initiativeOf(whole, 0)] = all;

const list: RoadmapView = {
  ...{
    municipality: town,
    year: YEAR,
    all: all.length,
    page: 1,
    pages: 2,
    otherYears: [2024],
    removed: [],
    mayWrite: true,
  },
  shown: all.map((each, at) => ({ one: each, at: at + 1 })),
  costs: costsOf(all),
  late: 0,
  unfinished: all.filter((each) => unwrittenOf(currentInitiative(each).content, YEAR).length > 0).length,
};
const view = {
  ...{
    municipality: town,
    one,
    place: { at: 1, of: 3 },
    before: undefined,
    next: all[1]?.id,
    by: officer.name,
    mayWrite: true,
  },
  differs: '項目 S3-1 の実施年度は「令和6年度」です。仕分け「令和7年度以降」と合っていません。',
};
const decided = { municipality: town, day: '2024-11-05', council: '庁議', all: 3, already: 0 };

export const initiativesSamples: Samples = {
  roadmap: () => roadmapCard(list),
  'roadmap-empty': () =>
    roadmapCard({ ...list, shown: [], all: 0, pages: 1, otherYears: [], costs: costsOf([]), unfinished: 0 }),
  'roadmap-which': () => roadmapCard({ ...list, which: 'change-initiative' }),
  'roadmap-removed': () => roadmapCard({ ...list, pages: 1, late: 2, removed: [one] }),
  initiative: () => initiativeCard(view),
  'initiative-longest': () => initiativeCard({ ...view, one: initiativeOf(longest, 9) }),
  'initiative-read': () => initiativeCard({ ...view, by: undefined, mayWrite: false, differs: undefined }),
  'initiative-new': () =>
    newInitiativeForm({
      municipality: town,
      year: YEAR,
      given: {},
      errors: new Map(),
      ask: ask('add-initiative', { municipality: town.code }),
    }),
  'initiative-parts': () => whichInitiativePart(view),
  'initiative-money': () =>
    initiativePartForm({
      ...{ municipality: town, one, part: 'money', given: { cost: '1200000' }, newer: [] },
      errors: new Map([['cost', '「1200000」は円ですか、千円ですか。']]),
    }),
  'initiative-newer': () =>
    initiativePartForm({
      municipality: town,
      one,
      part: 'content',
      given: {},
      errors: new Map(),
      newer: ['目指す姿・目標: 1件25分を10分にする'],
    }),
  'initiative-changed': () =>
    initiativeWrittenCard(
      view,
      [{ what: '必要予算 初期（千円）', before: '1,200千円', after: '1,500千円' }],
      'changed',
    ),
  'initiative-added': () =>
    initiativeWrittenCard(
      { ...view, one: initiativeOf(begun, 4), differs: undefined },
      [{ what: '取組名', after: begun.name }],
      'added',
    ),
  'initiative-removing': () => confirmRemovalCard({ municipality: town, one }, '国の動きを待つため'),
  'initiative-removed': () => removedCard({ municipality: town, one }),
  'initiative-back': () => broughtBackCard({ municipality: town, one }),
  'roadmap-number-moved': () =>
    stoodForCard(
      { place: 2, among: [...all.slice(1), { ...one, removed: { by: officer.id, at: '', via: 'teams', ask: 'r' } }] },
      { municipality: town, to: (initiative) => ask('change-initiative', { municipality: town.code, initiative }) },
    ),
  'roadmap-sorted': () =>
    sortedAskedCard({
      ...{ municipality: town, year: 2025 },
      given: { title: whole.name, priorityItem: whole.item, plan: whole.plan, department: whole.department },
    }),
  'roadmap-office': () =>
    officeAskedCard('窓口の主任', {
      municipality: town,
      sure: ask('change-initiative', { municipality: town.code, initiative: one.id, sure: 'yes' }),
      again: ask('change-initiative', { municipality: town.code, initiative: one.id, section: 'who' }),
    }),
  'roadmap-deciding': () =>
    confirmRoadmapDecision(
      {
        ...decided,
        lines: [{ what: whole.name, before: '令和6年10月20日（日）　庁議', after: '令和6年11月5日（火）　庁議' }],
      },
      '3-6',
    ),
  'roadmap-decided': () => decisionKeptCard({ ...decided, lines: [] }),
  'roadmap-nothing-to-decide': () => nothingToDecideCard(town),
  'roadmap-file': () =>
    roadmapFileCard({
      ...{ municipality: town, year: YEAR, count: 3, day: '2024-11-06', content: new Uint8Array([1]) },
      mayWrite: true,
    }),
};
