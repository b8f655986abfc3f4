import { z } from 'zod';
import { Day } from '../day.ts';
import { Ruling } from '../filing.ts';
import { Provenance } from '../provenance.ts';
import { SharingScope } from './scope.ts';

/** 相手が同意する＝承諾. */
export const consentVerdictNames: Readonly<Record<Ruling, string>> = {
  approve: '承諾',
  conditional: '条件つき',
  refuse: '不承諾',
};

const ConsentAnswer = Provenance.extend({
  verdict: Ruling,
  /** 条件つき: what must change. 不承諾: why, which only the municipality and the secretariat read. */
  condition: z.string().optional(),
  /** 職名 of who consents. */
  post: z.string().optional(),
  /** 決裁番号 */
  document: z.string().optional(),
});
export type ConsentAnswer = z.infer<typeof ConsentAnswer>;

/** 承諾: one municipality, one material, one version, one scope, until one day. What is asked is in its provenance. */
export const Consent = Provenance.extend({
  id: z.string(),
  municipality: z.string(),
  material: z.string(),
  version: z.string(),
  scope: SharingScope,
  /** The last day on which it may be shown; absent for as long as nobody takes it back. */
  until: Day.optional(),
  /** 上司に回す: to whom it was passed on. */
  passedOn: z.array(Provenance.extend({ to: z.string() })).optional(),
  answers: z.array(ConsentAnswer).optional(),
  /** 撤回 */
  withdrawn: Provenance.optional(),
});
export type Consent = z.infer<typeof Consent>;
