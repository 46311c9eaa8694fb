import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { z } from 'zod'
import { GraphFile } from '@shared/graph'
import { main } from '../../../../electron/cli/main'
import { createDemoSite, type DemoSite } from '../../../../electron/demo-site'
import { createMemorySecrets, type Secrets } from '../../../../electron/services/credentials'
import { isRelation, realAnswers, startProxy } from '../../../proxy'
import { type Given, runCommand } from './run-command'

let site: DemoSite
beforeAll(async () => {
  site = await createDemoSite({ pages: 120 })
})
beforeEach(() => {
  site.setTraps([])
  site.setLatency(0)
})
afterAll(() => site.close())

const runCli = (args: readonly string[], more: Given = {}) =>
  runCommand(args, { token: site.token, ...more })
const on = () => ['--site', site.origin, '--email', site.email]
const json = (text: string): unknown => JSON.parse(text)
/** Without the marks that keep names of another direction apart. */
const bare = (text: string): string => text.replace(/[\u2066-\u2069]/g, '')

/** A relation of the site whose ends everybody may see. */
function known() {
  const { content, relations } = site.world
  const isOpen = ({ type, key }: { type: string; key: string }) => {
    const one = content.get(key)
    return type === 'content' && one?.restricted === false && one.status === 'current'
  }
  for (const relation of relations.all()) {
    const { name, source, target } = relation
    if (name === 'link' && isOpen(source) && isOpen(target)) return { source, target }
  }
  throw new Error('The demo site has no such relation')
}
const word = ({ type, key }: { type: string; key: string }) => `${type}:${key}`

