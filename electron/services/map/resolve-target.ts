import { type NodeId, nodeId, type Unresolved } from '@shared/graph'
import type { Target } from '../markup'
import type { TitleIndex } from './title-index'

/** Where something is written. */
export type Source = {
  readonly id: string
  readonly spaceKey: string
  readonly parentId: string | null
}

/** What was looked up beyond the mapped spaces. */
export type Checked = {
  readonly seen: ReadonlySet<NodeId>
  readonly missing: ReadonlySet<NodeId>
  /** Spaces that were looked up, in their own spelling, by the key as it was written. */
  readonly spaceNodes: ReadonlyMap<string, NodeId>
}

export type Resolved =
  | { readonly kind: 'node'; readonly node: NodeId }
  | { readonly kind: 'open'; readonly names: string; readonly state: Unresolved['state'] }
  /** Leads to nothing that is drawn. */
  | { readonly kind: 'nothing' }

const nothing: Resolved = { kind: 'nothing' }
const content = (key: string): NodeId => nodeId({ type: 'content', key })
const node = (id: NodeId): Resolved => ({ kind: 'node', node: id })

/** What a target leads to, from the page in which it is written; makes no call. */
export function resolveTarget(
  target: Target,
  from: Source,
  index: TitleIndex,
  checked: Checked,
): Resolved {
  switch (target.kind) {
    case 'none':
      return nothing
    case 'page':
    case 'blogpost':
    case 'name':
      return byTitle(writtenTitle(target, from, index), index)
    case 'content':
      return byId(content(target.id), index.has(target.id), checked)
    case 'user':
      return node(nodeId({ type: 'user', key: target.id }))
    case 'space': {
      const mapped = index.space(target.key)?.entity.id
      const known = mapped ?? checked.spaceNodes.get(target.key)
      return byId(known ?? nodeId({ type: 'space', key: target.key }), known !== undefined, checked)
    }
    case 'relative':
      return relative(target.word, from, index)
  }
}

/** A title with the space in which it is to be found. */
export type WrittenTitle = {
  readonly kind: 'page' | 'blogpost'
  readonly key: string
  readonly title: string
  readonly day?: string
}

type ByTitle = Extract<Target, { readonly kind: 'page' | 'blogpost' | 'name' }>

export function writtenTitle(target: ByTitle, from: Source, index: TitleIndex): WrittenTitle {
  if (target.kind === 'name')
    return { kind: 'page', ...splitName(target.text, from.spaceKey, index) }
  const { kind, title } = target
  const key = target.space ?? from.spaceKey
  const day = kind === 'blogpost' ? target.day : undefined
  return { kind, key, title, ...(day !== undefined && { day }) }
}

function byTitle({ kind, key, title, day }: WrittenTitle, index: TitleIndex): Resolved {
  const space = index.space(key)
  const names = `${space?.entity.key ?? key}:${title}`
  if (space === undefined) return { kind: 'open', names, state: 'not-checked' }
  const found = kind === 'page' ? index.page(key, title) : index.post(key, title, day)
  if (found.kind === 'one') return node(content(found.id))
  return { kind: 'open', names, state: found.kind === 'several' ? 'ambiguous' : 'not-seen' }
}

function byId(id: NodeId, known: boolean, { seen, missing }: Checked): Resolved {
  if (known || seen.has(id)) return node(id)
  return { kind: 'open', names: id, state: missing.has(id) ? 'not-seen' : 'not-checked' }
}

/** `KEY:Title` only where KEY is a space and no space follows the colon; a title may hold one. */
function splitName(
  text: string,
  own: string,
  index: TitleIndex,
): { readonly key: string; readonly title: string } {
  const [, key = '', title = ''] = /^([^:\s]+):(\S.*)$/s.exec(text) ?? []
  return key !== '' && index.space(key) !== undefined ? { key, title } : { key: own, title: text }
}

function relative(word: 'self' | 'home' | 'parent', from: Source, index: TitleIndex): Resolved {
  const id = {
    self: from.id,
    home: index.space(from.spaceKey)?.homepageId ?? null,
    parent: from.parentId,
  }[word]
  return id === null ? nothing : node(content(id))
}
