const only = (name, from, allowed, comment) => ({
  name,
  severity: 'error',
  comment,
  from: { path: from, pathNot: '\\.test\\.ts$' },
  to: { pathNot: [...allowed, from] },
});

/** Columns in their order: each may use what comes before it, and nothing that comes after. */
const COLUMNS = [
  ...['people', 'help', 'progress', 'meetings', 'check-in'],
  ...['own-times', 'digest', 'deliveries', 'operations', 'roster', 'visits', 'support'],
  ...['consent', 'cases', 'staffing', 'reports', 'approvals'],
  ...['initiatives', 'funding', 'talent', 'indicators', 'overview', 'meeting-papers', 'final-report', 'search'],
  ...['set-up', 'year', 'guide'],
];
const FLOORS = '^(programme|cards|documents|bot/features)';

const inOrder = COLUMNS.slice(0, -1).map((column, at) => ({
  name: `${column}-before-${COLUMNS[at + 1]}`,
  severity: 'error',
  comment: 'columns form an order without circles',
  from: { path: `${FLOORS}/${column}/` },
  to: { path: `${FLOORS}/(${COLUMNS.slice(at + 1).join('|')})/` },
}));

/** How a sentence is read, stage by stage; a file of a stage uses those before it. `sound` is loaded when it is wanted. */
const STAGES = ['text', 'amounts', 'names', 'parts', 'about', 'sound', 'doubt', 'asks', '[^/]+\\.ts$'];
const stageByStage = STAGES.slice(0, -1).map((stage, at) => ({
  name: `${stage}-is-read-before`,
  severity: 'error',
  comment: 'a sentence is read in one direction',
  from: { path: `^bot/understand/${stage}/`, pathNot: '\\.test\\.ts$' },
  to: { path: `^bot/understand/(${STAGES.slice(at + 1).join('|')})` },
}));

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
      ['^programme/', '^node_modules/', '^(node:)?(crypto|fs|stream|buffer|module|util|zlib)(/|$)'],
      'documents are read and written here',
    ),
    ...inOrder,
    ...stageByStage,
    only(
      'features-are-narrow',
      '^bot/features/',
      [
        '^programme/',
        '^cards/',
        '^storage/(store|collections|progress|municipalities|ids)\\.ts$',
        '^documents/',
        '^bot/(command|command-groups|turn|job|receipt-of|setting-change|deliveries|filed|last-written)\\.ts$',
        '^bot/inputs/(choices|invited|minutes-said|spoken|wish|asks-for-nothing)\\.ts$',
        '^bot/files/(taken-in|handed-out|returned-file|cells-as-said)\\.ts$',
        '^bot/who/(accounts|admission)\\.ts$',
        '^bot/upkeep/standing\\.ts$',
        '^node_modules/(zod|croner)/',
        '^(node:)?crypto$',
      ],
      'a handler returns its reply and never sends',
    ),
    {
      name: 'the-engine-knows-no-column',
      severity: 'error',
      comment: 'only the lists of features and the composition root name what there is',
      from: {
        path: '^bot/',
        pathNot: ['^bot/features/', '^bot/service\\.ts$', '^bot/operator/', '\\.test\\.ts$'],
      },
      to: { path: '^bot/features/' },
    },
    {
      name: 'the-operator-knows-the-lists',
      severity: 'error',
      comment: 'a verb is about all commands and all jobs there are, and about none of them',
      from: { path: '^bot/operator/', pathNot: '\\.test\\.ts$' },
      to: { path: '^bot/features/', pathNot: '^bot/features/(index|jobs|documents|taken-in|admission)\\.ts$' },
    },
    {
      name: 'channels-are-apart',
      severity: 'error',
      from: { path: '^bot/channels/([^/]+)/' },
      to: {
        path: '^bot/',
        pathNot: [
          '^bot/channels/channel\\.ts$',
          '^bot/channels/$1/',
          '^bot/(setting|upkeep/finding|doors/(loopback|crowd)|files/fetch-file)\\.ts$',
        ],
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
