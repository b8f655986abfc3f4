import { z } from 'zod';

const LANGUAGES = ['ko_KR', 'ja_JP', 'zh_CN', 'zh_TW', 'en_US'] as const;

/** `i18nLabels` and the like: the same words in other languages. */
export const inLanguages = (field: string, longest: number) =>
  z.array(z.strictObject({ language: z.enum(LANGUAGES), [field]: z.string().min(1).max(longest) })).optional();

export const words = (longest: number) => z.string().min(1).max(longest);

export const httpsUrl = words(1000).refine((url) => url.startsWith('https://'), 'must begin with https://');

/** Marks a rule of its own that is about too much of something. */
export const OVER_A_LIMIT = { limit: true };

/** Documented for `postback` alone; nobody knows that others may have more. */
const LONGEST_LABEL = 20;

const labelled = (longest: number) => ({
  label: words(longest),
  i18nLabels: inLanguages('label', longest),
});

const postback = (longest: number, displayText: 'required' | 'optional') =>
  z.strictObject({
    type: z.literal('postback'),
    ...labelled(longest),
    data: words(300),
    displayText: displayText === 'required' ? words(300) : words(300).optional(),
    i18nDisplayTexts: inLanguages('displayText', 300),
  });

const message = (longest: number, text: 'required' | 'optional') =>
  z.strictObject({
    type: z.literal('message'),
    ...labelled(longest),
    text: text === 'required' ? words(300) : words(300).optional(),
    postback: words(1000).optional(),
    i18nTexts: inLanguages('text', 300),
  });

const uri = (longest: number) =>
  z.strictObject({ type: z.literal('uri'), ...labelled(longest), uri: words(1000).regex(/^[a-z][a-z0-9+.-]*:/i) });

const copy = (longest: number) =>
  z.strictObject({ type: z.literal('copy'), ...labelled(longest), copyText: words(1000) });

const ofThePhone = (type: 'camera' | 'cameraRoll' | 'location') =>
  z.strictObject({ type: z.literal(type), ...labelled(LONGEST_LABEL) });

/** Buttons, lists and the persistent menu. */
export const ButtonAction = z.discriminatedUnion('type', [
  message(LONGEST_LABEL, 'optional'),
  uri(LONGEST_LABEL),
  copy(LONGEST_LABEL),
]);

export const CarouselAction = z.discriminatedUnion('type', [
  postback(LONGEST_LABEL, 'optional'),
  message(LONGEST_LABEL, 'required'),
  uri(LONGEST_LABEL),
  copy(LONGEST_LABEL),
]);

const LONGEST_ON_IMAGE = 12;

export const ImageAction = z.discriminatedUnion('type', [
  postback(LONGEST_ON_IMAGE, 'optional'),
  message(LONGEST_ON_IMAGE, 'required'),
  uri(LONGEST_ON_IMAGE),
  copy(LONGEST_ON_IMAGE),
]);

/** Whether anything that calls back works inside flex is not documented: only links do for sure. */
export const FlexAction = uri(LONGEST_LABEL);

export const QuickReply = z.strictObject({
  items: z
    .array(
      z.strictObject({
        imageUrl: httpsUrl.optional(),
        imageResourceId: words(1000).optional(),
        action: z.discriminatedUnion('type', [
          postback(LONGEST_LABEL, 'required'),
          message(LONGEST_LABEL, 'required'),
          uri(LONGEST_LABEL),
          copy(LONGEST_LABEL),
          ofThePhone('camera'),
          ofThePhone('cameraRoll'),
          ofThePhone('location'),
        ]),
      }),
    )
    .min(1)
    .max(13),
});
