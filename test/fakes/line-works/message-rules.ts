import { z } from 'zod';
import { pictureIn } from '../picture-in.ts';
import {
  ButtonAction,
  CarouselAction,
  httpsUrl,
  ImageAction,
  inLanguages,
  OVER_A_LIMIT,
  QuickReply,
  words,
} from './action-rules.ts';
import { flex } from './flex-rules.ts';
import { isObject, type Json, no, type Reply } from './reply.ts';

/** What may not be sent as a file unless an administrator allows it. */
const BLOCKED = /\.(bat|cmd|com|cpl|exe|scr|js|vbs|wsf|hta)$/i;
const MOST_MENTIONS = 50;
/** Of pictures, in messages of their own and inside templates. */
const LARGEST_PICTURE = 1024 * 1024;

export const mayBeSent = (fileName: string): boolean => !BLOCKED.test(fileName);

const quickReply = QuickReply.optional();
const fileId = words(1000).optional();

/** Either by address or by what was uploaded. */
const pictured = { originalContentUrl: httpsUrl.optional(), fileId };
const once = ({ originalContentUrl, fileId }: { originalContentUrl?: unknown; fileId?: unknown }) =>
  (originalContentUrl === undefined) !== (fileId === undefined);
const ONCE = 'needs either originalContentUrl or fileId';

const media = (type: 'image' | 'video') =>
  z
    .strictObject({ type: z.literal(type), previewImageUrl: httpsUrl.optional(), ...pictured, quickReply })
    .refine(once, ONCE)
    .refine(
      ({ previewImageUrl, originalContentUrl }) =>
        (previewImageUrl === undefined) === (originalContentUrl === undefined),
      'needs previewImageUrl together with originalContentUrl',
    );

const Column = z
  .strictObject({
    ...pictured,
    title: words(40).optional(),
    text: words(120),
    defaultAction: CarouselAction.optional(),
    actions: z.array(CarouselAction).max(3).optional(),
  })
  .refine(
    ({ originalContentUrl, fileId, title, text }) =>
      text.length <= 60 || (originalContentUrl ?? fileId ?? title) === undefined,
    { message: 'text is longer than 60 beside an image or a title', params: OVER_A_LIMIT },
  );

const Content = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), text: words(2000), i18nTexts: inLanguages('text', 2000), quickReply }),
  z.strictObject({
    type: z.literal('link'),
    contentText: words(1000),
    linkText: words(1000),
    link: words(1000).regex(/^https?:/),
    i18nContentTexts: inLanguages('contentText', 1000),
    i18nLinkTexts: inLanguages('linkText', 1000),
    quickReply,
  }),
  z.strictObject({ type: z.literal('sticker'), packageId: words(100), stickerId: words(100), quickReply }),
  media('image'),
  media('video'),
  z.strictObject({ type: z.literal('audio'), ...pictured, quickReply }).refine(once, ONCE),
  z
    .strictObject({ type: z.literal('file'), ...pictured, quickReply })
    .refine(once, ONCE)
    .refine(({ originalContentUrl = '' }) => mayBeSent(originalContentUrl), 'may not be sent'),
  z.strictObject({
    type: z.literal('location'),
    title: words(100),
    address: words(100),
    latitude: z.number().min(-90).max(90),
    longitude: z.number().min(-180).max(180),
    quickReply,
  }),
  z.strictObject({
    type: z.literal('button_template'),
    contentText: words(1000),
    i18nContentTexts: inLanguages('contentText', 1000),
    actions: z.array(ButtonAction).min(1).max(10),
    quickReply,
  }),
  z.strictObject({
    type: z.literal('list_template'),
    coverData: z
      .strictObject({
        backgroundImageUrl: httpsUrl.optional(),
        backgroundFileId: fileId,
        title: words(1000).optional(),
        subtitle: words(1000).optional(),
      })
      .optional(),
    elements: z
      .array(
        z.strictObject({
          title: words(1000),
          subtitle: words(1000).optional(),
          ...pictured,
          action: ButtonAction.optional(),
        }),
      )
      .min(1)
      .max(4),
    actions: z.array(z.array(ButtonAction).min(1).max(2)).max(2).optional(),
    quickReply,
  }),
  z
    .strictObject({
      type: z.literal('carousel'),
      imageAspectRatio: z.enum(['rectangle', 'square']).optional(),
      imageSize: z.enum(['cover', 'contain']).optional(),
      columns: z.array(Column).min(1).max(10),
      quickReply,
    })
    .refine(
      ({ columns }) => new Set(columns.map(({ actions = [] }) => actions.length)).size === 1,
      'has columns with different numbers of actions',
    ),
  z.strictObject({
    type: z.literal('image_carousel'),
    columns: z
      .array(z.strictObject({ ...pictured, action: ImageAction }).refine(once, ONCE))
      .min(1)
      .max(10),
    quickReply,
  }),
  z.strictObject({ ...flex, quickReply }),
]);

