import {
  currentUse,
  type FundingRecord,
  type FundingState,
  fundingRecordId,
  fundingStateNames,
  talksOf,
} from '../funding/funding-record.ts';
import { thousandsText } from '../initiatives/cost.ts';
import { currentInitiative } from '../initiatives/initiative.ts';
import { currentTraining, type Training, type TrainingLevel, trainingLevelNames } from '../talent/training.ts';
import { countedFigure } from './drawn-figure.ts';
import type { FigureRecord, ReportBlock, ReportCell, ReportPart, ReportRow } from './figure.ts';
import type { FinalRecords } from './final-records.ts';
import { fundingCalled } from './initiatives-block.ts';

/** 人材・財源: what the 工程表 of all municipalities say of money and of who pays. */
export const resourcesChapter = (records: FinalRecords): ReportPart => ({
  chapter: 6,
  title: '人材・財源',
  blocks: [
    { heading: '支援の成果', text: { key: 'resources', drafted: '' } },
    sumsBlock(records),
    fundingsBlock(records),
    statesBlock(records),
    trainingsBlock(records),
  ],
});

function sumsBlock({ initiatives }: FinalRecords): ReportBlock {
  const all = initiatives.map((initiative) => ({ initiative, content: currentInitiative(initiative).content }));
  const records = (of: typeof all): FigureRecord[] => of.map(({ initiative }) => recordOf(initiative));
  const money = (what: 'initialCost' | 'runningCost', key: string, said: string): ReportCell => {
    const own = all.filter(({ content }) => content[what] !== undefined);
    const value = own.reduce((sum, { content }) => sum + (content[what] ?? 0), 0);
    const figure = { key, what: said, text: thousandsText(value), value, records: records(own) };
    return own.length === 0 ? '未記入' : { ...figure, rule: '記入のある取組の合計' };
  };
  const funded = all.filter(({ content }) => content.fundings.length > 0);
  const decided = all.filter(({ content }) => content.decidedOn !== undefined);
  const count = (key: string, what: string, of: typeof all) =>
    countedFigure({ key, what, count: of.length, unit: '件', records: records(of) });
  return {
    heading: '工程表の財源',
    facts: [
      { label: '取組', cell: count('initiatives', '工程表の取組', all) },
      { label: '庁内で決定した取組', cell: count('decided', '庁内決定日のある取組', decided) },
      { label: '財源の候補のある取組', cell: count('funded', '財源の候補のある取組', funded) },
      { label: '初期費用の合計', cell: money('initialCost', 'initial', '初期費用の合計') },
      { label: '経常費用の合計（年）', cell: money('runningCost', 'running', '経常費用の合計') },
    ],
  };
}

type Initiative = FinalRecords['initiatives'][number];

const recordOf = (initiative: Initiative): FigureRecord => {
  const { id, municipality } = initiative;
  return { kind: 'initiatives', id, municipality, version: currentInitiative(initiative).number };
};

function fundingsBlock({ initiatives }: FinalRecords): ReportBlock {
  const ids = new Set(initiatives.flatMap((initiative) => currentInitiative(initiative).content.fundings));
  const rows = [...ids].toSorted().map((id): ReportRow => {
    const own = initiatives.filter((initiative) => currentInitiative(initiative).content.fundings.includes(id));
    const records = own.map(recordOf);
    const towns = new Set(own.map(({ municipality }) => municipality)).size;
    return {
      cells: [
        fundingCalled(id),
        countedFigure({ key: `funding/${id}`, what: `${id} を候補とする取組`, count: own.length, unit: '件', records }),
        countedFigure({
          key: `funding-towns/${id}`,
          what: `${id} を候補とする団体`,
          count: towns,
          unit: '団体',
          records,
        }),
      ],
    };
  });
  return {
    heading: '財源の候補',
    table: { head: ['財源', '取組', '団体'], shares: [10, 4, 4], rows },
    note: '候補であり、採否や交付を示すものではありません。',
  };
}

/** How the fundings that were taken up stand; 交付税 is never 採択, which its states know. */
function statesBlock({ fundings, programme }: FinalRecords): ReportBlock {
  const of = ({ municipality }: FundingRecord): FigureRecord => ({
    ...{ kind: 'fundingRecords', id: fundingRecordId(programme.fiscalYear, municipality), municipality },
  });
  const states = Object.keys(fundingStateNames) as FundingState[];
  const facts = states.flatMap((state) => {
    const own = fundings.flatMap((record) =>
      record.uses.filter((use) => currentUse(use)?.state === state).map(() => record),
    );
    if (own.length === 0) return [];
    const what = `財源が「${fundingStateNames[state]}」の取組`;
    const cell = countedFigure({
      key: `use/${state}`,
      what,
      count: own.length,
      unit: '件',
      records: [...new Set(own)].map(of),
    });
    return [{ label: fundingStateNames[state], cell }];
  });
  const talked = fundings.filter((record) => talksOf(record).length > 0);
  const count = talked.reduce((sum, record) => sum + talksOf(record).length, 0);
  const talks = countedFigure({
    key: 'talks',
    what: '財源についての県との協議',
    count,
    unit: '件',
    records: talked.map(of),
  });
  return { heading: '財源の状態', facts: count > 0 ? [...facts, { label: '県との協議', cell: talks }] : facts };
}

/** 育成・研修 by level, and the 要件書 of talents from outside. */
function trainingsBlock({ trainings, talents }: FinalRecords): ReportBlock {
  const rows = (Object.keys(trainingLevelNames) as TrainingLevel[]).flatMap((level): ReportRow[] => {
    const own = trainings.filter((each) => currentTraining(each).level === level);
    if (own.length === 0) return [];
    const name = trainingLevelNames[level];
    const people = (key: string, what: string, of: readonly Training[], take: (each: Training) => number) =>
      countedFigure({
        ...{
          key: `${key}/${level}`,
          what: `${name} ${what}`,
          count: of.reduce((sum, each) => sum + take(each), 0),
          unit: '人',
        },
        records: of.map(({ id, municipality }) => ({ kind: 'trainings', id, municipality })),
      });
    const done = own.filter((each) => currentTraining(each).done !== undefined);
    return [
      {
        cells: [
          name,
          people('planned', '研修の計画人数', own, (each) => currentTraining(each).planned),
          done.length === 0
            ? '実績の報告なし'
            : people('trained', '研修の実績人数', done, (each) => currentTraining(each).done ?? 0),
        ],
      },
    ];
  });
  const sought = countedFigure({
    ...{ key: 'talents', what: '外部人材の要件書', count: talents.length, unit: '件' },
    records: talents.map(({ id, municipality }) => ({ kind: 'talentProfiles', id, municipality })),
  });
  return {
    heading: '人材の育成と確保',
    facts: [{ label: '外部人材の要件書', cell: sought }],
    table: { head: ['階層', '計画', '実績'], shares: [6, 4, 4], rows },
  };
}
