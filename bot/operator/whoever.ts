import { hostname, userInfo } from 'node:os';

/** Whoever sits at this terminal, as the machine knows them. */
export function whoever(): string {
  try {
    return `${userInfo().username}@${hostname()}`;
  } catch {
    // In a container the number of a user need not have a name.
    return hostname();
  }
}
