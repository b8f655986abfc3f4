import { type Day, shortDate } from './day.ts';
import type { Member } from './member.ts';

/** Why somebody of the roster has no access on a day. */
export type NoAccess =
  /** 秘密保持の誓約; `from`: it was given for a later day. */
  | { readonly lacks: 'pledge'; readonly from?: Day }
  /** 県の承諾 of the 再委託先 that the person is of. */
  | { readonly lacks: 'party'; readonly party: string }
  /** 承認 of a 体制表 or 体制変更; `from`: they come on a later day, `last`: their last day is over. */
  | { readonly lacks: 'approval'; readonly from?: Day; readonly last?: Day };

/** What is missing, for those who see to it. */
export function lackingSaid(no: NoAccess): string {
  switch (no.lacks) {
    case 'pledge':
      return no.from ? `秘密保持の誓約は${shortDate(no.from)}からです` : '秘密保持の誓約がありません';
    case 'party':
      return `再委託先「${no.party}」に、県の承諾がありません（期間の外を含みます）`;
    case 'approval':
      if (no.from) return `承認された体制では${shortDate(no.from)}からです`;
      return no.last ? `承認された体制では${shortDate(no.last)}までです` : '体制変更の承認がありません';
  }
}

/** The same to themselves: what it is about, that nothing else is wrong, and whom to ask. */
export function noAccessSentence(no: NoAccess, { role }: Pick<Member, 'role'>): string {
  const whom = role === 'secretariat' ? 'PMか業務責任者の方' : '事務局';
  switch (no.lacks) {
    case 'pledge':
      return no.from
        ? `秘密保持の誓約の日の${shortDate(no.from)}から使えます。それまでお待ちください。日付が違うときは${whom}へご連絡ください。`
        : `秘密保持の誓約の記録がまだないため、今は使えません。誓約書をお出しになったら、${whom}へお知らせください。記録されるとすぐに使えます。`;
    case 'party':
      return `ご所属の再委託について、今日有効な県の承諾がないため、今は使えません。承諾が記録されると使えます。くわしくは${whom}へご確認ください。`;
    case 'approval':
      if (no.from)
        return `${shortDate(no.from)}から使えます。それまでお待ちください。急ぐときは${whom}へご連絡ください。`;
      return no.last
        ? `ご担当は${shortDate(no.last)}まででした。ありがとうございました。続けて使うときは${whom}へご連絡ください。`
        : `体制についての県の承認がまだのため、今は使えません。承認されると使えます。くわしくは${whom}へご確認ください。`;
  }
}
