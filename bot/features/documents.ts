import type { HandedOut } from '../handed-out.ts';
import { subcontractDocument } from './staffing/subcontract-document.ts';
import { visitDocument } from './visits/visit-document.ts';

/** Every document that is handed out as a file. */
export const documents: readonly HandedOut[] = [visitDocument, subcontractDocument];
