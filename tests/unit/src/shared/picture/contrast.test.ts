import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { knowledgeStates } from '../../../../../src/shared/graph'
import { badgeLook } from '../../../../../src/shared/picture/badges'
import { createLooks } from '../../../../../src/shared/picture/looks'
import { nodeBits } from '../../../../../src/shared/picture/states'
import { ageTint, tintColour } from '../../../../../src/shared/picture/tint-colours'
import { page } from '../scene/scene-fixture'
import { palettes } from '../../../../../src/shared/picture/palette'
import {
  contrast,
  relationLooks,
  type Theme,
} from '../../../../../src/shared/picture/relation-colours'

/** WCAG AA: text, and what has to be seen to understand a picture. */
const text = 4.5
const graphics = 3

const themes = ['light', 'dark'] as const
const names = Array.from({ length: 24 }, (_, at) => `name-${at}`)

/** A colour as it is seen through so much of the paper. */
const over = (colour: string, paper: string, opacity: number): string => {
  const parts = (of: string) => [1, 3, 5].map((at) => Number.parseInt(of.slice(at, at + 2), 16))
  const [front, back] = [parts(colour), parts(paper)]
  const mixed = front.map((part, at) =>
    Math.round(part * opacity + (back[at] ?? 0) * (1 - opacity)),
  )
  return `#${mixed.map((part) => part.toString(16).padStart(2, '0')).join('')}`
}

const goneOpacity = (theme: Theme): number => {
  const state = nodeBits({
    faded: false,
    selected: false,
    pinned: false,
    start: false,
    asking: false,
    aimed: false,
    stack: false,
    group: false,
    dimmed: false,
    change: 'gone',
    tint: 0,
    knowledge: 'complete',
  })
  return createLooks(theme, new Map()).node(page('1'), state).opacity
}

const token = (name: string, theme: Theme): string => {
  const css = readFileSync('src/ui/styles/tokens.css', 'utf8')
  const [, light = '', dark = ''] =
    new RegExp(`--${name}: light-dark\\((#\\w+), (#\\w+)\\)`).exec(css) ?? []
  return theme === 'light' ? light : dark
}

describe.each(themes)('what is drawn on the canvas, %s', (theme) => {
  const palette = palettes[theme]

  it('has labels that can be read', () => {
    expect(contrast(palette.ink, palette.paper)).toBeGreaterThanOrEqual(text)
  })

  it.each(['content', 'user', 'space', 'unknown', 'faint', 'accent'] as const)(
    'has a colour for “%s” that can be seen',
    (name) => {
      expect(contrast(palette[name], palette.paper)).toBeGreaterThanOrEqual(graphics)
    },
  )

  it('has lines that can be seen, whatever the relation', () => {
    for (const { colour } of relationLooks(names, [], theme).values()) {
      expect(contrast(colour, palette.paper), colour).toBeGreaterThanOrEqual(graphics)
    }
  })

  it('has colours of nodes that can be seen, each another', () => {
    const tints = Array.from({ length: ageTint(5) }, (_, at) => tintColour(at + 1, theme)).slice(
      0,
      -1,
    )
    for (const colour of tints)
      expect(contrast(colour, palette.paper), colour).toBeGreaterThanOrEqual(graphics)
    expect(new Set(tints).size).toBe(tints.length)
  })

  it('has badges that can be seen, and their marks on them', () => {
    for (const state of knowledgeStates) {
      const { paper: fill, ink } = badgeLook(state, theme) ?? palette
      expect(contrast(ink, fill), state).toBeGreaterThanOrEqual(graphics)
      expect(contrast(ink, palette.paper), state).toBeGreaterThanOrEqual(graphics)
    }
  })

  it('can still be read where it is gone', () => {
    const faint = over(palette.ink, palette.paper, goneOpacity(theme))
    expect(contrast(faint, palette.paper)).toBeGreaterThanOrEqual(text)
  })

  it('has the colours that the legend shows', () => {
    expect(token('paper', theme)).toBe(palette.paper)
    for (const name of ['content', 'user', 'space'] as const) {
      expect(token(`type-${name}`, theme)).toBe(palette[name])
    }
  })
})
