import type { IImage } from '@microsoft/teams.cards';
import type { Node } from '../../../../cards/card.ts';
import { asTyped } from './as-typed.ts';

type Picture = Extract<Node, { kind: 'image' }>;

/** In the card itself: nothing is kept anywhere for it, and no address of it can be passed on. */
export const pictureUrl = ({ png }: Picture): string => `data:image/png;base64,${Buffer.from(png).toString('base64')}`;

export function drawImage(picture: Picture): IImage {
  return {
    type: 'Image',
    url: pictureUrl(picture),
    altText: asTyped(picture.alt),
    size: 'Stretch',
    spacing: 'Default',
    // Opened large by a press, where the client can.
    msteams: { allowExpand: true },
  } satisfies Omit<IImage, 'msteams'> & { msteams: { allowExpand: true } };
}
