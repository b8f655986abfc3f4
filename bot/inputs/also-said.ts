const MONTHS = ['', ...'一二三四五六七八九', '十', '十一', '十二'];

/** What a choice is called as well: 10月 also 十月, 継続を希望 also 継続希望. */
export function alsoSaid(label: string): readonly string[] {
  const [, number] = /^(\d{1,2})月$/u.exec(label) ?? [];
  if (number !== undefined) return [`${MONTHS[Number(number)]}月`];
  return label.endsWith('を希望') ? [label.replace('を希望', '希望')] : [];
}
