import { defineKind, inOne, ofYearOfMoment, wholly } from '../kind.ts';
import { exportSheetOfParts, momentCell } from '../sheet.ts';
import {
  INCIDENTS,
  Incident,
  type IncidentStep,
  incidentStanding,
  incidentStateNames,
  incidentTypeNames,
  personalDataNames,
} from './incident.ts';

const stepNames = { reported: '第1報', added: '経過', completed: '完了' } as const;

export const incidents = defineKind({
  name: 'incidents',
  called: '事故の報告',
  container: 'state',
  schema: Incident,
  ...inOne(INCIDENTS),
  id: ({ id }) => id,
  belongsTo: (incident, { code }) => wholly(incident, incidentStanding(incident).facts.municipality === code),
  ofYear: ofYearOfMoment((incident) => incidentStanding(incident).report.at),
  keptFor: { years: 'records', isOver: ({ steps }, { isOld }) => steps.every(({ at }) => isOld(at)) },
  exported: {
    as: 'sheets',
    sheets: [
      exportSheetOfParts('事故', 'trust', (incident: Incident) => incident.steps.map((step) => ({ incident, step })), {
        番号: ({ incident }) => incident.id,
        状態: ({ incident }) => incidentStateNames[incidentStanding(incident).state],
        市町村名: ({ incident }, { townName }) => {
          const { municipality } = incidentStanding(incident).facts;
          return municipality && townName(municipality);
        },
        区分: ({ step }) => stepNames[step.did],
        日時: ({ step }) => momentCell(step.at),
        報告した人: ({ step }, { nameOf }) => nameOf(step.by),
        内容: ({ step }) => step.text,
        種別: ({ step }) => named(step, 'type'),
        発生日時: ({ step }) => step.facts?.occurred,
        個人情報: ({ step }) => named(step, 'personal'),
        '対象情報・件数': ({ step }) => step.facts?.scope,
        応急対応: ({ step }) => step.facts?.response,
        影響範囲: ({ step }) => step.facts?.impact,
        '連絡先・時刻': ({ step }) => step.facts?.contacts,
        原因: ({ step }) => step.facts?.cause,
        再発防止策: ({ step }) => step.facts?.prevention,
      }),
    ],
  },
  takenBack: { never: 'what was told of an accident stays; that it was none is said as its 完了' },
  audited: true,
  ofTheChat: [],
});

function named({ facts }: IncidentStep, what: 'type' | 'personal'): string | undefined {
  if (what === 'type') return facts?.type && incidentTypeNames[facts.type];
  return facts?.personal && personalDataNames[facts.personal];
}
