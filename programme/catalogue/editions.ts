import first from './2024-1.json' with { type: 'json' };
import second from './2025-1.json' with { type: 'json' };

/**
 * The editions as their files say them, oldest first; a new edition is a file and a line here. A file never changes
 * once a program with it was released, and never goes: closed years are shown by it.
 */
export const editionFiles: readonly unknown[] = [first, second];
