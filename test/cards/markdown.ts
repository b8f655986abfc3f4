/** Constructs that CommonMark, GFM or Teams could read in a text block. Cautious: it may suspect more than they read. */
const CONSTRUCTS: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['emphasis', /\*.*[^*].*\*/s],
  ['emphasis', /(?<![A-Za-z0-9_])_+(?!_).*(?<!_)_+(?![A-Za-z0-9_])/s],
  ['strike', /~~.*[^~].*~~/s],
  ['code', /`.*[^`].*`/s],
  ['link', /\][([]/],
  ['link definition', /\]:/],
  ['mention', /<\/?at\b/i],
  ['html', /<[A-Za-z/!?]/],
  ['entity', /&#?[A-Za-z0-9]+;/],
  ['escape', /\\[!-/:-@[-`{-~]/],
  ['function', /\{\{/],
  ['list', /^[ \t]*(?:[-+*]|\d{1,9}[.)])(?:[ \t]|$)/m],
  ['heading', /^[ \t]*#{1,6}(?:[ \t]|$)/m],
  ['quote', /^[ \t]*>/m],
  ['rule', /^[ \t]*[-=_*]{2,}[ \t]*$/m],
  ['code block', /^(?: {4}|\t)/m],
];

export function markdownIn(text: string): string[] {
  return CONSTRUCTS.filter(([, pattern]) => pattern.test(text)).map(([name]) => name);
}
