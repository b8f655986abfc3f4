import { dutyRoles, strangeDuty } from '../../programme/duty.ts';
import { dutyNames, roleNames } from '../../programme/member.ts';
import { type Problem, problem } from './fault.ts';
import { faultRepeats, type ReadSheets, rowKey, townInSheet, unsupportedCodes } from './judge.ts';

/** 市町村 in itself; judged before other sheets are read, so that none of them is sent to a row at fault. */
export function judgeTowns(municipalities: ReadSheets['municipalities']): void {
  faultRepeats(
    municipalities,
    'code',
    '団体コード',
    'どちらかの行を消すか、コードを直してください',
    ({ is }) => is.code,
  );
  faultRepeats(municipalities, 'name', '市町村名', 'どちらかの行を消すか、名前を直してください', ({ is }) => is.name);
  judgePrefectures(municipalities);
}

export function judgeServed({ municipalities, roster }: ReadSheets): void {
  const served = new Set(roster.lines.flatMap(({ is }) => (is.role === 'municipal' ? (is.municipalities ?? []) : [])));
  noteLeaderless({ municipalities, roster });
  for (const line of municipalities.lines) {
    const { code, name, supported } = line.is;
    if (!supported || code === undefined || served.has(code)) continue;
    const what = `${name}の職員が「名簿」にいません`;
    municipalities.note(line, 'name', problem(what, '週次報告を受け取る方がいません。決まったら名簿に足してください'));
  }
}

/** Of several officials one is asked first; who is alone needs no mark. */
function noteLeaderless({ municipalities, roster }: Pick<ReadSheets, 'municipalities' | 'roster'>): void {
  for (const line of municipalities.lines) {
    const { code, name, supported } = line.is;
    const officials = roster.lines.filter(
      ({ is }) => is.role === 'municipal' && code !== undefined && is.municipalities?.includes(code),
    );
    const isPlain = officials.length < 2 || officials.some(({ is, bad }) => is.lead || bad.has('lead'));
    if (!supported || isPlain) continue;
    const what = `${name}の職員は${officials.length}人いますが、主担当がいません`;
    municipalities.note(line, 'name', problem(what, '最初にお願いが届く方の「主担当」に○を付けてください'));
  }
}

/** The first two digits of a code are the prefecture; a programme is one prefecture's. */
function judgePrefectures(municipalities: ReadSheets['municipalities']): void {
  const counts = new Map<string, number>();
  const prefectureOf = (code: string) => code.slice(0, 2);
  const coded = municipalities.lines.flatMap((line) =>
    line.is.code === undefined ? [] : [{ line, code: line.is.code, own: prefectureOf(line.is.code) }],
  );
  for (const { own } of coded) counts.set(own, (counts.get(own) ?? 0) + 1);
  const [most] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [];
  for (const { line, code } of coded.filter(({ own }) => own !== most)) {
    const what = `団体コード「${code}」はほかの市町村と都道府県（先頭の2桁）が違います`;
    municipalities.fault(line, 'code', problem(what, `「${most}」から始まる6桁の団体コードを書いてください`));
  }
}

export function judgeRoster(read: ReadSheets): void {
  const { roster } = read;
  const remedy = '1人1行にしてください。別の方なら';
  faultRepeats(roster, 'email', 'メール', `${remedy}それぞれのアドレスを書いてください`, ({ is }) => is.email);
  faultRepeats(roster, 'name', '氏名と所属', `${remedy}所属に課や係まで書いて区別してください`, ({ is }) =>
    rowKey(is.name, is.office),
  );
  judgeReach(read);
  judgeLeads(read);
  judgeDuties(read);
  if (roster.isThere && !roster.lines.some(({ is, bad }) => is.role === 'secretariat' || bad.has('role')))
    roster.noteSheet(problem('「事務局」の方が1人もいません', '相談や催促を受け取る方を足してください'));
}

/** Those who act for municipalities need to name them; those who see everything do not. */
function judgeReach(read: ReadSheets): void {
  const unsupported = unsupportedCodes(read);
  for (const line of read.roster.lines) {
    const { role, municipalities = [] } = line.is;
    const isPool = role === 'expert' && municipalities.length === 0 && hasExpertise(line);
    const wrong = line.bad.has('municipalities') || isPool ? undefined : actingFault(read, line.is, unsupported);
    if (wrong) read.roster.fault(line, 'municipalities', wrong);
    if ((role === 'secretariat' || role === 'prefecture') && municipalities.length > 0) {
      const remedy = '事務局と県の方は全市町村を見られるため、この欄は使いません';
      read.roster.note(line, 'municipalities', problem('担当市町村が書かれています', remedy));
    }
  }
}

/** What cannot be read there has a fault of its own. */
const hasExpertise = ({ is, bad }: ReadSheets['roster']['lines'][number]): boolean =>
  bad.has('expertise') || (is.expertise ?? []).length > 0;

function actingFault(
  read: ReadSheets,
  { role, municipalities: codes = [] }: ReadSheets['roster']['lines'][number]['is'],
  unsupported: ReadonlySet<string | undefined>,
): Problem | undefined {
  if (role !== 'municipal' && role !== 'expert') return undefined;
  if (codes.length === 0) {
    const what = `${role === 'municipal' ? '市町村' : '派遣人材'}の方の担当市町村が空です`;
    const instead = role === 'expert' ? '。担当を待つ方なら「専門」に項目IDを書いてください' : '';
    return problem(what, `団体コードか市町村名を書いてください${instead}`);
  }
  const wrong = codes.filter((code) => unsupported.has(code));
  if (wrong.length === 0) return undefined;
  const remedy = '役割を「閲覧」にするか、「市町村」シートの区分を「支援対象」にしてください';
  const named = wrong.map((code) => townInSheet(read, code)).join('と');
  return { ...problem(`${named}は支援対象外の市町村です`, remedy), cause: `unsupported in 名簿 ${wrong.join(' ')}` };
}

function judgeDuties({ roster }: ReadSheets): void {
  for (const line of roster.lines) {
    const { role, duties, party } = line.is;
    if (role === undefined) continue;
    const wrong = strangeDuty({ role, duties });
    if (wrong) {
      const whose = roleNames[dutyRoles[wrong]];
      roster.fault(line, 'duties', problem(`「${dutyNames[wrong]}」は${whose}の方の役目です`, '消してください'));
    }
    if (party && role !== 'expert' && role !== 'secretariat')
      roster.note(line, 'party', problem('再委託先が書かれています', '派遣人材と事務局の方だけに使います'));
  }
}

function judgeLeads({ roster }: ReadSheets): void {
  const leads = new Map<string, number>();
  for (const line of roster.lines.filter(({ is }) => is.role === 'municipal' && is.lead)) {
    for (const code of line.is.municipalities ?? []) {
      const earlier = leads.get(code);
      const what = `この市町村の主担当は${earlier}行目にもいます`;
      if (earlier) roster.note(line, 'lead', problem(what, '最初にお願いが届く方が2人になります'));
      leads.set(code, earlier ?? line.row);
    }
  }
}
