import { z } from 'zod'
import { addressTarget } from './address-target'
import { macroRelation, namesInText } from './macro-relation'
import { type Home, type Mark, type Markup, type Target } from './model'
import { pageTarget } from './resource-target'

const Attributes = z.looseObject({})
const Node = z.looseObject({
  type: z.string().catch(''),
  text: z.string().optional().catch(undefined),
  attrs: Attributes.optional().catch(undefined),
  marks: z.array(z.unknown()).optional().catch(undefined),
  content: z.array(z.unknown()).optional().catch(undefined),
})
type Node = z.infer<typeof Node>

/** Documents nest; one that nests deeper was made to break readers. */
const deepest = 500

/** Reads what a body in Atlassian document format names, in the order in which it is written. */
export function readAdf(body: string, home: Home): Markup {
  const marks: Mark[] = []
  let torn = false
  let last: string | null = null

  const put = (mark: Mark): void => {
    last = null
    marks.push(mark)
  }

  const walk = (value: unknown, depth: number): void => {
    const read = Node.safeParse(value)
    if (!read.success || depth > deepest) {
      torn = true
      return
    }
    const node = read.data
    if (node.type === 'text') {
      const href = linkOf(node)
      // A link of which a part is bold comes as two texts side by side.
      if (href !== null && href !== last) marks.push(linked(href, home, node.text))
      last = href
      return
    }
    if (!lasting.has(node.type)) last = null
    namesOf(node, home).forEach(put)
    for (const nested of nestedIn(node)) walk(nested, depth + 1)
    for (const child of node.content ?? []) walk(child, depth + 1)
  }

  walk(parsed(body), 0)
  return { marks, torn }
}

/** Within a link these stand between two of its texts. */
const lasting = new Set(['emoji', 'hardBreak'])

function parsed(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text)
    return value
  } catch {
    return undefined
  }
}

const Linking = z.object({ type: z.literal('link'), attrs: z.looseObject({ href: z.string() }) })

function linkOf({ marks }: Node): string | null {
  for (const mark of marks ?? []) {
    const read = Linking.safeParse(mark)
    if (read.success) return read.data.attrs.href
  }
  return null
}

function linked(href: string, home: Home, words?: string): Mark {
  const { target, anchor } = addressTarget(href, home)
  return {
    relation: target.kind === 'user' ? 'mentions' : 'link',
    target,
    ...(words !== undefined && words.trim() !== '' && { words: words.trim() }),
    ...(anchor !== undefined && { anchor }),
  }
}

const Metadata = z.looseObject({
  linkType: z.string().optional().catch(undefined),
  spaceKey: z.string().optional().catch(undefined),
  contentTitle: z.string().optional().catch(undefined),
  contentId: z.coerce.string().optional().catch(undefined),
  postingDay: z.string().optional().catch(undefined),
})
const Card = z.looseObject({
  url: z.string().catch(''),
  __confluenceMetadata: Metadata.optional().catch(undefined),
})
const Mention = z.looseObject({ id: z.string() })
const Extension = z.looseObject({
  extensionKey: z.string().catch(''),
  parameters: z
    .looseObject({
      macroParams: z
        .record(z.string(), z.looseObject({ value: z.string().catch('') }).catch({ value: '' }))
        .optional()
        .catch(undefined),
      nestedContent: z.unknown().optional(),
    })
    .optional()
    .catch(undefined),
})

function namesOf({ type, attrs }: Node, home: Home): Mark[] {
  switch (type) {
    case 'inlineCard':
    case 'blockCard':
    case 'embedCard':
      return [card(Card.parse(attrs ?? {}), home)]
    case 'mention': {
      const read = Mention.safeParse(attrs)
      return read.success
        ? [{ relation: 'mentions', target: { kind: 'user', id: read.data.id } }]
        : []
    }
    case 'extension':
    case 'bodiedExtension':
    case 'inlineExtension':
      return macro(Extension.parse(attrs ?? {}))
    default:
      return []
  }
}

/** What a card says of itself is surer than its address, which may be that of the site alone. */
function card({ url, __confluenceMetadata: about }: z.infer<typeof Card>, home: Home): Mark {
  const plain = linked(url, home)
  if (about === undefined || plain.target.kind !== 'none') return plain
  const { contentTitle: title, spaceKey: space, contentId, linkType, postingDay } = about
  if (contentId !== undefined && /^\d+$/.test(contentId)) {
    return { ...plain, target: { kind: 'content', id: contentId } }
  }
  if (title === undefined) return plain
  const day = postingDay?.replaceAll('/', '-')
  const target: Target =
    linkType === 'blogpost'
      ? {
          kind: 'blogpost',
          title,
          ...(space !== undefined && { space }),
          ...(day !== undefined && { day }),
        }
      : pageTarget(title, space)
  return { ...plain, target }
}

function macro({ extensionKey, parameters }: z.infer<typeof Extension>): Mark[] {
  return Object.entries(parameters?.macroParams ?? {}).flatMap(([parameter, { value }]) => {
    const place = { macro: extensionKey, parameter }
    const text = value.trim()
    if (text === '' || !namesInText(place)) return []
    const target: Target = text.startsWith('@')
      ? pageTarget(text, undefined)
      : { kind: 'name', text }
    return [{ relation: macroRelation(place), target }]
  })
}

/** Old macros carry a document of their own. */
function nestedIn({ attrs }: Node): unknown[] {
  const read = Extension.safeParse(attrs ?? {})
  const nested = read.success ? read.data.parameters?.['nestedContent'] : undefined
  if (typeof nested === 'string') return [parsed(nested)].filter((one) => one !== undefined)
  return typeof nested === 'object' && nested !== null ? [nested] : []
}