const Body = z.strictObject({ content: Content });

const Menu = z.strictObject({
  content: z.strictObject({ actions: z.array(ButtonAction).min(1).max(4) }),
});

type Where = {
  readonly personal: boolean;
  /** What was uploaded under this id. */
  readonly fileOf: (fileId: string) => Uint8Array | undefined;
};

/** Why the product would not take this body of a send; undefined when it would. */
export function messageFault(body: unknown, where: Where): Reply | undefined {
  return shapeFault(Body, body) ?? fileFault(body, where) ?? mentionFault(body, where);
}

export const menuFault = (body: unknown): Reply | undefined => shapeFault(Menu, body);

function shapeFault(schema: z.ZodType, body: unknown): Reply | undefined {
  const issue = schema.safeParse(body, { reportInput: true }).error?.issues[0];
  if (issue === undefined) return undefined;
  const at = issue.path.join('.');
  return no(400, codeOf(issue), `${at} ${issue.message}`.trim());
}

/** Which code goes with which fault is not documented: the nearest of the list. */
function codeOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type' && issue.input === undefined) return 'MISSING_PARAMETER';
  const over = issue.code === 'too_big' || (issue.code === 'custom' && issue.params === OVER_A_LIMIT);
  return over ? 'LIMIT_EXCEEDED' : 'INVALID_PARAMETER';
}

function fileFault(body: unknown, { fileOf }: Where): Reply | undefined {
  for (const { object, type } of objectsOf(body)) {
    const id = object['fileId'] ?? object['backgroundFileId'];
    if (typeof id !== 'string') continue;
    const fault = uploadedFault(id, fileOf(id), type);
    if (fault) return fault;
  }
  return undefined;
}

function uploadedFault(id: string, file: Uint8Array | undefined, type: unknown): Reply | undefined {
  if (file === undefined) return no(400, 'INVALID_PARAMETER', `nothing was uploaded as ${id}`);
  const isPicture = type === undefined || type === 'image';
  if (isPicture && file.length > LARGEST_PICTURE) return no(400, 'LIMIT_EXCEEDED', `${id} is larger than 1 MB`);
  const isNone = type === 'image' && pictureIn(file) === undefined;
  return isNone ? no(400, 'INVALID_PARAMETER', `${id} is no picture`) : undefined;
}

function mentionFault(body: unknown, { personal }: Where): Reply | undefined {
  const told = [...objectsOf(body)].flatMap(({ object, type }) => {
    const shown = type === 'message' ? [] : [object['text'], object['contentText']];
    return shown.filter((each) => typeof each === 'string');
  });
  const mentions = told.flatMap((each) => [...each.matchAll(/<m userId="([^"]*)">/g)].map(([, who]) => who));
  if (mentions.length > MOST_MENTIONS) return no(400, 'LIMIT_EXCEEDED', `more than ${MOST_MENTIONS} mentions`);
  return personal && mentions.includes('all') ? no(400, 'INVALID_PARAMETER', 'all is for rooms') : undefined;
}

/** Every object of a body, outermost first, with its type where it has one. */
function* objectsOf(value: unknown): Generator<{ readonly object: Json; readonly type: unknown }> {
  if (isObject(value)) yield { object: value, type: value['type'] };
  const inside = Array.isArray(value) ? value : isObject(value) ? Object.values(value) : [];
  for (const each of inside) yield* objectsOf(each);
}
