import type { Css, StylesheetJson } from 'cytoscape'
import { cornerGap, labelGap, type Palette, rimOf } from '../../picture'

/**
 * Maps what the picture says of each element, which `draw-picture.ts` puts into its data. What
 * looks how is said there; here is only what belongs to the screen.
 */
export const canvasStyle = (palette: Palette): StylesheetJson => [
  { selector: 'node[look]', style: { ...body, ...labelStyle(palette) } },
  { selector: 'node[?badged]', style: badge },
  { selector: 'node.labelled, node[?must]', style: { label: 'data(text)', 'z-index': 5 } },
  { selector: 'node.label-above', style: { 'text-valign': 'top', 'text-margin-y': -labelGap } },
  { selector: 'node.label-right', style: beside('right', labelGap) },
  { selector: 'node.label-left', style: beside('left', -labelGap) },
  { selector: 'node.label-below-right', style: atCorner('right', 'bottom') },
  { selector: 'node.label-above-right', style: atCorner('right', 'top') },
  { selector: 'node.label-below-left', style: atCorner('left', 'bottom') },
  { selector: 'node.label-above-left', style: atCorner('left', 'top') },
  { selector: 'edge[look][course]', style: line },
  { selector: 'edge[?name]', style: nameStyle(palette) },
  { selector: 'edge:selected', style: { 'z-index': 10 } },
  { selector: '.away', style: { display: 'none' } },
  {
    selector: ':active',
    style: { 'overlay-color': palette.accent, 'overlay-opacity': 0.12, 'overlay-padding': 6 },
  },
]

/** The types of a style know no mappers for these; Cytoscape does. */
const mapped = (field: string): never => `data(look.${field})` as never

const body: Css.Node = {
  width: 'data(width)',
  height: 'data(height)',
  shape: mapped('shape'),
  opacity: mapped('opacity'),
  'background-color': mapped('fill'),
  'background-opacity': mapped('fillOpacity'),
  'border-width': mapped('borderWidth'),
  'border-color': mapped('borderColour'),
  'border-style': mapped('borderStyle'),
  'border-dash-pattern': mapped('borderDash'),
  'underlay-color': mapped('bandColour'),
  'underlay-opacity': mapped('bandOpacity'),
  'underlay-padding': mapped('bandReach'),
  // A stack of nodes: what stands for many looks like many.
  ghost: mapped('stack'),
  'ghost-offset-x': 5,
  'ghost-offset-y': 5,
  'ghost-opacity': 0.55,
}

/** How far a rim goes beyond letters of a size, which is what Cytoscape asks for. */
export const beyond = (size: number): number => rimOf(size) / 2

/** At the upper right corner. */
const badge: Css.Node = {
  'background-image': mapped('badge'),
  'background-width': mapped('badgeSize'),
  'background-height': mapped('badgeSize'),
  'background-position-x': '100%',
  'background-position-y': '0%',
  'background-offset-x': 6,
  'background-offset-y': -6,
  'background-clip': 'none',
  'background-image-containment': 'over',
  'background-image-opacity': 1,
  'bounds-expansion': 8,
}

const beside = (side: 'left' | 'right', gap: number): Css.Node => ({
  'text-halign': side,
  'text-valign': 'center',
  'text-margin-x': gap,
  'text-margin-y': 0,
})

/** The same room at a corner as the choice of labels reckons with. */
const atCorner = (across: 'left' | 'right', down: 'top' | 'bottom'): Css.Node => ({
  'text-halign': across,
  'text-valign': down,
  'text-margin-x': labelGap * cornerGap.across * (across === 'right' ? 1 : -1),
  'text-margin-y': labelGap * cornerGap.down * (down === 'bottom' ? 1 : -1),
})

const labelStyle = ({ ink, paper }: Palette): Css.Node => ({
  color: ink,
  'font-family': 'system-ui, sans-serif',
  'font-size': 'data(size)',
  'font-weight': mapped('weight'),
  'text-valign': 'bottom',
  'text-margin-y': labelGap,
  'text-wrap': 'wrap',
  'text-max-width': 'data(room)',
  // A rim lets more of what lies behind be seen than a box, and exports draw the same.
  'text-outline-color': paper,
  'text-outline-width': 'data(rim)',
})

const line: Css.Edge = {
  width: mapped('width'),
  opacity: mapped('opacity'),
  'line-color': mapped('colour'),
  'line-style': mapped('style'),
  'line-dash-pattern': mapped('dash'),
  'target-arrow-color': mapped('colour'),
  'target-arrow-shape': 'triangle',
  'arrow-scale': mapped('headScale'),
  'underlay-color': mapped('bandColour'),
  'underlay-opacity': mapped('bandOpacity'),
  'underlay-padding': mapped('bandReach'),
  'curve-style': 'data(course.style)' as never,
  'control-point-distances': 'data(course.distances)',
  'control-point-weights': [0.5],
  'edge-distances': 'node-position',
  'loop-direction': '-45deg',
  'loop-sweep': 'data(course.sweep)',
}

const nameStyle = ({ ink, paper }: Palette): Css.Edge => ({
  label: 'data(name)',
  color: ink,
  'font-family': 'system-ui, sans-serif',
  'font-size': 11,
  'text-rotation': 'autorotate',
  'text-outline-color': paper,
  'text-outline-width': beyond(11),
  'min-zoomed-font-size': 6,
})
