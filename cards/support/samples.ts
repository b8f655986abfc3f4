import type { Meeting } from '../../programme/meetings/meeting.ts';
import type { Member } from '../../programme/member.ts';
import { openItems } from '../../programme/progress/step-standing.ts';
import type { Assignment } from '../../programme/support/assignment.ts';
import type { Candidate } from '../../programme/support/candidate.ts';
import { type Charge, chargeOf } from '../../programme/support/charge.ts';
import type { Coverage } from '../../programme/support/coverage.ts';
import type { NeedsVersion } from '../../programme/support/support-needs.ts';
import type { VisitRecord } from '../../programme/visits/visit-record.ts';
import type { VisitMeeting } from '../../programme/visits/visit-slot.ts';
import type { Row, Samples } from '../card.ts';
import * as example from '../example.ts';
import { assignForm } from './assign.ts';
import { chargeCard, chargesCard } from './charge.ts';
import { dispatchCard } from './dispatch.ts';
import { type HandoverView, handoverCard, takenOverCard } from './handover.ts';
import { needsForm, needsKeptCard } from './needs.ts';
import { ownTermsCard, townServedCard } from './own-dispatch.ts';
import { townDispatchCard } from './town-dispatch.ts';
import { overdueRow, worryRow } from './waiting.ts';

const { today, town, programme, records, region } = example;
const expertCalled = (name: string, more: Partial<Member> = {}): Member => ({
  ...example.officer,
  ...{ id: `member-${name}`, name, role: 'expert', office: '派遣人材', municipalities: [], lead: false, ...more },
});
const term = { municipality: town.code, from: '2024-10-01', until: '2024-12-13' };
const serving = expertCalled('柳沢 陽子', { municipalities: [town.code], terms: [term] });
const coverage: Coverage = {
  municipality: town,
  now: [{ expert: serving, term }],
  next: [],
  openFrom: '2024-12-14',
};
const decision = {
  ...{ from: term.from, until: term.until, planned: 12, themes: ['S1-3', 'S2-1'] },
  ...{ sources: '前年度の調査報告書', agreed: '2024-09-20', reason: '市町村の希望に沿うため' },
};
const assignment: Assignment = {
  ...{ id: 'assignment-example', municipality: town.code, expert: serving.id },
  versions: [{ ...example.from('assign', 40), ...decision }],
  after: 'member-former',
};
const needs: NeedsVersion = {
  ...example.from('needs', 60),
  ...{ themes: ['S1-3', 'S2-1'], problems: '全体方針はあるが、庁内の体制が決まらない' },
  ...{ goal: '推進体制を決め、要綱を作る', mode: '月1回、火曜か木曜に対面', skills: '自治体の実務経験' },
  limits: 'LGWANのみ。会議室は2階',
};
const candidates: readonly Candidate[] = [
  {
    expert: expertCalled('小林 健一', { expertise: ['S1-3'], area: '佐久', experienced: true }),
    ...{ covered: ['S1-3'], sameArea: true, daysPlanned: 2, visitsHere: 1, towns: 3 },
  },
  {
    expert: expertCalled('宮坂 誠', { expertise: ['S2-1', 'S3-1'] }),
    ...{ covered: ['S2-1'], sameArea: false, daysPlanned: 0, visitsHere: 0, towns: 0 },
  },
];
const visit: Meeting = {
  ...{ id: 'meeting-visit', title: '訪問支援', kind: 'visit', day: '2024-11-20', start: '13:30', end: '16:00' },
  ...{ place: '小海町役場', audience: [town.code], visit: { expert: 'member-former', mode: 'in-person' } },
};
const record: VisitRecord = {
  ...{ id: 'visit-example', meeting: 'meeting-past', municipality: town.code, expert: 'member-former' },
  versions: [
    {
      ...example.from('visit', 20),
      number: 1,
      content: {
        ...{ day: '2024-10-16', start: '13:30', end: '16:00', mode: 'in-person', items: ['S1-2', 'S1-3'] },
        text: '全体方針の骨子を一緒に見直した',
      },
    },
  ],
};
const handover: HandoverView = {
  ...{ municipality: town, assignment: assignment.id, former: '山田 美咲', open: openItems(records) },
  actions: [
    {
      ...{ id: 'action-example', meeting: visit.id, owner: 'member-former', municipality: town.code },
      ...{ what: '要綱の案を作る', due: '2024-11-22', recorded: example.from('action', 20) },
    },
  ],
  visits: [visit],
  records: [record],
};

