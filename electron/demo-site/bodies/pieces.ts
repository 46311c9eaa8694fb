import type { DemoContent, DemoUser, World } from '../world'

/** How a link to a page is written; a page is written in one of them, by its id. */
export type LinkForm =
  | 'title'
  | 'card'
  | 'plain-text'
  | 'anchor'
  | 'id'
  | 'address'
  | 'former-address'
  | 'tiny'
  | 'classic'

/** What stands in a body, one after the other; both formats are written from it. */
export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'link'; readonly to: DemoContent; readonly form: LinkForm }
  | { readonly kind: 'space'; readonly key: string }
  | { readonly kind: 'mention'; readonly user: DemoUser }
  | { readonly kind: 'include'; readonly page: DemoContent }
  /** Lists the pages below one, or below the page itself. */
  | { readonly kind: 'children'; readonly of: DemoContent | null }
  | { readonly kind: 'file-of'; readonly page: DemoContent }
  /** A link to a page that was never made. */
  | { readonly kind: 'missing'; readonly title: string }
  | { readonly kind: 'address'; readonly href: string }
  /** Markup that is shown as text, and links nothing. */
  | { readonly kind: 'code' }
  /** A link that names nothing. */
  | { readonly kind: 'empty' }
  | { readonly kind: 'heading-link' }
  | { readonly kind: 'issue'; readonly key: string }

const forms: readonly LinkForm[] = [
  'title',
  'title',
  'title',
  'card',
  'plain-text',
  'anchor',
  'address',
  'title',
  'tiny',
  'classic',
  'id',
  'title',
]

/** A whole number from two ids that is the same at each start. */
export function mixed(one: string, other = ''): number {
  let hash = 7
  for (const letter of one + other) hash = (Math.imul(hash, 31) + letter.charCodeAt(0)) >>> 0
  return hash
}

/** What a page or blog post says: its links are its relations named `link`, and some things more. */
export function piecesOf(page: DemoContent, world: World): Piece[] {
  const self = { type: 'content', key: page.id } as const
  const links = world.relations
    .targets('link', self, 'content')
    .flatMap(({ target }) => world.content.get(target.key) ?? [])
  const spaces = world.relations.targets('link', self, 'space')
  return [
    { kind: 'text', text: `This page is about ${page.title}.` },
    ...links.flatMap((to): Piece[] => [
      { kind: 'text', text: 'See also ' },
      { kind: 'link', to, form: formOf(page, to) },
    ]),
    ...spaces.map(({ target }): Piece => ({ kind: 'space', key: target.key })),
    ...othersOf(page, world),
  ]
}

function formOf(page: DemoContent, to: DemoContent): LinkForm {
  const chosen = forms[mixed(page.id, to.id) % forms.length] ?? 'title'
  // Only pages and blog posts have a title by which markup finds them.
  const byAddress = to.kind !== 'page' && to.kind !== 'blogpost'
  if (byAddress) return 'address'
  return chosen === 'address' && mixed(to.id) % 3 === 0 ? 'former-address' : chosen
}

/** What stands in every so many pages, by the page's id; so every form stands somewhere. */
const sometimes = [
  [3, 0, ({ user }) => user && { kind: 'mention', user }],
  [11, 1, ({ above }) => above && { kind: 'include', page: above }],
  [13, 2, () => ({ kind: 'children', of: null })],
  [17, 3, ({ above }) => above && { kind: 'children', of: above }],
  [19, 4, ({ above }) => above && { kind: 'file-of', page: above }],
  [23, 5, ({ page }) => ({ kind: 'missing', title: `Old notes on ${page.title}` })],
  [7, 6, () => ({ kind: 'address', href: 'https://example.com/tides' })],
  [29, 7, () => ({ kind: 'address', href: 'guide.md' })],
  [31, 8, () => ({ kind: 'empty' })],
  [5, 0, () => ({ kind: 'heading-link' })],
  [9, 0, () => ({ kind: 'code' })],
  [37, 9, ({ page }) => ({ kind: 'issue', key: `TIDE-${mixed(page.id) % 900}` })],
] as const satisfies readonly (readonly [
  every: number,
  from: number,
  piece: (on: On) => Piece | undefined,
])[]

type On = {
  readonly page: DemoContent
  readonly user: DemoUser | undefined
  readonly above: DemoContent | undefined
}

function othersOf(page: DemoContent, world: World): Piece[] {
  const hash = mixed(page.id)
  const users = [...world.users.values()]
  const user = users[hash % users.length]
  const above = page.parentId === null ? undefined : world.content.get(page.parentId)
  return sometimes.flatMap(([every, from, piece]): Piece[] => {
    const made = hash % every === from ? piece({ page, user, above }) : undefined
    return made === undefined ? [] : [made]
  })
}