describe('crawl', () => {
  const crawl = (more: readonly string[], rest: Given = {}) => {
    const start = word(known().source)
    return runCli(['crawl', ...on(), '--start', start, '--relation', 'link', ...more], rest)
  }

  it('writes the graph to standard output and says with 0 that it is complete', async () => {
    const { code, out } = await crawl(['--depth', '1'])
    const file = GraphFile.parse(json(out))
    expect(code).toBe(0)
    expect(file.nodes.length).toBeGreaterThan(1)
    expect(file.completeness.every(({ state }) => state === 'complete')).toBe(true)
    expect(file.site).toBe(site.origin)
  })

  it('tells what could not be looked up, and starts from oneself without a list of people', async () => {
    site.setTraps(['users-bulk-403', 'expand-none'])
    const { code, out, err } = await crawl(['--depth', '1', '--start', 'me'])
    expect(code).toBe(0)
    expect(err).toMatch(
      /Unknown: the creators of \d+ nodes\. You are not allowed to see or do this/,
    )
    const { nodes } = GraphFile.parse(json(out))
    expect(nodes.every(({ status }) => status !== 'unknown')).toBe(true)
    expect(nodes.some(({ type }) => type === 'user')).toBe(true)
  })

  it('ends with 3 at a limit, and says which and what is open', async () => {
    const { code, out, err } = await crawl(['--depth', '3', '--max-calls', '4'])
    const file = GraphFile.parse(json(out))
    expect([code, err]).toEqual([3, expect.stringContaining('limit of calls')])
    expect(
      file.completeness.some(({ state, why }) => state === 'cut' && why === 'calls-budget'),
    ).toBe(true)
  })

  it('ends with 3 where a relation cannot be listed', async () => {
    const start = word({ type: 'content', key: known().source.key })
    const { code, out } = await runCli([
      ...['crawl', ...on(), '--start', start, '--relation', 'like', '--depth', '1'],
    ])
    expect(code).toBe(3)
    expect(GraphFile.parse(json(out)).failures[0]?.kind).toBe('not-supported')
  })

  it('takes what is usable of a bent list, and counts the rest in words and in the data', async () => {
    site.setTraps(['items-without-id'])
    const { code, out, err } = await crawl(['--depth', '2', '--direction', 'both'])
    const { completeness, edges } = GraphFile.parse(json(out))
    const lacking = completeness.reduce((sum, { unidentified = 0 }) => sum + unidentified, 0)
    expect(code).toBe(3)
    expect(edges.length).toBeGreaterThan(0)
    expect(lacking).toBeGreaterThan(1)
    expect(err).toContain(`did not name the source or target of ${lacking} relations`)
    expect(completeness.some(({ state, why }) => state === 'cut' && why === 'unidentified')).toBe(
      true,
    )
  })

  it('needs no name in what was asked by name', async () => {
    const whole = GraphFile.parse(json((await crawl(['--depth', '1'])).out))
    site.setTraps(['relations-without-name'])
    const { code, out } = await crawl(['--depth', '1'])
    expect(code).toBe(0)
    expect(GraphFile.parse(json(out)).edges).toEqual(whole.edges)
  })

  it('takes a list without results for a failure, not for none', async () => {
    site.setTraps(['no-results'])
    const { id } = { id: known().source.key }
    const { code, out, err } = await runCli([
      'targets',
      ...on(),
      'link',
      `content:${id}`,
      'content',
    ])
    expect([code, out]).toEqual([1, ''])
    expect(err).toContain('could not be read')
  })

  it('writes to a file, and nothing to standard output', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'cli-out-'))
    onTestFinished(() => rm(folder, { recursive: true, force: true }))
    const file = join(folder, 'graph.json')
    const { code, out } = await crawl(['--depth', '1', '--out', file])
    expect([code, out]).toEqual([0, ''])
    expect(GraphFile.parse(json(await readFile(file, 'utf8'))).nodes.length).toBeGreaterThan(1)
    expect(await readdir(folder)).toEqual(['graph.json'])
  })

  it('says so where the file cannot be written', async () => {
    const { code, err } = await crawl(['--depth', '1', '--out', '/dev/null/graph.json'])
    expect([code, err]).toEqual([1, expect.stringContaining('could not be saved')])
  })

  it('ends with 130 when it is interrupted, and writes what came', async () => {
    const stop = new AbortController()
    site.setLatency(30)
    const timer = setInterval(() => {
      if (site.callLog().length > before + 8) stop.abort()
    }, 5)
    const before = site.callLog().length
    const { code, out } = await crawl(['--depth', '5', '--direction', 'both'], {
      signal: stop.signal,
    })
    clearInterval(timer)
    expect(code).toBe(130)
    const file = GraphFile.parse(json(out))
    expect(file.nodes.length).toBeGreaterThan(0)
    expect(file.completeness.some(({ why }) => why === 'stopped')).toBe(true)
  })

  it('ends with 1 where the token is wrong', async () => {
    const { code, err, out } = await crawl([], { token: 'wrong-token-1234' })
    expect([code, out]).toEqual([1, ''])
    expect(err).toContain('did not accept this email and API token')
  })
})

describe('what a crawl starts from', () => {
  const crawl = (starts: readonly string[], more: readonly string[] = []) =>
    runCli([
      'crawl',
      ...on(),
      ...starts.flatMap((start) => ['--start', start]),
      ...['--relation', 'link'],
      ...more,
    ])

  it('goes as far as the limits allow with --depth all', async () => {
    const start = word(known().source)
    const { code, out, err } = await crawl([start], ['--depth', 'all', '--max-nodes', '30'])
    expect([code, err]).toEqual([3, expect.stringMatching(/limit of nodes/)])
    expect(err).not.toContain('1000000')
    expect(GraphFile.parse(json(out)).nodes).toHaveLength(30)
    expect((await crawl([start], ['--depth', 'every'])).code).toBe(2)
  })

  it('shows what words find, numbered, with the id to start from', async () => {
    const { code, out, err } = await crawl(['Architecture'])
    expect([code, out]).toEqual([1, ''])
    expect(err).toMatch(/^ ?1\. content:\d+ {2}\S/m)
    expect(err).toContain('Pick one of the results')
    expect((await crawl(['zzqqxx'])).err).toContain('nothing is named so')
  })

  it('walks from the starts that exist, and tells of the one that does not', async () => {
    const start = word(known().source)
    const { code, out, err } = await crawl([start, 'content:999999999'], ['--depth', '1'])
    expect([code, err]).toEqual([3, expect.stringContaining('content:999999999')])
    expect(GraphFile.parse(json(out)).nodes.length).toBeGreaterThan(1)
  })
})

