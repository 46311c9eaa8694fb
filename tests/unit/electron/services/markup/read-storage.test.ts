import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Mark, readStorage } from '../../../../../electron/services/markup'

const home = { site: 'https://tern.example', formerHosts: ['old.example'] }
const read = (body: string) => readStorage(body, home)
const marksOf = async (body: string): Promise<readonly Mark[]> => (await read(body)).marks
/** Relation and target of each mark. */
const named = async (body: string) =>
  (await marksOf(body)).map(({ relation, target }) => [relation, target])

const page = (title: string, space?: string) => ({
  kind: 'page',
  title,
  ...(space !== undefined && { space }),
})
const none = (why: string) => ({ kind: 'none', why })

/** Each form of markup, and what it names. */
const forms: readonly (readonly [form: string, body: string, names: readonly unknown[]])[] = [
  [
    'a page of the own space',
    '<p><ac:link><ri:page ri:content-title="Pumps" ri:version-at-save="3"/><ac:link-body>see</ac:link-body></ac:link></p>',
    [['link', page('Pumps')]],
  ],
  [
    'a page of another space',
    '<ac:link><ri:page ri:space-key="OPS" ri:content-title="Pumps"/></ac:link>',
    [['link', page('Pumps', 'OPS')]],
  ],
  [
    'titles that differ in a character without a width',
    '<ac:link><ri:page ri:content-title="Pumps"/></ac:link><ac:link><ri:page ri:content-title="Pumps&#8203;"/></ac:link><ac:link><ri:page ri:content-title="Pumps&#8203;&#8203;"/></ac:link>',
    [
      ['link', page('Pumps')],
      ['link', page('Pumps\u200b')],
      ['link', page('Pumps\u200b\u200b')],
    ],
  ],
  [
    'a link shown as a card',
    '<p><ac:link ac:local-id="u" ac:card-appearance="inline"><ri:page ri:content-title="Pumps"/></ac:link></p>',
    [['link', page('Pumps')]],
  ],
  [
    'a card outside any paragraph',
    '<ac:link ac:card-appearance="block"><ri:page ri:content-title="Pumps"/></ac:link><p>x</p>',
    [['link', page('Pumps')]],
  ],
  [
    'a heading of this page',
    '<ac:link ac:anchor="Top"><ac:link-body>up</ac:link-body></ac:link><ac:link ac:anchor="Top"/>',
    [
      ['link', none('own-page')],
      ['link', none('own-page')],
    ],
  ],
  [
    'text in CDATA as the words',
    '<ac:link><ri:page ri:content-title="Pumps"/><ac:plain-text-link-body><![CDATA[the <a href="/wiki/x/AQ">pumps</a>]]></ac:plain-text-link-body></ac:link>',
    [['link', page('Pumps')]],
  ],
  [
    'an id',
    '<ac:link><ri:page ri:content-id="9"/></ac:link><ac:link><ri:content-entity ri:content-id="10"/></ac:link>',
    [
      ['link', { kind: 'content', id: '9' }],
      ['link', { kind: 'content', id: '10' }],
    ],
  ],
  [
    'a blog post',
    '<ac:link><ri:blog-post ri:content-title="News" ri:posting-day="2023/09/27"/></ac:link>',
    [['link', { kind: 'blogpost', title: 'News', day: '2023-09-27' }]],
  ],
  [
    'words for a place in the tree',
    ['self', 'home', 'parent', 'none']
      .map((word) => `<ac:link><ri:page ri:content-title="@${word}"/></ac:link>`)
      .join(''),
    [
      ['link', { kind: 'relative', word: 'self' }],
      ['link', { kind: 'relative', word: 'home' }],
      ['link', { kind: 'relative', word: 'parent' }],
      ['link', none('empty')],
    ],
  ],
  [
    'the current space',
    '<ac:link><ri:page ri:space-key="currentSpace()" ri:content-title="Pumps"/></ac:link>',
    [['link', page('Pumps')]],
  ],
  [
    'a space',
    '<ac:link><ri:space ri:space-key="OPS"/><ac:link-body>ops</ac:link-body></ac:link>',
    [['link', { kind: 'space', key: 'OPS' }]],
  ],
  [
    'a person',
    '<p><ac:link><ri:user ri:account-id="1:a" ri:local-id="u"/></ac:link></p>',
    [['mentions', { kind: 'user', id: '1:a' }]],
  ],
  [
    'a person by the key of an import',
    '<ac:link><ri:user ri:userkey="8a7f"/></ac:link>',
    [['mentions', { kind: 'user', id: '8a7f' }]],
  ],
  [
    'a file of this page',
    '<ac:link><ri:attachment ri:filename="f.pdf"/></ac:link>',
    [['link', none('own-page')]],
  ],
  [
    'a file of another page, as a picture and as a link',
    '<ac:image><ri:attachment ri:filename="f.png"><ri:page ri:space-key="OPS" ri:content-title="Pumps"/></ri:attachment></ac:image><ac:link><ri:attachment ri:filename="f"><ri:content-entity ri:content-id="7"/></ri:attachment></ac:link>',
    [
      ['uses-file-of', page('Pumps', 'OPS')],
      ['uses-file-of', { kind: 'content', id: '7' }],
      ['link', none('own-page')],
    ],
  ],
  [
    'an included page, and an excerpt of one',
    '<ac:structured-macro ac:name="include"><ac:parameter ac:name=""><ac:link><ri:page ri:content-title="Pumps"/></ac:link></ac:parameter></ac:structured-macro><ac:structured-macro ac:name="excerpt-include"><ac:parameter ac:name=""><ri:page ri:content-title="Valves"/></ac:parameter><ac:parameter ac:name="nopanel">true</ac:parameter></ac:structured-macro>',
    [
      ['includes', page('Pumps')],
      ['includes', page('Valves')],
    ],
  ],
  [
    'an included page in plain text',
    '<ac:structured-macro ac:name="include"><ac:parameter ac:name=""> OPS:Pumps </ac:parameter></ac:structured-macro>',
    [['includes', { kind: 'name', text: 'OPS:Pumps' }]],
  ],
  [
    'the children of a page',
    '<ac:structured-macro ac:name="children"><ac:parameter ac:name="all">true</ac:parameter><ac:parameter ac:name="page"><ac:link><ri:page ri:content-title="Pumps"/></ac:link></ac:parameter></ac:structured-macro><ac:structured-macro ac:name="pagetree"><ac:parameter ac:name="root"><ac:link><ri:page ri:content-title="@self"/></ac:link></ac:parameter></ac:structured-macro>',
    [
      ['lists-children-of', page('Pumps')],
      ['lists-children-of', { kind: 'relative', word: 'self' }],
    ],
  ],
  [
    'the spaces of a query, which link nothing',
    '<ac:structured-macro ac:name="contentbylabel"><ac:parameter ac:name="spaces"><ri:space ri:space-key="OPS"/></ac:parameter></ac:structured-macro>',
    [],
  ],
  [
    'a page in a parameter of any other macro',
    '<ac:structured-macro ac:name="gallery"><ac:parameter ac:name="page"><ri:page ri:content-title="Pumps"/></ac:parameter></ac:structured-macro>',
    [['link', page('Pumps')]],
  ],
  [
    'a link in the body of a macro',
    '<ac:structured-macro ac:name="include"><ac:rich-text-body><p><ac:link><ri:page ri:content-title="Pumps"/></ac:link></p></ac:rich-text-body></ac:structured-macro>',
    [['link', page('Pumps')]],
  ],
  [
    'addresses of the site',
    [
      'https://tern.example/wiki/spaces/K/pages/9/T#x',
      'https://old.example/wiki/spaces/K/pages/9',
      '/wiki/spaces/K/pages/9',
      '/pages/viewpage.action?pageId=9',
      '/wiki/x/CQ',
    ]
      .map((href) => `<a href="${href}" data-card-appearance="inline">x</a>`)
      .join(''),
    Array.from({ length: 5 }, () => ['link', { kind: 'content', id: '9' }]),
  ],
  [
    'addresses that hold a title, also of a page that was never made',
    [
      '/pages/viewpage.action?spaceKey=K&amp;title=T+U',
      '/display/K/T+U',
      '/wiki/pages/createpage.action?spaceKey=K&amp;title=T%20U&amp;linkCreation=true&amp;fromPageId=1',
    ]
      .map((href) => `<a href="${href}">x</a>`)
      .join(''),
    Array.from({ length: 3 }, () => ['link', page('T U', 'K')]),
  ],
  [
    'the address of a space, and of a blog post by its day',
    '<a href="/wiki/spaces/viewspace.action?key=K">x</a><a href="/wiki/display/K/2023/9/27/News">x</a>',
    [
      ['link', { kind: 'space', key: 'K' }],
      ['link', { kind: 'blogpost', title: 'News', space: 'K', day: '2023-09-27' }],
    ],
  ],
  [
    'code and comments, which are text',
    '<ac:structured-macro ac:name="code"><ac:plain-text-body><![CDATA[<a href="/wiki/spaces/X/pages/1">x</a><ac:link><ri:page ri:content-title="No"/></ac:link>]]></ac:plain-text-body></ac:structured-macro><!-- <a href="/wiki/spaces/X/pages/1">x</a> -->',
    [],
  ],
  [
    'entities, decoded once',
    '<ac:link><ri:page ri:content-title="Sales &amp; Co"/></ac:link><ac:link><ri:page ri:content-title="Use &amp;lt;br&amp;gt; &ldquo;here&rdquo;"/></ac:link><p>&nbsp;&eacute;</p>',
    [
      ['link', page('Sales & Co')],
      ['link', page('Use &lt;br&gt; “here”')],
    ],
  ],
  [
    'links that name nothing',
    '<ac:link ac:tooltip="t"><ac:plain-text-link-body><![CDATA[x]]></ac:plain-text-link-body></ac:link><ac:link><ri:page ri:version-at-save="1"/></ac:link>',
    [
      ['link', none('empty')],
      ['link', none('empty')],
    ],
  ],
  [
    'addresses that lead nowhere here',
    '<a href="foo.md">x</a><a href="">x</a><a href="#fn:1">x</a><a href="mailto:a@example.com">x</a><a href="https://elsewhere.example/wiki/spaces/K/pages/9">x</a><a name="top">x</a>',
    [
      ['link', none('relative')],
      ['link', none('empty')],
      ['link', none('own-page')],
      ['link', none('outside')],
      ['link', none('outside')],
    ],
  ],
  [
    'issues of Jira',
    '<ac:structured-macro ac:name="jira"><ac:parameter ac:name="key">AB-1</ac:parameter></ac:structured-macro><ac:link><ri:shortcut ri:key="jira" ri:parameter="AB-1"/></ac:link><a href="https://tern.example/browse/AB-1">x</a>',
    [
      ['link', none('jira')],
      ['link', none('jira')],
      ['link', none('jira')],
    ],
  ],
]

