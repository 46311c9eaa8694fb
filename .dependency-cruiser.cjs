/**
 * The rule between rooms. Each list below is a piece of the data flow: a room may import the rooms
 * before it, through their index.ts, and none after it.
 */
const shared = [
  'text',
  'listeners',
  'failure',
  'graph',
  'insight',
  'ask',
  'layout',
  'arrange',
  'filter',
  'vocabulary',
  'crawl',
  'map',
  'edit',
  'workspace',
  'export',
  'picture',
  'scene',
  'pdf',
  'site-check',
  'contract',
]
const services = [
  'child',
  'files',
  'fonts',
  'credentials',
  'markup',
  'remote',
  'map',
  'workspace',
  'edit',
]
const features = [
  'credentials',
  'remote',
  'crawl',
  'map',
  'graph',
  'vocabulary',
  'layout',
  'view',
  'insights',
  'picture',
  'canvas',
  'filter',
  'groups',
  'paths',
  'details',
  'outline',
  'unresolved',
  'matrix',
  'export',
  'ask',
  'workspace',
  'edit',
]

const network = '^(node:)?(http|https|net|tls|dgram)$'
const page = '^src/(?!shared/)'
const any = (names) => `(${names.join('|')})`

/** @returns a forbidden rule; its comment is shown where it is broken */
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

const inOrder = (folder, rooms) =>
  rooms.slice(0, -1).map((room, at) => {
    const later = rooms.slice(at + 1)
    return forbid(
      'follow-the-flow',
      `${room} comes before ${later.join(', ')}.`,
      { path: `^${folder}/${room}/` },
      { path: `^${folder}/${any(later)}/` },
    )
  })

const byTheDoor = (folder) => {
  const door = `^${folder}/[^/]+/(index|panels)[.]ts$`
  return [
    forbid(
      'enter-by-the-door',
      'A room is entered by its index.ts, or for what React draws by its panels.ts.',
      { path: `^${folder}/([^/]+)/` },
      { path: `^${folder}/[^/]+/`, pathNot: [`^${folder}/$1/`, door] },
    ),
    forbid(
      'enter-by-the-door',
      'A room is entered by its index.ts, or for what React draws by its panels.ts.',
      { pathNot: [`^${folder}/`, '^tests/', '^bench/'] },
      { path: `^${folder}/[^/]+/`, pathNot: [door] },
    ),
  ]
}

/** Rooms within rooms, which have a door of their own. */
const innerDoors = [
  'src/features/canvas/cytoscape',
  'src/features/canvas/vast',
  'src/features/canvas/gesture',
  'src/features/export/picture',
]

