import { organizationCard } from '../../../cards/staffing/organization.ts';
import { dayOf } from '../../../programme/day.ts';
import { mayNamePeople } from '../../../programme/may.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { defineCommand } from '../../command.ts';
import { chartSeenBy, organizedAs, organizedOn, seenBy } from './organization-view.ts';

export const showOrganization = defineCommand({
  name: 'show-organization',
  says: ['体制表', '体制図', '実施体制'],
  help: '業務の体制（業務責任者・PM・連絡窓口・派遣人材）を、その日の時点で見ます。',
  example: '体制表 10/1',
  english: 'See who works on the programme, as of a day.',
  group: { title: '体制のこと', order: 30 },
  needs: 'organization',
  about: 'member',
  usualFor: {},
  writes: false,
  typed: 'inputs',
  spoken: { words: ['体制表', '体制図', '実施体制'], wins: 511, looks: true },

  async run({ day, chart: id }, turn) {
    const { now, who, room } = turn;
    if (!mayNamePeople(room.audience)) throw Refusal.because('only-one-to-one', {});
    // What is being written is for those who write and those who decide.
    const chart = id === undefined || who.role === 'expert' ? undefined : await chartSeenBy(turn, id);
    const organized = chart ? await organizedAs(chart, turn) : await organizedOn(day ?? dayOf(now), turn);
    return { card: organizationCard(seenBy(organized, turn)) };
  },
});
