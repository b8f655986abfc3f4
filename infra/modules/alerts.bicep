param location string
param name string
param tags object
param workspaceId string
param actionGroupId string

// Every line of the service is JSON; the tick job prints its outcome as one line of JSON, and logs nothing.
var lines = 'ContainerAppConsoleLogs | where ContainerAppName == "${name}" or JobName startswith "${name}-" | extend line = parse_json(Log) | extend msg = tostring(line.msg)'

var rules = [
  {
    name: 'delivery-failed'
    severity: 2
    minutes: 15
    says: '届かなかった配信があります。事務局が「配信状況」で理由を見て、もう一度送るか、もう一方のチャットで送ります。'
    finds: 'where (msg == "delivery" and tostring(line.state) == "failed") or (isempty(msg) and toint(line.failed) > 0)'
  }
  {
    name: 'delivery-unknown'
    severity: 2
    minutes: 15
    says: '届いたか分からない配信があります。黙って送り直しません。事務局が「配信状況」で確かめて送ります。'
    finds: 'where (msg == "delivery" and tostring(line.state) == "unknown") or (isempty(msg) and toint(line.unknown) > 0) or toint(line.planned.unknown) > 0'
  }
  {
    name: 'errors'
    severity: 1
    minutes: 15
    says: '処理できなかったことが続いています。ログの reference を、困った人が見た番号と照らします。保存先とチャットは bansou check で確かめます。'
    finds: 'summarize turns = countif(msg == "turn"), errors = countif(toint(line.level) >= 50), fatal = countif(toint(line.level) >= 60) | where fatal > 0 or (errors >= 3 and errors * 50 > turns)'
  }
  {
    name: 'not-ready'
    severity: 1
    minutes: 15
    says: '入口か保存先が使えない状態が続いています。ログの part がその場所、reason がわけです。bansou check を行い、示された直し方をします。'
    finds: 'where msg == "not ready" | summarize times = count() by part = tostring(line.part) | where times >= 10'
  }
  {
    name: 'line-works-refused'
    severity: 1
    minutes: 15
    says: 'LINE WORKS がボットの資格情報を受け付けません（期限切れ・取り消し・設定の違い）。infra/README.md の「秘密の値を取り替える」を行ってください。'
    finds: 'extend reason = tostring(line.reason) | where (msg == "LINE WORKS gives no token" and (reason startswith "400" or reason startswith "401" or reason startswith "403" or reason has "private key")) or (msg == "LINE WORKS refuses" and toint(line.status) == 401) | summarize times = count() | where times >= 3'
  }
  {
    name: 'no-tick'
    severity: 0
    minutes: 15
    says: '15分間、時計もジョブも動いていません。予定の配信が止まっています。アプリとジョブ bansou-tick の状態とログを見て、止まっていれば始めます。動けば遅れた分は自動で追いつきます。bansou status で確かめます。'
    finds: 'summarize ticks = countif((msg == "tick" and tobool(line.working)) or (isempty(msg) and isnotnull(line.planned))) | where ticks == 0'
  }
]

resource alert 'Microsoft.Insights/scheduledQueryRules@2022-06-15' = [
  for rule in rules: {
    name: '${name}-${rule.name}'
    location: location
    tags: tags
    properties: {
      displayName: '${name} ${rule.name}'
      description: rule.says
      severity: rule.severity
      enabled: true
      scopes: [workspaceId]
      evaluationFrequency: 'PT5M'
      windowSize: 'PT${rule.minutes}M'
      criteria: {
        allOf: [
          {
            query: '${lines} | ${rule.finds}'
            timeAggregation: 'Count'
            operator: 'GreaterThan'
            threshold: 0
            failingPeriods: {
              numberOfEvaluationPeriods: 1
              minFailingPeriodsToAlert: 1
            }
          }
        ]
      }
      autoMitigate: true
      // The table is there only after the first line was written.
      skipQueryValidation: true
      actions: {
        actionGroups: [actionGroupId]
      }
    }
  }
]
