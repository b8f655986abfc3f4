import { z } from 'zod';

/** 区分 of a 相談, as the 課題管理表 has them, in its order. */
export const categoryNames = {
  organization: '体制',
  funding: '財源',
  operations: '業務',
  system: 'システム',
  security: 'セキュリティ',
  staff: '人材',
  other: 'その他',
} as const;
export type Category = keyof typeof categoryNames;
export const Category = z.enum(Object.keys(categoryNames) as [Category, ...Category[]]);
