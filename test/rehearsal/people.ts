import { OFFICE, OFFICER, PREFECTURE_OFFICER } from '../../demo/programme.ts';

/** Those of the roster who are named in the scenes. */
export const [HANAKO, PM, PREFECTURE] = [OFFICER, OFFICE, PREFECTURE_OFFICER] as const;
/** Works for a 再委託先. */
export const SUBCONTRACTED = 'expert-2@expert.example.jp';
export const PARTY = '株式会社まちの支援';
/** Its lead and their colleague change places on a day of November. */
export const NEW_LEAD_IN = '203050';
export const NEW_LEAD_FROM = '2024-11-12';
/** HANAKO is away, and the colleague answers. */
export const LEAVE = { from: '2024-09-30', until: '2024-10-04' } as const;
/** Whom a municipality no longer gets on with, who comes instead, and from when on. */
export const REPLACED = 'expert-4@expert.example.jp';
export const SUCCESSOR = { name: '応援 花子', email: 'ouen@expert.example.jp' } as const;
export const REPLACED_FROM = '2024-12-16';