describe('a host that is not Atlassian’s', () => {
  const args = ['crawl', '--email', 'a@example.com', '--start', 'me', '--relation', 'link']
  const foreign = ['--site', 'https://wiki.example.invalid']

  it('is asked only with --trust-host, which the refusal names', async () => {
    const { code, err } = await runCli([...args, ...foreign])
    expect([code, err]).toEqual([2, expect.stringContaining('add --trust-host')])
    const asJson = await runCli([...args, ...foreign, '--json'])
    expect(asJson.err).toContain('"kind":"unconfirmed-host"')
    expect(asJson.err).toContain('--trust-host')
    const add = ['profiles', 'add', '--email', 'a@example.com', ...foreign]
    const added = await runCli(add)
    expect([added.code, added.err]).toEqual([2, expect.stringContaining('--trust-host')])
  })

  it('is asked with it', async () => {
    const { code, err } = await runCli([...args, ...foreign, '--trust-host'])
    expect([code, err]).toEqual([1, expect.not.stringContaining('--trust-host')])
    expect(err).toContain('wiki.example.invalid')
  })
})

describe('the five operations', () => {
  it('find targets and sources, page by page or all', async () => {
    const { source, target } = known()
    const found = await runCli([
      'targets',
      'link',
      word(source),
      'content',
      ...on(),
      '--limit',
      '1',
    ])
    const Page = z.object({
      relations: z.array(z.object({ target: z.string(), source: z.string() })),
      next: z.number().nullable(),
    })
    expect(found.code).toBe(0)
    expect(Page.parse(json(found.out)).relations).toHaveLength(1)
    const all = await runCli([
      ...['sources', 'link', word(target), 'content', ...on(), '--limit', '2', '--all'],
    ])
    const page = Page.parse(json(all.out))
    expect(page.next).toBeNull()
    expect(page.relations.map((one) => one.source)).toContain(word(source))
  })

  it('create, get and delete, as the server then has it', async () => {
    const { source, target } = known()
    const ends = ['noted', word(source), word(target), ...on()]
    const created = await runCli(['create', ...ends])
    expect([created.code, json(created.out)]).toMatchObject([
      0,
      { relation: { relation: 'noted' } },
    ])
    expect(site.world.relations.get('noted', source, target)).toBeDefined()
    expect((await runCli(['get', ...ends])).code).toBe(0)
    expect((await runCli(['delete', ...ends])).code).toBe(0)
    expect(site.world.relations.get('noted', source, target)).toBeUndefined()
    const gone = await runCli(['get', ...ends, '--json'])
    expect([gone.code, json(gone.err)]).toMatchObject([1, { error: { kind: 'not-found' } }])
  })

  it('send statuses and versions along', async () => {
    const { source } = known()
    site.resetCalls()
    await runCli([
      ...['targets', 'link', word(source), 'content', ...on()],
      ...['--source-status', 'historical', '--source-version', '1', '--target-status', 'current'],
    ])
    expect(site.callLog().at(-1)?.path).toMatch(
      /sourceStatus=historical&targetStatus=current&sourceVersion=1/,
    )
  })

  it('tell that a write is refused', async () => {
    const { source, target } = known()
    site.setTraps(['read-only'])
    const { code, err } = await runCli(['create', 'noted', word(source), word(target), ...on()])
    expect([code, err]).toEqual([1, expect.stringContaining('not allowed')])
  })
})

