import type { Member } from '../../programme/member.ts';
import type { Planning } from './job.ts';

/** Who of the secretariat is written to: its 主担当, else everyone. */
export function secretariatOf({ members }: Pick<Planning, 'members'>): readonly Member[] {
  const all = members.filter(({ role }) => role === 'secretariat');
  const leads = all.filter(({ lead }) => lead);
  return leads.length > 0 ? leads : all;
}
