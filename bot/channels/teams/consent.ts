import type { Activity } from 'botbuilder';
import { z } from 'zod';
import { type Ask, type Card, card, type Node, notice } from '../../../cards/card.ts';
import type { InboundActivity } from './activity.ts';
import { askOf } from './pressed.ts';

/**
 * How a bot hands out a file in Teams, 1:1 only: the person is asked first (consent card), then Teams names a place in
 * their OneDrive, there the file is put, and a card that opens it says so (file info card).
 */
const CONSENT = 'application/vnd.microsoft.teams.card.file.consent';
const INFO = 'application/vnd.microsoft.teams.card.file.info';

type FileNode = Extract<Node, { kind: 'file' }>;

const filesOf = ({ body }: Card): readonly FileNode[] => body.filter((node): node is FileNode => node.kind === 'file');

export const bytesOf = ({ content }: FileNode): Uint8Array =>
  typeof content === 'string' ? Buffer.from(content) : content;

/** For each file of a card, the question whether it may be saved; what is accepted is the ask that makes it anew. */
export function consentMessages(shown: Card): readonly Partial<Activity>[] {
  return filesOf(shown).map((file, nth) => ({
    type: 'message',
    summary: file.name,
    attachments: [
      {
        contentType: CONSENT,
        name: file.name,
        content: {
          description: shown.title,
          sizeInBytes: bytesOf(file).length,
          acceptContext: { ...contextOf(file.again), nth },
          declineContext: { bansou: 1 },
        },
      },
    ],
  }));
}

const contextOf = ({ command, input }: Ask) => ({ bansou: 1, command, given: input });

const Place = z.object({
  name: z.string().min(1),
  uploadUrl: z.string().min(1),
  contentUrl: z.string().min(1),
  uniqueId: z.string().optional().catch(undefined),
  fileType: z.string().optional().catch(undefined),
});
type Place = z.infer<typeof Place>;

const Answered = z.object({
  action: z.enum(['accept', 'decline']),
  context: z.looseObject({ nth: z.number().int().nonnegative().optional().catch(undefined) }).optional(),
  uploadInfo: Place.optional().catch(undefined),
});

/** What somebody answered to such a question. */
export type FileConsentAnswer =
  | { readonly action: 'decline' }
  /** `ask`: what makes the file anew; `nth`: which of its files; `place`: absent where Teams named none. */
  | { readonly action: 'accept'; readonly ask: Ask; readonly nth: number; readonly place: Place | undefined };

/** Undefined where it is none. */
export function consentIn({ type, name, value }: InboundActivity): FileConsentAnswer | undefined {
  if (type !== 'invoke' || name !== 'fileConsent/invoke') return undefined;
  const read = Answered.safeParse(value).data;
  if (!read) return undefined;
  if (read.action === 'decline') return { action: 'decline' };
  const { nth = 0, ...context } = read.context ?? {};
  return { action: 'accept', ask: askOf(context), nth, place: read.uploadInfo };
}

/** The file that was consented to, among those of the card that makes it anew. */
export const fileConsentedTo = (made: Card, nth: number): FileNode | undefined => filesOf(made)[nth];

/** Opens the file that was saved. */
export const fileInfoMessage = ({ name, contentUrl, uniqueId, fileType }: Place): Partial<Activity> => ({
  type: 'message',
  summary: name,
  attachments: [{ contentType: INFO, name, contentUrl, content: { uniqueId, fileType } }],
});

export function fileDeclined(): Card {
  const sentence = 'ファイルはお渡ししていません。必要になったら、同じボタンを押すか、もう一度送ってください。';
  return card('ファイルを受け取りません', sentence, notice('quiet', sentence));
}

/** Longer nobody waits for Teams within a turn. */
const UPLOAD_MS = 8_000;

/** What became of a file that was put somewhere: there, refused for want of room or of a right, or not there. */
export type Saving = 'saved' | 'full' | 'forbidden' | 'failed';

/** As a OneDrive says them: 507 without room, 403 where the tenant lets nobody write there. */
const SAVINGS: Readonly<Record<number, Saving>> = { 200: 'saved', 201: 'saved', 403: 'forbidden', 507: 'full' };

/**
 * Puts a file where Teams says, which must be one of the places where it keeps files; the address is a key and is never
 * logged.
 */
export async function upload(place: Place, bytes: Uint8Array, mayGo: (url: URL) => boolean): Promise<Saving> {
  if (!URL.canParse(place.uploadUrl) || !mayGo(new URL(place.uploadUrl))) return 'failed';
  const headers = {
    'content-type': 'application/octet-stream',
    'content-range': `bytes 0-${bytes.length - 1}/${bytes.length}`,
  };
  const body = new Uint8Array(bytes);
  const how = { method: 'PUT', headers, body, redirect: 'manual', signal: AbortSignal.timeout(UPLOAD_MS) } as const;
  const response = await fetch(place.uploadUrl, how).catch(() => undefined);
  await response?.body?.cancel().catch(() => undefined);
  return SAVINGS[response?.status ?? 0] ?? 'failed';
}
