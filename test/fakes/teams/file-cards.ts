import { type CardJson, isObject } from './card-rules.ts';

/** An attachment of a file: its name, and what it says beside. */
export type FileCard = {
  readonly kind: 'consent' | 'info';
  readonly name: string;
  readonly contentUrl?: string;
  readonly content: CardJson;
};

const PREFIX = 'application/vnd.microsoft.teams.card.file.';

export const isFileCard = (attachment: unknown): boolean =>
  isObject(attachment) && String(attachment['contentType']).startsWith(PREFIX);

export function fileIn(attachment: CardJson): { readonly file: FileCard } | undefined {
  const { name, contentUrl, content, contentType } = attachment;
  if (!isFileCard(attachment) || !isObject(content)) return undefined;
  const kind = String(contentType).slice(PREFIX.length) as FileCard['kind'];
  const url = typeof contentUrl === 'string' && { contentUrl };
  return { file: { kind, name: String(name ?? ''), content, ...url } };
}

/** Documented for chats of two only; without a name the client shows nothing. */
export function fileFault(file: FileCard | undefined, conversation: string) {
  if (!file) return undefined;
  const { sizeInBytes, acceptContext, fileType } = file.content;
  const isWhole = {
    consent: Number(sizeInBytes) > 0 && isObject(acceptContext),
    info: Boolean(fileType && file.contentUrl),
  }[file.kind];
  const isRight = isWhole && file.name !== '' && !conversation.startsWith('19:');
  return isRight
    ? undefined
    : { status: 400, code: 'BadSyntax', message: `a file ${file.kind} card that is not whole` };
}
