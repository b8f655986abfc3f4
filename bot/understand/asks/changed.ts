/** Verbs of a value that is another one now, by their stem before た and ました. */
const STEMS =
  '(?:上が|下が|減)(?:り|っ)|(?:増え|ふえ)|伸び|(?:改善|向上|上昇|低下|増加|減少)し|(?:良く|よく|悪く|高く|低く|多く|少なく)な(?:り|っ)';
const CHANGED = new RegExp(`(?:${STEMS})(?:まし)?た(?:よ|ね|ー|〜|!|。|\\s)*$`, 'u');

/** オンライン申請率、上がりました: a value is told, and which one has to be asked. */
export const saysChanged = (folded: string): boolean => CHANGED.test(folded);
