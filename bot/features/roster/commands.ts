import type { Command } from '../../command.ts';
import { addMember } from './add-member.ts';
import { assignLead } from './assign-lead.ts';
import { changeMember } from './change-member.ts';
import { removeMember } from './remove-member.ts';
import { showRoster } from './show-roster.ts';

/** What can be asked in this column. */
export const rosterCommands: readonly Command[] = [addMember, assignLead, changeMember, removeMember, showRoster];
