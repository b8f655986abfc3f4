import { dayOf, fullDate } from '../../../programme/day.ts';
import { actOf, approvalNames, currentFiling, decisionOf } from '../../../programme/filing.ts';
import { handedInOn, type StaffingChange } from '../../../programme/staffing/staffing-change.ts';
import { municipalityNames } from '../../../storage/municipalities.ts';
import type { Making } from '../../files/handed-out.ts';
import { organizedOn } from './organization-view.ts';

/** 体制変更届 of the last version, with what is known of the act and the decision. */
export async function staffingLetterOf(change: StaffingChange, from: Making): Promise<Uint8Array> {
  const { store, programme, now } = from;
  const { content, number } = currentFiling(change);
  const today = dayOf(now);
  const [townName, { sheet }] = await Promise.all([municipalityNames(store), organizedOn(today, from)]);
  const decision = decisionOf(change, number);
  const { staffingChangeDocx } = await import('../../../documents/staffing/staffing-change-docx.ts');
  return staffingChangeDocx({
    content,
    number: actOf(change, number)?.document,
    day: handedInOn(change) ?? today,
    prefecture: programme.prefecture,
    business: programme.name,
    contractor: sheet.content.contractor,
    responsible: sheet.responsible,
    towns: content.municipalities.map(townName),
    decision: decision
      ? [
          `${approvalNames[decision.verdict]}（${fullDate(dayOf(new Date(decision.at)))}）`,
          ...(decision.condition ? [decision.condition] : []),
        ]
      : [],
  });
}
