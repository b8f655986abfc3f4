import type { Node } from 'web-tree-sitter';
import { type Declaration, type Decorator, declarationsOf, nameFaults } from './declarations.ts';
import { eachOf, evaluate, handleAt, type Scope } from './evaluate.ts';
import { field, part, parts, type Source } from './parse.ts';
import { asText, atRuntime, type Handle, type Value } from './value.ts';

export type Resource = {
  /** Without its version. */
  readonly type: string;
  readonly version: string;
  readonly name: string;
  readonly body: { readonly [property: string]: Value };
};
export type Deployment = {
  readonly resources: readonly Resource[];
  readonly outputs: { readonly [name: string]: Value };
  /** What a compiler would refuse, as far as it is looked for here. */
  readonly faults: readonly string[];
};

type Params = { readonly [name: string]: Value };
type Made = { readonly handle: Handle; readonly resources: readonly Resource[]; readonly faults: readonly string[] };

/** The resources a file makes from these parameters, those of its modules too. */
export function deploy(source: Source, given: Params): Deployment {
  const declared = declarationsOf(source);
  const faults = [...nameFaults(source), ...parameterFaults(source.name, declared, given)];
  const values = new Map<string, Value>();
  const made = new Map<string, Made>();
  const find = (name: string, ...kinds: readonly Declaration['kind'][]) =>
    declared.find((each) => each.name === name && kinds.includes(each.kind));

  const valueOfName = (declaration: Declaration): Value => {
    if (declaration.kind === 'variable') return evaluate(part(declaration.node, 1), scope);
    const fallback = parts(declaration.node)[2];
    return given[declaration.name] ?? (fallback ? evaluate(fallback, scope) : atRuntime(`missing ${declaration.name}`));
  };
  const madeOf = (declaration: Declaration): Made => {
    const known = made.get(declaration.name);
    if (known) return known;
    const fresh =
      declaration.kind === 'module'
        ? makeModule(source, declaration.node, scope)
        : makeResources(declaration.node, scope);
    made.set(declaration.name, fresh);
    return fresh;
  };
  const scope: Scope = {
    value(name) {
      const declaration = find(name, 'parameter', 'variable');
      if (declaration && !values.has(name)) values.set(name, valueOfName(declaration));
      return values.get(name);
    },
    handle(name) {
      const declaration = find(name, 'resource', 'module');
      return declaration && madeOf(declaration).handle;
    },
  };

  const everything = declared.filter(({ kind }) => kind === 'resource' || kind === 'module').map(madeOf);
  const outputs = declared.filter(({ kind }) => kind === 'output');
  return {
    resources: everything.flatMap(({ resources }) => resources),
    outputs: Object.fromEntries(outputs.map(({ name, node }) => [name, evaluate(part(node, 2), scope)])),
    faults: [...faults, ...everything.flatMap((each) => each.faults)],
  };
}

function parameterFaults(file: string, declared: readonly Declaration[], given: Params): string[] {
  const parameters = declared.filter(({ kind }) => kind === 'parameter');
  const unknown = Object.keys(given).filter((name) => !parameters.some((each) => each.name === name));
  return [
    ...unknown.map((name) => `${file}: there is no parameter ${name}`),
    ...parameters.flatMap(({ name, node, decorators }) => {
      const value = given[name];
      if (value === undefined) return parts(node).length < 3 ? [`${file}: parameter ${name} is missing`] : [];
      const wrong = typeFault(part(node, 1).text, value) ?? decorators.map((each) => breach(each, value)).find(Boolean);
      return wrong ? [`${file}: parameter ${name} ${wrong}`] : [];
    }),
  ];
}

function typeFault(type: string, value: Value): string | undefined {
  const is = Array.isArray(value) ? 'array' : typeof value === 'number' ? 'int' : typeof value;
  const wanted = type.endsWith('[]') ? 'array' : type === 'bool' ? 'boolean' : type;
  return is === wanted ? undefined : `wants ${type}, not ${asText(value)}`;
}

function breach({ name, args: [arg] }: Decorator, value: Value): string | undefined {
  const limit = Number(arg?.text);
  const size = typeof value === 'number' ? value : typeof value === 'string' || Array.isArray(value) ? value.length : 0;
  if (name === 'allowed' && arg) {
    const allowed = parts(arg).map(({ text }) => text.replaceAll("'", ''));
    return allowed.includes(asText(value)) ? undefined : `may not be ${asText(value)}`;
  }
  if (/^min/.test(name) && size < limit) return `is below ${limit}`;
  return /^max/.test(name) && size > limit ? `is above ${limit}` : undefined;
}

function makeModule(source: Source, node: Node, scope: Scope): Made {
  const label = part(node, 0).text;
  const path = asText(evaluate(part(node, 1), scope));
  const child = source.module(path);
  const [body] = bodiesOf(part(node, 2), scope);
  const absent: Made = {
    handle: { label, known: { outputs: 'of a module that is not deployed' } },
    resources: [],
    faults: nameFaults(child),
  };
  if (!body) return absent;
  const { params = {} } = evaluate(body.object, body.scope) as { params?: Params };
  const inner = deploy(child, params);
  return {
    handle: { label, known: { outputs: inner.outputs } },
    resources: inner.resources,
    faults: inner.faults,
  };
}

type Body = { readonly object: Node; readonly scope: Scope };

/** None when its condition does not hold, one, or one for every turn of its loop. */
function bodiesOf(node: Node, scope: Scope): Body[] {
  if (node.type === 'for_statement') {
    return eachOf(node, scope).flatMap((inner) => bodiesOf(field(node, 'body'), inner));
  }
  if (node.type === 'if_statement') return evaluate(part(node, 0), scope) ? bodiesOf(part(node, 1), scope) : [];
  return [{ object: node, scope }];
}

/** What a resource lies in. */
type Outer = { readonly type: string; readonly path: string };

function makeResources(node: Node, scope: Scope, outer?: Outer): Made {
  const [given = '', version = ''] = asText(evaluate(part(node, 1), scope)).split('@');
  const type = outer ? `${outer.type}/${given}` : given;
  const made = bodiesOf(part(node, 2), scope).map((body) => {
    const fields = evaluate(body.object, body.scope) as Resource['body'];
    const name = asText(fields['name']);
    const within = outer?.path ?? parentOf(body)?.path;
    const path = within === undefined ? name : `${within}/${name}`;
    const own: Resource = { type, version, name: path, body: fields };
    return { own, name, path, inside: nestedIn(body, { type, path }) };
  });
  const isExisting = node.children.some((child) => child?.type === 'existing');
  const { name = '', path = '' } = made[0] ?? {};
  const nested = new Map(made.flatMap(({ inside }) => inside.map(({ handle }) => [handle.label, handle] as const)));
  return {
    handle: { label: part(node, 0).text, path, known: { name, id: `‹${type}/${path}›` }, nested },
    resources: made.flatMap(({ own, inside }) => [
      ...(isExisting ? [] : [own]),
      ...inside.flatMap((each) => each.resources),
    ]),
    faults: [],
  };
}

function nestedIn({ object, scope }: Body, outer: Outer): Made[] {
  const inside = parts(object).map((each) => part(each, 0));
  return inside.filter(({ type }) => type === 'resource_declaration').map((node) => makeResources(node, scope, outer));
}

/** The one its `parent:` names. */
function parentOf({ object, scope }: Body): Handle | undefined {
  const property = parts(object).find((each) => part(each, 0).text === 'parent');
  return property && handleAt(part(property, 1), scope);
}
