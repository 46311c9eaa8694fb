import { dimmed } from '../../picture'
import { paint } from './paint'
import type { Titles } from './paint-labels'
import type { Scene } from './scene'
import type { View } from './view'

/** More names of relations at one node would lie over each other. */
const mostNames = 24

type Column = Float32Array | Uint32Array | Uint16Array | Uint8Array

/** A node, or a line, with all that it is tied to: the part of a scene that stands out. */
export function nearScene(
  scene: Scene,
  under: { kind: 'node' | 'line'; at: number },
  nameOf: (line: number) => string,
): Scene {
  const { nodes, lines } = scene
  const taken: number[] = []
  if (under.kind === 'line') taken.push(under.at)
  else {
    for (let at = 0; at < lines.row.length; at += 1) {
      if (lines.from[at] === under.at || lines.to[at] === under.at) taken.push(at)
    }
  }
  const near = new Set(taken.flatMap((at) => [lines.from[at] ?? 0, lines.to[at] ?? 0]))
  if (under.kind === 'node') near.add(under.at)
  const kept = [...near].sort((a, b) => a - b)
  const placeOf = new Map(kept.map((old, at) => [old, at]))
  const pick = (from: Column, at: readonly number[]) => at.map((old) => from[old] ?? 0)
  const ends = (from: Uint32Array) =>
    Uint32Array.from(taken, (at) => placeOf.get(from[at] ?? 0) ?? 0)
  return {
    ...scene,
    nodes: {
      row: Uint32Array.from(pick(nodes.row, kept)),
      x: Float32Array.from(pick(nodes.x, kept)),
      y: Float32Array.from(pick(nodes.y, kept)),
      width: Float32Array.from(pick(nodes.width, kept)),
      height: Float32Array.from(pick(nodes.height, kept)),
      look: Uint16Array.from(pick(nodes.look, kept)),
      rank: Float32Array.from(kept, (old) =>
        old === under.at && under.kind === 'node' ? Infinity : (nodes.rank[old] ?? 0),
      ),
    },
    lines: {
      row: Uint32Array.from(pick(lines.row, taken)),
      from: ends(lines.from),
      to: ends(lines.to),
      look: Uint16Array.from(pick(lines.look, taken)),
      bend: Float32Array.from(pick(lines.bend, taken)),
      loop: Uint8Array.from(pick(lines.loop, taken)),
    },
    captions: scene.captions.flatMap(([old, text]): [number, string][] => {
      const at = placeOf.get(old)
      return at === undefined ? [] : [[at, text]]
    }),
    names: taken.length > mostNames ? [] : taken.map((old, at) => [at, nameOf(old)]),
  }
}

/** Draws a small scene over the picture, which fades meanwhile. */
export function createHighlight(surface: HTMLElement) {
  const canvas = document.createElement('canvas')
  canvas.className = 'canvas-highlight'
  surface.append(canvas)
  surface.style.setProperty('--dimmed', String(dimmed))
  const pen = canvas.getContext('2d')
  let shown: { scene: Scene; titles: Titles } | null = null
  const draw = (view: View) => {
    surface.classList.toggle('canvas-surface--faded', shown !== null)
    canvas.hidden = shown === null
    if (shown === null || pen === null) return
    canvas.width = Math.round(view.width * view.ratio)
    canvas.height = Math.round(view.height * view.ratio)
    paint(pen, shown.scene, shown.titles, view)
  }
  return {
    show: (scene: Scene | null, titles: Titles, view: View) => {
      if (scene === null && shown === null) return
      shown = scene === null ? null : { scene, titles }
      draw(view)
    },
    follow: (view: View) => {
      if (shown !== null) draw(view)
    },
    destroy: () => {
      surface.classList.remove('canvas-surface--faded')
      canvas.remove()
    },
  }
}
