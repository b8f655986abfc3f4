import { z } from 'zod';
import { Provenance } from '../provenance.ts';

/** 種別 (様式 FM-22). */
export const incidentTypeNames = {
  leak: '漏えい等',
  misdirected: '誤送信',
  loss: '紛失',
  intrusion: '不正アクセス',
  outage: '停止',
} as const;
export type IncidentType = keyof typeof incidentTypeNames;
export const IncidentType = z.enum(Object.keys(incidentTypeNames) as [IncidentType, ...IncidentType[]]);

/** 個人情報の有無. */
export const personalDataNames = { yes: 'あり', no: 'なし', unknown: '確認中' } as const;
export type PersonalData = keyof typeof personalDataNames;
export const PersonalData = z.enum(Object.keys(personalDataNames) as [PersonalData, ...PersonalData[]]);

/** What is known of an accident, as FM-22 has it; what is said later takes the place of what was said before. */
export const IncidentFacts = z.object({
  municipality: z.string().optional(),
  type: IncidentType.optional(),
  /** 発生日時, as it was said. */
  occurred: z.string().optional(),
  personal: PersonalData.optional(),
  /** 対象情報・件数 */
  scope: z.string().optional(),
  /** 応急対応 */
  response: z.string().optional(),
  /** 影響範囲 */
  impact: z.string().optional(),
  /** 連絡先・時刻 */
  contacts: z.string().optional(),
  cause: z.string().optional(),
  prevention: z.string().optional(),
});
export type IncidentFacts = z.infer<typeof IncidentFacts>;

/** An entry of 経過: the first report, what became known, or that it is over. Entries are only ever added. */
export const IncidentStep = Provenance.extend({
  did: z.enum(['reported', 'added', 'completed']),
  text: z.string().optional(),
  facts: IncidentFacts.optional(),
});
export type IncidentStep = z.infer<typeof IncidentStep>;

/** 事故: told at once to the PM and the prefecture, 1:1, at any hour. The first entry is the first report. */
export const Incident = z.object({ id: z.string(), steps: z.array(IncidentStep).min(1) });
export type Incident = z.infer<typeof Incident>;

/** The partition of accidents: what municipality one is of may become known, or be put right, later. */
export const INCIDENTS = '_incidents';

export const incidentStateNames = { first: '第1報', ongoing: '経過', completed: '完了' } as const;

/** What follows from all that was said. */
export type IncidentStanding = {
  readonly state: keyof typeof incidentStateNames;
  readonly report: IncidentStep;
  readonly facts: IncidentFacts;
};

export function incidentStanding({ steps }: Incident): IncidentStanding {
  const [report, ...later] = steps;
  if (!report) throw new Error('an accident without its first report');
  const isOver = later.some(({ did }) => did === 'completed');
  const facts: IncidentFacts = Object.assign({}, ...steps.map((step) => step.facts));
  return { state: isOver ? 'completed' : later.length > 0 ? 'ongoing' : 'first', report, facts };
}

type NewStep = Pick<IncidentStep, 'did' | 'text' | 'facts'>;

/** Adds an entry. The same message, or the same words of the same person once more, change nothing. */
export function withIncidentStep(incident: Incident, said: NewStep, from: Provenance): Incident {
  const { steps } = incident;
  const told = (step: NewStep) => JSON.stringify([step.did, step.text, Object.entries(step.facts ?? {}).toSorted()]);
  const last = steps.at(-1);
  const isSame = last?.by === from.by && told(last) === told(said);
  if (isSame || steps.some(({ ask }) => ask === from.ask)) return incident;
  return { ...incident, steps: [...steps, { ...from, ...said }] };
}
