import type { Figure, FigureRecord } from './figure.ts';

/** A count with its unit: 12回. */
export const countedFigure = (
  figure: Omit<Figure, 'text' | 'value'> & { readonly count: number; readonly unit: string },
): Figure => {
  const { count, unit, ...rest } = figure;
  return { ...rest, text: `${count}${unit}`, value: count };
};

/** The record of a figure that comes from one alone. */
export const ofRecord = (kind: string, id: string, more: Omit<FigureRecord, 'kind' | 'id'> = {}): FigureRecord[] => [
  { kind, id, ...more },
];
