import { describe, expect, it } from 'vitest'
import { forceLayout } from '../../../../../src/shared/arrange/force-layout'
import type { LayoutJob, LayoutResult } from '@shared/layout'

/** Two wheels of 160 spokes with one relation between their hubs. */
function wheels(): LayoutJob {
  const ids = Array.from({ length: 322 }, (_, at) => `content:${at}`)
  const edges = [0, 161]
  for (let at = 1; at <= 160; at += 1) edges.push(0, at, 161, 161 + at)
  return {
    layout: 'force',
    ids,
    places: new Float64Array(ids.length * 2),
    edges: Uint32Array.from(edges),
    centre: -1,
  }
}
const at = ({ places }: LayoutResult, node: number) => ({
  x: places[node * 2] ?? NaN,
  y: places[node * 2 + 1] ?? NaN,
})
const apart = (result: LayoutResult, one: number, other: number) => {
  const [a, b] = [at(result, one), at(result, other)]
  return Math.hypot(a.x - b.x, a.y - b.y)
}

describe('the force layout of many nodes', () => {
  it('tells a draft first, then a refined picture of the same nodes', () => {
    const drafts: LayoutResult[] = []
    const refined = forceLayout(wheels(), (draft) => drafts.push(draft))
    expect(drafts).toHaveLength(1)
    expect(drafts[0]?.places).toHaveLength(644)
    expect([...refined.places].every(Number.isFinite)).toBe(true)
    expect(refined.places).not.toEqual(drafts[0]?.places)
  })

  it('keeps spokes at their hub, and nodes off each other', () => {
    const result = forceLayout(wheels(), () => undefined)
    const spokes = Array.from({ length: 160 }, (_, at) => at + 1)
    const home = spokes.filter((spoke) => apart(result, spoke, 0) < apart(result, spoke, 161))
    expect(home.length).toBeGreaterThan(150)
    let clashes = 0
    for (let one = 0; one < 322; one += 1) {
      for (let other = one + 1; other < 322; other += 1) {
        if (apart(result, one, other) < 40) clashes += 1
      }
    }
    expect(clashes).toBe(0)
  })

  it('gives the same picture for the same graph', () => {
    expect(forceLayout(wheels(), () => undefined)).toEqual(forceLayout(wheels(), () => undefined))
  })
})
