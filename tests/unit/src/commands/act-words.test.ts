import { describe, expect, it } from 'vitest'
import type { Failure } from '@shared/failure'
import { acts, keyWords, listedActs, menuActs } from '../../../../src/commands'
import { actWords, iconWords, keysWords } from '../../../../src/commands/act-words'
import { a, createWorkbench, owns } from './workbench'

const readOnly: Failure = { kind: 'read-only', site: 'example', scopes: [] }
const states = [
  ['where all is allowed', {}],
  ['where nothing may be changed', { readOnly }],
] as const

describe.each(states)('a button %s', (_, how) => {
  const on = { nodes: [a], edges: [owns.id] }
  it.each(acts)('of $id says and offers what palette and menu do', (act) => {
    const context = { ...createWorkbench(how).workbench, on }
    const button = actWords(act, context, true)
    const isFree = button.isOffered && button.refused === ''
    const listed = listedActs(context).find(({ id }) => id === act.id)
    expect(listed !== undefined).toBe(isFree)
    if (listed !== undefined) {
      expect([button.title, keysWords(act).shown]).toEqual([listed.title, listed.keys])
    }
    const item = menuActs(context).find(({ id }) => id === act.id)
    if (item === undefined) return
    expect([actWords(act, context).title, isFree]).toEqual([item.title, item.enabled])
  })
})

describe('a button that is a picture', () => {
  it('names its keys', () => {
    const fit = acts.find(({ id }) => id === 'fit')
    expect(fit && iconWords(fit)).toEqual({
      label: 'Fit the graph',
      title: `Fit the graph (${keyWords('F')})`,
    })
  })
})
