import { asHandedIn, type Filing } from '../../../programme/filing.ts';
import { may } from '../../../programme/may.ts';
import type { MemberStart } from '../../turn.ts';

type Reader = Pick<MemberStart, 'who' | 'room'>;

export const mayWriteFilings = ({ who, room }: Reader): boolean => may(who, 'apply', undefined, room.audience);

/** As who writes it sees it; who decides sees what was handed in. Undefined where nothing was. */
export const seenFiling = <F extends Filing>(filing: F, reader: Reader): F | undefined =>
  mayWriteFilings(reader) ? filing : asHandedIn(filing);

/** They are written in chats of one's own. */
export const mayWriteHere = (turn: Reader): boolean => mayWriteFilings(turn) && turn.room.audience === undefined;
