import { describe, expect, it } from 'vitest'
import { visualRuns } from '../../../../../src/shared/pdf/visual-runs'

const seen = (text: string) => visualRuns(text).map((run) => run.text)

describe('text from left to right, as it is seen', () => {
  it('is one piece where all of it goes one way', () => {
    expect(visualRuns('Plain (1) Привет')).toEqual([
      { text: 'Plain (1) Привет', isBackward: false },
    ])
    expect(visualRuns('שלום עולם')).toEqual([{ text: 'שלום עולם', isBackward: true }])
  })

  it('keeps what goes one way together, each piece in the order in which it is read', () => {
    expect(seen('API שלום v2')).toEqual(['API ', 'שלום', ' v2'])
    expect(seen('שלום 12 עולם')).toEqual([' עולם', '12', 'שלום '])
  })

  it('turns brackets round where they are read backward', () => {
    expect(seen('(שלום) עולם').join('')).toContain('שלום) עולם')
    expect(seen('א (ב) ג')).toEqual(['א )ב( ג'])
  })

  it('breaks no letter that is written as two', () => {
    expect(seen('😀 שלום 😀').join('')).toBe('😀 שלום 😀')
  })
})
