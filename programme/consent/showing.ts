import { z } from 'zod';
import { ChannelName, channels } from '../channel.ts';
import { Recipient } from '../delivery.ts';
import { defineKind, inOne, ofYearOfMoment, parted } from '../kind.ts';
import { exportSheetOfParts, momentCell } from '../sheet.ts';
import { SharingScope, scopeNames } from './scope.ts';

/** A material of one municipality, as a card shows it to others. */
const ShownMaterial = z.object({
  municipality: z.string(),
  material: z.string(),
  version: z.string(),
  scope: SharingScope,
  /** Only its title, in a list. */
  titleOnly: z.boolean().optional(),
});
export type ShownMaterial = z.infer<typeof ShownMaterial>;

/**
 * What a card says that it shows of a version.
 * @param scope in which its readers see it; undefined where one of them may see nothing
 */
export const asShown = (
  of: Pick<ShownMaterial, 'municipality' | 'material' | 'version'>,
  scope: SharingScope | undefined,
  titleOnly?: true,
): ShownMaterial => ({ ...of, scope: scope ?? 'prefecture', ...(titleOnly ? { titleOnly } : {}) });

/** 閲覧: one message that showed what others had cleared for sharing. */
export const Showing = z.object({
  id: z.string(),
  at: z.iso.datetime(),
  /** Who asked for it; absent where the clock sent it. */
  by: z.string().optional(),
  /** A chat of one person, or a room. */
  to: Recipient,
  via: ChannelName,
  materials: z.array(ShownMaterial).min(1),
  /** What the product calls the conversation, and the message, so that it can be replaced. */
  address: z.string(),
  message: z.string().optional(),
});
export type Showing = z.infer<typeof Showing>;

export const SHOWINGS = '_showings';

/** In the order of time. */
export const showingId = (at: string, ask: string): string =>
  `showing-${at.slice(0, 10).replaceAll('-', '')}T${at.slice(11, 16).replace(':', '')}Z-${ask}`;

type Row = { readonly showing: Showing; readonly shown: ShownMaterial };

export const showings = defineKind({
  name: 'showings',
  called: '閲覧記録',
  container: 'state',
  schema: Showing,
  ...inOne(SHOWINGS),
  id: ({ id }) => id,
  belongsTo: (showing, { code }) => {
    const [own, others] = parted(showing.materials, ({ municipality }) => municipality === code);
    if (own.length === 0) return undefined;
    const rest = { ...showing, materials: others };
    return { own: { ...showing, materials: own }, ...(others.length > 0 ? { rest } : {}) };
  },
  ofYear: ofYearOfMoment(({ at }) => at),
  keptFor: { years: 'records', isOver: ({ at }, { isOld }) => isOld(at) },
  exported: {
    as: 'sheets',
    sheets: [
      exportSheetOfParts<Showing, Row>(
        '閲覧記録',
        'trust',
        (showing) => showing.materials.map((shown) => ({ showing, shown })),
        {
          日時: ({ showing }) => momentCell(showing.at),
          相手: ({ showing: { to } }, { nameOf }) => (to.kind === 'member' ? nameOf(to.id) : '部屋'),
          求めた人: ({ showing: { by } }, { nameOf }) => (by === undefined ? '' : nameOf(by)),
          チャット: ({ showing }) => channels[showing.via].called,
          団体コード: ({ shown }) => shown.municipality,
          市町村名: ({ shown }, { townName }) => townName(shown.municipality),
          資料番号: ({ shown }) => shown.material,
          版: ({ shown }) => shown.version,
          範囲: ({ shown }) => scopeNames[shown.scope],
          見せた部分: ({ shown }) => (shown.titleOnly ? '題名' : '全体'),
        },
      ),
    ],
  },
  takenBack: { never: 'who has seen something has seen it' },
  audited: false,
  ofTheChat: ['via', 'address', 'message'],
});

/** Whether it is shown to somebody else than its own municipality and the secretariat. */
export function isToOthers(
  { municipality }: ShownMaterial,
  to: { readonly role: string; readonly municipalities: readonly string[]; readonly audience: string | undefined },
): boolean {
  if (to.audience !== undefined) return to.audience !== 'secretariat' && to.audience !== municipality;
  return to.role !== 'secretariat' && !(to.role === 'municipal' && to.municipalities.includes(municipality));
}
