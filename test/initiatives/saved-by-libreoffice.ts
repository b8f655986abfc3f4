import { type EditCase, roadmapEdits } from './roadmap-edits.ts';

const CHOSEN = [
  ...['nothing at all', 'a text', 'a formula, whose result counts', 'a bar moved by a quarter'],
  ...['a day as Excel keeps it', 'rows sorted otherwise', 'a new row', 'a row taken out'],
];
/** Edits whose file was saved by LibreOffice; it is kept, so that the tests need no LibreOffice. */
export const libreOfficeEdits: readonly EditCase[] = roadmapEdits.filter(([what]) => CHOSEN.includes(what));

/** From the top of the repository. */
export const savedByLibreOffice = (what: string): string =>
  `test/fixtures/roadmap/${what.replaceAll(/[^a-z]+/g, '-')}.xlsx`;