/** As many of one sort as the list has, and the line that counts the rest. */
const sixOf = (row: (at: number) => Row): readonly Row[] => [1, 2, 3, 4, 5, 6].map(row);

const meetingOf = (day: string, start = '13:30'): VisitMeeting => ({
  ...{ id: `meeting-${day}`, title: `${town.name} 訪問支援`, kind: 'visit', day, start, end: '16:00', place: '' },
  ...{ audience: [town.code], visit: { expert: serving.id, mode: 'in-person' } },
});
const charge = (at: number): Charge =>
  chargeOf(
    {
      ...{ municipality: region[at]?.municipality ?? town, records, requests: [] },
      actions: at === 0 ? handover.actions : [],
      visits: at === 1 ? [] : [{ ...record, expert: serving.id }],
    },
    [meetingOf('2024-10-30'), meetingOf('2024-11-13')].map((each) => ({
      ...each,
      audience: [region[at]?.municipality.code ?? ''],
    })),
    { expert: serving.id, now: example.now },
  );

/** Who serves where, who could, and what a successor takes over. */
export const supportSamples: Samples = {
  dispatch: () =>
    dispatchCard({
      ...{ today, open: 1, ending: 1, all: 77, page: 1, pages: 10, pool: 2, isOffice: true },
      waiting: [
        ...sixOf((at) => ({ title: `川上村 引き継ぎ待ち ${at}`, detail: '後任 小林 健一さん', tone: 'attention' })),
        ...sixOf(() =>
          overdueRow({
            ...{ municipality: town.code, town: '木曽町', expert: '柳沢 陽子', day: '2024-10-23', due: '2024-10-30' },
          }),
        ),
        ...sixOf(() =>
          worryRow({
            ...{ town: town.name, expert: '柳沢 陽子' },
            answer: {
              ...{ ...example.from('fit', 3), municipality: town.code, expert: serving.id },
              ...{ occasion: 'initial', side: 'municipality', fit: 'worried' },
            },
          }),
        ),
      ],
      rows: region.map(({ municipality }, at) => ({
        coverage:
          at === 0
            ? { municipality, now: [], next: [], openFrom: today }
            : at === 1
              ? { ...coverage, municipality }
              : { municipality, now: [{ expert: serving, term: undefined }], next: [], openFrom: undefined },
        planned: at === 0 ? undefined : 12,
      })),
    }),
  'town-dispatch': () =>
    townDispatchCard({
      ...{ coverage, today, needs, candidates, page: 1, pages: 2, open: openItems(records) },
      ...{ needed: { items: needs.themes, from: 'themes' }, assignments: [assignment] },
    }),
  'town-served': () => townServedCard(coverage, today, true),
  'town-served-looked-at': () => townServedCard(coverage, today, false),
  charges: () => chargesCard({ charges: [0, 1, 2, 3].map(charge), all: 5, page: 1, pages: 2, today }),
  charge: () => chargeCard(charge(0)),
  'own-terms': () => ownTermsCard([{ municipality: town, term }]),
  'assign-form': () =>
    assignForm({
      ...{ municipality: town, experts: candidates.map(({ expert }) => expert), expert: candidates[0]?.expert },
      ...{ known: undefined, given: { from: '2024-12-20', until: '2024-12-10' } },
      errors: { until: '終了日は、開始日の12/20(金)かそのあとの日にしてください。' },
    }),
  'needs-form': () =>
    needsForm({ municipality: town, fiscalYear: programme.fiscalYear, known: needs, given: {}, errors: {} }),
  'needs-kept': () => needsKeptCard(town, programme.fiscalYear, needs),
  handover: () => handoverCard(handover),
  'taken-over': () => takenOverCard(handover),
};
