import { createHash } from 'node:crypto';
import { organizationCard, organizationForm, submitOrganizationCard } from '../../../cards/staffing/organization.ts';
import { currentFiling, FILINGS, filingState, withSubmission, withVersion } from '../../../programme/filing.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { chartDrawn } from '../../../programme/staffing/drawn-chart.ts';
import {
  chartId,
  type OrganizationChart,
  postsWithout,
  unwrittenIn,
} from '../../../programme/staffing/organization-chart.ts';
import { asksBack, defineCommand } from '../../command.ts';
import type { MemberStart } from '../../turn.ts';
import { knownContent } from './edit-organization.ts';
import { chartOfYear, membersIn, organizedAs, seenBy } from './organization-view.ts';

export const submitOrganization = defineCommand({
  name: 'submit-organization',
  says: ['体制表提出', '体制表を提出'],
  help: '体制表を県に提出します。最初の承認から、体制変更の承認が必要になります。',
  example: '体制表提出',
  english: 'Hand the organization chart in to the prefecture.',
  group: { title: '体制のこと', order: 32 },
  needs: 'apply',
  about: 'member',
  privately: true,
  usualFor: {},
  writes: ['meant'],
  typed: 'inputs',
  shownFirst: true,
  spoken: { words: ['体制表提出', '体制表を提出', '体制表の提出', '体制表を出'], wins: 522 },

  async prepare({ meant }, turn) {
    const drawn = await drawnNow(turn);
    const { chart } = drawn;
    const { content } = currentFiling(chart);
    const names = unwrittenIn(content).map(({ name }) => name);
    if (names.length > 0) return asksBack(names, organizationForm({ names, known: content }));
    const posts = postsWithout(content);
    if (posts.length > 0)
      throw Refusal.because('bad-value', {
        sentence: `名簿に${posts.join('・')}の方がいないため、提出していません。「名簿変更」で役目を決めるか、取込表の名簿の「役目」に書いて取り込んでください。`,
      });
    if (meant === printOf(chart)) return { found: drawn };
    return asksBack([], submitOrganizationCard(seenBy(await organizedAs(chart, turn), turn), printOf(chart)));
  },

  async run(_input, turn, { chart: drawn, on }) {
    const { change, from } = turn;
    const { content } = currentFiling(drawn);
    const kept = await change('organizationCharts', { partition: FILINGS, id: drawn.id }, (now) => {
      if (now?.submissions?.some(({ ask }) => ask === from.ask)) return now;
      if ((now?.versions.length ?? 0) !== on) throw Refusal.because('busy');
      return withSubmission(now ? withVersion(now, content, from) : drawn, from);
    });
    return { card: organizationCard(seenBy(await organizedAs(kept, turn), turn)), how: 'replace' };
  },
});

/** `on`: how many versions there were when it was drawn. */
type Drawn = { readonly chart: OrganizationChart; readonly on: number };

/** What would be handed in: what was written, with everybody who is on the roster now. */
async function drawnNow(turn: MemberStart): Promise<Drawn> {
  const { store, programme, from } = turn;
  const [members, written] = await Promise.all([membersIn(store), knownContent(turn)]);
  const content = chartDrawn(members, written);
  const { fiscalYear } = programme;
  const known = await chartOfYear(store, programme);
  if (!known)
    return { chart: { id: chartId(fiscalYear), fiscalYear, versions: [{ ...from, number: 1, content }] }, on: 0 };
  const state = filingState(known);
  const chart = withVersion(known, content, from);
  if (chart === known && (state === 'submitted' || state === 'approve'))
    throw Refusal.because('bad-value', {
      sentence: `この内容の体制表は、もう${state === 'approve' ? '承認されています' : '提出しています'}。変わったところはありません。`,
    });
  return { chart, on: known.versions.length };
}

/** Two that say the same have the same. */
const printOf = (chart: OrganizationChart): string =>
  createHash('sha256')
    .update(JSON.stringify(currentFiling(chart).content))
    .digest('hex')
    .slice(0, 16);
