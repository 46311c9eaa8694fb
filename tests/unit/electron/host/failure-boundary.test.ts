import { ORPCError, ValidationError } from '@orpc/server'
import { describe, expect, it } from 'vitest'
import { withinBoundary } from '../../../../electron/host/failure-boundary'
import { FailureError } from '@shared/failure'

const run = async (error: unknown) => {
  const lines: string[] = []
  const thrown: unknown = await withinBoundary(
    () => Promise.reject(error instanceof Error ? error : new Error(String(error))),
    (line) => lines.push(line),
  ).catch((reason: unknown) => reason)
  return { thrown, lines }
}

describe('the boundary of the host', () => {
  it('sends an expected failure as it is, and logs nothing', async () => {
    const failure = { kind: 'not-found', what: 'content:1' } as const
    const { thrown, lines } = await run(new FailureError(failure))
    expect(thrown).toMatchObject({ code: 'FAILURE', data: failure })
    expect(lines).toEqual([])
  })

  it('sends what nobody expected as a reference, logged with its place but not its message', async () => {
    const cause = new SyntaxError('Unexpected token in "canary body"')
    const { thrown, lines } = await run(new TypeError('canary header', { cause }))
    expect(thrown).toMatchObject({ code: 'FAILURE', data: { kind: 'bug' } })
    const { reference } = (thrown as ORPCError<string, { reference: string }>).data
    expect(lines).toEqual([expect.stringContaining(`${reference}: TypeError at`)])
    expect(lines[0]).toContain('caused by SyntaxError')
    expect(`${JSON.stringify(thrown)}${lines.join('')}`).not.toContain('canary')
  })

  it('sends input outside the contract as a fault of ours, logged with its place alone', async () => {
    const issues = [{ message: 'Expected string, got canary', path: ['refs', 0, { key: 'key' }] }]
    const cause = new ValidationError({ message: 'canary', issues, data: { canary: 'canary' } })
    const { thrown, lines } = await run(new ORPCError('BAD_REQUEST', { cause, data: { issues } }))
    expect(thrown).toMatchObject({ code: 'FAILURE', data: { kind: 'bug' } })
    const { reference } = (thrown as ORPCError<string, { reference: string }>).data
    expect(lines).toEqual([`Input outside the contract ${reference}: at refs.0.key`])
    expect(JSON.stringify(thrown)).not.toContain('canary')
  })

  it('holds to the end of a stream, and ends the stream below with it', async () => {
    const lines: string[] = []
    const ended: string[] = []
    async function* parts(error: Error | null) {
      try {
        yield await Promise.resolve(1)
        if (error !== null) throw error
        yield 2
      } finally {
        ended.push(error?.message ?? 'whole')
      }
    }
    const within = async (error: Error | null) => {
      const { output } = await withinBoundary(
        () => Promise.resolve({ output: parts(error) as AsyncIterable<number> }),
        (line) => lines.push(line),
      )
      return output
    }
    const read = async (stream: AsyncIterable<number>) => {
      const seen: unknown[] = []
      try {
        for await (const part of stream) seen.push(part)
      } catch (thrown) {
        seen.push(thrown)
      }
      return seen
    }
    expect(await read(await within(null))).toEqual([1, 2])
    const failure = { kind: 'unreachable', host: 'a.example', code: 'ECONNREFUSED' } as const
    const [, told] = await read(await within(new FailureError(failure)))
    expect(told).toMatchObject({ code: 'FAILURE', data: failure })
    expect(lines).toEqual([])
    const [, bug] = await read(await within(new TypeError('canary')))
    expect(bug).toMatchObject({ code: 'FAILURE', data: { kind: 'bug' } })
    expect(lines).toEqual([expect.stringContaining(': TypeError at')])
    for await (const part of await within(new Error('left early'))) {
      expect(part).toBe(1)
      break
    }
    expect(ended).toEqual(['whole', 'unreachable', 'canary', 'left early'])
  })
})