describe('wrong usage', () => {
  it.each([
    [['crawl'], /required option/],
    [['crawl', '--start', 'x', '--relation', 'y', '--depth', 'far'], /whole number from 1 to 20/],
    [['crawl', '--start', 'x', '--relation', 'y', '--direction', 'up'], /out, in, both/],
    [['targets', 'link', 'page:1', 'content'], /TYPE:KEY/],
    [['targets', 'link', 'content:1', 'pages'], /content, user or space/],
    [['get', 'link', 'content:1'], /missing required argument/],
    [['demo-site', '--trap', 'no-such'], /Allowed choices/],
    [['dance'], /unknown command/],
    [['get', 'link', 'content:1', 'content:2'], /--site is missing/],
    [['get', 'link', 'content:1', 'content:2', '--site', 'x'], /--email is missing/],
    [['crawl', '--token', 'abc'], /not taken from the command line/],
  ] as const)('ends with 2 for %j', async (args, sentence) => {
    const plain = await runCli(args)
    expect([plain.code, plain.out]).toEqual([2, ''])
    expect(plain.err).toMatch(sentence)
    const told = await runCli([...args, '--json'])
    expect([told.code, json(told.err)]).toMatchObject([2, { error: { kind: 'usage' } }])
  })

  it.each([
    ['--help'],
    ['crawl', '--help'],
    ['profiles', 'add', '--help'],
    ['demo-site', '--help'],
  ])('is avoided with help: %s %s', async (...args) => {
    const { code, out } = await runCli(args)
    expect([code, out]).toEqual([0, expect.stringContaining('Usage: relation-explorer')])
  })

  it('is avoided where the help marks what must be given', async () => {
    const { out } = await runCli(['profiles', 'add', '--help'])
    expect(out).toMatch(/--email <email> .*\(required\)/)
    expect(out).not.toMatch(/--data-dir <folder> .*\(required\)/)
  })
})

describe('demo-site', () => {
  it('prints where it is as one line, and ends with 0', async () => {
    const stop = new AbortController()
    let printed = ''
    const code = main(['demo-site', '--pages', '5', '--trap', 'html-error'], '1', {
      out: (text) => {
        printed += String(text)
        stop.abort()
      },
      err: () => undefined,
      isScreen: false,
      env: {},
      signal: stop.signal,
      readInput: () => Promise.resolve(''),
      dataDir: () => Promise.resolve(tmpdir()),
      fontFolders: [],
      secrets: createMemorySecrets('No keychain in a test.'),
    })
    expect(await code).toBe(0)
    expect(printed.trim().split('\n')).toHaveLength(1)
    expect(json(printed)).toMatchObject({ origin: expect.stringContaining('127.0.0.1') as string })
  })
})

