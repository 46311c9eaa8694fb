import { Failure } from '../failure'
import { type GraphFile, type NodeId, writtenRelation } from '../graph'
import type { FileEdge, FileNode } from './model'
import type { Pseudonyms } from './pseudonyms'
import { quoted } from '../text'

/** Stands for the site; nothing can ever be reached under `.invalid`. */
const redactedSite = 'https://redacted.invalid'

/** Words that Confluence and this program use; any other may say something about someone. */
const statuses = [
  'current',
  'archived',
  'trashed',
  'deleted',
  'draft',
  'active',
  'inactive',
  'closed',
  'historical',
  'missing',
  'unknown',
]
const subtypes = [
  'page',
  'blogpost',
  'whiteboard',
  'database',
  'folder',
  'embed',
  'attachment',
  'comment',
  'global',
  'personal',
  'collaboration',
  'knowledge_base',
  'atlassian',
  'app',
  'customer',
]
const reasons = ['nodes-budget', 'calls-budget', 'stopped', 'broken-off', 'unidentified', 'paging']
const failureKinds: readonly string[] = Failure.options.map(({ shape }) => shape.kind.value)

const known = <T extends string>(value: string | undefined, words: readonly T[]): T | undefined =>
  words.find((word) => word === value)

/** The day alone: a moment to the second finds a page in any list of changes. */
const dayOf = (date: string | undefined): string | undefined =>
  /^\d{4}-\d{2}-\d{2}/.exec(date ?? '')?.[0]

/**
 * The same graph without a title, a person, a space, a key, an id, an address or the site. What is
 * not known to be harmless is left out rather than let through.
 */
export function redact(file: GraphFile, names: Pseudonyms): GraphFile {
  return {
    ...file,
    version: /^[\d.]{1,20}$/.test(file.version) ? file.version : '',
    site: redactedSite,
    redacted: true,
    nodes: file.nodes.map((node) => redactNode(node, names)).sort(byId),
    edges: file.edges.map((edge) => redactEdge(edge, names)).sort(byId),
    ...(file.unresolved !== undefined && {
      unresolved: redactUnresolved(file.unresolved, names),
    }),
    failures: file.failures.map(({ node, relation, direction, type, kind }) => {
      const word = known(kind, failureKinds) ?? 'failed'
      const sentence = `This question ended with ${quoted(word)}.`
      return { ...question({ node, relation, direction, type }, names), kind: word, sentence }
    }),
    completeness: file.completeness.map(({ node, relation, direction, type, ...answer }) => {
      const [kind, why] = [known(answer.kind, failureKinds), known(answer.why, reasons)]
      return {
        ...question({ node, relation, direction, type }, names),
        state: answer.state,
        at: answer.at,
        found: answer.found,
        ...(answer.unidentified === undefined ? {} : { unidentified: answer.unidentified }),
        ...(why === undefined ? {} : { why }),
        ...(kind === undefined ? {} : { kind }),
      }
    }),
  }
}

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

type Question = Pick<GraphFile['failures'][number], 'node' | 'relation' | 'direction' | 'type'>

const question = ({ node, relation, ...rest }: Question, names: Pseudonyms): Question => ({
  node: names.id(node),
  relation: names.relation(relation),
  ...rest,
})

const keyOf = (id: NodeId): string => id.slice(id.indexOf(':') + 1)

function redactNode(node: FileNode, names: Pseudonyms): FileNode {
  const id = names.id(node.id)
  const [subtype, day] = [known(node.subtype, subtypes), dayOf(node.createdAt)]
  return {
    id,
    type: node.type,
    key: keyOf(id),
    title: names.title(node.id),
    status: known(node.status, statuses) ?? 'other',
    ...(subtype === undefined ? {} : { subtype }),
    ...(node.space === undefined ? {} : { space: names.space(node.space.key) }),
    ...(node.createdBy === undefined ? {} : { createdBy: names.person(node.createdBy) }),
    ...(day === undefined ? {} : { createdAt: day }),
    ...redactCare(node, names),
    completeness: node.completeness,
    ...(node.position === undefined ? {} : { position: node.position }),
  }
}

const accountStatuses = ['active', 'inactive', 'closed']

/** Who answers for a page and when it was last changed, and where a space begins. */
function redactCare(node: FileNode, names: Pseudonyms): Partial<FileNode> {
  const [createdByStatus, ownerStatus, changedAt] = [
    known(node.createdByStatus, accountStatuses),
    known(node.ownerStatus, accountStatuses),
    dayOf(node.changedAt),
  ]
  return {
    ...(createdByStatus === undefined ? {} : { createdByStatus }),
    ...(node.owner === undefined ? {} : { owner: names.person(node.owner) }),
    ...(ownerStatus === undefined ? {} : { ownerStatus }),
    ...(changedAt === undefined ? {} : { changedAt }),
    ...(node.homepage === undefined ? {} : { homepage: names.id(node.homepage) }),
  }
}

/** What a page names is a title, so only that it names something is told. */
const redactUnresolved = (
  unresolved: NonNullable<GraphFile['unresolved']>,
  names: Pseudonyms,
): GraphFile['unresolved'] =>
  unresolved.map(({ source, relation, state }, at) => ({
    source: names.id(source),
    relation: names.relation(relation),
    names: `Unresolved ${at + 1}`,
    state,
  }))

function redactEdge(edge: FileEdge, names: Pseudonyms): FileEdge {
  const day = dayOf(edge.createdAt)
  const [relation, source, target] = [
    names.relation(edge.relation),
    names.id(edge.source),
    names.id(edge.target),
  ]
  return {
    id: edge.origin === undefined ? names.edge(edge) : writtenRelation(relation, source, target).id,
    relation,
    source,
    target,
    ...(edge.origin !== undefined && { origin: edge.origin }),
    ...(edge.createdBy === undefined ? {} : { createdBy: names.person(edge.createdBy) }),
    ...(day === undefined ? {} : { createdAt: day }),
  }
}
