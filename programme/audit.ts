import { z } from 'zod';

/** Who did what to which record. Only ever created; carries ids, never names or texts. */
export const AuditEntry = z.object({
  /** Derived from the incoming message and the record, so that a repeated relay creates it once. */
  id: z.string(),
  at: z.iso.datetime(),
  by: z.string(),
  via: z.string(),
  command: z.string(),
  /** Collection, partition and id of the record. */
  record: z.string(),
  municipality: z.string().optional(),
  /** The record's etag before the change; absent when it was created. */
  before: z.string().optional(),
  after: z.string().optional(),
});
export type AuditEntry = z.infer<typeof AuditEntry>;
