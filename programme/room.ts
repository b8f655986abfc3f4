import { z } from 'zod';
import { type SharingScope, scopeNames } from './consent/scope.ts';
import { defineKind, inOne, ofNoYear, wholly } from './kind.ts';
import { exportSheet, momentCell } from './sheet.ts';

/**
 * Who is in a group room: those who steer, one municipality (団体コード), the supported ones or all of the prefecture
 * together, or nobody in particular.
 */
export const Audience = z.union([
  z.enum(['none', 'prefecture', 'secretariat', 'supported', 'all']),
  z.string().regex(/^\d{6}$/),
]);
export type Audience = z.infer<typeof Audience>;

/** A group chat or channel the bot is in. */
export const Room = z.object({
  /** A hash of the channel's id for the room; the raw id is inside `address`. */
  id: z.string(),
  channel: z.string(),
  address: z.string(),
  audience: Audience,
  boundBy: z.string().optional(),
  boundAt: z.iso.datetime().optional(),
});
export type Room = z.infer<typeof Room>;

/** What a room's audience is called; a municipality is called by its name. */
export const roomAudienceNames: Readonly<Record<string, string>> = {
  none: '登録なし',
  prefecture: '県',
  secretariat: '事務局',
  supported: scopeNames.supported,
  all: scopeNames.all,
};

/** Rooms in which municipalities are together: what was cleared for sharing, and nothing else, is shown there. */
export type SharedAudience = Extract<SharingScope, Audience>;
export const isShared = (audience: Audience | undefined): audience is SharedAudience =>
  audience === 'supported' || audience === 'all';

export const ROOMS = '_rooms';

export const rooms = defineKind({
  name: 'rooms',
  called: '部屋',
  container: 'state',
  schema: Room,
  ...inOne(ROOMS),
  id: ({ id }) => id,
  belongsTo: (room, { code }) => wholly(room, room.audience === code),
  ofOneMunicipality: ({ audience }, code) => audience === code,
  ofYear: ofNoYear,
  keptFor: { always: 'it is where the bot is, until it is taken out' },
  exported: {
    as: 'sheets',
    sheets: [
      exportSheet<Room>('部屋', 'people', {
        ID: ({ id }) => id,
        チャット: ({ channel }) => channel,
        公開範囲: ({ audience }, { townName }) => roomAudienceNames[audience] ?? townName(audience),
        登録者: ({ boundBy }, { nameOf }) => (boundBy === undefined ? '' : nameOf(boundBy)),
        登録日時: ({ boundAt }) => momentCell(boundAt),
      }),
    ],
  },
  erasedLast: 'landmarks',
  takenBack: { never: 'a room is bound again, for another audience' },
  audited: true,
  ofTheChat: ['id', 'channel', 'address'],
});
