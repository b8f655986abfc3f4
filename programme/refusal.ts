import { shortDate, shortMoment } from './day.ts';

/** Why a 承諾依頼 takes no answer, by how it stands. */
const closedConsents = {
  asked: 'いまは受け付けられませんでした。「承諾一覧」で確かめて、もう一度お試しください。',
  approve: 'すでに承諾をいただいています。取りやめるときは「撤回」と送ってください。',
  conditional: 'すでに条件つきとお答えいただいています。直した版のお願いが届いてからお答えください。',
  refuse: 'すでに不承諾とお答えいただいています。お答えを変えるときは、もう一度依頼するよう事務局へお知らせください。',
  withdrawn: 'このお願いは取り下げか撤回が済んでいます。記録していません。今の状態は「承諾一覧」で確認できます。',
  expired: 'このお願いの共有期間は過ぎています。記録していません。今の状態は「承諾一覧」で確認できます。',
  unanswered:
    '回答の期限を過ぎ、承諾なしとして終わっています。お答えになるときは、もう一度依頼するよう事務局へお知らせください。',
} as const;

/** What we tell a person when we will not do what they asked, and what to do instead. A new reason is a new line. */
export const reasons = {
  'unknown-person': () =>
    '名簿で確認できませんでした。事務局から届いた招待コードを「登録」に続けて送ってください。コードがないときは事務局へご連絡ください。',
  /** `sentence`: what is missing, and whom to ask. */
  'no-access': (d: { sentence: string }) => d.sentence,
  /** Others read along: what is missing is told to the person alone. */
  'no-access-here': () =>
    'この部屋では、お答えできません。伴走ボットとの1対1のチャットで「状況」と送ると、理由と相談先を確認できます。',
  'other-tenant': () =>
    'この事業に登録されていない組織（Microsoft 365 のテナント）からのため、お答えできません。何も記録していません。ご利用になる方は事務局へご連絡ください。',
  /** `only`: who may; `instead`: what this person can do. */
  'not-allowed': (d: { only: string; instead: string }) => `この操作は${d.only}だけが行えます。${d.instead}`,
  'not-convener': () => 'この会議は、開催する事務局と担当の派遣人材だけが変えられます。変更は事務局へご連絡ください。',
  'not-your-topic': () => 'この議題は、出した方と事務局だけが取り下げられます。必要なときは事務局へご連絡ください。',
  'not-your-action': () =>
    'この宿題は、引き受けた方・同じ市町村の方・事務局だけが完了にできます。終わっていたら事務局へお知らせください。',
  'not-yours': () => '担当していない団体の情報は扱えません。ご担当の団体は「状況」で確認できます。',
  'not-all-yours': (d: { town: string }) =>
    `${d.town}は担当していない団体のため、どの市町村にも記録していません。担当の団体の分だけを送ってください。`,
  /** `sentence`: why it could not be written there. */
  'none-of-places': (d: { town: string; sentence: string }) =>
    `${d.town}: ${d.sentence}どの市町村にも記録していません。直して、もう一度送ってください。`,
  'no-assignment': () =>
    '今は担当の市町村がありません。派遣が決まると、その初日から「状況」や「報告」を使えます。登録した専門は事務局が見ています。急ぎのことは事務局へご連絡ください。',
  'not-yours-to-invite': () =>
    '会議に呼べるのは、担当の市町村と、その職員の方です。ほかの方も呼ぶときは、事務局へ「相談」で頼んでください。',
  'not-in-this-room': (d: { word: string }) =>
    `この部屋では表示できません。伴走ボットとの1対1のチャットで「${d.word}」と送ってください。`,
  /** Where municipalities are together. */
  'room-of-many': (d: { word: string }) =>
    `この部屋では、共有の承諾がある事例と資料だけを見られます。「事例」「共有資料」と送ってください。「${d.word}」は、伴走ボットとの1対1のチャットで送ってください。`,
  'no-paper': () =>
    '会議資料は、進捗状況確認会議について作ります。予定は「会議」で確認できます。次第だけなら「次第」と送ってください。',
  /** `of`: which meeting; undefined where there is none yet. */
  'no-minutes': (d: { of: string | undefined }) =>
    d.of === undefined
      ? '議事録のある会議は、まだありません。会議のあと、事務局が「議事録」で記録すると見られます。記録を待ってください。'
      : `${d.of}の議事録は、まだ記録されていません。会議のあと、事務局が「議事録」で決まったことを記録してください。`,
  'minutes-confirm-day': () =>
    '会議のあとの、今日までの県の文書の日付を付けて、「議事録の確認 12/25」のように送ってください。',
  'no-parts': () => 'この会議の共有版はまだ作られていません。先に「共有版」を送ってください。',
  'not-shared': () =>
    'その資料は、今はご覧いただけません（まだ承諾がそろっていないか、共有が終わりました）。今見られるものは「共有資料」で確認できます。',
  'not-asked-weekly': () =>
    '曜日・時刻は、市町村の方の週次報告の設定です。何も変えていません。届けるチャットは「設定 Teams」のように送ってください。',
  'unregistered-room': () =>
    'この部屋はまだ登録されていません。1対1のチャットで続けるか、事務局に「部屋登録」を依頼してください。',
  /** What is of no person, and not for everybody in a room. */
  'only-one-to-one': (d: { word?: string }) =>
    `ほかの方も見られる部屋では扱えません。伴走ボットとの1対1のチャットで${d.word === undefined ? '' : `「${d.word}」と`}送ってください。`,
  'one-to-one': () => 'ご本人の情報に関わるため、伴走ボットとの1対1のチャットで送ってください。',
  'not-a-group-room': () => '「部屋登録」は、登録したいグループやチャネルの中で伴走ボットを呼び出して使ってください。',
  'unknown-municipality': (d: { said: string }) =>
    `「${d.said}」という市町村は見つかりません。名前か団体コードで指定してください。`,
  'unknown-item': (d: { said: string }) =>
    `「${d.said}」という項目は見つかりません。「状況」で項目の番号（例: S1-3）を確認できます。`,
  'kpi-of-programme': (d: { id: string }) =>
    `${d.id} は事業全体の指標で、市町村ごとの値はありません。「事業KPI」で確認できます。`,
  'unknown-kpi': (d: { said: string }) => `「${d.said}」はこの団体のKPIではありません。「KPI」で一覧を確認できます。`,
  'edition-lacks': (d: { edition: string; what: string }) =>
    `${d.edition}には、記録のある ${d.what} がないため、切り替えていません。これらのある版を選んでください。`,
  'no-such-item': (d: { said: string }) =>
    `「${d.said}」という項目はありません。何も記録していません。項目の番号（例: S1-3）は「状況」で確認できます。`,
  'no-such-kpi': (d: { said: string }) =>
    `「${d.said}」というKPIはありません。何も記録していません。KPIの番号（例: K0-03）は「KPI」で確認できます。`,
  'not-applicable': (d: { what: string }) =>
    `${d.what} はこの団体では「対象外」です。変更が必要なときは事務局へご連絡ください。`,
  'not-supported': (d: { what: string }) =>
    `${d.what}は支援対象外のため、取組とKPIはありません。支援対象にするときは「市町村追加」で登録してください。`,
  'kpi-of-all': (d: { what: string }) =>
    `${d.what}は事業全体の指標のため、市町村の目標は持ちません。「KPI設定」で市町村の指標を確認できます。`,
  'nothing-to-decide': (d: { what: string }) =>
    `${d.what} は、完了しているか対象外か、今の年度の取組にないため、年度更新で決めることがありません。「年度更新」で決める項目を確認できます。`,
  'not-assigned': (d: { what: string }) =>
    `${d.what} はこの団体の取組に登録されていません（未確認）。事務局へ登録を依頼してください。`,
  'not-a-number': (d: { said: string }) =>
    `「${d.said.slice(0, 40)}」は数字として読めません。62 のように数字だけで入力してください。`,
  'bad-value': (d: { sentence: string }) => d.sentence,
  'week-closed': (d: { week: string }) =>
    `${shortDate(d.week)}の週は締め切りました。直す必要があるときは事務局へご連絡ください。`,
  'week-ahead': (d: { week: string }) =>
    `${shortDate(d.week)}の週はまだ始まっていません。今週の分から報告してください。`,
  'no-such-month': (d: { month: string }) =>
    `${d.month}は、まだ始まっていないか、事業の期間にない月です。「月次報告 10月」のように、月を付けて送ってください。`,
  'monthly-not-sent': (d: { month: string }) =>
    `${d.month}の月次報告は、まだ提出されていません。提出されると「月次報告」で確認できます。`,
  'monthly-by-pm': (d: { names: readonly string[] }) =>
    d.names.length > 0
      ? `月次報告は、PMの方（${d.names.join('、')}）が提出します。本文は「月次報告編集」で書き、提出はPMの方に依頼してください。`
      : '月次報告は、PMの方が提出します。名簿にPMの方がいないため、「名簿変更」で役目をPMにしてから、提出してください。',
  'unknown-year': (d: { year: string; known: readonly string[] }) =>
    `${d.year}の記録はありません。見られるのは${d.known.join('・')}です。見たい年度を付けて、もう一度送ってください。`,
  'year-over': (d: { year: string; until: string }) =>
    `${d.year}の報告は${shortDate(d.until)}で締め切りました。何も記録していません。直す必要があるときは事務局へご連絡ください。`,
  'nothing-to-carry-over': (d: { what: string }) =>
    `${d.what} には引き継ぐ値がまだないため「変更なし」にできません。最初の値を入力してください。`,
  'asks-for-nothing': (d: { said: string }) =>
    `「${d.said}」は、困りごととしては届けていません。困ったことが出てきたら、いつでも「相談」と送ってください。`,
  'changed-meanwhile': (d: { at: Date }) =>
    `このカードを開いたあと、${shortMoment(d.at)} にほかの方が更新しました。最新の内容を確かめて、もう一度報告してください。`,
  'nothing-to-undo': (d: { hours: number }) =>
    `取り消せる報告がありません（取り消せるのは、ご自分の${d.hours}時間以内の報告だけです）。直すときは「訂正」を使ってください。`,
  'nothing-of-yours-to-undo': (d: { hours: number }) =>
    `取り消せる記録がありません（取り消せるのは、ご自分の${d.hours}時間以内の記録だけです）。報告に違うと思うところがあるときは、事務局へお知らせください。`,
  'changed-since': () =>
    'そのあとに同じところが変えられているため、取り消していません。「変更の記録」で確かめ、必要ならもう一度変えてください。',
  'nothing-to-correct': (d: { what: string }) =>
    `${d.what} には訂正できる報告がまだありません。「報告」または「KPI報告」で新しく報告してください。`,
  'unknown-meeting': () => 'あなたの予定に、その会議は見つかりません。予定は「会議」で確認できます。',
  'no-meeting-then': (d: { day: string }) =>
    `${shortDate(d.day)}に、お答えいただく会議はありません。予定は「会議」で確認できます。`,
  'no-meeting': () => '対象になる会議がありません。予定は「会議」、終わった会議は「会議 過去」で確認できます。',
  'not-invited': () => 'この会議の対象に入っていません。参加が必要なときは事務局へご連絡ください。',
  'meeting-over': () => 'この会議は終わっています。決まったことは「会議 過去」で確認できます。',
  'meeting-cancelled': () => 'この会議は中止になりました。ほかの予定は「会議」で確認できます。',
  'meeting-ahead': () => 'この会議はまだ始まっていません。議事録は会議が始まってから記録してください。',
  'not-your-visit': () =>
    'この訪問は、訪問した派遣人材だけが記録・中止できます。直すところがあれば、ご本人か事務局へお知らせください。',
  'visit-recorded': () =>
    'この訪問はもう記録されています。中止にするときは、先に記録の「取消」を押すか、事務局へご連絡ください。',
  'visit-not-recorded': () => 'この訪問はまだ記録されていません。記録されると「訪問一覧」で確認できます。',
  'unknown-visit': () => 'その訪問は見つかりません。訪問とその記録は「訪問一覧」で確認できます。',
  'confirmation-over': (d: { until: string }) =>
    `この訪問記録の確認は${shortDate(d.until)}までの受付でした。直したいところは「相談」で事務局へお知らせください。`,
  'rating-ahead': () => '満足度は、訪問記録を確認したあとにお聞きします。「訪問記録の確認」を送ってください。',
  'rating-over': () =>
    'この訪問の満足度の受付は終わりました。お伝えになりたいことは「相談」で事務局へお知らせください。',
  'action-closed': (d: { what: string }) =>
    `宿題「${d.what.slice(0, 30)}」は、すでに完了しています。何も変えていません。ほかの宿題は「宿題一覧」で確認できます。`,
  'action-has-left': (d: { name: string }) =>
    `${d.name}さんは名簿から外れています。担当は変えていません。今いる方を選んでください。`,
  'action-no-access': (d: { name: string }) =>
    `${d.name}さんは今は使えない方です（誓約・再委託の承諾・体制変更の承認のどれかがありません）。担当は変えていません。ほかの方を選んでください。`,
  'action-observer': (d: { name: string }) =>
    `${d.name}さんは閲覧の方です。担当は変えていません。ほかの方を選んでください。`,
  'action-elsewhere': (d: { name: string; town: string | undefined }) =>
    d.town === undefined
      ? `この宿題は市町村のものではありません。担当は変えていません。${d.name}さんではなく、事務局・派遣人材・県の方を選んでください。`
      : `${d.name}さんは${d.town}の方ではありません。担当は変えていません。${d.town}に関わる方を選んでください。`,
  'unknown-action-item': () => 'その宿題は見つかりません。ご自分の宿題は「宿題」で確認できます。',
  'request-withdrawn': () =>
    'この相談は取り下げられたため、何も記録していません。今ある相談は「相談一覧」で確認できます。',
  'no-draft-subcontract': () =>
    '提出していない再委託の下書きはありません。書くときは「再委託」、今の状態は「再委託一覧」で確認できます。',
  'no-subcontract': () => '再委託はまだありません。書くときは、事務局の方が「再委託」と送ってください。',
  'register-by-office': () =>
    '登録できるのは事務局の方だけです（1対1のチャットで）。今の内容は、言葉を付けずに送ると確認できます。',
  'no-open-request': () => '終わっていない相談はありません。困っていることは「相談」に続けて送ってください。',
  'promise-in-the-past': () => '過ぎた日のため、何も記録していません。期限は、今日か、それよりあとの日にしてください。',
  'too-late-to-reopen': () =>
    '解決から14日を過ぎたため、この相談は続けられません。困っていることは「相談」に続けて、新しく送ってください。',
  'no-such-case': () => 'その事例は、今は見られません。見られる事例は「事例」で確認できます。',
  'no-open-case-question': () => '回答を待っている事例への質問はありません。届いた質問は「事例の質問」で確認できます。',
  'no-open-day': (d: { day: string }) =>
    `その日までに開庁日がないため、何も送っていません。期限は${shortDate(d.day)}か、それよりあとの日にしてください。`,
  'no-open-inquiry': () =>
    '当てはまる臨時報告・協議はありません。今あるものは「臨時報告一覧」「協議一覧」で確認できます。',
  'inquiry-ended': () =>
    'これは、求めた方がもう終えています。回答は記録していません。今あるものは「臨時報告一覧」「協議一覧」で確認できます。',
  'inquiry-withdrawn': () => '取り下げたものは続けられません。もう一度求めるときは、新しく送ってください。',
  'inquiry-unanswered': () =>
    'まだ回答が届いていないため、何も記録していません。付け足すことがあるときは、取り下げてから新しく送ってください。',
  'inquiry-over': () => '終えてから14日を過ぎたため、続けられません。確かめたいことは、新しく送ってください。',
  'plan-incomplete': (d: { what: string }) =>
    `まだ書かれていないところがあるため、提出していません（${d.what}）。「全体計画編集」で書いてから提出してください。`,
  'plan-handed-in': () => 'この版は、もう県に提出しています。変えるときは「全体計画編集」で次の版を書いてください。',
  'final-by-pm': (d: { names: readonly string[] }) =>
    d.names.length > 0
      ? `業務報告書は、PMの方（${d.names.join('、')}）が提出します。本文は「業務報告書編集」で書き、提出はPMの方に依頼してください。`
      : '業務報告書は、PMの方が提出します。名簿にPMの方がいないため、「名簿変更」で役目をPMにしてから、提出してください。',
  'final-not-sent': () => '業務報告書は、まだ提出されていません。提出されると「業務報告書」で確認できます。',
  'final-not-handed-in': () =>
    '納品できる版がまだありません。先に「業務報告書提出」で県に提出してから、「納品」と送ってください。',
  'final-not-corrected': () =>
    '前に納品した版と同じです。「業務報告書編集」で直し、「業務報告書提出」で次の版を提出してから、納品してください。',
  'final-passed': () =>
    '業務報告書は検査に合格しているため、もう変えられません。納めた版は「業務報告書」で確認できます。',
  'no-delivery-to-withdraw': () =>
    '取り消せる納品はありません（取り消せるのは、検査の結果が出る前だけです）。今の状態は「業務報告書」で確認できます。',
  'nothing-to-inspect': () => '検査を待っている納品はありません。今の状態は「業務報告書」で確認できます。',
  'no-final-part': () => 'その市町村は、業務報告書の対象ではありません。「業務報告書」で対象の市町村を確認できます。',
  'no-milestone': () =>
    'そのマイルストーンは、今の全体計画にありません。「マイルストーン」で今の一覧を開いてください。',
  'leads-answer': (d: { name: string }) =>
    `県の回答は、主担当の方（${d.name}）が行います。何も記録していません。主担当の方にお伝えください。`,
  'names-in-room': () => 'この部屋では氏名を表示できません。伴走ボットとの1対1のチャットで「議事録」と送ってください。',
  'not-consenter': (d: { names: readonly string[] }) =>
    d.names.length > 0
      ? `お答えできるのは承諾者（${d.names.join('、')}）です。何も記録していません。「上司に回す」を押してください。`
      : 'お答えできるのは承諾者です。何も記録していません。名簿に承諾者がいないため、事務局へお知らせください。',
  'not-consenter-to-withdraw': (d: { names: readonly string[] }) =>
    `撤回できるのは承諾者${d.names.length > 0 ? `（${d.names.join('、')}）` : ''}です。何も変えていません。急ぐときは事務局へお知らせください。`,
  'no-consent-asked': () =>
    '承諾をお願いしているものは、今はありません。何も記録していません。これまでの承諾は「承諾一覧」で確認できます。',
  'no-other-consenter': (d: { names: readonly string[] }) =>
    d.names.length > 0
      ? `回せるのは承諾者（${d.names.join('、')}）です。まだ回していません。この中から選んでください。`
      : '名簿にほかの承諾者がいないため、回していません。増やすときは事務局へご連絡ください。',
  /** `standing`: how it stands instead of waiting for an answer. */
  'consent-closed': (d: { standing: keyof typeof closedConsents }) => closedConsents[d.standing],
  'consent-not-asked': () =>
    'この版・この範囲では、承諾をお願いしていません。何も記録していません。お願い中のものは「承諾」で確認できます。',
  'consent-other-version': () =>
    'この資料は、このカードのあとで直されています。何も記録していません。新しい版のお願いが届いてからお答えください。',
  'no-consenter': (d: { town: string }) =>
    `${d.town}には承諾者がいないため、依頼していません。名簿の「役目」に入れて取り込んでから、もう一度依頼してください。`,
  'unknown-material': (d: { said: string }) =>
    `「${d.said.slice(0, 40)}」という資料は見つかりません。「承諾依頼」とだけ送って、一覧から選んでください。`,
  'no-material': () => '共有する資料がまだありません。事例や会議の資料ができてから依頼してください。',
  'consent-until-past': (d: { day: string }) =>
    `${shortDate(d.day)}は過ぎた日のため、依頼していません。今日か、それよりあとの日にしてください。`,
  'nothing-to-withdraw': () => '撤回できる承諾はありません。今の状態は「承諾一覧」で確認できます。',
  'no-initiative': (d: { said: string }) =>
    `「${d.said.slice(0, 40)}」という取組は工程表にありません。「工程表」で番号と名前を確認できます。`,
  'no-returned-file': (d: { name: string }) =>
    `取り込みを待っている${d.name}はありません。書き込んだ${d.name}を、もう一度1対1のチャットに送ってください。`,
  'initiative-removed': (d: { name: string }) =>
    `「${d.name}」は工程表から外されています。何も変えていません。戻すときは「工程表」から、外した取組を開いてください。`,
  'old-card': () => 'このカードは古くなったため使えません。「状況」または「ヘルプ」で新しいカードを開いてください。',
  'unknown-action': () => '操作を読み取れませんでした。できることは「ヘルプ」で確認できます。',
  'too-long': (d: { limit: number }) =>
    `文章が長すぎるため、記録していません。${d.limit.toLocaleString('ja-JP')}文字以内に短くして、もう一度送ってください。`,
  'too-fast': () => '短い間に続けて届いたため、処理していません。少し待って、もう一度お試しください。',
  'file-not-ours': () =>
    '読み取れるのは、伴走ボットから受け取った表（.xlsx）だけです。送られたファイルは残していません。受け取った表に書き込んで送ってください。',
  'file-unreadable': (d: { sentence: string }) => `ファイルを読み取れず、残していません。${d.sentence}`,
  'file-too-large': (d: { limit: number }) =>
    `ファイルが大きすぎるため、読み取っていません（${d.limit}MBまで）。図や使っていないシートを消して、もう一度送ってください。`,
  'file-not-fetched': () =>
    'ファイルを受け取れませんでした。何も記録していません。少し待って、もう一度同じファイルを送ってください。',
  'file-in-room': () =>
    'ファイルは、ここでは受け取れず、中身も見ていません。伴走ボットとの1対1のチャットに送ってください。',
  'bad-invitation': () =>
    '招待コードが違うか、期限が切れています。コードを確かめてもう一度送るか、事務局に新しいコードを依頼してください。',
  'used-invitation': () => 'この招待コードはすでに使われています。事務局に新しいコードを依頼してください。',
  'unknown-name': (d: { said: string }) =>
    `「${d.said}」さんは名簿にいません。名簿の氏名か、その初めの部分で指定してください。`,
  'account-gone': () => 'そのチャットは、もうだれのものでもありません。「チャット」で今の状態を確認できます。',
  'own-account': () => '今お使いのチャットは切れません。別のチャットから切るか、事務局へご連絡ください。',
  'no-programme': () => '事業がまだ登録されていません。事務局が取込表を取り込むまで、しばらくお待ちください。',
  'store-unavailable': () =>
    'いま記録の保存先が使えません。記録できていないことがあるため、少し待って「履歴」で確かめ、なければもう一度送ってください。',
  'store-busy': () =>
    'いまほかの処理が続いていて、保存先が使えません。1分ほど待って「履歴」で確かめ、なければもう一度送ってください。',
  'store-broken': () =>
    '記録の保存先に問題が起きていて、いまは保存先が使えません。事務局にお知らせください。直ったら「履歴」で確かめ、なければもう一度送ってください。',
  'newer-program': () => '伴走ボットを新しい版に入れ替えています。数分待って、もう一度お試しください。',
  busy: () => 'ほかの方の更新と重なりました。少し待って、もう一度お試しください。',
} as const;

export type RefusalReason = keyof typeof reasons;
type Detail<R extends RefusalReason> = Parameters<(typeof reasons)[R]>;

/**
 * The only error thrown on purpose. It becomes a reply; nothing is logged as a fault.
 * Every other error is a bug: it is logged with a reference, and the person is told only the reference.
 */
export class Refusal extends Error {
  readonly reason: RefusalReason;

  private constructor(reason: RefusalReason, sentence: string) {
    super(sentence);
    this.reason = reason;
  }

  static because<R extends RefusalReason>(reason: R, ...detail: Detail<R>): Refusal {
    const sentence = reasons[reason] as (...detail: Detail<R>) => string;
    return new Refusal(reason, sentence(...detail));
  }
}
