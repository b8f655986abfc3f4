import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import type { Incoming } from '../../bot/channels/channel.ts';
import { dispatch } from '../../bot/dispatch.ts';
import { admission } from '../../bot/features/admission.ts';
import { commands } from '../../bot/features/index.ts';
import { jobs } from '../../bot/features/jobs.ts';
import { importWorkbook } from '../../bot/hand-over/import/import-workbook.ts';
import { createMetrics } from '../../bot/observe/metrics.ts';
import { fictionalProgramme, HOME, OFFICER, PREFECTURE_OFFICER } from '../../demo/programme.ts';
import type { CommandName } from '../../programme/asks.ts';
import { Role } from '../../programme/member.ts';
import type { Audience } from '../../programme/room.ts';
import type { OpenStore } from '../../storage/collections.ts';
import { openEmbedded } from '../../storage/embedded.ts';
import { acquaintanceId, memberId, roomId } from '../../storage/ids.ts';
import { dump } from '../storage/dump.ts';

/** Who may ask for what, written down a second time: DESIGN of the roles, not read from the product's own table. */
type Rule = {
  readonly who: readonly Role[] | 'everyone';
  /**
   * `town`: of one municipality, and only of those the person has to do with; `town, 1:1`: the same, in no room;
   * `shared`: what was cleared for the readers, also where municipalities are together;
   * `names`: the same, with names of people; `overview`: the programme, or in 1:1 the own municipalities of others.
   */
  readonly about: 'town' | 'town, 1:1' | 'names' | 'oneself' | 'nothing' | 'programme' | 'overview' | 'shared';
};
const staff: readonly Role[] = ['municipal', 'expert', 'secretariat', 'prefecture'];
const reporters: readonly Role[] = ['municipal', 'expert', 'secretariat'];
const conveners: readonly Role[] = ['secretariat', 'expert'];
const steerers: readonly Role[] = ['secretariat', 'prefecture'];
const view: Rule = { who: staff, about: 'town' };
const report: Rule = { who: reporters, about: 'town' };
const meet: Rule = { who: staff, about: 'nothing' };
const convene: Rule = { who: conveners, about: 'nothing' };
const steer: Rule = { who: steerers, about: 'programme' };
const overview: Rule = { who: [...steerers, 'expert'], about: 'overview' };
/** The same, and a municipality's own. */
const ownOverview: Rule = { who: staff, about: 'overview' };
const chase: Rule = { who: ['secretariat'], about: 'programme' };
const homework: Rule = { who: ['secretariat'], about: 'nothing' };
const roster: Rule = { who: ['secretariat'], about: 'oneself' };
const visit: Rule = { who: ['expert'], about: 'town' };
/** Of the municipalities one reports for, in a 1:1 chat. */
const ownTowns: Rule = { who: reporters, about: 'oneself' };
const ownTown: Rule = { who: ['municipal'], about: 'town, 1:1' };
/** Papers with 承諾 in them, in a 1:1 chat. */
const letters: Rule = { who: ['municipal', ...steerers], about: 'oneself' };
const own: Rule = { who: Role.options, about: 'oneself' };

/** What a municipality, or whoever reports for it, writes in a 1:1 chat. */
const write: Rule = { ...report, about: 'town, 1:1' };

