import { webui } from '../api/web-address'
import { hrefOf } from './addresses'
import type { Piece } from './pieces'
import type { Place } from './storage-body'

type Node = { readonly type: string; readonly [more: string]: unknown }

/** The same body in Atlassian document format: links are addresses with ids, whatever was typed. */
export const adfBody = (pieces: readonly Piece[], place: Place): string =>
  JSON.stringify({
    type: 'doc',
    version: 1,
    content: pieces.map((piece) => nodeOf(piece, place)),
  })

const paragraph = (...content: readonly Node[]): Node => ({ type: 'paragraph', content })
const text = (words: string): Node => ({ type: 'text', text: words })
const linked = (words: string, href: string): Node => ({
  type: 'text',
  text: words,
  marks: [{ type: 'link', attrs: { href } }],
})

type NodeOf<K extends Piece['kind']> = (
  piece: Extract<Piece, { readonly kind: K }>,
  place: Place,
) => Node

const missingAddress = ({ title }: { readonly title: string }, { origin, page }: Place): string =>
  `${origin}/wiki/pages/createpage.action?spaceKey=${page.spaceKey}&title=${encodeURIComponent(title)}`

/** How each piece is written. */
const written: { readonly [K in Piece['kind']]: NodeOf<K> } = {
  text: ({ text: words }) => paragraph(text(words)),
  link: ({ to, form }, { origin }) => {
    const former = form === 'former-address'
    const href = former ? hrefOf(to, form, origin) : `${origin}/wiki${webui(to)}`
    return paragraph(
      form === 'card' ? { type: 'inlineCard', attrs: { url: href } } : linked(to.title, href),
    )
  },
  space: ({ key }, { origin }) => paragraph(linked('the space', `${origin}/wiki/spaces/${key}`)),
  mention: ({ user }) =>
    paragraph({ type: 'mention', attrs: { id: user.accountId, text: `@${user.name}` } }),
  include: (piece, { page }) => macro('include', { '': name(piece.page, page) }),
  children: ({ of }, { page }) => macro('children', of === null ? {} : { page: name(of, page) }),
  'file-of': () => ({
    type: 'mediaSingle',
    content: [{ type: 'media', attrs: { type: 'file' } }],
  }),
  missing: (piece, place) =>
    paragraph(
      text('Much of this was decided long ago. Why, is told in the '),
      linked('old notes', missingAddress(piece, place)),
      text(', which few have read. Ask before you change it.'),
    ),
  address: ({ href }) => paragraph(linked(href, href)),
  code: () => ({
    type: 'codeBlock',
    content: [text('<a href="/wiki/spaces/ENG/pages/1">x</a>')],
  }),
  empty: () => paragraph(text('gone')),
  'heading-link': () => paragraph(linked('to the top', '#Top')),
  issue: ({ key }) => macro('jira', { key }),
}

function nodeOf(piece: Piece, place: Place): Node {
  // Each kind has its own writer, which the compiler cannot see.
  const write = written[piece.kind] as (piece: Piece, place: Place) => Node
  return write(piece, place)
}

const name = (
  to: { readonly spaceKey: string; readonly title: string },
  from: { readonly spaceKey: string },
): string => (to.spaceKey === from.spaceKey ? to.title : `${to.spaceKey}:${to.title}`)

const macro = (extensionKey: string, values: Readonly<Record<string, string>>): Node => ({
  type: 'extension',
  attrs: {
    extensionType: 'com.atlassian.confluence.macro.core',
    extensionKey,
    parameters: {
      macroParams: Object.fromEntries(
        Object.entries(values).map(([key, value]) => [key, { value }]),
      ),
    },
  },
})
