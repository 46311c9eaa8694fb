import { useDeferredValue, useMemo } from 'react'
import { useStore } from 'zustand'
import { type PictureModel, shownOf } from '../picture'

/** What the picture shows now. */
export function useShown(picture: PictureModel) {
  const hiddenNodes = useStore(picture.store, (state) => state.hiddenNodes)
  const hiddenRelations = useStore(picture.store, (state) => state.hiddenRelations)
  const within = useStore(picture.store, (state) => state.within)
  const match = useDeferredValue(useStore(picture.store, (state) => state.match))
  return useMemo(
    () => shownOf({ hiddenNodes, hiddenRelations, match, within }),
    [hiddenNodes, hiddenRelations, match, within],
  )
}