describe('profiles', () => {
  it('lists what is stored, and knows nothing of others', async () => {
    const { code, out } = await runCli(['profiles', 'list'])
    expect([code, json(out)]).toMatchObject([0, { profiles: [] }])
    const removed = await runCli(['profiles', 'remove', 'nobody', '--json'])
    expect([removed.code, json(removed.err)]).toMatchObject([
      1,
      { error: { kind: 'unknown-profile' } },
    ])
    expect(removed.err).toContain('“profiles list”')
  })

  it('adds one with a token from standard input, uses it and forgets it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'cli-data-'))
    onTestFinished(() => rm(folder, { recursive: true, force: true }))
    const at = ['--data-dir', folder]
    const secrets: Secrets = {
      ...createMemorySecrets('unused'),
      store: () => Promise.resolve({ kind: 'keychain' }),
    }
    const added = await runCli(['profiles', 'add', ...on(), '--token-stdin', ...at], {
      input: `${site.token}\n`,
      secrets,
    })
    expect([added.code, json(added.out)]).toMatchObject([0, { site: site.origin, signIn: 'token' }])
    expect(await readFile(join(folder, 'profiles.json'), 'utf8')).not.toContain(site.token)
    // Once from the keychain, once from outside.
    for (const more of [{ secrets, env: {} }, {}]) {
      const tested = await runCli(['profiles', 'test', site.origin, ...at], more)
      expect([tested.code, json(tested.out)]).toMatchObject([0, { site: site.origin }])
    }
    const locked = await runCli(['profiles', 'test', site.origin, ...at], { env: {} })
    expect(locked.code).toBe(1)
    expect(locked.err).toContain('There is no stored token for')
    expect(locked.err).toContain('Set RELATION_EXPLORER_TOKEN')
    expect((await runCli(['profiles', 'remove', site.origin, ...at], { secrets })).code).toBe(0)
    expect((await runCli(['profiles', 'test', site.origin, ...at])).code).toBe(1)
  })

  it('says where a name that is made nearly is one that the connection knows', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'cli-data-'))
    onTestFinished(() => rm(folder, { recursive: true, force: true }))
    const at = ['--data-dir', folder]
    const secrets: Secrets = {
      ...createMemorySecrets('unused'),
      store: () => Promise.resolve({ kind: 'keychain' }),
    }
    const add = ['profiles', 'add', ...on(), '--token-stdin', ...at]
    await runCli(add, { input: `${site.token}\n`, secrets })
    const file = join(folder, 'profiles.json')
    const kept = await readFile(file, 'utf8')
    await writeFile(file, kept.replace('"relations": []', '"relations": ["zz-feeds"]'))
    const [source = '', target = ''] = [...site.world.content.values()]
      .filter(
        ({ kind, status, restricted }) => kind === 'page' && status === 'current' && !restricted,
      )
      .map(({ id }) => `content:${id}`)
    const profile = ['--profile', site.origin, ...at]
    const made = await runCli(['create', 'zz_feeds', source, target, ...profile])
    expect([made.code, bare(made.err)]).toEqual([
      0,
      expect.stringContaining('Did you mean “zz-feeds”? There is no “zz_feeds” here yet.'),
    ])
    const known = await runCli(['create', 'zz-feeds', source, target, ...profile])
    expect([known.code, known.err]).toEqual([0, ''])
    const set = join(folder, 'set.csv')
    await writeFile(set, `relation,source,target,action\nZZ feeds,${source},${target},create\n`)
    const dry = await runCli(['apply', set, '--dry-run', ...profile])
    expect(bare(dry.err)).toContain('Did you mean “zz-feeds”? There is no “ZZ feeds” here yet.')
  })

  it('does not add one where its token would be lost, and names the other way', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'cli-data-'))
    onTestFinished(() => rm(folder, { recursive: true, force: true }))
    const at = ['--data-dir', folder]
    const { code, out, err } = await runCli(['profiles', 'add', ...on(), ...at])
    expect([code, out]).toEqual([1, ''])
    expect(err).toContain('The token was not kept: No keychain in a test.')
    expect(err).toContain('RELATION_EXPLORER_TOKEN')
    expect(json((await runCli(['profiles', 'list', ...at])).out)).toEqual({ profiles: [] })
  })
})