/** A new command does not compile before it has a line here. */
const rules: Readonly<Record<CommandName, Rule>> = {
  ...{ help: { who: 'everyone', about: 'nothing' }, 'never-mind': { who: 'everyone', about: 'nothing' } },
  ...{ register: { who: 'everyone', about: 'oneself' }, 'who-am-i': { who: 'everyone', about: 'oneself' } },
  ...{ 'show-status': view, 'show-item': view, 'show-kpis': view, 'show-history': view, 'show-graph': view },
  ...{ 'report-item': report, 'check-in': report, 'carry-over': report, 'report-kpi': report },
  'report-places': { who: reporters, about: 'nothing' },
  'answer-sheet': report,
  ...{ 'review-answers': write, 'settle-answers': write, 'apply-answers': write, 'drop-answers': write },
  ...{ 'show-definition': meet, 'set-counting': { who: ['municipal', 'secretariat'], about: 'town' } },
  ...{ correct: report, undo: view, 'ask-help': report },
  ...{ 'show-meetings': meet, attend: meet, decline: meet, 'add-agenda': meet, 'complete-action': meet },
  ...{ 'reopen-action': meet },
  ...{ 'save-meeting': meet },
  ...{ 'show-actions': homework, 'remind-action': homework, 'reassign-action': homework },
  ...{ 'schedule-meeting': convene, 'change-meeting': convene, 'cancel-meeting': convene, 'record-minutes': convene },
  ...{
    'show-digest': overview,
    'show-unreported': overview,
    'change-edition': chase,
    chase,
    'delivery-report': chase,
    resend: chase,
    'show-operations': chase,
    ...{ 'answer-help': roster, 'answer-request': roster, 'handle-request': roster },
  },
  ...{ 'plan-visit': visit, 'record-visit': { ...visit, about: 'town, 1:1' }, 'cancel-visit': visit },
  ...{ 'show-visits': view, 'show-visit': view, 'visit-sheet': { ...view, about: 'town, 1:1' } },
  ...{ 'show-requests': ownTowns, 'categorize-request': ownTowns, 'end-request': ownTowns },
  ...{ 'take-leave': own, return: own, settings: own, why: { who: Role.options, about: 'nothing' } },
  ...{ 'show-accounts': own, 'accept-account': own, 'cut-account': own },
  ...{
    'show-roster': roster,
    'add-member': roster,
    'change-member': roster,
    'remove-member': roster,
    'assign-lead': roster,
    'show-changes': roster,
    'undo-change': roster,
    'show-item-plans': chase,
    'change-item-plan': chase,
    'set-kpi-target': chase,
    'add-municipality': chase,
    'close-office': chase,
    'open-office': chase,
    'change-slots': chase,
    'change-late-reports': chase,
  },
  'new-year': chase,
  ...{ 'show-mismatch': roster, 'record-mismatch': roster },
  ...{ 'show-dispatch': { who: staff, about: 'names' }, assign: chase },
  ...{
    'set-needs': { who: ['municipal', 'secretariat'], about: 'oneself' },
    'take-over': { who: ['expert'], about: 'oneself' },
    'show-charge': { who: ['expert'], about: 'town, 1:1' },
  },
  ...{ 'show-support-figures': steer, 'show-programme-kpis': steer },
  ...{
    'confirm-visit': ownTown,
    'rate-visit': ownTown,
    'assess-fit': { who: ['municipal', 'expert'], about: 'town, 1:1' },
    'show-own-rating': { who: ['expert'], about: 'oneself' },
  },
  ...{ 'show-showings': roster, 'share-meeting': roster, 'ask-for-parts': roster },
  ...{
    'show-waiting': steer,
    ...{ 'final-report': steer, 'final-report-gaps': steer, 'final-report-file': { who: steerers, about: 'oneself' } },
    ...{ 'ask-final-gaps': roster, 'edit-final-report': roster, 'redraft-final-report': roster },
    ...{ 'submit-final-report': roster, 'deliver-final-report': roster },
    'withdraw-delivery': { who: ['secretariat'], about: 'oneself' },
    'inspect-final-report': { who: ['prefecture'], about: 'oneself' },
    'record-document': steer,
    'decide-filing': { who: ['prefecture'], about: 'programme' },
    'remark-filing': { who: ['prefecture'], about: 'programme' },
    'report-incident': { who: staff, about: 'oneself' },
    'follow-incident': { who: staff, about: 'oneself' },
    'show-incidents': { who: staff, about: 'oneself' },
    'complete-incident': { who: steerers, about: 'oneself' },
    'show-organization': { who: ['expert', ...steerers], about: 'programme' },
    'edit-organization': roster,
    'submit-organization': roster,
    'organization-file': { who: steerers, about: 'oneself' },
    'show-staffing-changes': steer,
    'show-staffing-change': steer,
    'change-staffing': roster,
    'submit-staffing': roster,
    'withdraw-staffing': roster,
    'staffing-file': { who: steerers, about: 'oneself' },
  },
  'show-showings': roster,
  ...{ 'show-shared': { who: Role.options, about: 'shared' } },
  ...{ 'ask-consent': roster, 'answer-consent': ownTown, 'pass-on-consent': ownTown },
  ...{ 'show-consents': letters, 'consent-file': letters, 'case-file': letters },
  ...{ 'incident-file': { ...steer, about: 'oneself' }, 'whole-plan-file': { ...steer, about: 'oneself' } },
  ...{ 'withdraw-consent': { who: ['municipal', ...steerers], about: 'oneself' } },
  ...{ 'show-waiting': steer, 'record-document': steer },
  ...{ 'decide-filing': { who: ['prefecture'], about: 'programme' } },
  ...{ 'remark-filing': { who: ['prefecture'], about: 'programme' } },
  ...{ 'special-report': { who: ['prefecture'], about: 'programme' }, consult: chase, 'receive-inquiry': chase },
  ...{ 'whole-plan': steer, 'edit-whole-plan': roster, 'submit-whole-plan': roster },
  ...{ 'set-milestone': roster, 'complete-milestone': roster },
  ...{ 'show-inquiries': steer, 'answer-inquiry': steer, 'end-inquiry': steer, 'withdraw-inquiry': steer },
  ...{ 'monthly-report': steer, 'monthly-report-file': steer },
  ...{ 'meeting-paper': steer, 'minutes-file': steer, 'confirm-minutes': steer, 'edit-minutes': convene },
  ...{ 'edit-monthly-report': roster, 'redraft-monthly-report': roster, 'submit-monthly-report': roster },
  ...{ 'record-pledge': roster, 'edit-subcontract': roster, 'submit-subcontract': roster },
  ...{ 'show-pledges': steer, 'retained-rights': steer, 'personal-data': steer },
  ...{ 'show-subcontracts': { ...steer, about: 'oneself' }, 'subcontract-file': { ...steer, about: 'oneself' } },
  ...{ 'bind-room': { who: ['secretariat'], about: 'nothing' } },
  ...{ 'show-overview': overview, 'show-kpi-everywhere': overview, 'show-whole-picture': overview },
  ...{ 'compare-days': ownOverview, 'one-page': steer, 'show-workbooks': meet },
  ...{ 'show-plans-everywhere': overview, 'show-papers': meet },
  'find-by-word': { who: Role.options, about: 'shared' },
  ...{ 'find-cases': { who: Role.options, about: 'shared' }, 'ask-about-case': own },
  'nominate-case': { who: conveners, about: 'town, 1:1' },
  ...{ 'show-case-candidates': roster, 'draft-case': roster, 'edit-case': roster },
  ...{ 'show-initiatives': view, 'roadmap-file': view, 'show-simple-plan': view, 'simple-plan-file': view },
  ...{ 'show-funding': view, 'funding-file': view, 'show-funding-list': { who: staff, about: 'nothing' } },
  ...{ 'set-funding-state': write, 'record-funding-talk': write, 'remove-funding-talk': write, 'answer-budget': write },
  'change-funding-terms': chase,
  'show-indicators': view,
  'show-indicator-list': { who: staff, about: 'nothing' },
  'show-indicator-everywhere': overview,
  'change-indicator': chase,
  ...{ 'show-talent': view, 'training-file': view, 'talent-file': view },
  ...{ 'edit-training': write, 'record-training': write, 'edit-talent-profile': write, 'remove-talent': write },
  ...{ 'review-roadmap': write, 'settle-roadmap': write, 'apply-roadmap': write, 'drop-roadmap': write },
  ...{ 'add-initiative': write, 'change-initiative': write, 'remove-initiative': write, 'decide-initiatives': write },
  ...{ 'start-simple-plan': write, 'edit-simple-plan': write },
  ...{ 'circulate-simple-plan': write, 'decide-simple-plan': write },
  ...{ 'show-case-questions': roster, 'answer-about-case': roster },
};

