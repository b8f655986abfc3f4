import { organizationFileCard } from '../../../cards/staffing/organization.ts';
import { ask } from '../../../programme/asks.ts';
import { dayOf } from '../../../programme/day.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { defineCommand } from '../../command.ts';
import { chartSeenBy, organizedAs, organizedOn } from './organization-view.ts';

export const organizationFile = defineCommand({
  name: 'organization-file',
  says: ['体制表の書類', '体制表のWord'],
  help: '体制表を、様式のとおりの書類（Word）で受け取ります。',
  example: '体制表の書類',
  english: 'Get the organization chart as a Word file.',
  group: { title: '体制のこと', order: 35 },
  needs: 'filed',
  about: 'member',
  privately: true,
  usualFor: {},
  writes: false,
  typed: 'inputs',
  spoken: { words: ['体制表の書類', '体制表のWord', '体制表のファイル'], wins: 524 },

  async run({ day, chart: id }, turn) {
    const { organizationChartDocx } = await import('../../../documents/staffing/organization-chart-docx.ts');
    const chart = id === undefined ? undefined : await chartSeenBy(turn, id);
    if (id !== undefined && !chart) throw Refusal.because('old-card');
    const { sheet } = chart ? await organizedAs(chart, turn) : await organizedOn(day ?? dayOf(turn.now), turn);
    const again = ask('organization-file', chart ? { chart: chart.id } : { day: sheet.day });
    return { card: organizationFileCard(sheet.day, await organizationChartDocx(sheet), again) };
  },
});
