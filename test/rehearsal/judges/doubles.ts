import type { Law } from './judge.ts';

/** Nobody gets the same twice. */
export const doubles: Law = {
  called: '同じお知らせは2度届かない',
  daily: async (day, got) => {
    const seen = new Set<string>();
    return got.flatMap(({ to, words }) => {
      const one = `${to}\n${words}`;
      if (!seen.has(one)) {
        seen.add(one);
        return [];
      }
      return [`${day} ${to}: ${words.slice(0, 60)}`];
    });
  },
};
