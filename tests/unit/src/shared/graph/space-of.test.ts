import { describe, expect, it } from 'vitest'
import { type Entity, spaceKeyOf, spaceNames, spaceWord } from '@shared/graph'

const page = (more: Partial<Entity>): Entity => ({
  id: 'content:1',
  type: 'content',
  key: '1',
  title: 'A page',
  status: 'current',
  ...more,
})
const site = 'https://example.atlassian.net'

describe('the space of an entity', () => {
  it('is the one it says, or the one in its address', () => {
    const space = { key: 'DOC', name: 'Docs' }
    expect(spaceKeyOf(page({ space, url: `${site}/wiki/spaces/OLD/pages/1` }))).toBe('DOC')
    expect(spaceKeyOf(page({ url: `${site}/wiki/spaces/DOC/pages/1/A+page` }))).toBe('DOC')
    expect(spaceKeyOf(page({ url: `${site}/wiki/spaces/%7Eme/pages/1` }))).toBe('~me')
  })

  it('is not known where neither tells it', () => {
    for (const url of [
      undefined,
      `${site}/wiki/x/AbC`,
      `${site}/wiki/spaces/`,
      `${site}/wiki/spaces/%E0%A4%A/1`,
    ])
      expect(spaceKeyOf(page(url === undefined ? {} : { url }))).toBeUndefined()
    expect(spaceKeyOf({ ...page({}), id: 'user:a', type: 'user', key: 'a' })).toBeUndefined()
  })

  it('is itself for a space, which also names it', () => {
    const space: Entity = { ...page({}), id: 'space:DOC', type: 'space', key: 'DOC', title: 'Docs' }
    expect(spaceKeyOf(space)).toBe('DOC')
    expect(spaceNames([page({ space: { key: 'DOC', name: 'DOC' } }), space]).get('DOC')).toBe(
      'Docs',
    )
  })
})

describe('a space in words', () => {
  it('is its name, else its key, and for a person’s own space not the whole of it', () => {
    const names = new Map([['DOC', 'Documents']])
    expect(spaceWord('DOC', names)).toBe('Documents')
    expect(spaceWord('ENG', names)).toBe('ENG')
    expect(spaceWord('', names)).toBe('')
    expect(spaceWord('~7120209a1e12849', names)).toBe('Personal space 7120209a…')
    expect(spaceWord('~anna', names)).toBe('Personal space anna')
  })
})