describe('what a body in storage format names', () => {
  it.each(forms)('%s', async (_, body, names) => {
    expect(await named(body)).toEqual(names)
    expect((await read(body)).torn).toBe(false)
  })

  it('keeps the words of a link and its heading', async () => {
    const body =
      '<ac:link ac:anchor="How%2Dto-%E2%80%9Cx%E2%80%9D"><ri:page ri:content-title="B"/><ac:link-body>read <em>this</em>\n first</ac:link-body></ac:link>'
    expect((await marksOf(body))[0]).toMatchObject({
      anchor: 'How-to-“x”',
      words: 'read this first',
    })
  })

  it('keeps at most 120 letters of them, none cut in halves', async () => {
    const body = `<a href="/wiki/x/CQ">${'𝄞'.repeat(500)}</a>`
    const words = (await marksOf(body))[0]?.words ?? ''
    expect(Array.from(words)).toHaveLength(120)
    expect(words.endsWith('𝄞…')).toBe(true)
  })

  it('reads a long body in pieces that fall anywhere, and lets others have their turn', async () => {
    const link = (at: number) =>
      `<ac:link><ri:page ri:content-title="Page ${at} &eacute;"/></ac:link>`
    const body = Array.from({ length: 20_000 }, (_, at) => link(at)).join('')
    let pauses = 0
    const { marks, torn } = await readStorage(body, home, () => {
      pauses += 1
      return Promise.resolve()
    })
    expect(torn).toBe(false)
    expect(marks.map(({ target }) => target)).toEqual(
      Array.from({ length: 20_000 }, (_, at) => page(`Page ${at} é`)),
    )
    expect(pauses).toBeGreaterThan(10)
  })

  it('gives what stood before and after a tear', async () => {
    const link = (title: string) => `<ac:link><ri:page ri:content-title="${title}"/></ac:link>`
    const { marks, torn } = await read(
      `${link('A')}<p><b></p>${link('B')}<ac:link><ri:page ri:content-t`,
    )
    expect(torn).toBe(true)
    expect(marks.map(({ target }) => target)).toEqual(
      expect.arrayContaining([page('A'), page('B')]),
    )
  })

  it('knows no page of a former host that nobody told of', async () => {
    const body = '<a href="https://old.example/wiki/spaces/K/pages/9">x</a>'
    const { marks } = await readStorage(body, { ...home, formerHosts: [] })
    expect(marks[0]?.target).toEqual(none('outside'))
  })
})

it('never throws', async () => {
  const anything = fc.string({ unit: 'binary', maxLength: 400 })
  await fc.assert(
    fc.asyncProperty(anything, async (body) => {
      await read(`<p>${body}<ac:link><ri:page ri:content-title="A"/></ac:link>`)
    }),
  )
})

it('gives any title as it is', async () => {
  const titles = fc
    .string({ unit: 'grapheme', minLength: 1 })
    .map((title) => title.replace(/[\p{Cc}\ufffe\uffff]/gu, ' '))
    .filter((title) => !title.startsWith('@'))
  await fc.assert(
    fc.asyncProperty(titles, async (title) => {
      const escaped = title.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;')
      const body = `<ac:link><ri:page ri:content-title="${escaped}"/></ac:link>`
      expect(await named(body)).toEqual([['link', page(title)]])
    }),
  )
})
