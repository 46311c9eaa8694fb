import type { DemoContent } from '../world'
import { hrefOf } from './addresses'
import type { LinkForm, Piece } from './pieces'

/** What a body is written for. */
export type Place = { readonly page: DemoContent; readonly origin: string }

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')

/** A body in storage format: XML with prefixes that nobody declares. */
export const storageBody = (pieces: readonly Piece[], place: Place): string =>
  pieces.map((piece) => markup(piece, place)).join('')

function markup(piece: Piece, place: Place): string {
  switch (piece.kind) {
    case 'text':
      return `<p>${escaped(piece.text)}&nbsp;</p>`
    case 'link':
      return linkTo(piece.to, piece.form, place)
    case 'space':
      return `<p><ac:link><ri:space ri:space-key="${escaped(piece.key)}" /><ac:link-body>the space</ac:link-body></ac:link></p>`
    case 'mention':
      return `<p><ac:link><ri:user ri:account-id="${escaped(piece.user.accountId)}" /></ac:link> knows more.</p>`
    case 'include':
      return `<ac:structured-macro ac:name="include" ac:schema-version="1"><ac:parameter ac:name=""><ac:link>${resource(piece.page, place.page)}</ac:link></ac:parameter></ac:structured-macro>`
    case 'children':
      return children(piece.of, place.page)
    case 'file-of':
      return `<ac:image><ri:attachment ri:filename="tides.png">${resource(piece.page, place.page)}</ri:attachment></ac:image>`
    case 'missing':
      return `<p>Much of this was decided long ago. Why, is told in the <ac:link><ri:page ri:content-title="${escaped(piece.title)}" /><ac:link-body>old notes</ac:link-body></ac:link>, which few have read. Ask before you change it.</p>`
    case 'address':
      return anchor(piece.href, piece.href)
    case 'code':
      return '<ac:structured-macro ac:name="code"><ac:plain-text-body><![CDATA[<a href="/wiki/spaces/ENG/pages/1">x</a>]]></ac:plain-text-body></ac:structured-macro><!-- <a href="/wiki/spaces/ENG/pages/2">x</a> -->'
    case 'empty':
      return '<p><ac:link ac:tooltip="gone"><ac:plain-text-link-body><![CDATA[gone]]></ac:plain-text-link-body></ac:link></p>'
    case 'heading-link':
      return '<p><ac:link ac:anchor="Top"><ac:link-body>to the top</ac:link-body></ac:link></p>'
    case 'issue':
      return `<ac:structured-macro ac:name="jira"><ac:parameter ac:name="key">${piece.key}</ac:parameter></ac:structured-macro>`
  }
}

function children(of: DemoContent | null, page: DemoContent): string {
  const parameter =
    of === null
      ? ''
      : `<ac:parameter ac:name="page"><ac:link>${resource(of, page)}</ac:link></ac:parameter>`
  return `<ac:structured-macro ac:name="children">${parameter}<ac:parameter ac:name="all">true</ac:parameter></ac:structured-macro>`
}

const anchor = (href: string, words: string): string =>
  `<p><a href="${escaped(href)}">${escaped(words)}</a></p>`

/** What a page was called when another was written: nobody writes that one anew when it is renamed. */
const calledThen = (to: DemoContent, from: DemoContent) =>
  to.former?.find(({ until }) => until > from.changedAt) ?? to

/** Names a page or blog post by its title; the space is left out where it is the page's own. */
function resource(to: DemoContent, from: DemoContent): string {
  const then = calledThen(to, from)
  const own = calledThen(from, from)
  const space = then.spaceKey === own.spaceKey ? '' : ` ri:space-key="${escaped(then.spaceKey)}"`
  const title = `ri:content-title="${escaped(then.title)}"`
  return to.kind === 'blogpost'
    ? `<ri:blog-post${space} ${title} ri:posting-day="${to.createdAt.slice(0, 10).replaceAll('-', '/')}" />`
    : `<ri:page${space} ${title} ri:version-at-save="${to.version}" />`
}

function linkTo(to: DemoContent, form: LinkForm, { page, origin }: Place): string {
  const words = `<ac:link-body>${escaped(to.title)}</ac:link-body>`
  switch (form) {
    case 'title':
      return `<p><ac:link>${resource(to, page)}${words}</ac:link></p>`
    case 'card':
      return `<ac:link ac:card-appearance="inline">${resource(to, page)}</ac:link>`
    case 'plain-text':
      return `<p><ac:link>${resource(to, page)}<ac:plain-text-link-body><![CDATA[${to.title.replaceAll(']]>', '')}]]></ac:plain-text-link-body></ac:link></p>`
    case 'anchor':
      return `<p><ac:link ac:anchor="How%2Dto">${resource(to, page)}${words}</ac:link></p>`
    case 'id':
      return `<p><ac:link><ri:content-entity ri:content-id="${to.id}" />${words}</ac:link></p>`
    default:
      return anchor(hrefOf(to, form, origin), to.title)
  }
}