describe('apply', () => {
  const table = async (...rows: string[]) => {
    const folder = await mkdtemp(join(tmpdir(), 'cli-sets-'))
    onTestFinished(() => rm(folder, { recursive: true, force: true }))
    const file = join(folder, 'set.csv')
    await writeFile(file, ['relation,source,target,action,newName', ...rows].join('\n'))
    return file
  }
  const two = () => {
    const open = [...site.world.content.values()].filter(
      ({ kind, status, restricted }) => kind === 'page' && status === 'current' && !restricted,
    )
    return open.slice(0, 2).map(({ id }) => `content:${id}`)
  }

  it('says first, then does, and does nothing the second time', async () => {
    const [source, target] = two()
    const file = await table(`applied,${source},${target},create,`)
    const dry = await runCli(['apply', file, '--dry-run', ...on()])
    expect([dry.code, json(dry.out)]).toMatchObject([0, { results: [{ verdict: 'new' }] }])
    expect(dry.err).toContain('1 line: 1 to be sent. Nothing was sent.')
    const done = await runCli(['apply', file, ...on()])
    expect([done.code, json(done.out)]).toMatchObject([0, { results: [{ state: 'confirmed' }] }])
    const again = await runCli(['apply', file, ...on()])
    expect([again.code, json(again.out)]).toMatchObject([0, { results: [{ state: 'not-needed' }] }])
    const renamed = await table(`applied,${source},${target},retype,applied-2`)
    expect((await runCli(['apply', renamed, ...on()])).code).toBe(0)
    const gone = await table(
      `applied,${source},${target},delete,`,
      `applied-2,${source},${target},delete,`,
    )
    const last = await runCli(['apply', gone, ...on()])
    expect(json(last.out)).toMatchObject({
      results: [{ state: 'not-needed' }, { state: 'confirmed' }],
    })
  })

  it('takes space keys in any case, as the site spells them', async () => {
    site.setTraps(['space-key-silent'])
    const [page] = two()
    const own = [...site.world.spaces.keys()].find((key) => key !== key.toLowerCase()) ?? ''
    const other = own.toLowerCase()
    const rows = [`spelt,space:${other},${page},create,`, `spelt,space:${own},${page},create,`]
    const file = await table(...rows)
    const done = await runCli(['apply', file, ...on()])
    expect(json(done.out)).toMatchObject({
      results: [{ source: `space:${own}`, state: 'confirmed' }],
    })
    const found = await runCli(['targets', 'spelt', `space:${other}`, 'content', ...on()])
    expect(json(found.out)).toMatchObject({ relations: [{ source: `space:${own}` }] })
    const crawled = await runCli([
      ...['crawl', ...on(), '--start', `space:${other}`, '--relation', 'spelt', '--depth', '1'],
    ])
    expect(GraphFile.parse(json(crawled.out)).edges).toMatchObject([{ source: `space:${own}` }])
    await runCli(['delete', 'spelt', `space:${other}`, String(page), ...on()])
    const gone = await runCli(['get', 'spelt', `space:${own}`, String(page), ...on()])
    expect(gone.code).toBe(1)
  })

  it('goes on after lines that cannot be done, and tells which', async () => {
    const [source, target] = two()
    const file = await table(
      `like,${source},${target},create,`,
      `applied-3,${source},content:1,create,`,
      `applied-3,${source},${target},create,`,
      `applied-3,${source},${target},nonsense,`,
    )
    const { code, out, err } = await runCli(['apply', file, ...on()])
    expect(code).toBe(3)
    expect(err).toContain('Line 5: The action “nonsense” is not one of')
    expect(err).toContain('1 changes made, 0 not needed, 2 not done.')
    expect(json(out)).toMatchObject({
      results: [{ state: 'refused' }, { state: 'refused' }, { state: 'confirmed' }],
      unreadable: [{ line: 5 }],
    })
  })

  it('tells apart what failed and what nobody knows of, in words and by its exit code', async () => {
    const proxy = await startProxy(site.origin)
    onTestFinished(() => proxy.close())
    const [source, target] = two()
    const there = ['--site', proxy.origin, '--email', site.email]
    const file = await table(`applied-4,${source},${target},create,`)
    let written = false
    // The write goes through and its answer is lost; then nobody claims the route.
    proxy.set(({ method, url }) => {
      if (!isRelation({ url })) return null
      if (method === 'PUT') written = true
      if (method === 'PUT') return 'lost'
      return written ? realAnswers.productPage : null
    })
    const { code, out, err } = await runCli(['apply', file, ...there])
    expect(json(out)).toMatchObject({ results: [{ state: 'unknown' }] })
    expect([code, err]).toEqual([3, expect.stringContaining('1 change is not known')])
    const one = ['delete', 'applied-4', source ?? '', target ?? '', ...there]
    proxy.set(({ method, url }) => {
      if (!isRelation({ url })) return null
      return method === 'DELETE'
        ? { ...realAnswers.productPage, status: 502 }
        : realAnswers.productPage
    })
    const gone = await runCli([...one, '--json'])
    expect([gone.code, gone.out]).toEqual([3, ''])
    expect(json(gone.err)).toMatchObject({ error: { kind: 'write-unknown' } })
    proxy.clear()
    // It was made, and is there still.
    const again = await runCli(['apply', file, ...there])
    expect(json(again.out)).toMatchObject({ results: [{ state: 'not-needed' }] })
    expect((await runCli(one)).code).toBe(0)
  })

  it('refuses a file that is none, before anything is asked', async () => {
    const { code, err } = await runCli(['apply', '/nowhere/set.csv', ...on()])
    expect([code, err]).toEqual([
      1,
      'The file /nowhere/set.csv cannot be read.\nCheck its name and permissions.\n',
    ])
  })
})
