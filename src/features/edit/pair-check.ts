import type { Profile } from '@shared/contract'
import { explain, type Failure } from '@shared/failure'
import { type NodeId, refOf, type Relation } from '@shared/graph'
import { isolated } from '@shared/text'
import { attempt, type Client } from '../../transport'

/** Whether one relation stands between two nodes, one way. */
export type PairAnswer = {
  readonly name: string
  readonly source: NodeId
  readonly target: NodeId
  readonly result:
    | { readonly kind: 'found'; readonly relation: Relation }
    | { readonly kind: 'none' }
    | { readonly kind: 'failed'; readonly failure: Failure }
}

type Parts = {
  readonly client: Client
  readonly profile: Pick<Profile, 'id'>
  readonly onCalls: (calls: number) => void
}

/**
 * Asks for single relations, both ways. It is the only way to learn of those that Confluence can
 * tell but not list, such as `favourite`. Answers are handed on as they come.
 */
export async function checkPair(
  { client, profile, onCalls }: Parts,
  [one, other]: readonly [NodeId, NodeId],
  names: readonly string[],
  onAnswer: (answer: PairAnswer) => void,
): Promise<void> {
  const ask = async (name: string, source: NodeId, target: NodeId): Promise<void> => {
    const answer = await attempt(
      client.remote.get({
        profile: profile.id,
        relation: name,
        source: refOf(source),
        target: refOf(target),
        expand: ['relationData'],
      }),
    )
    if (answer.ok) onCalls(answer.value.calls)
    const relation = answer.ok ? answer.value.relation : null
    onAnswer({
      name,
      source,
      target,
      result: !answer.ok
        ? { kind: 'failed', failure: answer.failure }
        : relation === null
          ? { kind: 'none' }
          : { kind: 'found', relation },
    })
  }
  await Promise.all(names.flatMap((name) => [ask(name, one, other), ask(name, other, one)]))
}

/** What came of a check, in words. */
export function pairWords({ result }: PairAnswer): string {
  switch (result.kind) {
    case 'found': {
      const { createdBy } = result.relation
      return createdBy === undefined ? 'there' : `there, created by ${isolated(createdBy.name)}`
    }
    case 'none':
      return 'none'
    case 'failed':
      return explain(result.failure).sentence
  }
}
