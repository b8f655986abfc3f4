import type { Command } from '../../command.ts';
import { carryOver } from './carry-over.ts';
import { chase } from './chase.ts';
import { checkIn } from './check-in.ts';
import { reportPlaces } from './report-places.ts';
import { showUnreported } from './show-unreported.ts';

/** What can be asked in this column. */
export const checkInCommands: readonly Command[] = [carryOver, chase, checkIn, reportPlaces, showUnreported];
