/** What an office of a municipality is called: its name ends in one of these. */
const OFFICE =
  /(?:課|室|係|局|部|班|所|館|院|園|校|庁|会|担当|本部|支所|出張所|公社|組合|センター|チーム|グループ|ユニット|各課|全課|庁内|未定|調整中)$/;

/** The first of several that does not look like an office: it may be somebody's name, on the roster or not. */
export function notAnOffice(department: string): string | undefined {
  const named = department
    .normalize('NFKC')
    .replace(/\(.*?\)/g, '')
    .split(/[、,・/／\n]|と(?=\S)/)
    .map((each) => each.trim())
    .filter((each) => each !== '');
  return named.find((each) => !OFFICE.test(each));
}
