import type { Command } from '../command.ts';
import { commandsInOrder } from '../command-groups.ts';
import { approvalsCommands } from './approvals/commands.ts';
import { casesCommands } from './cases/commands.ts';
import { checkInCommands } from './check-in/commands.ts';
import { consentCommands } from './consent/commands.ts';
import { deliveriesCommands } from './deliveries/commands.ts';
import { digestCommands } from './digest/commands.ts';
import { filed } from './filed.ts';
import { finalReportCommands } from './final-report/commands.ts';
import { fundingCommands } from './funding/commands.ts';
import { guideCommands } from './guide/commands.ts';
import { helpAbout } from './guide/help.ts';
import { helpCommands } from './help/commands.ts';
import { indicatorsCommands } from './indicators/commands.ts';
import { initiativesCommands } from './initiatives/commands.ts';
import { meetingPapersCommands } from './meeting-papers/commands.ts';
import { meetingsCommands } from './meetings/commands.ts';
import { operationsCommands } from './operations/commands.ts';
import { overviewCommands } from './overview/commands.ts';
import { ownTimesCommands } from './own-times/commands.ts';
import { peopleCommands } from './people/commands.ts';
import { progressCommands } from './progress/commands.ts';
import { reportsCommands } from './reports/commands.ts';
import { rosterCommands } from './roster/commands.ts';
import { searchCommands } from './search/commands.ts';
import { setUpCommands } from './set-up/commands.ts';
import { staffingCommands } from './staffing/commands.ts';
import { supportCommands } from './support/commands.ts';
import { talentCommands } from './talent/commands.ts';
import { visitsCommands } from './visits/commands.ts';
import { yearCommands } from './year/commands.ts';

const all: readonly Command[] = [
  ...peopleCommands,
  ...helpCommands,
  ...progressCommands,
  ...meetingsCommands,
  ...checkInCommands,
  ...ownTimesCommands,
  ...digestCommands,
  ...deliveriesCommands,
  ...operationsCommands,
  ...rosterCommands,
  ...visitsCommands,
  ...supportCommands,
  ...consentCommands,
  ...casesCommands,
  ...staffingCommands,
  ...reportsCommands,
  ...approvalsCommands(filed),
  ...initiativesCommands,
  ...fundingCommands,
  ...talentCommands,
  ...indicatorsCommands,
  ...overviewCommands,
  ...meetingPapersCommands(filed),
  ...finalReportCommands,
  ...searchCommands,
  ...setUpCommands,
  ...yearCommands,
  ...guideCommands,
];

/** Every command, and some more: help is about them all. */
export function commandsWith(more: readonly Command[]): readonly Command[] {
  const open = [...all, ...more];
  return commandsInOrder([...open, helpAbout(open)]);
}

export const commands: readonly Command[] = commandsWith([]);
