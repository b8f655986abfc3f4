import readings from './catalogue/readings.json' with { type: 'json' };

/** How a municipality's name is read, by 団体コード; undefined outside the prefecture the data is of. */
export function readingOfName(code: string): string | undefined {
  return (readings as Readonly<Record<string, string>>)[code];
}
