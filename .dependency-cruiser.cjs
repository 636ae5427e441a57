// The floors of the house: imports go down only. Each line: a folder, and the folders it may import.
const floors = {
  numeric: [],
  files: [],
  states: [],
  store: ['errors', 'states'],
  sources: ['errors', 'files', 'states', 'store'],
  work: ['errors', 'numeric', 'store'],
  measures: ['errors', 'numeric', 'states', 'store'],
  memory: ['errors', 'numeric', 'states', 'store', 'sources', 'measures'],
  outlook: ['errors', 'numeric', 'states', 'store', 'sources', 'measures', 'memory'],
  scenarios: ['errors', 'numeric', 'states', 'store', 'sources', 'measures', 'memory'],
  assessments: ['errors', 'numeric', 'states', 'store', 'sources', 'measures', 'memory', 'outlook'],
  evasion: ['errors', 'numeric', 'states', 'store', 'sources', 'measures', 'memory', 'assessments'],
  // a claim is tested by what an assessment would say of the same pair: rates, reports of one flow, domains
  claims: ['errors', 'files', 'numeric', 'states', 'store', 'sources', 'measures', 'memory', 'outlook', 'assessments', 'evasion'],
  reports: [
    'errors',
    'files',
    'numeric',
    'states',
    'store',
    'sources',
    'measures',
    'memory',
    'outlook',
    'scenarios',
    'assessments',
    'evasion',
    'claims',
  ],
  operations: [
    'errors',
    'numeric',
    'states',
    'store',
    'sources',
    'work',
    'measures',
    'memory',
    'outlook',
    'scenarios',
    'assessments',
    'evasion',
    'claims',
    'reports',
  ],
  // the command line opens the other two doors
  cli: ['errors', 'operations', 'reports', 'server', 'mcp'],
  server: ['errors', 'operations', 'reports'],
  mcp: ['errors', 'operations', 'reports'],
}

// The rooms of a floor, from the ground up: a room imports from those before it, never from one after it. `.` are the files of the folder itself, but for its index.
const rooms = {
  states: ['tables', 'names', 'finding'],
  store: ['.', 'indicators', 'writing'],
  sources: [
    ...['formats', 'rows', 'reader', 'editions'],
    ...[
      'arms',
      'conflict',
      'customs',
      'energy',
      'finance',
      'people',
      'politics',
      'reviewed-tables',
      'trade',
      'un/assembly',
      'un/council',
      'un/speeches',
    ],
    ...['.', 'download', 'fetching'],
  ],
  measures: [
    ...['similarity', 'bootstrap', 'communities', 'composite', 'ideal-points', 'ideal-point-posterior', 'resolution-links'],
    ...['change-points', 'speeches', 'trade', 'gravity', 'reproductions'],
  ],
  outlook: ['scores', 'models', 'bands', 'series', 'pooled', 'backtest', 'targets', 'events', 'ledger'],
  scenarios: ['models', 'data', 'shocks', '.'],
  assessments: [
    ...[
      'rows',
      'forms',
      'record',
      'relations',
      'standing',
      'speeches',
      'votes',
      'people',
      'economy',
      'domains',
      'judgements',
      'turning-points',
      'outlook',
      '.',
    ],
    ...['mirror', 'blocs', 'composite', 'world', 'pairs', 'panel'],
  ],
  claims: [
    ...['said', '.', 'text/patterns', 'text', 'text/names', 'text/numbers', 'text/times', 'text/topics', 'text/facts', 'documents', 'grounding'],
    ...['reading/sentence', 'reading/facts', 'reading/heads', 'reading/parties', 'reading/periods', 'reading/ways', 'reading/said', 'reading'],
    ...['testing/record', 'testing/judging', 'testing/questions'],
    ...[
      'testing/comparability',
      'testing/ambiguity',
      'testing/deed-words',
      'testing/figures',
      'testing/catalogued',
      'testing/explicitness',
      'testing/facts',
      'testing/deeds',
      'testing',
    ],
  ],
  evasion: ['goods', 'windows', 'methods', 'panels', 'routes'],
  reports: ['text', 'routes', 'parts', 'charts', 'claims', 'gravity', 'answers', 'scenarios', 'outlook', 'panel', 'bundle', 'page'],
  operations: [
    ...['request', 'schemas', 'storage', 'fits', 'reading', 'checking', 'model-reading', 'gravity', 'forecasts', 'questions', 'methods'],
    ...['record-questions', 'scenarios', 'routes', 'outlook'],
    ...['.', 'workers', 'work'],
  ],
}

const filesOf = (floor, room) => (room === '.' ? `^src/${floor}/(?!index\\.ts$)[^/]+$` : `^src/${floor}/${room}/[^/]+$`)

const target = (names) => names.map((n) => (n === 'errors' ? 'errors\\.ts$' : `${n}/`)).join('|')

module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-orphan-import', severity: 'error', from: {}, to: { couldNotResolve: true } },
    { name: 'errors-stand-alone', severity: 'error', from: { path: '^src/errors\\.ts$' }, to: { path: '^src/' } },
    { name: 'src-stands-alone', severity: 'error', from: { path: '^src/' }, to: { path: '^(app|test|bench|scripts)/' } },
    // the pages know the forms of answers and how a figure is written, and nothing else of what stands behind the server
    {
      name: 'app-asks-the-server',
      severity: 'error',
      from: { path: '^app/' },
      to: { path: '^(src|test|bench|scripts)/', pathNot: '^src/server/(answer-types|wording)\\.ts$' },
    },
    { name: 'no-dev-dependency', severity: 'error', from: { path: '^src/' }, to: { dependencyTypes: ['npm-dev'] } },
    ...Object.entries(rooms).flatMap(([floor, all]) =>
      all.slice(0, -1).map((room, i) => ({
        name: `${floor}-${room}-room`,
        severity: 'error',
        from: { path: filesOf(floor, room) },
        to: { path: all.slice(i + 1).map((above) => filesOf(floor, above)) },
      })),
    ),
    {
      name: 'testing-knows-no-reading',
      severity: 'error',
      from: { path: '^src/claims/testing/' },
      to: { path: '^src/claims/reading/' },
    },
    ...Object.entries(floors).map(([floor, below]) => ({
      name: `${floor}-floor`,
      severity: 'error',
      from: { path: `^src/${floor}/` },
      to: { path: '^src/', pathNot: `^src/(${target([floor, ...below])})` },
    })),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'] },
  },
}
