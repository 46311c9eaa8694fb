import type { EntityRef } from '@shared/graph'
import { missingIn } from '../refusal'
import type { Asker, Seen } from './asker'
import { findFacts, resultsOf } from './read-body'
import { freshName } from './read-plan'

/** Calls of the writing part, with those that clean up after it. */
export const writePlanned = 9

/** Two pages of a sandbox. */
export type Sandbox = { readonly source: EntityRef; readonly target: EntityRef }

const part = ({ type, key }: EntityRef) => `${type}/${encodeURIComponent(key)}`

/** Only an answer about the relation says that it is gone; a web page in 404 does not. */
const provesGone = ({ answer, text }: Seen): boolean =>
  answer.status === 404 && missingIn(text) === 'thing'

/**
 * Creates one relation under a name that nobody uses, looks for it from both ends, and deletes it
 * twice. Whatever happens on the way, it is deleted. Tells whether it is gone; null where the site
 * did not take it in the first place.
 */
export async function writeOne(
  asker: Asker,
  cleaner: Asker,
  sandbox: Sandbox,
): Promise<boolean | null> {
  const base = `/wiki/rest/api/relation/${freshName()}`
  const [source, target] = [part(sandbox.source), part(sandbox.target)]
  const one = `${base}/from/${source}/to/${target}`
  let isGone = false
  let created: number | null = null
  try {
    created = (await asker.ask({ id: 'create', method: 'PUT', path: one })).answer.status
    if (created !== null && created >= 400 && created < 500) {
      isGone = true
      return null
    }
    await asker.ask({ id: 'get-created', path: one })
    const found = (body: unknown) => ({ ...findFacts(body), found: resultsOf(body).length > 0 })
    const query = '?expand=relationData,source,target'
    await asker.ask({
      id: 'find-created-out',
      path: `${base}/from/${source}/to/${sandbox.target.type}${query}`,
      facts: found,
    })
    await asker.ask({
      id: 'find-created-in',
      path: `${base}/to/${target}/from/${sandbox.source.type}${query}`,
      facts: found,
    })
    await asker.ask({ id: 'delete', method: 'DELETE', path: one })
    await asker.ask({ id: 'delete-again', method: 'DELETE', path: one })
    const gone = await asker.ask({ id: 'get-deleted', path: one })
    isGone = provesGone(gone)
    return isGone
  } finally {
    // Not with the signal of the check: who stops it wants it gone all the more.
    if (!isGone) await cleaner.ask({ id: 'clean-up', method: 'DELETE', path: one })
  }
}
