import type { Logger } from 'pino';
import type { Answer, SendResult } from '../channel.ts';
import type { InboundActivity } from './activity.ts';
import { bytesOf, consentIn, fileConsentedTo, fileInfoMessage, type Saving, upload } from './consent.ts';
import { type Conversation, postCard, postConsents } from './conversation.ts';
import { CARD_TYPE, cardMessage, textMessage } from './message.ts';
import { isExecute, isPersonal } from './receive.ts';
import { placesOfFiles } from './sent-file.ts';

/** What goes back over HTTP. */
export type DoorAnswer = { readonly status: number; readonly body?: unknown };

export const DONE: DoorAnswer = { status: 200 };

/** How long an invoke waits for the card to be kept: its answer is due in a few seconds. */
const KEEP_MS = 2_000;

/** Puts an answer where the person will see it. */
export function putAnswer(
  answer: Answer | undefined,
  activity: InboundActivity,
  conversation: Conversation,
  log: Logger,
): Promise<DoorAnswer> {
  if (isExecute(activity)) return insideInvoke(answer, activity, conversation, log);
  if (answer === undefined) return Promise.resolve(DONE);
  return (consentIn(activity) ? asFile : asMessage)(answer, activity, conversation, log);
}

/** A sentence instead of an answer, when something went wrong. */
export async function putSentence(
  sentence: string,
  activity: InboundActivity,
  conversation: Conversation,
  log: Logger,
): Promise<DoorAnswer> {
  if (isExecute(activity)) return saying(sentence);
  return noted(await conversation.post(textMessage(sentence)), log);
}

async function insideInvoke(
  answer: Answer | undefined,
  activity: InboundActivity,
  conversation: Conversation,
  log: Logger,
): Promise<DoorAnswer> {
  if (answer === undefined) return saying('受け付けました。');
  if (answer.how === 'new') {
    const posted = await postCard(conversation, answer.card);
    await notePosted(answer, posted);
    if (posted.outcome === 'sent') return saying('新しいカードをお送りしました。');
  }
  const message = cardMessage(answer.card);
  if (answer.how === 'replace') await keep(message, activity, conversation, log);
  await postConsents(conversation, answer.card);
  await notePosted(answer, { outcome: 'sent', ...(activity.replyToId && { message: activity.replyToId }) });
  return invokeResponse(CARD_TYPE, message.attachments?.[0]?.content);
}

/** So that what it shows can be replaced later. */
async function notePosted({ posted }: Answer, result: SendResult): Promise<void> {
  if (result.outcome === 'sent' && result.message !== undefined) await posted?.(result.message);
}

/**
 * Teams shows the card of an invoke's answer until the message is drawn again, then the first one is back: so the
 * message itself is changed too. Not in groups, where the others still need the card that one of them pressed.
 */
async function keep(
  message: ReturnType<typeof cardMessage>,
  activity: InboundActivity,
  conversation: Conversation,
  log: Logger,
): Promise<void> {
  if (activity.replyToId === undefined || !isPersonal(activity)) return;
  const kept = await Promise.race([conversation.replace(activity.replyToId, message), late(KEEP_MS)]);
  if (kept === undefined || kept.outcome !== 'sent') log.debug({ kept: kept?.outcome ?? 'late' }, 'card not kept');
}

async function asMessage(
  answer: Answer,
  activity: InboundActivity,
  conversation: Conversation,
  log: Logger,
): Promise<DoorAnswer> {
  const { how } = answer;
  if (how === 'replace' && activity.replyToId !== undefined && activity.value !== undefined && isPersonal(activity)) {
    const replaced = await conversation.replace(activity.replyToId, cardMessage(answer.card));
    if (replaced.outcome === 'sent') {
      await postConsents(conversation, answer.card);
      await notePosted(answer, { ...replaced, message: activity.replyToId });
      return DONE;
    }
  }
  const posted = await postCard(conversation, answer.card);
  await notePosted(answer, posted);
  return noted(posted, log);
}

const NOT_SAVED: Readonly<Record<Exclude<Saving, 'saved'>, string>> = {
  failed: 'ファイルを保存できませんでした。少し待って、もう一度お試しください。',
  full: 'OneDriveの空きが足りず、ファイルを保存できませんでした。空きを作って、もう一度お試しください。',
  forbidden: 'OneDriveに断られ、ファイルを保存できませんでした。OneDriveを使えるか、管理者に確かめてください。',
};

/**
 * The answer to a question whether a file may be saved: the file was made anew, is put where Teams says, and the question
 * goes. Where nothing was made (it was declined, or is refused now), what was answered instead is said.
 */
async function asFile(
  answer: Answer,
  activity: InboundActivity,
  conversation: Conversation,
  log: Logger,
): Promise<DoorAnswer> {
  const consent = consentIn(activity);
  const accepted = consent?.action === 'accept' ? consent : undefined;
  const file = accepted && fileConsentedTo(answer.card, accepted.nth);
  const saving =
    file && accepted.place ? await upload(accepted.place, bytesOf(file), placesOfFiles(activity)) : 'failed';
  if (file && saving !== 'saved') {
    log.warn({ saving }, 'a file could not be put where Teams said');
    return noted(await conversation.post(textMessage(NOT_SAVED[saving])), log);
  }
  if (activity.replyToId !== undefined) await conversation.remove(activity.replyToId);
  const posted =
    file && accepted.place
      ? await conversation.post(fileInfoMessage(accepted.place))
      : await postCard(conversation, answer.card);
  await notePosted(answer, posted);
  return noted(posted, log);
}

/** The person did what they did whether or not we could answer: the channel gets its 200 either way. */
function noted(result: SendResult, log: Logger): DoorAnswer {
  if (result.outcome !== 'sent') log.warn({ outcome: result.outcome, reason: result.reason }, 'answer not delivered');
  return DONE;
}

/** Leaves the pressed card as it is. An empty value would count as a failure: Teams then presses again. */
const saying = (text: string) => invokeResponse('application/vnd.microsoft.activity.message', text);

const invokeResponse = (type: string, value: unknown): DoorAnswer => ({
  status: 200,
  body: { statusCode: 200, type, value },
});

const late = (ms: number) => new Promise<undefined>((resolve) => setTimeout(resolve, ms, undefined).unref());
