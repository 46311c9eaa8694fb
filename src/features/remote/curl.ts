import type { Profile, WireCall } from '@shared/contract'

/** Between single quotes a shell reads nothing but the quote itself. */
const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`

/** A call as a line for a shell; the token stays a variable that the person sets. */
export function asCurl(
  { method, url, body }: WireCall,
  { signIn, email }: Pick<Profile, 'signIn' | 'email'>,
): string {
  const parts = [
    'curl',
    ...(method === 'GET' ? [] : ['-X', method]),
    ...(signIn === 'oauth'
      ? ['-H', '"Authorization: Bearer $CONFLUENCE_TOKEN"']
      : ['-u', `${quoted(email)}:"$CONFLUENCE_TOKEN"`]),
    '-H',
    quoted('Accept: application/json'),
    ...(method === 'GET' ? [] : ['-H', quoted('X-Atlassian-Token: no-check')]),
    ...(body === undefined
      ? []
      : ['-H', quoted('Content-Type: application/json'), '--data', quoted(body)]),
    quoted(url),
  ]
  return parts.join(' ')
}
