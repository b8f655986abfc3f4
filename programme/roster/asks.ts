import { z } from 'zod';
import * as input from '../inputs.ts';
import * as roster from './inputs.ts';

/** What can be asked of the roster in the middle of the year: a line per command with the inputs it takes. */
export const rosterAsks = {
  'show-roster': z.object({
    municipality: input.municipality.optional(),
    member: roster.member.optional(),
    page: input.page.optional(),
  }),
  'add-member': z.object({
    name: roster.newcomer,
    role: roster.role,
    municipalities: roster.municipalities.optional(),
    office: roster.office,
    email: roster.email.optional(),
    chat: roster.chat,
    meant: input.meant.optional(),
  }),
  'change-member': z.object({
    member: roster.member,
    email: roster.email.optional(),
    name: roster.newName.optional(),
    office: roster.office.optional(),
    chat: roster.chat.optional(),
    role: roster.role.optional(),
    municipalities: roster.municipalities.optional(),
    duties: roster.duties.optional(),
    meant: input.meant.optional(),
  }),
  'remove-member': z.object({ member: roster.member, meant: input.meant.optional() }),
  'assign-lead': z.object({
    municipality: input.municipality.optional(),
    lead: roster.lead.optional(),
    member: roster.member,
    meant: input.meant.optional(),
  }),
} as const satisfies Readonly<Record<string, z.ZodObject>>;
