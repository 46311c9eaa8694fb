import type { StylesheetJson } from 'cytoscape'
import {
  nodeSizes,
  type Palette,
  palettes,
  type RelationLook,
  sizeMapping,
  type Theme,
} from '../../picture'
import { foldStyle } from './folds'
import { matchStyle } from './match'
import { knowledgeStyle } from './knowledge'

/** Shape and colour by entity type, edge colour by relation name; type is never colour alone. */
export function canvasStyle(
  theme: Theme,
  looks: ReadonlyMap<string, RelationLook>,
): StylesheetJson {
  const palette = palettes[theme]
  return [
    ...nodeStyle(palette),
    ...edgeStyle(palette, looks),
    ...knowledgeStyle(theme),
    ...stateStyle(palette),
  ]
}

function nodeStyle(palette: Palette): StylesheetJson {
  return [
    {
      selector: 'node',
      style: {
        width: sizeMapping(nodeSizes.other.width),
        height: sizeMapping(nodeSizes.other.height),
        'background-color': palette.content,
        'border-width': 1.5,
        'border-color': palette.paper,
        color: palette.ink,
        'font-family': 'system-ui, sans-serif',
        'font-size': 'data(size)',
        'text-valign': 'bottom',
        'text-margin-y': 5,
        'text-wrap': 'wrap',
        'text-max-width': 'data(room)',
        'text-background-color': palette.paper,
        'text-background-opacity': 0.85,
        'text-background-padding': '2px',
        'text-background-shape': 'roundrectangle',
      },
    },
    {
      selector: 'node.labelled, node:selected, node.named',
      style: { label: 'data(label)', 'z-index': 5 },
    },
    {
      selector: 'node[type = "content"]',
      style: {
        shape: 'round-rectangle',
        width: sizeMapping(nodeSizes.content.width),
        height: sizeMapping(nodeSizes.content.height),
      },
    },
    {
      selector: 'node[type = "user"]',
      style: { shape: 'ellipse', 'background-color': palette.user },
    },
    {
      selector: 'node[type = "space"]',
      style: { shape: 'hexagon', 'background-color': palette.space },
    },
    { selector: 'node[subtype = "blogpost"]', style: { shape: 'cut-rectangle' } },
    {
      selector:
        'node[subtype = "whiteboard"], node[subtype = "database"], node[subtype = "folder"], node[subtype = "embed"]',
      style: { shape: 'barrel' },
    },
    {
      selector: 'node[status = "archived"], node[status = "trashed"], node[status = "deleted"]',
      style: {
        'background-opacity': 0.35,
        'border-style': 'dotted',
        'border-color': palette.ink,
        'border-width': 2,
      },
    },
    {
      selector: 'node[status = "unknown"], node[status = "missing"]',
      style: {
        'background-color': palette.paper,
        'border-style': 'dashed',
        'border-color': palette.unknown,
        'border-width': 2,
      },
    },
  ]
}

function edgeStyle(palette: Palette, looks: ReadonlyMap<string, RelationLook>): StylesheetJson {
  return [
    {
      selector: 'edge',
      style: {
        width: 1.8,
        'curve-style': 'bezier',
        'control-point-step-size': 38,
        'line-color': palette.faint,
        'target-arrow-color': palette.faint,
        'target-arrow-shape': 'triangle',
        'arrow-scale': 1.1,
        'loop-direction': '-45deg',
        'loop-sweep': '60deg',
      },
    },
    {
      selector: 'edge.named, edge.fold, edge:selected',
      style: {
        label: 'data(relation)',
        color: palette.ink,
        'font-family': 'system-ui, sans-serif',
        'font-size': 11,
        'text-rotation': 'autorotate',
        'text-background-color': palette.paper,
        'text-background-opacity': 0.9,
        'text-background-padding': '2px',
        'min-zoomed-font-size': 6,
      },
    },
    ...[...looks].map(([name, { colour, line }]) => ({
      selector: `edge[relation = ${JSON.stringify(name)}]`,
      style: { 'line-color': colour, 'target-arrow-color': colour, 'line-style': line },
    })),
  ]
}

function stateStyle(palette: Palette): StylesheetJson {
  return [
    { selector: '.hidden', style: { display: 'none' } },
    ...foldStyle,
    ...matchStyle,
    { selector: '.dim', style: { opacity: 0.16 } },
    {
      selector: 'edge.ghost',
      style: { 'line-style': 'dashed', 'line-dash-pattern': [7, 5], width: 2.4 },
    },
    {
      selector: 'edge.added',
      style: { 'underlay-color': palette.accent, 'underlay-opacity': 0.35, 'underlay-padding': 4 },
    },
    {
      selector: 'node.added',
      style: { 'underlay-color': palette.accent, 'underlay-opacity': 0.35, 'underlay-padding': 9 },
    },
    {
      selector: 'node.changed',
      style: { 'underlay-color': palette.ink, 'underlay-opacity': 0.2, 'underlay-padding': 9 },
    },
    { selector: 'edge.gone', style: { 'line-style': 'dotted', width: 2.4, opacity: 0.6 } },
    { selector: 'node.gone', style: { 'border-style': 'dotted', opacity: 0.7 } },
    { selector: 'edge.leaving', style: { 'line-style': 'dotted', opacity: 0.5 } },
    {
      selector: 'node:selected',
      style: { 'border-width': 4, 'border-color': palette.accent, 'font-weight': 'bold' },
    },
    { selector: 'edge:selected', style: { width: 4, 'z-index': 10 } },
    { selector: 'node.pinned', style: { 'border-width': 5, 'border-style': 'double' } },
    { selector: 'node.start', style: { 'border-width': 3, 'border-color': palette.ink } },
    {
      selector: 'node.aim',
      style: { 'overlay-color': palette.accent, 'overlay-opacity': 0.2, 'overlay-padding': 8 },
    },
    {
      selector: 'node.asking',
      style: { 'underlay-color': palette.accent, 'underlay-opacity': 0.3, 'underlay-padding': 8 },
    },
    {
      selector: ':active',
      style: { 'overlay-color': palette.accent, 'overlay-opacity': 0.12, 'overlay-padding': 6 },
    },
  ]
}
