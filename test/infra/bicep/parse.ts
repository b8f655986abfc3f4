import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { posix } from 'node:path';
import { Language, type Node, Parser } from 'web-tree-sitter';

/** A parsed Bicep file, and where its modules are read from. */
export type Source = { readonly name: string; readonly root: Node; module(path: string): Source };

/** Reads the text of a file; a test may change it on the way. */
export type Reader = (path: string) => string;

export class BicepSyntaxError extends Error {}

let parser: Promise<Parser> | undefined;

/** @throws BicepSyntaxError */
export async function parseBicep(entry: string, read: Reader): Promise<Source> {
  parser ??= makeParser();
  const ready = await parser;
  const parsed = new Map<string, Source>();
  const open = (name: string): Source => {
    const known = parsed.get(name);
    if (known) return known;
    const root = parseText(ready, name, read(name));
    const source = { name, root, module: (path: string) => open(posix.join(posix.dirname(name), path)) };
    parsed.set(name, source);
    return source;
  };
  return open(entry);
}

async function makeParser(): Promise<Parser> {
  await Parser.init();
  const wasm = createRequire(__filename).resolve('tree-sitter-bicep/tree-sitter-bicep.wasm');
  const made = new Parser();
  made.setLanguage(await Language.load(readFileSync(wasm)));
  return made;
}

function parseText(ready: Parser, name: string, text: string): Node {
  const tree = ready.parse(text);
  if (!tree) throw new BicepSyntaxError(name);
  const [wrong] = tree.rootNode.hasError ? badNodes(tree.rootNode) : [];
  if (wrong) {
    const { row, column } = wrong.startPosition;
    throw new BicepSyntaxError(`${name}:${row + 1}:${column + 1}: ${wrong.text.slice(0, 60)}`);
  }
  return tree.rootNode;
}

function badNodes(node: Node): Node[] {
  if (node.isError || node.isMissing) return [node];
  return childrenOf(node).flatMap((child) => (child.hasError || child.isMissing ? badNodes(child) : []));
}

const childrenOf = (node: Node): Node[] => node.children.filter((child) => child !== null);

/** What carries meaning, without comments. */
export function parts(node: Node): Node[] {
  return node.namedChildren.filter((child) => child !== null && !child.type.endsWith('comment')) as Node[];
}

export function part(node: Node, at: number): Node {
  const found = parts(node)[at];
  if (!found) throw new Error(`${node.type} has no part ${at}`);
  return found;
}

export function field(node: Node, name: string): Node {
  const found = node.childForFieldName(name);
  if (!found) throw new Error(`${node.type} has no ${name}`);
  return found;
}
