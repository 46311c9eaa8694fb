import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { scopesOf } from '../../../../../electron/services/remote/scopes'

const Description = z.object({
  paths: z.record(z.string(), z.record(z.string(), z.unknown())),
})

describe('the scopes of an operation', () => {
  it('are known for every operation of the API that we describe', async () => {
    const file = join(import.meta.dirname, '../../../../../resources/confluence-api.openapi.yaml')
    const { paths } = Description.parse(parse(await readFile(file, 'utf8')))
    const calls = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods)
        .filter((method) => ['get', 'put', 'post', 'delete'].includes(method))
        .map((method) => [method, path] as const),
    )
    expect(calls.length).toBeGreaterThan(15)
    const unknown = scopesOf('get', '/nowhere')
    for (const [method, path] of calls) {
      expect(scopesOf(method, path), `${method} ${path}`).not.toEqual(unknown)
    }
  })
})
