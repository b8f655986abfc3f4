import { z } from 'zod';
import { FlexAction, httpsUrl, inLanguages, OVER_A_LIMIT, words } from './action-rules.ts';

/** Of a bubble, and of a carousel as a whole: the smaller of the figures that the pages of the vendor give. */
const MAX_BYTES = 15 * 1024;

const colour = z.string().regex(/^#[0-9a-f]{6}([0-9a-f]{2})?$/i, 'is not a colour');
const pixels = '\\d+(\\.\\d+)?px';
const length = z.string().regex(new RegExp(`^(${pixels}|\\d+(\\.\\d+)?%)$`), 'is neither px nor %');
const space = z.string().regex(new RegExp(`^(none|xs|sm|md|lg|xl|xxl|${pixels})$`), 'is not a space');
const padding = z.union([space, length]);
const WIDTHS = ['xxs', 'xs', 'sm', 'md', 'lg', 'xl', 'xxl', '3xl', '4xl', '5xl'] as const;
const align = z.enum(['start', 'end', 'center']);
const gravity = z.enum(['top', 'bottom', 'center']);

const placed = {
  flex: z.int().min(0).optional(),
  margin: space.optional(),
  position: z.enum(['relative', 'absolute']).optional(),
  offsetTop: padding.optional(),
  offsetBottom: padding.optional(),
  offsetStart: padding.optional(),
  offsetEnd: padding.optional(),
};

const written = {
  size: z.enum(WIDTHS).optional(),
  weight: z.enum(['regular', 'bold']).optional(),
  color: colour.optional(),
  style: z.enum(['normal', 'italic']).optional(),
  decoration: z.enum(['none', 'underline', 'line-through']).optional(),
};

const Span = z.strictObject({ type: z.literal('span'), text: z.string().min(1), ...written });

const Text = z
  .strictObject({
    type: z.literal('text'),
    text: z.string().min(1).optional(),
    contents: z.array(Span).min(1).optional(),
    align: align.optional(),
    gravity: gravity.optional(),
    wrap: z.boolean().optional(),
    maxLines: z.int().min(0).optional(),
    action: FlexAction.optional(),
    ...placed,
    ...written,
  })
  .refine(({ text, contents }) => text !== undefined || contents !== undefined, 'has neither text nor contents');

const Button = z.strictObject({
  type: z.literal('button'),
  action: FlexAction,
  style: z.enum(['primary', 'secondary', 'link']).optional(),
  height: z.enum(['sm', 'md']).optional(),
  color: colour.optional(),
  gravity: gravity.optional(),
  ...placed,
});

const aspectRatio = z.string().regex(/^\d+(\.\d+)?:\d+(\.\d+)?$/);

const Image = z.strictObject({
  type: z.literal('image'),
  url: httpsUrl,
  align: align.optional(),
  gravity: gravity.optional(),
  size: z.union([z.enum([...WIDTHS, 'full']), length]).optional(),
  aspectRatio: aspectRatio.optional(),
  aspectMode: z.enum(['cover', 'fit']).optional(),
  backgroundColor: colour.optional(),
  action: FlexAction.optional(),
  ...placed,
});

const Icon = z.strictObject({
  type: z.literal('icon'),
  url: httpsUrl,
  size: z.enum(WIDTHS).optional(),
  aspectRatio: aspectRatio.optional(),
  ...placed,
});

const Separator = z.strictObject({
  type: z.literal('separator'),
  margin: space.optional(),
  color: colour.optional(),
});

const Filler = z.strictObject({ type: z.literal('filler'), flex: z.int().min(0).optional() });

const boxed = {
  type: z.literal('box'),
  spacing: space.optional(),
  backgroundColor: colour.optional(),
  borderColor: colour.optional(),
  borderWidth: z
    .string()
    .regex(new RegExp(`^(none|light|normal|medium|semi-bold|bold|${pixels})$`))
    .optional(),
  cornerRadius: space.optional(),
  width: length.optional(),
  height: length.optional(),
  paddingAll: padding.optional(),
  paddingTop: padding.optional(),
  paddingBottom: padding.optional(),
  paddingStart: padding.optional(),
  paddingEnd: padding.optional(),
  action: FlexAction.optional(),
  ...placed,
};

/** That a box without contents is drawn is not documented: a filler makes one. */
const Box = z.discriminatedUnion('layout', [
  z.strictObject({
    ...boxed,
    layout: z.enum(['horizontal', 'vertical']),
    contents: z.array(z.lazy(() => Component)).min(1),
  }),
  z.strictObject({
    ...boxed,
    layout: z.literal('baseline'),
    contents: z.array(z.discriminatedUnion('type', [Icon, Text, Filler])).min(1),
  }),
]);

const Component: z.ZodType = z.discriminatedUnion('type', [Box, Button, Image, Text, Separator, Filler]);

const Look = z.strictObject({
  backgroundColor: colour.optional(),
  separator: z.boolean().optional(),
  separatorColor: colour.optional(),
});

const small = (value: unknown) => Buffer.byteLength(JSON.stringify(value)) <= MAX_BYTES;
const TOO_LARGE = { message: `is larger than ${MAX_BYTES} bytes`, params: OVER_A_LIMIT };

const Bubble = z
  .strictObject({
    type: z.literal('bubble'),
    size: z.enum(['nano', 'micro', 'kilo', 'mega', 'giga']).optional(),
    direction: z.enum(['ltr', 'rtl']).optional(),
    header: Box.optional(),
    hero: z.discriminatedUnion('type', [Box, Image]).optional(),
    body: Box.optional(),
    footer: Box.optional(),
    styles: z
      .strictObject({
        header: Look.optional(),
        hero: Look.optional(),
        body: Look.optional(),
        footer: Look.optional(),
      })
      .optional(),
    action: FlexAction.optional(),
  })
  .refine(small, TOO_LARGE)
  .refine(({ header, hero, body, footer }) => header ?? hero ?? body ?? footer, 'shows nothing');

const Carousel = z
  .strictObject({ type: z.literal('carousel'), contents: z.array(Bubble).min(1).max(10) })
  .refine(small, TOO_LARGE)
  .refine(({ contents }) => new Set(contents.map(({ size }) => size ?? 'mega')).size === 1, 'mixes sizes');

export const flex = {
  type: z.literal('flex'),
  altText: words(400),
  contents: z.discriminatedUnion('type', [Bubble, Carousel]),
  i18nAltTexts: inLanguages('altText', 400),
};
