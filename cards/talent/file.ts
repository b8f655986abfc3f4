import type { Ask, Card } from '../card.ts';
import { card, notice, text } from '../card.ts';
import { wordFile } from '../word-file.ts';

/** A Word file about the talents of a municipality, to keep. */
export const talentFileCard = (title: string, town: string, content: Uint8Array, again: Ask): Card =>
  card(
    title,
    `${town}の${title}をWordでお渡しします。`,
    text(`${town}　${title}`, 'strong'),
    notice('quiet', '名簿にある方の名前は入っていません。整えてからお使いください。'),
    wordFile(`${title.replaceAll('・', '_')} ${town}`, content, again),
  );
