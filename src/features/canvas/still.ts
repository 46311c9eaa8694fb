type Still = { readonly element: HTMLElement; readonly lift: () => void }

/**
 * Lays what a surface shows over it as a still picture, until what draws next has drawn.
 */
export function layStill(surface: HTMLElement): Still {
  const still = document.createElement('canvas')
  still.className = 'canvas-picture'
  still.width = Math.round(surface.clientWidth * devicePixelRatio)
  still.height = Math.round(surface.clientHeight * devicePixelRatio)
  const pen = still.getContext('2d')
  for (const layer of surface.querySelectorAll('canvas')) {
    if (layer.checkVisibility() && layer.width > 0 && layer.height > 0)
      pen?.drawImage(layer, 0, 0, still.width, still.height)
  }
  surface.append(still)
  return { element: still, lift: () => still.remove() }
}
