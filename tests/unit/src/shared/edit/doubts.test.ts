import { describe, expect, it } from 'vitest'
import { type ChangeLine, doubtsIn, withName } from '@shared/edit'

const lineOf = (relation: string, part: Partial<ChangeLine> = {}): ChangeLine => ({
  ...{ action: 'create', relation, source: 'content:1', target: 'content:2' },
  ...part,
})
const known = ['depends-on', 'owns']

describe('a name that lines would make', () => {
  it('is doubted where it nearly is one that is known', () => {
    const lines = [lineOf('depend-on'), lineOf('reviewed-by'), lineOf('owns')]
    expect(doubtsIn(lines, known)).toEqual([{ name: 'depend-on', meant: 'depends-on' }])
  })

  it('is doubted as the new name of a rename, and never as one that is given up', () => {
    const away = lineOf('depend-on', { action: 'retype', newName: 'depends-on' })
    const to = lineOf('owns', { action: 'retype', newName: 'Depends-On' })
    expect(doubtsIn([away, lineOf('depend-on', { action: 'delete' })], known)).toEqual([])
    expect(doubtsIn([to], known)).toEqual([{ name: 'Depends-On', meant: 'depends-on' }])
  })

  it('is doubted where most lines of the same file spell it otherwise', () => {
    const far = { target: 'content:3' } as const
    const lines = [lineOf('supports'), lineOf('suports'), lineOf('supports', far)]
    expect(doubtsIn(lines, known)).toEqual([{ name: 'suports', meant: 'supports' }])
  })

  it('is put right, and each wish stands there once', () => {
    const doubt = { name: 'depend-on', meant: 'depends-on' }
    const lines = [
      lineOf('depends-on'),
      lineOf('depend-on'),
      lineOf('owns', { action: 'retype', newName: 'depend-on' }),
      lineOf('depends-on', { action: 'retype', newName: 'depend-on' }),
      lineOf('depend-on', { action: 'delete' }),
    ]
    expect(withName(lines, doubt)).toEqual([
      lineOf('depends-on'),
      lineOf('owns', { action: 'retype', newName: 'depends-on' }),
      lineOf('depend-on', { action: 'delete' }),
    ])
  })
})
