import { ORPCError } from '@orpc/client'
import { describe, expect, it } from 'vitest'
import { edgeId, relationOf } from '@shared/graph'
import type { Client } from '../../../../../src/transport'
import { checkPair, type PairAnswer, pairWords } from '../../../../../src/features/edit/pair-check'

const there = relationOf('favourite', 'user:u1', 'content:1', { createdBy: { name: 'Amara' } })

/** Only `get` is asked here. */
const client = {
  remote: {
    get: async ({ relation, source, target }: Parameters<Client['remote']['get']>[0]) => {
      await Promise.resolve()
      if (relation === 'secret') {
        throw new ORPCError('FAILURE', { data: { kind: 'forbidden', what: 'reading “secret”' } })
      }
      const id = edgeId(relation, `${source.type}:${source.key}`, `${target.type}:${target.key}`)
      return { relation: id === there.id ? there : null, calls: 1 }
    },
  },
} as unknown as Client

async function check(names: readonly string[]) {
  const answers: PairAnswer[] = []
  let calls = 0
  const onCalls = (more: number) => (calls += more)
  const parts = { client, profile: { id: 'p' }, onCalls }
  await checkPair(parts, ['user:u1', 'content:1'], names, (answer) => answers.push(answer))
  return { answers, calls }
}

describe('checking a pair', () => {
  it('asks each name both ways, and tells found from none', async () => {
    const { answers, calls } = await check(['favourite', 'likes'])
    expect(answers.map((answer) => [answer.name, answer.source, pairWords(answer)])).toEqual([
      ['favourite', 'user:u1', 'there, created by Amara'],
      ['favourite', 'content:1', 'none'],
      ['likes', 'user:u1', 'none'],
      ['likes', 'content:1', 'none'],
    ])
    expect(calls).toBe(4)
  })

  it('says of a failed question why, and goes on with the others', async () => {
    const { answers } = await check(['secret', 'favourite'])
    const failed = answers.filter(({ result }) => result.kind === 'failed')
    expect(failed.map(pairWords)).toEqual([
      'You are not allowed to see or do this: reading “secret”.',
      'You are not allowed to see or do this: reading “secret”.',
    ])
    expect(answers).toHaveLength(4)
  })
})
