import { z } from 'zod';
import shipped from './catalogue/fundings.json' with { type: 'json' };

/** Where money for an initiative may come from, as far as it is named everywhere; its dated terms are data of the programme. */
export const Funding = z.object({
  /** FN-06 */
  id: z.string().regex(/^FN-\d{2,3}$/),
  name: z.string().min(1),
  /** 所管 */
  ministry: z.string(),
  /** 特別交付税, 交付金, 地方債 … */
  category: z.string(),
});
export type Funding = z.infer<typeof Funding>;

/** Those that the program brings along, in the order of their ids. */
export const shippedFundings: readonly Funding[] = z.array(Funding).parse(shipped);
