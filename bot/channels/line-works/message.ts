import { LONGEST_POSTBACK } from './pressed.ts';

/** What the API takes at most; lengths in UTF-16 units. */
export const limits = {
  /** Documented for one type of action only; kept for all. */
  label: 20,
  actionText: 300,
  postback: LONGEST_POSTBACK,
  text: 2000,
  contentText: 1000,
  actions: 10,
  quickReplies: 13,
  altText: 400,
  /** 30 KB are documented for a bubble, 15 KB for a carousel: the smaller is kept for both. */
  bubbleBytes: 15 * 1024,
} as const;

/** The only action that a template takes and that comes back: pressing says `text` in the room and carries `postback`. */
export type MessageAction = {
  readonly type: 'message';
  readonly label: string;
  readonly text: string;
  readonly postback: string;
};

export type QuickReplies = { readonly items: readonly { readonly action: MessageAction }[] };

export type FlexText = {
  readonly type: 'text';
  readonly text: string;
  readonly size: 'xs' | 'sm' | 'md' | 'lg';
  readonly color: `#${string}`;
  readonly wrap: true;
  readonly weight?: 'bold';
  readonly align?: 'end' | 'center';
  readonly flex?: number;
  readonly margin?: Space;
};

type Space = 'none' | 'xs' | 'sm' | 'md' | 'lg' | 'xl';

export type FlexBox = {
  readonly type: 'box';
  readonly layout: 'vertical' | 'horizontal';
  readonly contents: readonly FlexPart[];
  readonly flex?: number;
  readonly spacing?: Space;
  readonly margin?: Space;
  readonly width?: `${number}%`;
  readonly height?: `${number}px`;
  readonly backgroundColor?: `#${string}`;
  readonly cornerRadius?: Space;
  readonly paddingAll?: Space;
};

/** What is documented of the Flexible Template and used here. An action in it is not known to come back: there is none. */
export type FlexPart =
  | FlexText
  | FlexBox
  | { readonly type: 'separator'; readonly color: `#${string}`; readonly margin?: Space }
  | { readonly type: 'filler' };

export type Bubble = {
  readonly type: 'bubble';
  readonly size: 'giga';
  readonly body: FlexBox;
  readonly styles: { readonly body: { readonly backgroundColor: `#${string}` } };
};

export type TextContent = { readonly type: 'text'; readonly text: string };
export type ButtonContent = {
  readonly type: 'button_template';
  readonly contentText: string;
  readonly actions: readonly MessageAction[];
};
export type FlexContent = { readonly type: 'flex'; readonly altText: string; readonly contents: Bubble };
type FileContent = { readonly type: 'file' | 'image'; readonly fileId: string };

/** `content` of a message: narrower than what is documented, and never what only LINE's own API takes. */
export type MessageContent = (TextContent | ButtonContent | FlexContent | FileContent) & {
  readonly quickReply?: QuickReplies;
};

/** A file has no id before it is uploaded; its message is a `FileContent` then. */
export type Upload = {
  readonly kind: 'file' | 'image';
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
};

export type Outgoing = MessageContent | Upload;

/** Making the place for a file, uploading it, sending it. */
export const REQUESTS_PER_FILE = 3;

export function isUpload(outgoing: Outgoing): outgoing is Upload {
  return 'kind' in outgoing;
}
