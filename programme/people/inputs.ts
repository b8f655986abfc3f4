import { z } from 'zod';
import { inputMeta } from '../input-meta.ts';
import { words } from '../inputs.ts';

/** Somebody of the roster, as people call them. */
export const person = z
  .preprocess((said) => (typeof said === 'string' ? said.trim().replace(/(さん|様)(の)?$/, '') : said), words(40))
  .register(inputMeta, { title: '氏名', reads: 'text', maxLength: 40 });
/** An account in a chat product, by the id we gave it. */
export const account = z
  .string()
  .regex(/^[0-9a-f]{32}$/)
  .register(inputMeta, { title: 'チャット', reads: 'hidden' });