const OTHER = '203041';
const places = { '1:1': undefined, 'the room of the own town': HOME, 'the room of another town': OTHER } as const;
const rooms: Readonly<Record<string, Audience | undefined>> = {
  ...places,
  ...{
    'the room of the prefecture': 'prefecture',
    'the room of the secretariat': 'secretariat',
    'the room of the supported ones': 'supported',
    'the room of all municipalities': 'all',
    'a room of nobody': 'none',
  },
};
const people: Readonly<Record<Role | 'stranger', string>> = {
  ...{ municipal: OFFICER, expert: 'expert-1@expert.example.jp' },
  ...{ secretariat: 'office-1@office.example.jp', prefecture: PREFECTURE_OFFICER },
  ...{ observer: 'observer@town.example.jp', stranger: 'stranger@else.example.jp' },
};

function isAllowed(
  command: CommandName,
  role: Role | 'stranger',
  town: string,
  audience: Audience | undefined,
): boolean {
  const { who, about } = rules[command];
  if (['oneself', 'town, 1:1'].includes(about) && audience !== undefined) return false;
  if (who === 'everyone') return true;
  if (role === 'stranger' || !who.includes(role)) return false;
  if (command === 'bind-room') return true;
  if (about === 'overview' && !steerers.includes(role)) return audience === undefined;
  const isTheirs = !isOfTown(about) || steerers.includes(role) || town === HOME;
  return isTheirs && mayBeSeenIn(audience, about, town);
}

