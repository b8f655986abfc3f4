import { fiscalYearName } from '../day.ts';
import { defineKind, inMunicipality, wholly } from '../kind.ts';
import { exportSheet, momentCell } from '../sheet.ts';
import type { WayBack } from '../undo.ts';
import { currentInitiative, Initiative } from './initiative.ts';

function waysBack({ id, municipality, versions, removed, removedBefore = [] }: Initiative): readonly WayBack[] {
  const name = `工程表の「${currentInitiative({ versions }).content.name}」`;
  const input = { municipality, initiative: id };
  const off = { command: 'remove-initiative', input };
  return [
    ...versions.map((version) => ({
      ...version,
      what: `${name}の${version.number === 1 ? '追加' : '変更'}`,
      back: version.number === 1 ? off : { command: 'change-initiative', input },
      anew: version.number === 1 ? '工程表から外す' : '書き直す',
    })),
    ...removedBefore.map(({ back }) => ({ ...back, what: `${name}の戻し`, back: off, anew: '工程表から外す' })),
    ...(removed ? [{ ...removed, what: `${name}の取り外し`, back: { ...off, input: { ...input, back: 'yes' } } }] : []),
  ];
}

export const initiatives = defineKind({
  name: 'initiatives',
  called: '取組（工程表）',
  container: 'state',
  schema: Initiative,
  ...inMunicipality,
  id: ({ id }) => id,
  belongsTo: (initiative, { code }) => wholly(initiative, initiative.municipality === code),
  // It is written in the year before the one it plans.
  ofYear: (initiative, { fiscalYear }) => (initiative.year === fiscalYear + 1 ? initiative : undefined),
  keptFor: { years: 'records', isOver: ({ versions }, { isOld }) => versions.every(({ at }) => isOld(at)) },
  exported: {
    as: 'sheets',
    sheets: [
      exportSheet<Initiative>('工程表', 'plans', {
        団体コード: ({ municipality }) => municipality,
        年度: ({ year }) => fiscalYearName(year),
        取組ID: ({ id }) => id,
        版: (initiative) => currentInitiative(initiative).number,
        日時: (initiative) => momentCell(currentInitiative(initiative).at),
        取組名: (initiative) => currentInitiative(initiative).content.name,
      }),
    ],
  },
  takenBack: {
    never: 'it is written anew, and every version stays on record',
    byButton: (initiative) => waysBack(initiative),
  },
  audited: true,
  ofTheChat: [],
});
