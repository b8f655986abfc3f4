import { dayOf } from '../../../programme/day.ts';
import { boundBy } from '../../../programme/duty.ts';
import { dutyNames, type Member } from '../../../programme/member.ts';
import { lackingSaid } from '../../../programme/no-access.ts';
import { MEMBERS, type Store } from '../../../storage/collections.ts';
import { municipalitiesIn } from '../../../storage/municipalities.ts';
import type { Admission } from '../../admission.ts';

const binding = [
  ['役目', 'duties', '承諾に答える方'],
  ['再委託先', 'party', '再委託の承諾'],
  ['誓約日', 'pledged', '秘密保持の誓約'],
] as const;

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
  const mute = towns.filter(({ code, supported }) => supported && !hasConsenter(members, code));
  const named = mute.map(({ name }) => name).join('、');
  return [
    ...neverSaid(members),
    ...(mute.length > 0 && boundBy(members).includes('duties')
      ? [
          `${dutyNames.consenter}がいない市町村: ${named}。承諾の依頼に答える方がいません。「名簿」の「役目」に書いてください。`,
        ]
      : []),
    ...without,
  ];
}

const hasConsenter = (members: readonly Member[], code: string): boolean =>
  members.some(({ role, municipalities, duties }) => {
    return role === 'municipal' && municipalities.includes(code) && duties?.includes('consenter') === true;
  });

function neverSaid(members: readonly Member[]): readonly string[] {
  const bound = boundBy(members);
  const lacking = binding.filter(([, field]) => !bound.includes(field));
  if (lacking.length === 0) return [];
  const headings = lacking.map(([heading]) => `「${heading}」`).join('');
  const what = lacking.map(([, , checked]) => checked).join('・');
  return [`名簿に${headings}の列がないため、${what}は確かめません。列を足すと、空の方は使えなくなります。`];
}
