import type { Node } from 'web-tree-sitter';
import { callFunction } from './functions.ts';
import { field, part, parts } from './parse.ts';
import { asText, atRuntime, type Handle, propertyOf, type Value } from './value.ts';

/** What names stand for. */
export type Scope = {
  value(name: string): Value | undefined;
  handle(name: string): Handle | undefined;
};

type Rule = (node: Node, scope: Scope) => Value;

const rules: Readonly<Record<string, Rule>> = {
  string: (node, scope) => textOf(node, scope),
  number: ({ text }) => Number(text),
  boolean: ({ text }) => text === 'true',
  null: () => null,
  identifier: ({ text }, scope) => named(text, scope),
  array: (node, scope) => parts(node).map((each) => evaluate(each, scope)),
  object: objectOf,
  parenthesized_expression: (node, scope) => evaluate(part(node, 0), scope),
  ternary_expression: (node, scope) =>
    evaluate(field(node, evaluate(field(node, 'condition'), scope) ? 'consequence' : 'alternative'), scope),
  unary_expression: (node, scope) => {
    const value = evaluate(field(node, 'argument'), scope);
    return field(node, 'operator').type === '!' ? !value : -Number(value);
  },
  binary_expression: binary,
  call_expression: call,
  member_expression: (node, scope) => {
    const property = field(node, 'property').text;
    const handle = handleAt(field(node, 'object'), scope);
    if (!handle) return propertyOf(evaluate(field(node, 'object'), scope), property);
    return handle.known[property] ?? atRuntime(`${handle.label}.${property}`);
  },
  subscript_expression: (node, scope) =>
    propertyOf(evaluate(field(node, 'object'), scope), asText(evaluate(field(node, 'index'), scope))),
  for_statement: (node, scope) => eachOf(node, scope).map((inner) => evaluate(field(node, 'body'), inner)),
};

/** @throws Error for what our files do not use */
export function evaluate(node: Node, scope: Scope): Value {
  const rule = rules[node.type];
  if (!rule) throw new Error(`${node.type} is not evaluated: ${node.text.slice(0, 60)}`);
  return rule(node, scope);
}

/** A scope for every element a loop goes through. */
export function eachOf(loop: Node, scope: Scope): Scope[] {
  const names = parts(loop).find(({ type }) => type === 'for_loop_parameters');
  const [element = '', index] = names ? parts(names).map(({ text }) => text) : [field(loop, 'initializer').text];
  const list = evaluate(part(loop, 1), scope);
  if (!Array.isArray(list)) throw new Error(`a loop over ${asText(list)}`);
  return list.map((each, at) => ({
    handle: scope.handle,
    value: (name) => (name === element ? each : name === index ? at : scope.value(name)),
  }));
}

/** A resource or module, also one inside another: `account::service`. */
export function handleAt(node: Node, scope: Scope): Handle | undefined {
  if (node.type === 'identifier') return scope.handle(node.text);
  if (node.type !== 'resource_expression') return undefined;
  return handleAt(field(node, 'object'), scope)?.nested?.get(field(node, 'resource').text);
}

function named(name: string, scope: Scope): Value {
  const value = scope.value(name);
  if (value !== undefined) return value;
  const handle = scope.handle(name);
  if (handle) return atRuntime(handle.label);
  throw new Error(`unknown name ${name}`);
}

const ESCAPES: Readonly<Record<string, string>> = { '\\n': '\n', "\\'": "'", '\\\\': '\\', '\\$': '$', '\\t': '\t' };

function textOf(node: Node, scope: Scope): string {
  return parts(node)
    .map((piece) => {
      if (piece.type === 'interpolation') return asText(evaluate(part(piece, 0), scope));
      return piece.type === 'escape_sequence' ? (ESCAPES[piece.text] ?? piece.text) : piece.text;
    })
    .join('');
}

/** Properties only; resources inside are the deployment's business. */
function objectOf(node: Node, scope: Scope): Value {
  const properties = parts(node).filter((each) => part(each, 0).type !== 'resource_declaration');
  return Object.fromEntries(
    properties.map((property) => {
      const key = part(property, 0);
      return [key.type === 'string' ? textOf(key, scope) : key.text, evaluate(part(property, 1), scope)];
    }),
  );
}

function binary(node: Node, scope: Scope): Value {
  const left = evaluate(field(node, 'left'), scope);
  const right = (): Value => evaluate(field(node, 'right'), scope);
  switch (field(node, 'operator').type) {
    case '||':
      return Boolean(left) || Boolean(right());
    case '&&':
      return Boolean(left) && Boolean(right());
    case '==':
      return asText(left) === asText(right());
    case '!=':
      return asText(left) !== asText(right());
    case '>':
      return Number(left) > Number(right());
    default:
      throw new Error(`operator not evaluated: ${node.text}`);
  }
}

function call(node: Node, scope: Scope): Value {
  const callee = field(node, 'function');
  const args = parts(field(node, 'arguments')).map((each) => evaluate(each, scope));
  if (callee.type === 'identifier') return callFunction(callee.text, args);
  const handle = handleAt(field(callee, 'object'), scope);
  return atRuntime(`${handle?.label}.${field(callee, 'property').text}()`);
}
