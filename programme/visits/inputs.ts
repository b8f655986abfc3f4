import { inputMeta, words } from '../inputs.ts';

/** A visit by the id of its record, whether there is one yet or not. */
export const visit = words(120).register(inputMeta, { title: '訪問', reads: 'hidden' });