module.exports = {
  forbidden: [
    ...innerDoors.map((room) =>
      forbid(
        'enter-by-the-door',
        'A room within a room has a door, too.',
        { path: '^src/', pathNot: `^${room}/` },
        { path: `^${room}/`, pathNot: `^${room}/index[.]ts$` },
      ),
    ),
    ...inOrder('src/shared', shared),
    ...inOrder('electron/services', services),
    ...inOrder('src/features', features),
    ...byTheDoor('src/shared'),
    ...byTheDoor('electron/services'),
    ...byTheDoor('src/features'),

    forbid(
      'shared-stands-alone',
      'It runs on both sides, so it leans on zod and on how to compare values; the contract also on the transport.',
      { path: '^src/shared/(?!(arrange|edit|export|insight|pdf)/)' },
      {
        pathNot: ['^src/shared/', 'node_modules/(zod|es-toolkit)/', 'node_modules/@orpc/contract/'],
      },
    ),
    forbid(
      'shared-stands-alone',
      'As above; change sets and exports also come as CSV, whose quotes and delimiters a library knows.',
      { path: '^src/shared/(edit|export)/' },
      { pathNot: ['^src/shared/', 'node_modules/(zod|es-toolkit|(@types/)?papaparse)/'] },
    ),
    forbid(
      'shared-stands-alone',
      'As above; what is known of graphs in general is in graphology.',
      { path: '^src/shared/insight/' },
      { pathNot: ['^src/shared/', 'node_modules/graphology'] },
    ),
    forbid(
      'shared-stands-alone',
      'As above; layouts are those of Cytoscape, and d3 keeps groups apart.',
      { path: '^src/shared/arrange/' },
      { pathNot: ['^src/shared/', 'node_modules/(@types/)?(cytoscape|d3-force)'] },
    ),
    forbid(
      'shared-stands-alone',
      'As above; a PDF is written by a library, and another knows which way letters go.',
      { path: '^src/shared/pdf/' },
      { pathNot: ['^src/shared/', 'node_modules/(@cantoo/pdf-lib|bidi-js)/'] },
    ),
    forbid(
      'contract-names-the-transport',
      'Only the contract is written with the transport library.',
      { path: '^src/shared/(?!contract/)' },
      { path: 'node_modules/@orpc/' },
    ),
    forbid(
      'page-sees-no-host',
      'The page reaches the trusted side by the contract alone.',
      { path: page },
      { path: ['^electron/', 'node_modules/(electron|ws|undici)/', '^node:', network] },
    ),
    forbid(
      'components-ask-nobody',
      'What React draws is handed what it may ask; it makes no call itself.',
      { path: ['^src/(features|app)/.+[.]tsx$', '^src/(features|app)/.*use-[^/]+[.]ts$'] },
      { path: '^src/transport/', dependencyTypesNot: ['type-only'] },
    ),
    forbid(
      'host-sees-no-page',
      'Of src, the trusted side reads src/shared only.',
      { path: '^electron/' },
      { path: page },
    ),
    forbid(
      'only-its-shell-knows-electron',
      'Everything else also runs where there is no Electron.',
      { pathNot: '^(electron/(main|preload)/|tests/)' },
      { path: 'node_modules/electron/' },
    ),
    forbid(
      'loopback-never-reaches-electron',
      'The loopback shell runs where there is no Electron, so nothing below it may need it.',
      { path: '^electron/loopback/' },
      { path: 'node_modules/electron/', reachable: true },
    ),
    forbid(
      'services-know-no-shell',
      'A service is carried; it does not know by what.',
      { path: '^electron/services/' },
      { path: '^electron/(main|preload|loopback|host|demo-site)/' },
    ),
    forbid(
      'shells-see-the-host-only',
      'Both shells start the same host, so neither can offer what the other does not.',
      { path: '^electron/(main|loopback)/' },
      { path: '^electron/(services|demo-site)/' },
    ),
    forbid(
      'nobody-needs-the-command-line',
      'It is a shell: what it can do, the rooms below it do.',
      { pathNot: '^(electron/cli/|tests/)' },
      { path: '^electron/cli/' },
    ),
    forbid(
      'host-knows-no-shell',
      'The host gets its platform from the shell, as an argument.',
      { path: '^electron/host/' },
      { path: '^electron/(main|preload|loopback)/' },
    ),
    forbid(
      'preload-is-a-pipe',
      'It reads nothing that goes through it, so there is nothing in it to attack.',
      { path: '^electron/preload/' },
      { pathNot: ['^electron/preload/', 'node_modules/electron/'] },
    ),
    forbid(
      'demo-site-stands-alone',
      'It stands for a real site, so it shares no code with the client that talks to it.',
      { path: '^electron/demo-site/' },
      { path: '^electron/(?!demo-site/)' },
    ),
    forbid(
      'ui-knows-no-feature',
      'Buttons and dialogs are the same everywhere; of what is shared they know letters alone.',
      { path: '^src/ui/' },
      { path: '^src/(features|app|transport|shared)/', pathNot: '^src/shared/text/' },
    ),
    forbid(
      'models-know-no-react',
      'A room is a model first; what React draws of it enters by panels.ts.',
      {
        path: '^src/features/.+[.]ts$',
        pathNot: '/(panels|use-[^/]+)[.]ts$',
      },
      { path: ['node_modules/(@types/)?react', '[.]tsx$'], dependencyTypesNot: ['type-only'] },
    ),
    forbid(
      'session-needs-no-window',
      'A session also runs in Node: it is given what a window supplies.',
      { path: '^src/session/' },
      {
        path: [
          'node_modules/(@types/)?(react|@base-ui|cytoscape)',
          '[.]tsx$',
          '^src/(ui|commands|app)/',
          '/panels[.]ts$',
        ],
        dependencyTypesNot: ['type-only'],
      },
    ),
    forbid(
      'session-follows-the-features',
      'A session is made of the rooms of the flow; acts and the app work on it.',
      { path: '^src/(features|ui|transport|shared)/' },
      { path: '^src/session/' },
    ),
    forbid(
      'enter-by-the-door',
      'A room is entered by its index.ts, or for what React draws by its panels.ts.',
      { pathNot: ['^src/session/', '^tests/'] },
      { path: '^src/session/', pathNot: '^src/session/index[.]ts$' },
    ),
    forbid(
      'commands-follow-the-features',
      'Acts are done by features; what offers them is a view of src/commands, in the app.',
      { path: '^src/(features|ui|transport|shared)/' },
      { path: '^src/commands/' },
    ),
    forbid(
      'enter-by-the-door',
      'A room is entered by its index.ts, or for what React draws by its panels.ts.',
      { pathNot: ['^src/commands/', '^tests/'] },
      { path: '^src/commands/', pathNot: '^src/commands/(index|panels)[.]ts$' },
    ),
    forbid(
      'models-know-no-react',
      'An act is a value; buttons and hooks of acts enter by panels.ts.',
      { path: '^src/commands/.+[.]ts$', pathNot: '/(panels|use-[^/]+)[.]ts$' },
      { path: ['node_modules/(@types/)?react', '[.]tsx$'], dependencyTypesNot: ['type-only'] },
    ),
    forbid(
      'app-is-the-top',
      'Only the entry composes the app.',
      { pathNot: ['^src/(app/|main[.]tsx)', '^tests/'] },
      { path: '^src/app/' },
    ),
    forbid(
      'cytoscape-on-the-canvas',
      'One room draws, so the drawing library can be changed there.',
      { pathNot: '^(src/features/canvas/cytoscape|src/shared/arrange|tests|bench)/' },
      { path: 'node_modules/(@types/)?cytoscape' },
    ),
    forbid(
      'one-room-calls-out',
      'One room talks to Confluence, so limits and secrets are in one place.',
      { pathNot: '^(electron/services/remote|tests|bench)/' },
      { path: 'node_modules/undici/' },
    ),
    forbid(
      'two-rooms-listen',
      'The loopback shell and the demo site; and for the time of a sign-in, the way back from it. The host reads certificates.',
      {
        path: '^electron/',
        pathNot:
          '^electron/(loopback/|demo-site/|host/network[.]ts$|services/credentials/redirect[.]ts$)',
      },
      { path: ['node_modules/ws/', network] },
    ),
    forbid(
      'network-keeps-nothing',
      'Files are for credentials; what the network brings goes to the page.',
      { path: '^electron/services/remote/' },
      { path: '^(node:)?fs(/|$)' },
    ),

    forbid(
      'no-cycle',
      'Two files that need each other are one file, or miss a third.',
      {},
      { circular: true },
    ),
    forbid(
      'no-orphan',
      'Nothing reaches this file.',
      {
        orphan: true,
        pathNot: [
          '[.]d[.]m?ts$',
          '[.]config[.][cm]?[jt]s$',
          '^tests/',
          '^electron/(start|preload)/',
        ],
      },
      {},
    ),
    forbid('it-resolves', 'The import leads nowhere.', {}, { couldNotResolve: true }),
    forbid(
      'product-knows-no-test',
      'What ships does not lean on what checks it.',
      { pathNot: '^(tests/|bench/|playwright[.]config)' },
      { path: '^tests/' },
    ),
    forbid(
      'product-knows-no-bench',
      'What ships does not lean on what measures it.',
      { pathNot: '^(bench|tests)/' },
      { path: '^bench/' },
    ),
    forbid(
      'e2e-from-outside',
      'The browser tests use the program as a person does.',
      { path: '^tests/e2e/' },
      { path: '^(src|electron)/' },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '[.]d[.]ts$|^out/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
}
