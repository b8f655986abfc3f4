import { catalogue, type Kpi } from '../../../programme/catalogue.ts';

const spelled = (name: string): string =>
  name
    .normalize('NFKC')
    .replaceAll(/[・&の\s]/g, '')
    .toLowerCase();

/** The KPIs that a word names: by the whole name, or by what they are also called or their names end with. */
export function kpisNamed(word: string): readonly Kpi[] {
  const said = spelled(word);
  const whole = catalogue.kpis.filter(
    ({ name }) => spelled(name) === said || spelled(name.replace(/（.*?）/g, '')) === said,
  );
  if (whole.length > 0) return whole;
  return catalogue.kpis.filter(
    ({ name, aliases }) => aliases.some((alias) => spelled(alias) === said) || spelled(name).endsWith(said),
  );
}
