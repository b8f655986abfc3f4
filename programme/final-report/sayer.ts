import { z } from 'zod';

/** Who can say what is missing. */
export const sayerNames = {
  municipal: '市町村',
  expert: '派遣人材',
  secretariat: '事務局',
  prefecture: '県',
} as const;
export type Sayer = keyof typeof sayerNames;
export const Sayer = z.enum(Object.keys(sayerNames) as [Sayer, ...Sayer[]]);
