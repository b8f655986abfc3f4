import type { z } from 'zod';
import { approvalsAsks } from './approvals/asks.ts';
import { casesAsks } from './cases/asks.ts';
import { checkInAsks } from './check-in/asks.ts';
import { consentAsks } from './consent/asks.ts';
import { deliveriesAsks } from './deliveries/asks.ts';
import { digestAsks } from './digest/asks.ts';
import { finalReportAsks } from './final-report/asks.ts';
import { fundingAsks } from './funding/asks.ts';
import { guideAsks } from './guide/asks.ts';
import { helpAsks } from './help/asks.ts';
import { indicatorsAsks } from './indicators/asks.ts';
import { initiativesAsks } from './initiatives/asks.ts';
import { meetingPapersAsks } from './meeting-papers/asks.ts';
import { meetingsAsks } from './meetings/asks.ts';
import { operationsAsks } from './operations/asks.ts';
import { overviewAsks } from './overview/asks.ts';
import { ownTimesAsks } from './own-times/asks.ts';
import { peopleAsks } from './people/asks.ts';
import { progressAsks } from './progress/asks.ts';
import { reportsAsks } from './reports/asks.ts';
import { rosterAsks } from './roster/asks.ts';
import { searchAsks } from './search/asks.ts';
import { setUpAsks } from './set-up/asks.ts';
import { staffingAsks } from './staffing/asks.ts';
import { supportAsks } from './support/asks.ts';
import { talentAsks } from './talent/asks.ts';
import { visitsAsks } from './visits/asks.ts';
import { yearAsks } from './year/asks.ts';

/**
 * Everything that can be asked of the bot, column by column. Buttons, forms, typed sentences and handlers all follow
 * from it, so a button that misspells a command or an input does not compile.
 */
export const asks = {
  ...peopleAsks,
  ...helpAsks,
  ...progressAsks,
  ...meetingsAsks,
  ...checkInAsks,
  ...ownTimesAsks,
  ...digestAsks,
  ...deliveriesAsks,
  ...operationsAsks,
  ...rosterAsks,
  ...visitsAsks,
  ...supportAsks,
  ...consentAsks,
  ...casesAsks,
  ...staffingAsks,
  ...reportsAsks,
  ...approvalsAsks,
  ...initiativesAsks,
  ...fundingAsks,
  ...talentAsks,
  ...indicatorsAsks,
  ...overviewAsks,
  ...meetingPapersAsks,
  ...finalReportAsks,
  ...searchAsks,
  ...setUpAsks,
  ...yearAsks,
  ...guideAsks,
} as const satisfies Readonly<Record<string, z.ZodObject>>;

export type CommandName = keyof typeof asks;
export type InputOf<C extends CommandName> = z.output<(typeof asks)[C]>;
/** What a button or a sentence already fills in. */
export type Given<C extends CommandName> = { readonly [K in keyof InputOf<C>]?: InputOf<C>[K] | undefined };

/** A command with some of its inputs filled in; what is missing will be asked. */
export function ask<C extends CommandName>(command: C, given: Given<C> = {}): { command: C; input: Given<C> } {
  return { command, input: given };
}
