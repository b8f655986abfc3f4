import { z } from 'zod';
import { inputMeta } from './input-meta.ts';

/** What was read of a file that came back; a card fills it in. */
export const taken = z.string().max(120).register(inputMeta, { title: '受け取った表', reads: 'hidden' });
/** The row of which something is decided, by its id, and the part of it; `removed` where it is about all of it. */
export const settled = z.string().max(80).register(inputMeta, { title: '行', reads: 'hidden' });
export const field = z.string().max(20).register(inputMeta, { title: '欄', reads: 'hidden' });
/** What the file says, or what stands now. */
export const take = z.enum(['file', 'now']).register(inputMeta, { title: 'どちらにするか', reads: 'hidden' });
/** What was written already is meant, and not what would be. */
export const applied = z.literal('yes').register(inputMeta, { title: '反映した内容', reads: 'hidden' });
