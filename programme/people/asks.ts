import { z } from 'zod';
import * as input from '../inputs.ts';
import * as account from './inputs.ts';

/** What can be asked of who somebody is: a line per command with the inputs it takes. */
export const peopleAsks = {
  register: z.object({ code: input.code }),
  'who-am-i': z.object({}),
  'show-accounts': z.object({ person: account.person.optional() }),
  'accept-account': z.object({ account: account.account }),
  'cut-account': z.object({ account: account.account }),
  'bind-room': z.object({ audience: input.audience }),
} as const satisfies Readonly<Record<string, z.ZodObject>>;
