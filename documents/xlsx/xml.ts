import { SaxesParser } from 'saxes';

export type Attributes = Readonly<Record<string, string>>;

/**
 * What is told while a part is read, in its order. Names are those of the part's own vocabulary, without its prefix;
 * elements of any other vocabulary keep theirs (`xdr:row`). `above` are the elements around it, the root first.
 */
export type Listener = {
  readonly open?: (name: string, attributes: Attributes, above: readonly string[]) => void;
  readonly close?: (name: string, above: readonly string[]) => void;
  readonly text?: (text: string, above: readonly string[]) => void;
};

/** No part of a workbook is nested deeper than a few levels. */
const DEEPEST = 64;

/**
 * Reads a part from its first to its last sign. Throws where it is not well-formed, ends too early, or names an entity
 * of its own: nothing is unfolded and nothing is fetched.
 */
export function walk(part: Uint8Array, listener: Listener): void {
  const parser = new SaxesParser({ xmlns: false, position: false });
  const above: string[] = [];
  let own: string | undefined;
  parser.on('opentag', ({ name, attributes }) => {
    own ??= prefixOf(name);
    if (above.length >= DEEPEST) throw new RangeError('nested too deep');
    const called = localName(name, own);
    listener.open?.(called, attributes, above);
    above.push(called);
  });
  parser.on('closetag', () => {
    const called = above.pop() ?? '';
    listener.close?.(called, above);
  });
  const text = (some: string) => listener.text?.(some, above);
  parser.on('text', text);
  parser.on('cdata', text);
  parser.write(decoded(part)).close();
}

const prefixOf = (name: string): string => name.slice(0, name.indexOf(':') + 1);

function localName(name: string, own: string): string {
  const prefix = prefixOf(name);
  if (prefix === own) return name.slice(prefix.length);
  return prefix === '' ? `:${name}` : name;
}

/** A package may hold UTF-8 or, with its mark, UTF-16. What is neither has been damaged. */
function decoded(part: Uint8Array): string {
  const utf16 = part[0] === 0xff && part[1] === 0xfe ? 'utf-16le' : part[0] === 0xfe && part[1] === 0xff && 'utf-16be';
  return new TextDecoder(utf16 || 'utf-8', { fatal: true }).decode(part);
}
