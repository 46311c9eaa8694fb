import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import { emptyGraph, merge, relationOf } from '@shared/graph'
import { makeScene, toSvg } from '@shared/scene'
import { nasty } from '../export/any-drawn'
import { options, page, triangle } from './scene-fixture'

/** Names and texts of a document that is well formed, or a thrown error. */
function read(svg: string): { tags: Map<string, number>; text: string } {
  const tags = new Map<string, number>()
  let text = ''
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name }) => void tags.set(name, (tags.get(name) ?? 0) + 1))
  parser.on('text', (more) => (text += more))
  parser.write(svg).close()
  return { tags, text }
}

describe('SVG', () => {
  it('is well formed whatever the titles are, and holds them', () => {
    const entities = nasty.map((title, at) => page(String(at), { title }))
    const relations = nasty.map((name, at) =>
      relationOf(name || 'x', `content:${at}`, `content:${(at + 1) % nasty.length}`),
    )
    const { graph } = merge(emptyGraph, { entities, relations })
    const { text } = read(toSvg(makeScene(options(graph))))
    expect(text).toContain('<b>bold</b>')
    expect(text).toContain('Привет')
    expect(text).not.toContain('\u0007')
  })

  it('has a title, a legend and nothing from elsewhere', () => {
    const svg = toSvg(makeScene(options(triangle())))
    const { tags, text } = read(svg)
    expect(tags.get('title')).toBe(1)
    expect(text).toContain('Source: here.')
    expect(svg).not.toMatch(/href|url\((?!#graph)|<style|<script|style=|NaN|undefined/)
  })

  it('has no paper where it is to be seen through', () => {
    const scene = makeScene(options(triangle()))
    const rects = (isTransparent: boolean) => read(toSvg(scene, isTransparent)).tags.get('rect')
    expect([rects(false), rects(true)]).toEqual([2, 1])
  })
})
