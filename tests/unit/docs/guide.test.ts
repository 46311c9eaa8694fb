import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { main } from '../../../electron/cli/main'
import { createDemoSite, type DemoSite } from '../../../electron/demo-site'
import { createMemorySecrets, type Secrets } from '../../../electron/services/credentials'
import { mappedFile } from '../electron/cli/mapped-file'

const folder = 'docs/guide'
const pages = readdirSync(folder).filter((name) => name.endsWith('.md'))
const textOf = (page: string) => readFileSync(join(folder, page), 'utf8')
const blocksOf = (page: string) =>
  [...textOf(page).matchAll(/^```(\w+)(?: name=(\S+))?\n(.*?)^```$/gms)].map(
    ([, language = '', name, text = '']) => ({ language, name, text }),
  )
const commandsOf = (page: string) =>
  blocksOf(page)
    .filter(({ language }) => language === 'sh')
    .flatMap(({ text }) => text.trim().split('\n'))

let site: DemoSite
beforeAll(async () => {
  site = await createDemoSite({ pages: 60 })
})
afterAll(() => site.close())

/** Two pages that everybody may see, in the places of the two that the guide names. */
function twoPages(): { first: string; second: string } {
  const open = [...site.world.content.values()].filter(
    ({ restricted, status }) => !restricted && status === 'current',
  )
  const [first, second] = open
  if (first === undefined || second === undefined) throw new Error('The demo site is too small')
  return { first: first.id, second: second.id }
}

/** What the guide shows, for the demo site: its address, its pages and a folder of the test. */
function here(text: string, work: string): string {
  const { first, second } = twoPages()
  return text
    .replaceAll(/(?<=--profile |test )example\.atlassian\.net/g, new URL(site.origin).host)
    .replaceAll('example.atlassian.net', site.origin)
    .replaceAll('me@example.com', site.email)
    .replaceAll('content:123', `content:${first}`)
    .replaceAll('content:456', `content:${second}`)
    .replaceAll(
      /(?<= )([\w-]+\.(?:json|csv|gexf|graphml|cyjs|dot|cypher|relx|svg|pdf))/g,
      join(work, '$1'),
    )
}

async function follow(page: string): Promise<{ line: string; code: number; err: string }[]> {
  const work = await mkdtemp(join(tmpdir(), 'guide-'))
  onTestFinished(() => rm(work, { recursive: true, force: true }))
  for (const { name, text } of blocksOf(page)) {
    if (name !== undefined) await writeFile(join(work, name), here(text, work))
  }
  // A workspace into which a space was mapped, as one is downloaded from the page.
  if (textOf(page).includes(' work.relx'))
    await copyFile(await mappedFile(site, ['ENG']), join(work, 'work.relx'))
  const secrets: Secrets = {
    ...createMemorySecrets('unused'),
    store: () => Promise.resolve({ kind: 'keychain' }),
  }
  const ended: { line: string; code: number; err: string }[] = []
  for (const line of commandsOf(page)) {
    const [, ...words] = here(line, work).split(' ')
    let err = ''
    const code = await main(words, '1.2.3', {
      out: () => undefined,
      err: (text) => (err += text),
      isScreen: false,
      env: { RELATION_EXPLORER_TOKEN: site.token },
      signal: new AbortController().signal,
      readInput: () => Promise.resolve(''),
      dataDir: () => Promise.resolve(work),
      fontFolders: [],
      secrets,
    })
    ended.push({ line, code, err })
  }
  return ended
}

describe.each(pages)('the page %s of the guide', (page) => {
  it('shows commands that work as they stand, one after the other', async () => {
    for (const { line, code, err } of await follow(page)) {
      expect(line).toMatch(/^relation-explorer /)
      // The demo site differs from what is assumed in places, which `probe` tells with 3.
      // An insight that found something ends with 1.
      const good = line.includes(' probe ') ? [0, 3] : line.includes(' insights ') ? [0, 1] : [0]
      expect([line, good.includes(code), good.includes(code) || err]).toEqual([line, true, true])
    }
  })

  it('leads only to what is there', () => {
    const links = [...textOf(page).matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)].map(([, to = '']) => to)
    const missing = links
      .filter((to) => !to.startsWith('http'))
      .filter((to) => !existsSync(join(dirname(join(folder, page)), to)))
    expect(missing).toEqual([])
  })
})

it('is not empty of commands, and every page is in its list', () => {
  expect(pages.flatMap(commandsOf).length).toBeGreaterThan(15)
  const list = textOf('README.md')
  for (const page of pages.filter((name) => name !== 'README.md'))
    expect(list).toContain(`(${page})`)
})

describe('what the guide names in the page', () => {
  const sources = ['src', 'electron/main', 'electron/demo-site'].flatMap((root) =>
    readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => readFileSync(join(root, name), 'utf8')),
  )
  /** As a whole text: between quotation marks, or alone in an element. */
  const stands = (name: string): boolean => {
    const bare = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    const whole = new RegExp(`(['">]|^\\s*)${bare}(['"<]|\\s*$)`, 'm')
    return sources.some((text) => whole.test(text))
  }
  const papers = [...pages.map((page) => join(folder, page)), 'README.md', 'docs/signing-in.md']
  const named = papers.flatMap((page) =>
    [...readFileSync(page, 'utf8').matchAll(/“([^”]+)”/g)].map(
      ([, name = '']): [string, string] => [page, name],
    ),
  )
  /** What a person calls a relation, might take an answer for, or reads before a count. */
  const others = new Set(['explains', 'none', 'at least'])

  it.each(named.filter(([, name]) => !others.has(name)))('%s: “%s” is there', (_, name) => {
    expect(stands(name)).toBe(true)
  })
})
