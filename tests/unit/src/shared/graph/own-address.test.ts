import { describe, expect, it } from 'vitest'
import { readGraph, workspaceOf } from '@shared/export'
import { emptyGraph, merge, ownAddress, toGraphFile } from '@shared/graph'
import { graphOf, site } from './two-graphs'

const foreign = [
  'https://evil.example/wiki',
  `${site}.evil.example/wiki`,
  `${site}@evil.example/wiki`,
  `${site}:8443/wiki`,
  site.replace('https:', 'http:') + '/wiki',
  `//${new URL(site).host}/wiki`,
  'javascript:alert(1)',
  'data:text/html,x',
  'file:///etc/passwd',
  `${site}/\\evil.example`,
  `${site}/wiki\n`,
  '',
]

describe('an address of an entity', () => {
  it('is kept on its own site', () => {
    for (const url of [`${site}/`, `${site}/wiki/spaces/A/pages/1/T%C3%A4?x=1#y`]) {
      expect(ownAddress(url, site)).toBe(url)
    }
    expect(ownAddress(undefined, site)).toBeUndefined()
  })

  it.each(foreign)('is dropped where it leads elsewhere: %s', (url) => {
    expect(ownAddress(url, site)).toBeUndefined()
    const file = graphOf(['1 link 2'])
    const nodes = file.nodes.map((node) => ({ ...node, url }))
    const read = readGraph(JSON.stringify({ ...file, nodes }), 'graph.json', site)
    if (!read.ok) throw new Error('refused')
    const { batch } = workspaceOf(read.file)
    expect(batch.entities.length).toBeGreaterThan(0)
    expect(batch.entities.filter((entity) => entity.url !== undefined)).toEqual([])
    // What a workspace file held is not exported either.
    const kept = batch.entities.map((entity) => ({ ...entity, url }))
    const again = toGraphFile(merge(emptyGraph, { entities: kept, relations: [] }).graph, {
      ...{ version: '1', site, exportedAt: file.exportedAt, calls: 0, failures: [] },
    })
    expect(again.nodes.filter((node) => node.url !== undefined)).toEqual([])
  })
})
