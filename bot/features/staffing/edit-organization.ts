import { organizationCard, organizationFieldsCard, organizationForm } from '../../../cards/staffing/organization.ts';
import type { InputOf } from '../../../programme/asks.ts';
import { dayOf, laterDay } from '../../../programme/day.ts';
import { currentFiling, FILINGS, withVersion } from '../../../programme/filing.ts';
import { onlyKnown } from '../../../programme/only-known.ts';
import { chartDrawn } from '../../../programme/staffing/drawn-chart.ts';
import {
  type ChartContent,
  chartFields,
  chartId,
  type OrganizationChart,
  unwrittenIn,
} from '../../../programme/staffing/organization-chart.ts';
import { asksBack, defineCommand } from '../../command.ts';
import type { MemberStart } from '../../turn.ts';
import { chartOfYear, membersIn, organizedAs, seenBy } from './organization-view.ts';

type Wanted = InputOf<'edit-organization'>;
type Written = Omit<ChartContent, 'people'>;

export const editOrganization = defineCommand({
  name: 'edit-organization',
  says: ['体制表編集', '体制表を書く'],
  help: '体制表のうち名簿が知らないこと（PMの経歴と実績、電話と受付時間、緊急連絡など）を書きます。',
  example: '体制表編集 受付時間 平日 9:00-17:00',
  english: 'Write what the organization chart says beside the roster.',
  group: { title: '体制のこと', order: 31 },
  needs: 'apply',
  about: 'member',
  privately: true,
  usualFor: {},
  writes: chartFields.map(({ name }) => name),
  typed: 'inputs',
  spoken: {
    words: ['体制表編集', '体制表を書', '体制表を直', '体制表の編集', '体制表を編集', '体制表を更新', '体制表を修正'],
    wins: 521,
  },

  async prepare(input, turn) {
    const known = await knownContent(turn);
    const said = saidIn(input);
    if (Object.keys(said).length > 0) return { found: said };
    const { field } = input;
    if (field) return asksBack([field], organizationForm({ names: [field], known }));
    const lacking = unwrittenIn(known).map(({ name }) => name);
    if (lacking.length > 0) return asksBack(lacking, organizationForm({ names: lacking, known }));
    return asksBack(['field'], organizationFieldsCard(known));
  },

  async run(_input, turn, said) {
    const { store, programme, from, change } = turn;
    const members = await membersIn(store);
    const { fiscalYear } = programme;
    const id = chartId(fiscalYear);
    const first = await knownContent(turn);
    const kept = await change('organizationCharts', { partition: FILINGS, id }, (now) => {
      const content = chartDrawn(members, { ...(now ? writtenIn(now) : first), ...said });
      if (now) return withVersion(now, content, from);
      return { id, fiscalYear, versions: [{ ...from, number: 1, content }] };
    });
    return { card: organizationCard(seenBy(await organizedAs(kept, turn), turn)), how: 'replace' };
  },
});

const saidIn = ({ field: _, ...written }: Wanted): Partial<Written> => onlyKnown(written);

function writtenIn(chart: OrganizationChart): Written {
  const { people: _, ...written } = currentFiling(chart).content;
  return written;
}

/** What stands; of a first one, what the years before and the settings already say. */
export async function knownContent({
  store,
  programme,
  now,
}: Pick<MemberStart, 'store' | 'programme' | 'now'>): Promise<Written> {
  const chart = await chartOfYear(store, programme);
  if (chart) return writtenIn(chart);
  const day = laterDay(dayOf(now), programme.start);
  const before = await chartOfYear(store, { fiscalYear: programme.fiscalYear - 1 });
  return before ? { ...writtenIn(before), day } : { day };
}
