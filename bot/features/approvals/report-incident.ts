import { incidentDraftCard, incidentFormCard, reportedIncidentCard } from '../../../cards/approvals/incident.ts';
import { type Incident, incidentStanding } from '../../../programme/approvals/incident.ts';
import { isPlainlyAccident } from '../../../programme/approvals/incident-said.ts';
import type { InputOf } from '../../../programme/asks.ts';
import { dayOf } from '../../../programme/day.ts';
import { may } from '../../../programme/may.ts';
import { withoutPrivateNumbers } from '../../../programme/private-number.ts';
import { saysNothing } from '../../../programme/says-nothing.ts';
import { defineCommand } from '../../command.ts';
import { ringBell } from '../../deliveries.ts';
import type { MemberStart, MemberTurn } from '../../turn.ts';
import { withAccess } from '../../who/admission.ts';
import { activeMembers } from '../people/people.ts';
import { alarmed } from './alarmed.ts';
import { incidentAt, incidentView, visibleIncidents } from './incidents.ts';

const WHAT_HAPPENED = '何が起きたかを、分かることだけ入力してください。';
/** The same words of the same person within so long are one accident. */
const SAME_FOR_MS = 24 * 3_600_000;

export const reportIncident = defineCommand({
  name: 'report-incident',
  says: ['事故', '事故報告'],
  help: '情報の漏えい・誤送信・紛失・不正アクセス・停止を、夜間や閉庁日でもすぐに、事務局のPMと県の主担当へ届けます。',
  example: '事故 申請書の写しを別の町へ誤送信しました',
  english: 'Report an accident to the PM and the prefecture at once, at any hour.',
  group: { title: '報告する', order: 30 },
  needs: 'incident',
  about: 'member',
  privately: true,
  usualFor: {},
  writes: ['text'],
  typed: 'free',
  spoken: {
    words: [
      ...['事故', 'インシデント', '誤送信', '紛失', '漏えい', '漏洩', '不正アクセス', '盗まれ', '盗難', '流出'],
      ...['送信', '一斉送信', '誤配布', '誤廃棄', '公開'].map((noun) => `${noun}してしまい`),
      ...['送って', 'なくして', '無くして', '落として', '見られて', '渡して', '置き忘れて'].map(
        (verb) => `${verb}しまいま`,
      ),
    ],
    wins: 5,
    passing: true,
    read: ({ typed }) => ({ input: { text: typed }, doubt: 'unread' }),
  },
  named: async ({ said, input }) => (isPlainlyAccident(said) ? input : { ...input, perhaps: 'yes' }),
  drafts: 'text',
  draft: (said, { municipality }) =>
    incidentDraftCard(said, typeof municipality === 'string' ? municipality : undefined),
  check: ({ text }) => (saysNothing(text) ? [{ input: 'text', problem: WHAT_HAPPENED }] : []),
  question: async ({ municipality }) => incidentFormCard(codeIn(municipality), undefined, undefined),
  again: async ({ municipality, text }, _turn, errors) =>
    incidentFormCard(codeIn(municipality), errors.get('text'), typeof text === 'string' ? text : undefined),

  async confirm({ text, municipality, perhaps }) {
    return perhaps === undefined ? undefined : incidentDraftCard(text, municipality);
  },

  async run(input, turn) {
    const text = withoutPrivateNumbers(input.text);
    const same = await alreadyTold(text, turn);
    const incident = same ?? (await written(input, text, turn));
    const { pm, prefecture } = alarmed(await withAccess(await activeMembers(turn.store), turn), dayOf(turn.now));
    const names = (all: typeof pm) => all.map(({ name }) => `${name}さん`);
    const view = await incidentView(incident, turn);
    const told = { pm: names(pm), prefecture: names(prefecture) };
    return { card: reportedIncidentCard(view, told, { isStruck: text !== input.text, isNew: same === undefined }) };
  },
});

const codeIn = (municipality: unknown) => (typeof municipality === 'string' ? municipality : undefined);

async function alreadyTold(text: string, { store, who, now }: MemberStart): Promise<Incident | undefined> {
  return (await visibleIncidents({ store, who })).find((incident) => {
    const { report } = incidentStanding(incident);
    return report.by === who.id && report.text === text && now.getTime() - Date.parse(report.at) < SAME_FOR_MS;
  });
}

type Input = InputOf<'report-incident'>;

async function written({ municipality }: Input, text: string, turn: MemberTurn): Promise<Incident> {
  const id = `incident-${turn.from.ask}`;
  const town = townOf(municipality, turn);
  const report = { ...turn.from, did: 'reported' as const, text, ...(town ? { facts: { municipality: town } } : {}) };
  const incident = await turn.change('incidents', incidentAt(id), (known) => known ?? { id, steps: [report] });
  await ringBell(turn);
  return incident;
}

/** The one that was named, or the reporter's own; what is not theirs is left out, and never a reason to hold it up. */
function townOf(said: string | undefined, { who }: MemberStart): string | undefined {
  if (said !== undefined && may(who, 'incident', said)) return said;
  const [own, ...others] = who.municipalities;
  return who.role === 'municipal' && others.length === 0 ? own : undefined;
}
