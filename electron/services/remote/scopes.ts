/**
 * The scopes of a token that an operation takes, from the API's description: the granular ones
 * and the classic one. Which family a site wants is not settled, so people are told both.
 */
export const editScopes = ['write:relation:confluence', 'write:confluence-content']

const readRelations = [
  'read:relation:confluence',
  'read:content-details:confluence',
  'read:confluence-content.summary',
]
const readPages = ['read:page:confluence']

/** By method and path template of the API's description. */
const scopes: Readonly<Record<string, readonly string[]>> = {
  'put /wiki/rest/api/relation': editScopes,
  'delete /wiki/rest/api/relation': editScopes,
  'get /wiki/rest/api/relation': readRelations,
  'get /wiki/rest/api/user/current': ['read:content-details:confluence', 'read:confluence-user'],
  'get /wiki/rest/api/search': ['read:content-details:confluence', 'search:confluence'],
  'get /wiki/api/v2/pages': readPages,
  'get /wiki/api/v2/blogposts': readPages,
  'get /wiki/api/v2/whiteboards': ['read:whiteboard:confluence'],
  'get /wiki/api/v2/databases': ['read:database:confluence'],
  'get /wiki/api/v2/folders': ['read:folder:confluence'],
  'get /wiki/api/v2/embeds': ['read:embed:confluence'],
  'get /wiki/api/v2/attachments': ['read:attachment:confluence'],
  'post /wiki/api/v2/content/convert-ids-to-types': ['read:content.metadata:confluence'],
  'get /wiki/api/v2/spaces': ['read:space:confluence'],
  'post /wiki/api/v2/users-bulk': ['read:user:confluence'],
}

/** The scopes to name when a token lacks them for this call; at least one. */
export function scopesOf(method: string, path: string): readonly string[] {
  const call = `${method} ${path}`
  const known = Object.keys(scopes).find((start) => call === start || call.startsWith(`${start}/`))
  return (known === undefined ? undefined : scopes[known]) ?? ['read:confluence-content.all']
}
