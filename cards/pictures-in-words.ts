import { type Card, text } from './card.ts';

export const hasPictures = ({ body }: Card): boolean => body.some(({ kind }) => kind === 'image');

/** The same card with the words of each picture in its place, for where none can be shown. */
export const picturesInWords = (shown: Card): Card =>
  hasPictures(shown)
    ? { ...shown, body: shown.body.map((node) => (node.kind === 'image' ? text(node.alt, 'quiet') : node)) }
    : shown;
