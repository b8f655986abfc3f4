import { z } from 'zod';
import { Day } from '../../programme/day.ts';
import { defineKind, inMunicipality, ofYearOfDay, wholly } from '../../programme/kind.ts';
import { Provenance } from '../../programme/provenance.ts';
import { exportSheet, momentCell } from '../../programme/sheet.ts';
import { takenBackWhole } from '../../programme/undo.ts';
import { labelOf } from './asks.ts';

export const Probe = Provenance.extend({
  id: z.string(),
  municipality: z.string(),
  state: z.string(),
  day: Day,
  count: z.number(),
  cure: z.string().optional(),
  note: z.string().optional(),
  undone: Provenance.optional(),
});
export type Probe = z.infer<typeof Probe>;

export const probes = defineKind({
  name: 'probeRecords',
  called: '機器点検の記録',
  container: 'state',
  schema: Probe,
  ...inMunicipality,
  id: ({ id }) => id,
  belongsTo: (probe, { code }) => wholly(probe, probe.municipality === code),
  ofYear: ofYearOfDay(({ day }) => day),
  keptFor: { years: 'records', isOver: ({ at }, { isOld }) => isOld(at) },
  exported: {
    as: 'sheets',
    sheets: [
      exportSheet<Probe>('機器点検', 'support', {
        市町村名: ({ municipality }, { townName }) => townName(municipality),
        点検日: ({ day }) => day,
        状態: ({ state }) => labelOf(state),
        点数: ({ count }) => count,
        備考: ({ note }) => note,
        記録した人: ({ by }, { nameOf }) => nameOf(by),
        日時: ({ at }) => momentCell(at),
      }),
    ],
  },
  takenBack: takenBackWhole<Probe>(({ state, count }) => ({
    what: '機器点検',
    said: `${labelOf(state)} ${count}点`,
    undone: '取り消し',
  })),
  audited: true,
  ofTheChat: [],
});
