import { escapeXml } from '../export'
import { hullSoftness } from './hulls'
import { lineHeight } from './label'
import {
  badgeCorner,
  type BadgeLook,
  bodyOf,
  type Box,
  dashOf,
  moved,
  outline,
  type Path,
  rimOf,
  type Stroke,
} from '../picture'
import type { CaptionItem, Label, Scene, SceneEdge, SceneNode } from './model'

/** Hundredths: what is finer cannot be seen. */
const n = (value: number): string => String(Math.round(value * 100) / 100)

export const pathData = (path: Path): string =>
  path.map(([name, ...numbers]) => `${name}${numbers.map(n).join(' ')}`).join('')

type Values = Readonly<Record<string, string | number | undefined>>

const tag = (name: string, values: Values, inside?: string): string => {
  const written = Object.entries(values)
    .map(([key, value]) =>
      value === undefined
        ? ''
        : ` ${key}="${typeof value === 'number' ? n(value) : escapeXml(value)}"`,
    )
    .join('')
  return inside === undefined ? `<${name}${written}/>` : `<${name}${written}>${inside}</${name}>`
}

const boxValues = ({ x, y, width, height }: Box): Values => ({ x, y, width, height })

/**
 * The picture as SVG 1.1. It has no style sheet, no script and nothing from elsewhere, so it can
 * stand on any page; its letters are those of whoever shows it.
 */
export function toSvg(scene: Scene, isTransparent = false): string {
  const { box, graphBox, paper, title } = scene
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${[box.x, box.y, box.width, box.height].map(n).join(' ')}" width="${n(box.width)}" height="${n(box.height)}" font-family="system-ui, 'Segoe UI', Helvetica, Arial, sans-serif" role="img">`,
    tag('title', {}, escapeXml(title)),
    isTransparent ? '' : tag('rect', { ...boxValues(box), fill: paper }),
    tag('clipPath', { id: 'graph' }, tag('rect', boxValues(graphBox))),
    '<g clip-path="url(#graph)">',
    ...scene.hulls.map(({ path, stroke }) =>
      tag('path', {
        ...{ d: pathData(path), fill: stroke.colour, 'fill-opacity': hullSoftness },
        ...strokeValues(stroke),
      }),
    ),
    ...scene.edges.map((edge) => edgeTag(edge, scene)),
    ...scene.nodes.map((node) => nodeTag(node)),
    ...scene.nodes.flatMap(({ label, look }) =>
      label === null ? [] : [labelTag(label, look.opacity, scene)],
    ),
    ...scene.hulls.map(({ label }) => labelTag(label, 1, scene)),
    '</g>',
    ...scene.caption.map((item) => captionTag(item, scene)),
    '</svg>',
    '',
  ].join('\n')
}

const strokeValues = (stroke: Stroke): Values => ({
  stroke: stroke.colour,
  'stroke-width': stroke.width,
  'stroke-dasharray': dashOf(stroke).map(n).join(' ') || undefined,
})

const opacityOf = (opacity: number): Values => ({ opacity: opacity === 1 ? undefined : opacity })

function edgeTag({ look, path, arrow, label }: SceneEdge, scene: Scene): string {
  const { stroke, opacity, band } = look
  const d = pathData(path)
  const around =
    band === null
      ? ''
      : tag('path', {
          ...{ d, fill: 'none', stroke: band.colour, 'stroke-opacity': band.opacity },
          'stroke-width': stroke.width + 2 * band.reach,
        })
  const line = path.length === 0 ? '' : tag('path', { d, fill: 'none', ...strokeValues(stroke) })
  const head = arrow === null ? '' : tag('path', { d: pathData(arrow), fill: stroke.colour })
  const words = label === null ? '' : labelTag(label, 1, scene)
  return tag('g', opacityOf(opacity), `${around}${line}${head}${words}`)
}

function nodeTag(node: SceneNode): string {
  const { look } = node
  const { border, band, badge } = look
  const box = bodyOf(node)
  const body = (by: number, values: Values) =>
    tag('path', {
      d: pathData(outline(look.shape, { ...box, x: box.x + by, y: box.y + by })),
      fill: look.fill,
      'fill-opacity': look.fillOpacity === 1 ? undefined : look.fillOpacity,
      ...strokeValues(border),
      ...values,
    })
  const parts = [
    band === null
      ? ''
      : tag('path', {
          ...{ d: pathData(outline(look.shape, box)), fill: 'none', stroke: band.colour },
          ...{ 'stroke-opacity': band.opacity, 'stroke-width': 2 * band.reach },
        }),
    look.isStack ? body(5, { opacity: 0.55 }) : '',
    body(0, {}),
    border.line === 'double' ? tag('path', { ...gapOf(node), fill: 'none' }) : '',
    badge === null ? '' : badgeTag(badge, box),
  ]
  return tag('g', opacityOf(look.opacity), parts.join(''))
}

/** The light line in the middle of a double border. */
const gapOf = (node: SceneNode): Values => ({
  d: pathData(outline(node.look.shape, bodyOf(node))),
  stroke: node.look.fill,
  'stroke-width': node.look.border.width / 3,
})

function badgeTag(badge: BadgeLook, box: Box): string {
  const scale = badge.size / 16
  const corner = badgeCorner(badge, box)
  return (
    tag('circle', {
      ...{ cx: corner.x + 8 * scale, cy: corner.y + 8 * scale, r: 7 * scale },
      ...{ fill: badge.paper, stroke: badge.ink, 'stroke-width': 1.3 * scale },
    }) +
    tag('path', {
      ...{ d: pathData(moved(badge.mark, scale, corner)), fill: 'none', stroke: badge.ink },
      ...{ 'stroke-width': 1.7 * scale, 'stroke-linecap': 'round', 'stroke-linejoin': 'round' },
    })
  )
}

function labelTag(
  { lines, size, bold, at }: Label,
  opacity: number,
  { ink, paper }: Scene,
): string {
  const rows = lines.map((line, row) =>
    tag('tspan', { x: at.x, y: at.y + row * size * lineHeight }, escapeXml(line)),
  )
  return tag(
    'text',
    {
      ...{ 'text-anchor': 'middle', 'font-size': size, fill: ink, stroke: paper },
      'font-weight': bold ? 'bold' : undefined,
      ...{ 'stroke-width': rimOf(size), 'stroke-linejoin': 'round', 'paint-order': 'stroke' },
      ...opacityOf(opacity),
    },
    rows.join(''),
  )
}

function captionTag(item: CaptionItem, { ink, faint }: Scene): string {
  switch (item.kind) {
    case 'text':
      return tag(
        'text',
        {
          ...{ x: item.x, y: item.y, 'font-size': item.size },
          fill: item.faint ? faint : ink,
          'font-weight': item.bold ? 'bold' : undefined,
        },
        escapeXml(item.text),
      )
    case 'shape':
      return tag('path', { d: pathData(item.path), fill: item.fill })
    case 'line':
      return tag('path', { d: pathData(item.path), fill: 'none', ...strokeValues(item.stroke) })
  }
}
