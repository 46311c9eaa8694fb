/** One set of scopes is enough: the classic one, or all of the granular ones. */
type Needs = { readonly classic: readonly string[]; readonly granular: readonly string[] }

const needs = (classic: string, ...granular: string[]): Needs => ({
  classic: [classic],
  granular: granular.map((name) => `${name}:confluence`),
})

const readRelation = needs(
  'read:confluence-content.summary',
  'read:relation',
  'read:content-details',
)
const writeRelation = needs(
  'write:confluence-content',
  'read:relation',
  'write:relation',
  'read:space',
  'read:user',
  'read:content',
)
const deleteRelation = needs('write:confluence-content', 'write:relation')
const page = needs('read:confluence-content.summary', 'read:page')

const byResource: Readonly<Record<string, Needs>> = {
  user: needs('read:confluence-user', 'read:content-details'),
  search: needs('search:confluence', 'read:content-details'),
  pages: page,
  blogposts: page,
  spaces: needs('read:confluence-content.summary', 'read:space'),
  'users-bulk': needs('read:confluence-user', 'read:user'),
  content: needs('read:confluence-content.summary', 'read:content.metadata'),
  whiteboards: needs('read:confluence-content.summary', 'read:whiteboard'),
  databases: needs('read:confluence-content.summary', 'read:database'),
  folders: needs('read:confluence-content.summary', 'read:folder'),
  embeds: needs('read:confluence-content.summary', 'read:embed'),
  attachments: needs('read:confluence-content.summary', 'read:attachment'),
}

const relationNeeds: Readonly<Record<string, Needs>> = {
  GET: readRelation,
  PUT: writeRelation,
  DELETE: deleteRelation,
}

/** Whether scopes are enough for a call; `resource` is the segment after `rest/api` or `api/v2`. */
export function isCovered(
  scopes: ReadonlySet<string>,
  method: string,
  resource: string | undefined,
): boolean {
  const wanted = resource === 'relation' ? relationNeeds[method] : byResource[resource ?? '']
  if (wanted === undefined) return true
  return (
    wanted.classic.some((scope) => scopes.has(scope)) ||
    wanted.granular.every((scope) => scopes.has(scope))
  )
}
