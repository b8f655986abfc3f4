import type { Ask } from '../../cards/card.ts';
import { HOME } from '../../demo/programme.ts';
import { ask } from '../../programme/asks.ts';
import { withSubmission } from '../../programme/filing.ts';
import { begunReport, finalReportId, withFinalText } from '../../programme/final-report/final-report.ts';
import { HelpRequest } from '../../programme/help/help-request.ts';
import { Initiative } from '../../programme/initiatives/initiative.ts';
import { SimplePlan, simplePlanId } from '../../programme/initiatives/simple-plan.ts';
import { topicId } from '../../programme/meetings/agenda.ts';
import { type Meeting, meetingId } from '../../programme/meetings/meeting.ts';
import type { Member } from '../../programme/member.ts';
import { yearlyId } from '../../programme/progress/record-year.ts';
import type { Provenance } from '../../programme/provenance.ts';
import { PlanText, WholePlan, wholePlanId } from '../../programme/reports/whole-plan.ts';
import { chartId, OrganizationChart } from '../../programme/staffing/organization-chart.ts';
import { TalentProfile, talentProfileId } from '../../programme/talent/talent-profile.ts';
import { Training, trainingId } from '../../programme/talent/training.ts';
import { type VisitContent, withVisitVersion } from '../../programme/visits/visit-record.ts';
import { municipal, type Store } from '../../storage/collections.ts';
import { change } from '../../storage/store.ts';

/** What stands in every planted record, so that one search is for all of them. */
export const COMMON = 'ぬまがさ';
/** Signs that no other word of the programme has side by side. */
const SIGNS = [...'ァィゥェォッャュョヮヰヱヲヴヵヶヷヸヹヺヾヽ々〆〇〃〼ゟヿゝゞ'];

/** A word that stands in one record alone, what opens that record, and what is shown then. */
export type Planted = { readonly word: string; readonly open: Ask; readonly shows: string };

/** What another municipality wants to talk about in a meeting of all. */
export const OTHERS = 'となりのはなし';

export const NEIGHBOUR = '203050';

/**
 * One record of each kind that is looked through, and of some two: of another municipality, or before it was handed in.
 * @param people of the roster by their roles: an expert and an officer of HOME, and somebody of the secretariat
 */
