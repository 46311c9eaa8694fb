import { describe, expect, it } from 'vitest'
import { createViewStore } from '../../../../../src/features/view'

const bare = (text: string) => text.replace(/[⁦-⁩]/g, '')

describe('what history says of the filter', () => {
  const setUp = () => {
    const titles: string[] = []
    const view = createViewStore(null, ({ title }) => titles.push(bare(title)))
    return { view, titles }
  }

  it('is what it became, not which switch was pressed', () => {
    const { view, titles } = setUp()
    view.toggleRelation('link')
    view.toggleType('user')
    view.setFilter({ mode: 'hide', offSpaces: ['OPS', ''], offPeople: ['a1', 'a2'] })
    view.toggleRelation('link')
    expect(titles).toEqual([
      'Filtered: without “link”; the rest is dimmed.',
      'Filtered: without “link”, person; the rest is dimmed.',
      'Filtered: without “link”, person, space “OPS”, no space, the relations of 2 people; the rest is hidden.',
      'Filtered: without person, space “OPS”, no space, the relations of 2 people; the rest is hidden.',
    ])
  })

  it('tells words, degrees, days and what is known', () => {
    const { view, titles } = setUp()
    view.preview({ text: 'on-' })
    view.preview({ text: 'on-call' })
    view.settle()
    view.setFilter({ minDegree: 2 })
    view.setFilter({ maxDegree: 1, minDegree: 0, days: { from: 0, to: 31 } })
    view.setOnlyState('not-asked')
    expect(titles).toEqual([
      'Filtered: titles with “on-call”; the rest is dimmed.',
      'Filtered: titles with “on-call”, at least 2 relations; the rest is dimmed.',
      'Filtered: titles with “on-call”, at most 1 relation, made from 1 Jan 1970 to 1 Feb 1970; the rest is dimmed.',
      'Filtered: only what is not asked, titles with “on-call”, at most 1 relation, made from 1 Jan 1970 to 1 Feb 1970; the rest is dimmed.',
    ])
  })

  it('counts names that are too many to be told', () => {
    const { view, titles } = setUp()
    view.setFilter({ offSpaces: ['A', 'B', 'C', 'D'] })
    view.clearFilter()
    expect(titles).toEqual([
      'Filtered: without 4 spaces; the rest is dimmed.',
      'Cleared the filter.',
    ])
  })
})
