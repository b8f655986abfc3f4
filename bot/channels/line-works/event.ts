import { z } from 'zod';

const optionalText = z.string().min(1).optional().catch(undefined);

/** The vendor's own examples come with and without milliseconds. */
const IssuedTime = z.iso.datetime({ offset: true }).transform((text) => new Date(text));

/** The parts of a callback this door reads: https://developers.worksmobile.com/jp/docs/bot-callback */
export const InboundEvent = z.object({
  type: z.string(),
  source: z.object({
    userId: optionalText,
    channelId: optionalText,
    domainId: z.union([z.string(), z.number()]).transform(String),
  }),
  issuedTime: IssuedTime,
  content: z
    .looseObject({
      type: optionalText,
      text: optionalText,
      postback: optionalText,
      fileId: optionalText,
      fileName: optionalText,
    })
    .optional()
    .catch(undefined),
  data: optionalText,
});
export type InboundEvent = z.infer<typeof InboundEvent>;

/** Undefined for what is no event of ours to read. */
export function eventOf(body: string): InboundEvent | undefined {
  try {
    return InboundEvent.safeParse(JSON.parse(body)).data;
  } catch {
    return undefined;
  }
}
