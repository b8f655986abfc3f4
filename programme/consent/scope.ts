import { z } from 'zod';

/** 共有範囲, from the narrowest to the widest: whoever may see in one may see in every wider one. */
export const scopeNames = {
  prefecture: '県のみ',
  supported: '支援対象の市町村',
  all: '県内全市町村',
  public: '一般公開',
} as const;
export type SharingScope = keyof typeof scopeNames;
export const SharingScope = z.enum(Object.keys(scopeNames) as [SharingScope, ...SharingScope[]]);

/** Whether what was consented to for one scope may be shown in another: never in a wider one. */
export const covers = (consented: SharingScope, shown: SharingScope): boolean =>
  SharingScope.options.indexOf(shown) <= SharingScope.options.indexOf(consented);

/** Showing it there shows it to third parties, which needs the prefecture's 承諾 too (specification 10(3)). */
export const isToThirdParties = (scope: SharingScope): boolean => scope !== 'prefecture';

const seenBy: Readonly<Record<SharingScope, string>> = {
  prefecture: '県の方',
  supported: '県の方と、支援対象の市町村の方・派遣人材',
  all: '県の方と、県内全市町村の方・派遣人材',
  public: 'だれでも',
};

/** Who sees it then, with the name of the scope: 県の方（県のみ）. */
export const whoSees = (scope: SharingScope): string => `${seenBy[scope]}（${scopeNames[scope]}）`;
