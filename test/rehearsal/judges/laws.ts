import { checkIns } from './check-ins.ts';
import { delivered } from './delivered.ts';
import { doubles } from './doubles.ts';
import { hours } from './hours.ts';
import type { Law } from './judge.ts';
import { reasons } from './reasons.ts';

/** What must hold of any weeks, and of the whole year beside. */
export const laws: readonly Law[] = [hours, doubles, reasons, checkIns];
export const yearLaws: readonly Law[] = [...laws, delivered];
