import type { Municipality } from '../../programme/municipality.ts';

/** By 団体コード or name, as typed. */
export function municipalityTyped(
  { municipalities }: { readonly municipalities: readonly { readonly value: Municipality }[] },
  typed: string,
): Municipality | undefined {
  const said = typed.normalize('NFKC').replace(/\s/g, '');
  return municipalities.find(({ value: { code, name } }) => code === said || name.normalize('NFKC') === said)?.value;
}

export const unknownMunicipality = (typed: string) =>
  ({
    ok: false,
    lines: [`「${typed}」という市町村は登録されていません。名前か6桁の団体コードで指定してください。`],
    data: { municipality: 'unknown' },
  }) as const;
