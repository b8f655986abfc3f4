import { rosterSheet } from '../../../documents/workbook/sheets.ts';
import { dayOf } from '../../../programme/day.ts';
import { type Binding, bindingFields, boundBy, holdersOf } from '../../../programme/duty.ts';
import { dutyNames, type Member } from '../../../programme/member.ts';
import type { Municipality } from '../../../programme/municipality.ts';
import { lackingSaid } from '../../../programme/no-access.ts';
import { MEMBERS, type Store } from '../../../storage/collections.ts';
import { municipalitiesIn } from '../../../storage/municipalities.ts';
import type { Admission } from '../../who/admission.ts';

/** What a column of the roster lets the bot check. */
const checkedBy: Readonly<Record<keyof Binding, string>> = {
  duties: '承諾に答える方',
  party: '再委託の承諾',
  pledged: '秘密保持の誓約',
};

/**
 * What the roster, as it now stands, keeps from somebody: columns it never had keep nothing, a municipality without
 * 承諾者 consents to nothing, and everybody without access is named with what is missing.
 */
export async function keptOut(store: Store, admission: Admission, now: Date): Promise<readonly string[]> {
  const [all, towns] = await Promise.all([store.members.list(MEMBERS), municipalitiesIn(store)]);
  const members = all.map(({ value }) => value).filter(({ active }) => active);
  const lacks = await admission(store, members, dayOf(now));
  const without = members.flatMap((who) => {
    const no = lacks(who);
    return no ? [`${who.name}さん（${who.office}）は今は使えません: ${lackingSaid(no)}。`] : [];
  });
  return [...neverSaid(members), ...withoutConsenter(members, towns), ...without];
}

function withoutConsenter(members: readonly Member[], towns: readonly Municipality[]): readonly string[] {
  if (!boundBy(members).includes('duties')) return [];
  const officers = (code: string) =>
    members.filter(({ role, municipalities }) => role === 'municipal' && municipalities.includes(code));
  const mute = towns.filter(({ code, supported }) => supported && holdersOf('consenter', officers(code)).length === 0);
  if (mute.length === 0) return [];
  const named = mute.map(({ name }) => name).join('、');
  return [
    `${dutyNames.consenter}がいない市町村: ${named}。承諾の依頼に答える方がいません。「名簿」の「役目」に書いてください。`,
  ];
}

/** Of a roster without anybody there is no telling which columns it has. */
function neverSaid(members: readonly Member[]): readonly string[] {
  if (members.length === 0) return [];
  const bound = boundBy(members);
  const lacking = bindingFields.filter((field) => !bound.includes(field));
  if (lacking.length === 0) return [];
  const headings = lacking.map((field) => `「${rosterSheet.columns[field].heading}」`).join('');
  const what = lacking.map((field) => checkedBy[field]).join('・');
  const ahead = lacking.includes('pledged')
    ? `「${rosterSheet.columns.pledged.heading}」の列を足すと、派遣人材と事務局の方のうち、空の方は使えなくなります。`
    : '';
  return [`名簿に${headings}の列がないため、${what}は確かめません。${ahead}`];
}
