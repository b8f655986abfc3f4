import type { Node } from 'web-tree-sitter';
import { functionNames } from './functions.ts';
import { part, parts, type Source } from './parse.ts';

export type Decorator = { readonly name: string; readonly args: readonly Node[] };
export type Declaration = {
  readonly kind: 'parameter' | 'variable' | 'resource' | 'module' | 'output';
  readonly name: string;
  readonly node: Node;
  readonly decorators: readonly Decorator[];
};

/** What a file declares, in its order, each with the decorators before it. */
export function declarationsOf({ root }: Source): Declaration[] {
  let pending: Decorator[] = [];
  return parts(root).flatMap((node): Declaration[] => {
    if (node.type === 'decorators') pending = parts(node).map(decoratorOf);
    const [, kind] = /^(parameter|variable|resource|module|output)_declaration$/.exec(node.type) ?? [];
    if (kind === undefined) return [];
    const decorators = pending;
    pending = [];
    return [{ kind: kind as Declaration['kind'], name: part(node, 0).text, node, decorators }];
  });
}

function decoratorOf(node: Node): Decorator {
  const call = part(node, 0);
  return { name: part(call, 0).text, args: parts(part(call, 1)) };
}

/** Names that are used and not declared, and parameters and variables that are declared and not used. */
export function nameFaults(source: Source): string[] {
  const declared = declarationsOf(source);
  const used = new Set<string>();
  const faults: string[] = [];
  const known = new Set(declared.filter(({ kind }) => kind !== 'output').map(({ name }) => name));
  const walk = (node: Node, inner: ReadonlySet<string>): void => {
    if (node.type === 'identifier') {
      used.add(node.text);
      if (!known.has(node.text) && !inner.has(node.text)) faults.push(`${source.name}: unknown name ${node.text}`);
      return;
    }
    const names = node.type === 'for_statement' ? new Set([...inner, ...loopNames(node)]) : inner;
    for (const child of expressionsIn(node)) walk(child, names);
  };
  for (const { node } of declared) for (const child of parts(node).slice(1)) walk(child, new Set());
  const idle = declared.filter(({ kind, name }) => (kind === 'parameter' || kind === 'variable') && !used.has(name));
  return [...faults, ...idle.map(({ kind, name }) => `${source.name}: unused ${kind} ${name}`)];
}

function loopNames(loop: Node): string[] {
  const names = parts(loop).find(({ type }) => type === 'for_loop_parameters');
  return names ? parts(names).map(({ text }) => text) : [loop.childForFieldName('initializer')?.text ?? ''];
}

/** The children in which an identifier is a name: not keys, not what is called, not types. */
function expressionsIn(node: Node): Node[] {
  const all = parts(node);
  switch (node.type) {
    case 'object_property':
      return part(node, 0).type === 'string' ? all : all.slice(part(node, 0).type === 'identifier' ? 1 : 0);
    case 'resource_declaration':
      return all.slice(1);
    case 'call_expression':
      return part(node, 0).type === 'identifier' && functionNames.has(part(node, 0).text) ? all.slice(1) : all;
    case 'for_statement':
      return all.slice(1);
    case 'resource_expression':
      return all.slice(0, 1);
    case 'type':
      return [];
    default:
      return all;
  }
}
