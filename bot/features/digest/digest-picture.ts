import type { Node } from '../../../cards/card.ts';
import { townsImage } from '../../../cards/digest/towns-image.ts';
import { dayOf } from '../../../programme/day.ts';
import type { Digest, MunicipalityRecords } from '../../../programme/digest/digest.ts';
import type { Programme } from '../../../programme/programme.ts';
import { townsPicture } from '../../../programme/progress/town-picture.ts';
import type { LeftOut } from '../../turn.ts';
import { pictureOf } from '../picture-of.ts';

/** More municipalities than this are no picture that can be read on a phone: the digest goes without one. */
const MOST_TOWNS = 80;

/** The one picture of a digest, of the same moment as its facts. Without municipalities, or where it fails, there is none. */
export async function digestPicture(
  programme: Programme,
  { digest, records }: { readonly digest: Digest; readonly records: readonly MunicipalityRecords[] },
  leftOut: LeftOut | undefined,
): Promise<Node | undefined> {
  if (records.length === 0 || records.length > MOST_TOWNS) return undefined;
  const today = dayOf(digest.until);
  const picture = townsPicture(records, { start: programme.start, today, week: digest.week });
  const png = await pictureOf(async () => {
    const { townsSvgs } = await import('../../../documents/progress/towns-svg.ts');
    return townsSvgs(picture, { title: '全体図', today, small: true });
  }, leftOut);
  return png && townsImage(picture, png);
}
