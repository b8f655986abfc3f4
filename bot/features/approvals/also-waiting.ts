import type { OtherWaiting } from '../../../cards/approvals/waiting.ts';
import type { Making } from '../../handed-out.ts';

/** What waits for an answer of the prefecture's and is no filing: 協議. */
export type AlsoWaiting = (from: Making) => Promise<readonly OtherWaiting[]>;
