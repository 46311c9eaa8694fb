import { type PointerEvent, useEffect, useRef } from 'react'
import { useStore } from 'zustand'
import type { GraphModel } from '../graph'
import type { Canvas } from './canvas'
import { boxOf, type Fit, fitInto } from './minimap-fit'
import type { CanvasModel } from './store'

const width = 168
const height = 112
/** Fewer nodes are seen at a glance. */
const few = 30
/** While the picture moves it is drawn so often, ms. */
const pause = 80

/** The whole graph in a corner; a press or drag goes there. The keyboard has arrows, F and 0 for it. */
export function Minimap({ graph, canvas: model }: { graph: GraphModel; canvas: CanvasModel }) {
  const canvas = useStore(model.store, (state) => state.mounted)
  const many = useStore(graph.store, (state) => state.graph.nodes.size > few)
  const surface = useRef<HTMLCanvasElement>(null)
  const fit = useRef<Fit | null>(null)
  useEffect(() => {
    if (canvas === null || !many) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const draw = () => {
      timer = undefined
      if (surface.current !== null) fit.current = drawMap(surface.current, canvas)
    }
    const later = () => {
      timer ??= setTimeout(draw, pause)
    }
    later()
    const stop = canvas.onFrame(later)
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [canvas, many])
  if (!many) return null
  const go = (event: PointerEvent<HTMLCanvasElement>) => {
    if (event.buttons === 0 || fit.current === null) return
    const corner = event.currentTarget.getBoundingClientRect()
    canvas?.centreOn(fit.current.back(event.clientX - corner.x, event.clientY - corner.y))
  }
  return (
    <canvas
      ref={surface}
      data-covers-picture
      className="minimap"
      width={width}
      height={height}
      aria-hidden
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        go(event)
      }}
      onPointerMove={go}
    />
  )
}

/** Dots for nodes and a frame for what is in view; gives how the map lies over the picture. */
function drawMap(surface: HTMLCanvasElement, canvas: Canvas): Fit | null {
  const pen = surface.getContext('2d')
  const places = canvas.spread()
  pen?.clearRect(0, 0, width, height)
  if (pen === null || places.length === 0) return null
  const fit = fitInto(boxOf(places), { width, height })
  const { color, borderColor } = getComputedStyle(surface)
  pen.fillStyle = color
  for (const point of places) {
    const { x, y } = fit.there(point)
    pen.fillRect(x - 1, y - 1, 2, 2)
  }
  const { x1, y1, x2, y2 } = canvas.extent()
  const from = fit.there({ x: x1, y: y1 })
  const to = fit.there({ x: x2, y: y2 })
  pen.strokeStyle = borderColor
  pen.lineWidth = 2
  pen.strokeRect(from.x, from.y, to.x - from.x, to.y - from.y)
  return fit
}