export async function plantWords(
  store: Store,
  people: { readonly expert: Member; readonly officer: Member; readonly office: Member },
): Promise<readonly Planted[]> {
  const planted: Planted[] = [];
  const by = (member: Member, what: string): Provenance => ({
    ...{ by: member.id, at: '2026-11-20T01:00:00.000Z', via: 'teams', ask: `search-${what}` },
  });
  const { expert, officer, office } = people;
  /** The next word, in the text that it stands in. */
  const word = (open: Ask, shows?: string): string => {
    const own = `ぬぬ${SIGNS[planted.length] ?? ''}ゐゑ`;
    planted.push({ word: own, open, shows: shows ?? own });
    return `${COMMON} ${own}`;
  };

  for (const municipality of [HOME, NEIGHBOUR]) {
    const of = { municipality, fiscalYear: 2026 };
    const training = trainingId(of, 'search');
    const row = { level: 'staff', planned: 3, when: '1月' } as const;
    await store.trainings.put(
      Training.parse({
        ...{ id: training, ...of },
        versions: [
          {
            ...by(officer, 'training'),
            content: { ...row, target: word(ask('show-talent', { municipality, training })) },
          },
        ],
      }),
      'absent',
    );
    const talent = talentProfileId(of, 'search');
    const content = { role: '補佐官', engagement: 'contract', days: '月4日', recruiting: '公募', when: '4月' } as const;
    await store.talentProfiles.put(
      TalentProfile.parse({
        ...{ id: talent, ...of },
        versions: [
          {
            ...by(officer, 'talent'),
            content: { ...content, skills: word(ask('show-talent', { municipality, talent })) },
          },
        ],
      }),
      'absent',
    );
    const initiative = `initiative-2027-${municipality}-search`;
    await store.initiatives.put(
      Initiative.parse({
        ...{ id: initiative, municipality, year: 2027 },
        versions: [
          {
            ...by(officer, 'initiative'),
            number: 1,
            content: {
              ...{ name: '窓口の見直し', item: 'S3-1', problem: '', goal: '', kpis: [], department: '住民課' },
              ...{ others: '', sorted: 'later', spans: ['q1'], people: '', request: '', fundings: [], premises: '' },
              ...{ shared: '', priority: 'high', decidedAt: '' },
              plan: word(ask('show-initiatives', { municipality, initiative, year: 2027 })),
            },
          },
        ],
      }),
      'absent',
    );
    const simple = { id: simplePlanId(municipality), municipality, year: 2027 };
    const texts = { vision: word(ask('show-simple-plan', { municipality, section: 'vision' })) };
    await store.simplePlans.put(
      SimplePlan.parse({
        ...simple,
        versions: [{ ...by(officer, 'simple'), number: 1, content: { size: 'small', texts } }],
      }),
      'absent',
    );
    await plantVisit(municipality);
    await plantMeeting(`${municipality}の打合せ`, [municipality], 'decisions', (id) =>
      ask('show-meetings', { meeting: id }),
    );
  }
  await plantMeeting('進捗状況確認会議', ['prefecture', 'secretariat'], 'issues', (id) =>
    ask('minutes-file', { meeting: id }),
  );
  await plantMeeting('合同の会議', ['all'], 'decisions', (id) => ask('show-meetings', { meeting: id }));
  await plantFilings();
  await plantProgress();
  return planted;

  /** What is said of progress and of a meeting of all: a topic is another municipality's own in a room of one. */
  async function plantProgress() {
    const meeting = meetingOf('持ち寄る会議', ['all'], {});
    await store.meetings.put(meeting, 'absent');
    const topic = async (municipality: string, text: string) => {
      const id = topicId(meeting.id, municipality, text);
      const from = by(officer, `topic-${municipality}`);
      await store.agendaTopics.put({ ...from, id, meeting: meeting.id, text, municipality }, 'absent');
    };
    await topic(HOME, word(ask('show-meetings', { meeting: meeting.id }), '持ち寄る会議'));
    await topic(NEIGHBOUR, OTHERS);
    const help = { ...by(officer, 'help'), id: 'help-search', municipality: HOME };
    const text = word(ask('show-requests', { municipality: HOME, request: help.id }));
    await store.helpRequests.put(HelpRequest.parse({ ...help, text }), 'absent');
    const note = word(ask('show-history', { municipality: HOME, item: 'S1-2' }));
    const at = { partition: municipal(HOME), id: yearlyId('item', 2026, 'S1-2') };
    await change(store.items, at, (known) => {
      if (!known) throw new Error('no such item');
      return { value: { ...known, versions: [{ ...by(officer, 'item'), number: 1, stage: 'inProgress', note }] } };
    });
  }

  async function plantVisit(municipality: string) {
    const meeting = meetingOf('訪問支援', [municipality], {
      kind: 'visit',
      visit: { expert: expert.id, mode: 'in-person' },
    });
    await store.meetings.put(meeting, 'absent');
    const of = { meeting: meeting.id, municipality, expert: expert.id };
    const base: VisitContent = {
      ...{ day: meeting.day, start: meeting.start, end: meeting.end, mode: 'in-person', items: ['S1-2'] },
      ...{ attended: '総務課', text: '骨子', decisions: '', materials: '', next: '' },
    };
    const visit = withVisitVersion(undefined, of, { content: { ...base, problems: '' } }, by(expert, 'visit')).id;
    const problems = word(ask('show-visit', { municipality, visit }));
    const record = withVisitVersion(undefined, of, { content: { ...base, problems } }, by(expert, 'visit'));
    await store.visitRecords.put(record, 'absent');
  }

  function meetingOf(title: string, audience: readonly string[], more: Partial<Meeting>): Meeting {
    const when = { title, day: '2026-11-17', start: '13:30', end: '15:00' };
    const id = `${meetingId(when)}-${audience.join('')}`;
    return { ...when, id, kind: 'working', place: '庁舎', audience: [...audience], scheduledBy: office.id, ...more };
  }

  async function plantMeeting(
    title: string,
    audience: readonly string[],
    where: 'decisions' | 'issues',
    open: (id: string) => Ask,
  ) {
    const meeting = meetingOf(title, audience, where === 'issues' ? { kind: 'progress' } : {});
    await store.meetings.put(meeting, 'absent');
    const said = word(open(meeting.id), where === 'issues' ? title : undefined);
    const version = { ...by(office, title), number: 1, decisions: where === 'decisions' ? said : '次回は1月' };
    const texts = where === 'issues' ? { texts: { issues: said } } : {};
    await store.minutes.put({ meeting: meeting.id, versions: [{ ...version, ...texts }] }, 'absent');
  }

  /** Each once as it was handed in, and once as somebody goes on writing. */
  async function plantFilings() {
    const month = { month: '10', year: 2026 } as const;
    const sent = word(ask('monthly-report', { ...month, section: 'overview' }));
    const drafted = word(ask('monthly-report', { ...month, section: 'ahead' }));
    const draft = { ...by(office, 'monthly'), number: 1, until: '2026-10-31', parts: [] };
    const version = (number: number, texts: object) => ({
      ...by(office, `monthly-${number}`),
      ...{ number, content: { draft: 1, texts } },
    });
    await store.monthlyReports.put(
      {
        ...{ id: 'monthly-2026-10', drafts: [draft] },
        versions: [version(1, { overview: sent }), version(2, { overview: sent, ahead: drafted })],
        submissions: [{ ...by(office, 'monthly-sent'), version: 1 }],
      },
      'absent',
    );
    const began = begunReport(2026, by(office, 'final'));
    const section = (name: 'analysis' | 'proposals') => word(ask('final-report', { year: 2026, section: name }));
    const first = withFinalText(began, 'analysis', section('analysis'), by(office, 'final-1'));
    const ofTown = word(ask('final-report', { year: 2026, section: 'before', municipality: HOME }));
    const second = withFinalText(first, `before:${HOME}`, ofTown, by(office, 'final-2'));
    const handedIn = withSubmission(second, by(office, 'final-sent'));
    const final = withFinalText(handedIn, 'proposals', section('proposals'), by(office, 'final-3'));
    await store.finalReports.put({ ...final, id: finalReportId(2026) }, 'absent');
    const blank = Object.fromEntries(PlanText.options.map((name) => [name, '']));
    const part = (name: 'method' | 'scope') => word(ask('whole-plan', { year: 2026, section: name }));
    const plan = WholePlan.parse({
      ...{ id: wholePlanId(2026), fiscalYear: 2026 },
      versions: [{ ...by(office, 'plan-1'), number: 1, content: { ...blank, method: part('method'), milestones: [] } }],
    });
    const submitted = withSubmission(plan, by(office, 'plan-sent'));
    const scope = part('scope');
    const [only] = submitted.versions;
    if (!only) throw new Error('no version');
    const next = { ...by(office, 'plan-2'), number: 2, content: { ...only.content, scope } };
    await store.wholePlans.put({ ...submitted, versions: [only, next] }, 'absent');
    const contractor = word(ask('show-organization'));
    const chart = OrganizationChart.parse({
      ...{ id: chartId(2026), fiscalYear: 2026 },
      versions: [{ ...by(office, 'chart'), number: 1, content: { day: '2026-11-01', contractor, people: [] } }],
    });
    await store.organizationCharts.put(chart, 'absent');
  }
}
