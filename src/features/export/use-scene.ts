import { useEffect, useMemo, useState } from 'react'
import type { Scene } from '../picture'
import { type Choice, isPicture } from './choice'
import { isLarge, sceneFor, sceneLater, type Sources } from './taking'

type Made = { readonly sources: Sources; readonly choice: Choice; readonly scene: Scene }

/**
 * The picture that would be saved: at once where the graph is small, later where making it would be
 * felt. Null until it is there, and for what is no picture.
 */
export function useScene(sources: Sources, choice: Choice): Scene | null {
  const isLater = isPicture(choice.format) && isLarge(sources)
  const now = useMemo(
    () => (isLater || !isPicture(choice.format) ? null : sceneFor(sources, choice, sizeIn(choice))),
    [sources, choice, isLater],
  )
  const [made, setMade] = useState<Made | null>(null)
  useEffect(() => {
    if (!isLater) return
    let isOpen = true
    void sceneLater(sources, choice, sizeIn(choice)).then(
      (scene) => {
        if (isOpen && scene !== null) setMade({ sources, choice, scene })
      },
      // As where it fails at once, in the middle of a render.
      (error: unknown) =>
        setMade(() => {
          throw error instanceof Error ? error : new Error('The picture could not be laid out.')
        }),
    )
    return () => {
      isOpen = false
    }
  }, [sources, choice, isLater])
  if (!isLater) return now
  return made?.sources === sources && made.choice === choice ? made.scene : null
}

/** What labels are chosen for: pixels have a size, lines have none. */
const sizeIn = ({ format, size }: Choice) => (format === 'png' ? size : undefined)
