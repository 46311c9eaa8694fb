import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pairById, readAdf, readStorage } from '../../../../../electron/services/markup'

const home = { site: 'https://tern.example', formerHosts: [] }
const doc = (...content: object[]) => JSON.stringify({ type: 'doc', version: 1, content })
const text = (words: string, href?: string) => ({
  type: 'text',
  text: words,
  ...(href !== undefined && { marks: [{ type: 'strong' }, { type: 'link', attrs: { href } }] }),
})
const named = (...content: object[]) =>
  readAdf(doc(...content), home).marks.map(({ relation, target }) => [relation, target])

const nine = 'https://tern.example/wiki/spaces/K/pages/9/T'
const extension = (extensionKey: string, parameters: object) => ({
  type: 'extension',
  attrs: { extensionKey, parameters },
})
const value = (text: string) => ({ macroParams: { '': { value: text } } })

const forms: readonly (readonly [string, object, readonly unknown[]])[] = [
  ['a link as a mark', text('T', nine), [['link', { kind: 'content', id: '9' }]]],
  [
    'a card, with a heading',
    { type: 'inlineCard', attrs: { url: `${nine}#%EC%9D%B4` } },
    [['link', { kind: 'content', id: '9' }]],
  ],
  [
    'a card whose address is that of the site alone',
    {
      type: 'inlineCard',
      attrs: {
        url: 'https://tern.example/wiki',
        __confluenceMetadata: {
          linkType: 'blogpost',
          spaceKey: 'K',
          contentTitle: 'News',
          postingDay: '2023/09/27',
        },
      },
    },
    [['link', { kind: 'blogpost', title: 'News', space: 'K', day: '2023-09-27' }]],
  ],
  [
    'a mention',
    { type: 'mention', attrs: { id: '1:a', text: '@N' } },
    [['mentions', { kind: 'user', id: '1:a' }]],
  ],
  [
    'an included page',
    extension('include', value('K:T')),
    [['includes', { kind: 'name', text: 'K:T' }]],
  ],
  [
    'an old macro with a document of its own',
    extension('legacy-content', { nestedContent: { type: 'doc', content: [text('T', nine)] } }),
    [['link', { kind: 'content', id: '9' }]],
  ],
  ['a heading of the page', text('up', '#Top'), [['link', { kind: 'none', why: 'own-page' }]]],
]

describe('what a body in document format names', () => {
  it.each(forms)('%s', (_, node, names) => {
    expect(named({ type: 'paragraph', content: [node] })).toEqual(names)
  })

  it('counts a link of which a part is bold once, and two links to one page twice', () => {
    const whole = { type: 'paragraph', content: [text('read ', nine), text('this', nine)] }
    expect(named(whole)).toHaveLength(1)
    expect(named(whole, whole)).toHaveLength(2)
  })

  it('reads anything without an error', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (body) => {
        readAdf(body, home)
      }),
    )
    const deep = '['.repeat(5_000) + ']'.repeat(5_000)
    expect(readAdf(deep, home)).toMatchObject({ marks: [], torn: true })
  })
})

describe('pairing the two formats', () => {
  const storage = async (...titles: string[]) =>
    (
      await readStorage(
        titles
          .map((title) => `<ac:link><ri:page ri:content-title="${title}"/></ac:link>`)
          .join('<ac:link ac:anchor="x"/>'),
        home,
      )
    ).marks
  const adf = (...ids: number[]) =>
    readAdf(
      doc(
        ...ids.map((id) => ({
          type: 'paragraph',
          content: [text('x', `https://tern.example/wiki/spaces/K/pages/${id}`)],
        })),
      ),
      home,
    ).marks

  it('gives each title its id by the order of the links', async () => {
    const marks = await storage('A', 'B')
    const pairs = pairById(marks, adf(1, 2))
    expect(marks.map((mark) => pairs?.get(mark))).toEqual([
      { kind: 'content', id: '1' },
      undefined,
      { kind: 'content', id: '2' },
    ])
  })

  it('tells nothing where the formats have different links', async () => {
    expect(pairById(await storage('A', 'B'), adf(1))).toBe(null)
    const withId = await readStorage(
      '<ac:link><ri:page ri:content-title="A"/></ac:link><ac:link><ri:page ri:content-id="7"/></ac:link>',
      home,
    )
    expect(pairById(withId.marks, adf(1, 8))).toBe(null)
  })
})