const isOfTown = (about: Rule['about']): boolean => about.startsWith('town') || about === 'names';

function mayBeSeenIn(audience: Audience | undefined, about: Rule['about'], town: string): boolean {
  if (audience === undefined || audience === 'prefecture' || audience === 'secretariat') return true;
  // Help and what leaves no trace are open; of everything else only what was cleared.
  if (audience === 'supported' || audience === 'all') return about === 'shared';
  if (audience === 'none' || ['programme', 'overview', 'names'].includes(about)) return false;
  return about !== 'town' || audience === town;
}

/** Refusals that mean: not this person, not here. Any other answer means that the person was let in. */
const KEPT_OUT = [
  'unknown-person',
  'not-allowed',
  'not-convener',
  'not-yours',
  'not-in-this-room',
  'room-of-many',
  'unregistered-room',
  'one-to-one',
  'only-one-to-one',
];

const folder = mkdtempSync(join(tmpdir(), 'bansou-matrix-'));
const now = new Date('2026-11-24T10:00:00+09:00');
let opened: OpenStore;
let refusal: string | undefined;
const log = pino({ level: 'info' }, { write: (line: string) => (refusal = JSON.parse(line).refused) });
beforeAll(async () => {
  opened = await openEmbedded(join(folder, 'matrix.sqlite'));
  const content = fictionalProgramme(now);
  const { store } = opened;
  await importWorkbook(store, content, now);
  for (const [role, email] of Object.entries(people)) {
    const id = acquaintanceId('teams', role);
    const member = role === 'stranger' ? {} : { member: memberId({ email, name: '', office: '' }) };
    if (role === 'observer') await store.members.put(observer(email), 'absent');
    await store.acquaintances.put(
      { id, channel: 'teams', person: role, home: role, metAt: now.toISOString(), ...member },
      'absent',
    );
  }
  for (const [room, audience] of Object.entries(rooms))
    if (audience)
      await store.rooms.put({ id: roomId('teams', room), channel: 'teams', address: room, audience }, 'absent');
});
afterAll(async () => {
  await opened.close();
  rmSync(folder, { recursive: true });
});

const observer = (email: string) => ({
  ...{
    id: memberId({ email, name: '', office: '' }),
    name: '閲覧 花子',
    role: 'observer' as const,
    office: '対象外の町',
  },
  ...{ municipalities: [], email, chat: 'teams' as const, lead: false, active: true },
});

let count = 0;
async function asks(command: CommandName, role: string, town: string, room: string): Promise<string | undefined> {
  const isPersonal = rooms[room] === undefined;
  const place = isPersonal ? role : room;
  const input = isOfTown(rules[command].about) ? { municipality: town } : {};
  const incoming: Incoming = {
    ...{
      id: `matrix-${count++}`,
      channel: 'teams',
      person: role,
      formsInCards: true,
      profile: async () => ({ emails: [] }),
    },
    room: { kind: isPersonal ? 'personal' : 'group', id: place, address: { channel: 'teams', id: place } },
    did: { kind: 'pressed', ask: { command, input } },
  };
  refusal = undefined;
  await dispatch(
    { store: opened.store, commands, admission, jobs, now: () => now, log, metrics: createMetrics() },
    incoming,
  );
  return refusal;
}

describe.each(commands.map(({ name }) => name))('%s', (command) => {
  it.each(Object.keys(people) as (Role | 'stranger')[])(
    'asked by %s: let in where the rules say so, and nowhere else',
    async (role) => {
      const wrong: string[] = [];
      for (const [room, audience] of Object.entries(rooms)) {
        for (const town of [HOME, OTHER]) {
          const reason = await asks(command, role, town, room);
          const isIn = reason === undefined || !KEPT_OUT.includes(reason);
          if (isIn !== isAllowed(command, role, town, audience))
            wrong.push(`${town} in ${room}: ${reason ?? 'let in'}`);
        }
      }
      expect(wrong).toEqual([]);
    },
  );
});

it('whoever is kept out has changed nothing', async () => {
  const before = await dump(opened.store);
  for (const { name } of commands)
    for (const [room, audience] of Object.entries(rooms))
      for (const role of Object.keys(people) as (Role | 'stranger')[])
        if (!isAllowed(name, role, OTHER, audience)) await asks(name, role, OTHER, room);
  expect(await dump(opened.store)).toEqual(before);
});
