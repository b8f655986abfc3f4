import type { Filed } from '../filed.ts';
import { subcontractFiled } from './staffing/subcontract-filed.ts';

/** Everything that is handed to the prefecture to be decided or received. */
export const filed: readonly Filed[] = [subcontractFiled];
