import type { Command } from '../../command.ts';
import { acceptAccount } from './accept-account.ts';
import { bindRoom } from './bind-room.ts';
import { cutAccount } from './cut-account.ts';
import { register } from './register.ts';
import { showAccounts } from './show-accounts.ts';
import { whoAmI } from './who-am-i.ts';

/** What can be asked in this column. */
export const peopleCommands: readonly Command[] = [acceptAccount, bindRoom, cutAccount, register, showAccounts, whoAmI];
