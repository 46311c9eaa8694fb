import type { ActedOn, CanvasActs, Spot } from '../features/canvas'
import { pressAtNodes, singleKeys, type Workbench } from '../commands'

/** A menu that is open: for what, on what it acts, and where. */
export type OpenMenu = {
  readonly spot: Spot
  readonly on: ActedOn
  readonly at: { readonly x: number; readonly y: number }
}

/** What the canvas and the outline set off. */
export function canvasActsOf(workbench: Workbench, showMenu: (menu: OpenMenu) => void): CanvasActs {
  const { view, edits, acts } = workbench
  return {
    onExpand: acts.expand,
    onMenu: (spot, on, at) => {
      if (spot.kind === 'node') view.setFocus(spot.id)
      // What the menu is for is seen, and the keys are for it, too.
      if (spot.kind === 'edge') view.select(on)
      showMenu({ spot, on, at })
    },
    onDrop: (drop) =>
      drop.kind === 'node'
        ? edits.connect([drop], { at: { x: drop.x, y: drop.y } })
        : edits.connectFrom([drop.source]),
    onKey: (event, on) =>
      pressAtNodes(event, { ...workbench, on }, { singles: singleKeys.getState().on }),
  }
}
