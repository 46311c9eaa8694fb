import { setImmediate as nextTurn } from 'node:timers/promises'
import { FailureError } from '@shared/failure'
import type { InSentence, PageKind } from '@shared/map'
import { type Home, readSentences, type Target } from '../markup'
import type { MapPort } from './model'

type Asked = { readonly page: string; readonly kind: PageKind; readonly space: string }

/**
 * The sentences around what one page names, from its body as it is now. Throws the failure
 * `not-found` where the page cannot be seen any more.
 */
export async function sentencesIn(
  { bodies }: Pick<MapPort, 'bodies'>,
  { page, kind, space }: Asked,
  home: Home,
  signal: AbortSignal,
): Promise<{ found: InSentence[]; calls: number }> {
  const answer = await bodies(kind, [page], signal)
  const body = answer.bodies.get(page)
  if (body === undefined) throw new FailureError({ kind: 'not-found', what: `content:${page}` })
  const read = await readSentences(body, home, () => nextTurn())
  const found = read.flatMap(({ mark: { relation, target }, sentence }) => {
    const names = namesOf(target, space)
    return names.length === 0 || sentence === '' ? [] : [{ relation, names, sentence }]
  })
  return { found, calls: answer.calls }
}

/** As what leads nowhere is called; a name in a macro may hold a key. */
function namesOf(target: Target, own: string): string[] {
  switch (target.kind) {
    case 'page':
    case 'blogpost':
      return [`${target.space ?? own}:${target.title}`]
    case 'name':
      return [`${own}:${target.text}`, target.text]
    case 'content':
      return [`content:${target.id}`]
    case 'space':
      return [`space:${target.key}`]
    case 'user':
    case 'relative':
    case 'none':
      return []
  }
}
