import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkChange, checkDelete, checkRelation } from '@shared/edit'
import { explain } from '@shared/failure'
import type { EntityRef } from '@shared/graph'

const page: EntityRef = { type: 'content', key: '1' }
const other: EntityRef = { type: 'content', key: '2' }
const space: EntityRef = { type: 'space', key: 'DOC' }
const anna: EntityRef = { type: 'user', key: '712020:anna' }
const ben: EntityRef = { type: 'user', key: '712020:ben' }

const named = (ref: EntityRef) => `${ref.type}:${ref.key}`

describe('the rule for making a relation', () => {
  it.each(['depends-on', 'a', '1st', 'Owned_By', 'x'.repeat(64), 'likes', 'favourites'])(
    'allows the name %j between any two things',
    (name) => {
      for (const source of [page, space, anna]) {
        for (const target of [other, ben]) expect(checkRelation(name, source, target)).toBeNull()
      }
    },
  )

  it.each(['-a', '_a', 'a b', 'a/b', '.', '..', 'a.b', 'ä', 'a%2Fb', 'x'.repeat(65), ' a', 'a\n'])(
    'refuses the name %j as our own rule',
    (name) => {
      const failure = checkRelation(name, page, other)
      expect(failure).toMatchObject({ kind: 'rule' })
      expect(failure === null ? '' : explain(failure).next).toContain('our own rule')
    },
  )

  it('asks for a name where there is none', () => {
    expect(checkRelation('', page, other)).toMatchObject({ sentence: 'A relation needs a name.' })
  })

  it.each(['like', 'Like', 'LINK', 'collaborator', 'touched', 'Contributor'])(
    'leaves %j to Confluence',
    (name) => {
      expect(checkRelation(name, anna, page)).toMatchObject({
        kind: 'rule',
        sentence: expect.stringContaining(`“${name}”`) as string,
      })
    },
  )

  it.each(['favorite', 'Favorite', 'FAVORITE', 'Favourite'])('asks of %j for favourite', (name) => {
    expect(checkRelation(name, anna, page)).toMatchObject({
      kind: 'rule',
      suggestion: 'favourite',
      next: expect.stringContaining('Did you mean “favourite”?') as string,
    })
  })

  const favourites: [source: EntityRef, target: EntityRef, allowed: boolean][] = [
    [anna, page, true],
    [anna, space, true],
    [anna, ben, false],
    [page, other, false],
    [page, anna, false],
    [page, space, false],
    [space, page, false],
    [space, anna, false],
  ]
  it.each(favourites.map(([s, t, allowed]) => [named(s), named(t), allowed, s, t] as const))(
    'lets favourite go from %s to %s: %s',
    (_from, _to, allowed, source, target) => {
      expect(checkRelation('favourite', source, target) === null).toBe(allowed)
    },
  )

  it('offers to flip a favourite that is drawn the wrong way round', () => {
    expect(checkRelation('favourite', page, anna)).toMatchObject({
      next: expect.stringContaining('Flip') as string,
    })
  })

  it('refuses a relation from a thing to itself', () => {
    expect(checkRelation('depends-on', page, { ...page })).toMatchObject({ kind: 'rule' })
    expect(checkRelation('depends-on', page, { type: 'space', key: '1' })).toBeNull()
  })

  it('allows only names that need no escaping in a path', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        if (checkRelation(name, page, other) !== null) return
        expect(encodeURIComponent(name)).toBe(name)
      }),
    )
  })
})

describe('the rule for changing a relation that is drawn', () => {
  const relation = 'includes'

  it('leaves what is written in a page to the page, whatever its name', () => {
    expect(checkChange({ relation, origin: 'pages' })).toMatchObject({ kind: 'rule' })
    expect(checkChange({ relation })).toBeNull()
    expect(checkChange({ relation: 'link' })).toMatchObject({ kind: 'rule' })
  })
})

describe('the rule for deleting a relation', () => {
  it.each(['favourite', 'depends-on', 'made by others', 'größer', 'a.b'])('allows %j', (name) => {
    expect(checkDelete(name)).toBeNull()
  })

  it.each(['like', 'Link', 'collaborator', 'touched', 'CONTRIBUTOR'])('refuses %j', (name) => {
    expect(checkDelete(name)).toMatchObject({ kind: 'rule' })
  })

  it('says where else a built-in one is removed', () => {
    expect(checkDelete('link')).toMatchObject({ next: 'Edit the page to remove the link.' })
    expect(checkDelete('like')).toMatchObject({
      next: 'It goes when what it tells of is undone in Confluence.',
    })
    expect(checkRelation('like', page, space)).toMatchObject({ next: 'Choose a name of your own.' })
  })

  it('asks of favorite for favourite', () => {
    expect(checkDelete('favorite')).toMatchObject({ suggestion: 'favourite' })
  })

  it.each(['', '.', '..', 'a/b', '../x', 'a\\b'])('sends no name like %j', (name) => {
    expect(checkDelete(name)).toMatchObject({ kind: 'rule' })
  })

  it.each(['constructor', '__proto__', 'toString'])(
    'takes %j for a name like any other',
    (name) => {
      expect(checkDelete(name)).toBeNull()
    },
  )
})
