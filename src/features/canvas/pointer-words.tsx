import { useEffect, useLayoutEffect, useRef } from 'react'
import { useStore } from 'zustand'
import { knowledgeOf } from '../crawl'
import type { GraphModel } from '../graph'
import { foldFacts, nodeFacts, type PictureModel, relationFacts } from '../picture'
import { Isolated } from '../../ui'
import type { Rest } from './canvas'
import type { CanvasModel } from './store'

/** Px from the pointer, so that it covers none of the words. */
const aside = { x: 14, y: 18 }

type Props = { graph: GraphModel; picture: PictureModel; canvas: CanvasModel }

/** What the pointer rests on, in words beside it: names on the picture are short, or have no room. */
export function PointerWords({ graph, picture, canvas }: Props) {
  const rest = useStore(canvas.store, (state) => state.rest)
  const tip = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    if (tip.current !== null && rest !== null) putBeside(tip.current, rest.at)
  }, [rest])
  useEffect(() => {
    if (rest === null) return
    const hide = () => canvas.rest(null)
    const stop = new AbortController()
    const options = { signal: stop.signal, capture: true }
    for (const event of ['pointerdown', 'keydown', 'wheel'])
      window.addEventListener(event, hide, options)
    return () => stop.abort()
  }, [rest, canvas])
  const words = rest === null ? null : wordsFor(rest, graph, picture)
  if (words === null) return null
  return (
    // Who does not see it hears the same of the node that the keyboard is on.
    <div ref={tip} className="pointer-words" aria-hidden>
      <strong>
        <Isolated text={words.name} />
      </strong>
      {words.facts.map((fact) => (
        <span key={fact}>{fact}</span>
      ))}
    </div>
  )
}

function wordsFor({ spot }: Rest, graph: GraphModel, picture: PictureModel) {
  const model = graph.store.getState().graph
  const fold = picture.foldAt(spot.id)
  if (fold !== undefined) return foldFacts(model, fold, picture.store.getState().folds)
  if (spot.kind === 'edge') {
    const relation = model.edges.get(spot.id)
    return relation === undefined ? null : relationFacts(model, relation)
  }
  const entity = model.nodes.get(spot.id)
  if (entity === undefined) return null
  const { knowledge } = picture.store.getState()
  return nodeFacts(model, entity, knowledgeOf(entity, knowledge))
}

/** Right below the pointer, or on its other side where the frame ends. */
function putBeside(tip: HTMLElement, at: Rest['at']): void {
  const { width = 0, height = 0 } = tip.parentElement?.getBoundingClientRect() ?? {}
  const { offsetWidth, offsetHeight } = tip
  const right = at.x + aside.x + offsetWidth <= width
  const below = at.y + aside.y + offsetHeight <= height
  tip.style.left = `${Math.max(4, right ? at.x + aside.x : at.x - aside.x - offsetWidth)}px`
  tip.style.top = `${Math.max(4, below ? at.y + aside.y : at.y - aside.y - offsetHeight)}px`
}
