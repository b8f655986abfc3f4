const only = (name, from, allowed, comment) => ({
  name,
  severity: 'error',
  comment,
  from: { path: from, pathNot: '\\.test\\.ts$' },
  to: { pathNot: [...allowed, from] },
});

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    only(
      'programme-is-pure',
      '^programme/',
      ['^node_modules/(zod|date-fns|@date-fns/utc|@holiday-jp/holiday_jp)/'],
      'the rules of the programme do no I/O',
    ),
    only('cards-know-the-programme', '^cards/', ['^programme/'], 'cards are data'),
    only(
      'storage-knows-the-programme',
      '^storage/',
      ['^programme/', '^node_modules/', '^(node:)?(crypto|fs|path|url|module|timers|timers/promises|https?|sqlite)$'],
      'storage keeps documents',
    ),
    only(
      'documents-know-the-programme',
      '^documents/',
      ['^programme/', '^node_modules/', '^(node:)?(crypto|fs|stream|buffer)(/|$)'],
      'documents are read and written here',
    ),
    only(
      'commands-are-narrow',
      '^bot/commands/',
      [
        '^programme/',
        '^cards/',
        '^storage/(store|collections|records|ids)\\.ts$',
        '^documents/',
        '^bot/(command|command-groups|spoken|write-report|confirm-report|about-you|asks-for-nothing|write-help|choices|weekly-card|gather-digest|receipt-of|remaining)\\.ts$',
        '^bot/accounts/',
        '^bot/meetings/',
        '^bot/reminders/',
        '^node_modules/zod/',
        '^(node:)?crypto$',
      ],
      'a handler returns its reply and never sends',
    ),
    {
      name: 'channels-are-apart',
      severity: 'error',
      from: { path: '^bot/channels/([^/]+)/' },
      to: {
        path: '^bot/',
        pathNot: ['^bot/(finding|loopback|setting)\\.ts$', '^bot/channels/channel\\.ts$', '^bot/channels/$1/'],
      },
    },
    {
      name: 'botbuilder-in-one-room',
      severity: 'error',
      from: { pathNot: ['^bot/channels/teams/', '^test/'] },
      to: { path: '^node_modules/(botbuilder|botframework)' },
    },
    {
      name: 'cosmos-in-one-file',
      severity: 'error',
      from: { pathNot: ['^storage/cosmos', '^test/'] },
      to: { path: '^node_modules/@azure/cosmos' },
    },
    { name: 'main-is-the-top', severity: 'error', from: {}, to: { path: '^bot/main\\.ts$' } },
    {
      name: 'tests-are-not-shipped',
      severity: 'error',
      from: { path: '^(programme|cards|storage|documents|bot)/', pathNot: '\\.test\\.ts$' },
      to: { path: '^(test|demo|infra)/' },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
  },
};
