/** What an expression comes to. What only a deployment knows is a text in ‹›. */
export type Value = string | number | boolean | null | readonly Value[] | { readonly [key: string]: Value };

/** A resource or a module as other expressions see it. */
export type Handle = {
  readonly label: string;
  /** With the names of what it lies in. */
  readonly path?: string;
  /** What is known of it before it is deployed. */
  readonly known: { readonly [property: string]: Value };
  readonly nested?: ReadonlyMap<string, Handle>;
};

export function asText(value: Value | undefined): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? null);
}

export const atRuntime = (what: string): string => `‹${what}›`;

/** The value at a property; of what is only known at run time, its name goes on. */
export function propertyOf(value: Value | undefined, name: string): Value {
  if (typeof value === 'string' && value.startsWith('‹')) return atRuntime(`${value.slice(1, -1)}.${name}`);
  if (typeof value !== 'object' || value === null) throw new Error(`${name} of ${asText(value)}`);
  const found = Array.isArray(value) ? value[Number(name)] : (value as { [key: string]: Value })[name];
  if (found === undefined) throw new Error(`there is no ${name} in ${asText(value).slice(0, 80)}`);
  return found;
}
