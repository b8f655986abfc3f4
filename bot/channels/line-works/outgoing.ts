/** A file to be handed out under this name: it is uploaded before its message is sent. */
export type OutgoingFile = {
  readonly kind: 'file';
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
};

/** One message: its content in the product's own form, or a file. */
export type Outgoing = { readonly type: string } | OutgoingFile;

export const isFile = (outgoing: Outgoing): outgoing is OutgoingFile => 'kind' in outgoing;
