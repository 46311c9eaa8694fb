import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import openapiTS, { astToString, COMMENT_HEADER } from 'openapi-typescript'
import { describe, expect, it } from 'vitest'
import {
  descriptionFile,
  faultsOf,
  fits,
  operations,
  rawDescription,
  resolvePointer,
} from './api-description'

const operation = (id: string) => {
  const found = operations.find((one) => one.id === id)
  if (found === undefined) throw new Error(`There is no operation ${id}`)
  return found
}

const relation = '/wiki/rest/api/relation/{relationName}'
const ends = ['sourceStatus', 'targetStatus', 'sourceVersion', 'targetVersion']

describe('the description of the API', () => {
  it.each([
    {
      id: 'findTargets',
      method: 'get',
      path: `${relation}/from/{sourceType}/{sourceKey}/to/{targetType}`,
      query: [...ends, 'expand', 'start', 'limit'],
    },
    {
      id: 'findSources',
      method: 'get',
      path: `${relation}/to/{targetType}/{targetKey}/from/{sourceType}`,
      query: [...ends, 'expand', 'start', 'limit'],
    },
    ...(['get', 'put', 'delete'] as const).map((method) => ({
      id: { get: 'getRelation', put: 'createRelation', delete: 'deleteRelation' }[method],
      method,
      path: `${relation}/from/{sourceType}/{sourceKey}/to/{targetType}/{targetKey}`,
      query: method === 'get' ? [...ends, 'expand'] : ends,
    })),
  ])('gives $id every path and query parameter', ({ id, method, path, query }) => {
    const { parameters, ...found } = operation(id)
    expect(found).toMatchObject({ method, path })
    const named = (where: string) => parameters.filter((one) => one.in === where)
    expect(
      named('query')
        .map(({ name }) => name)
        .sort(),
    ).toEqual([...query].sort())
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '')
    expect(
      named('path')
        .map(({ name }) => name)
        .sort(),
    ).toEqual(inPath.sort())
    expect(named('path').every(({ required }) => required === true)).toBe(true)
    for (const { name, schema } of parameters.filter((one) => one.name.endsWith('Version'))) {
      expect([name, schema]).toEqual([name, { type: 'integer', format: 'int32' }])
    }
  })

  it('sends expand as a comma list of the three parts', () => {
    for (const id of ['findTargets', 'findSources', 'getRelation']) {
      const expand = operation(id).parameters.find(({ name }) => name === 'expand')
      expect(expand).toMatchObject({ style: 'form', explode: false })
      expect(expand?.schema).toMatchObject({
        items: { enum: ['relationData', 'source', 'target'] },
      })
    }
  })

  it('names every operation that the client calls, and no name twice', () => {
    expect(operations.map(({ id }) => id).sort()).toEqual(
      [
        ...['findTargets', 'findSources', 'getRelation', 'createRelation', 'deleteRelation'],
        ...['currentUser', 'searchContent', 'searchUsers', 'listPages', 'listBlogposts'],
        ...['getWhiteboard', 'getDatabase', 'getFolder', 'getEmbed', 'convertIdsToTypes'],
        ...['listSpaces', 'usersBulk', 'getAttachment'],
      ].sort(),
    )
  })

  it('refers only to what it holds', () => {
    const refs = [...JSON.stringify(rawDescription).matchAll(/"\$ref":"([^"]+)"/g)]
    expect(refs.length).toBeGreaterThan(50)
    for (const [, pointer = ''] of refs) expect(resolvePointer(pointer)).toBeDefined()
  })

  it('tells right answers from wrong ones', () => {
    const path = '/wiki/rest/api/relation/link/from/content/1/to/content'
    const page = { results: [], start: 0, limit: 25, size: 0, _links: {} }
    const answer = { method: 'GET', path, status: 200, contentType: 'application/json' }
    expect(faultsOf({ ...answer, body: page })).toEqual([])
    expect(faultsOf({ ...answer, body: { ...page, start: 2 ** 31 } })).toHaveLength(1)
    expect(faultsOf({ ...answer, body: { ...page, results: [{ name: 'link' }] } })).toHaveLength(1)
    expect(faultsOf({ ...answer, path: '/wiki/rest/api/label', body: page })).toHaveLength(1)
    expect(fits('User', { type: 'known', displayName: null })).toBe(true)
    expect(fits('User', { type: 'known', displayName: 7 })).toBe(false)
  })

  it('is what the types of the client are made from', async () => {
    const fresh = COMMENT_HEADER + astToString(await openapiTS(pathToFileURL(descriptionFile)))
    const types = resolve(descriptionFile, '../../electron/services/remote/api.gen.ts')
    expect(readFileSync(types, 'utf8')).toBe(fresh)
  })
})
