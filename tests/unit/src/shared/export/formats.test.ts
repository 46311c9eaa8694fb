import { Graphviz } from '@hpcc-js/wasm-graphviz'
import cytoscape from 'cytoscape'
import fc from 'fast-check'
import { MultiDirectedGraph, MultiGraph } from 'graphology'
import gexf from 'graphology-gexf'
import graphml from 'graphology-graphml'
import Papa from 'papaparse'
import { SaxesParser } from 'saxes'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Drawn, formatOf, oneLine, printable } from '@shared/export'
import { GraphFile } from '@shared/graph'
import { anyDrawn, nastyDrawn } from './any-drawn'

const written = (name: string, drawn: Drawn): string =>
  formatOf(name)
    ?.write(drawn)
    .map(({ text }) => text)
    .join('') ?? ''

const idsOf = ({ file }: Drawn) => file.nodes.map(({ id }) => id)
const endsOf = ({ file }: Drawn) =>
  file.edges.map(({ relation, source, target }) => ({ relation, source, target }))

/** XML turns every way to end a line into one, and our writers escape it instead. */
const xmlText = (text: string) => printable(text)

/** Throws where the text is no well-formed XML 1.0, with its namespaces. */
function checkXml(text: string): void {
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', (error) => {
    throw error
  })
  parser.write(text).close()
}

const forEach = (check: (drawn: Drawn) => void) => {
  check(nastyDrawn())
  fc.assert(fc.property(anyDrawn, check), { numRuns: 60 })
}

describe('JSON', () => {
  it('is the graph file, to the letter', () => {
    forEach((drawn) => {
      const file: unknown = JSON.parse(written('json', drawn))
      expect(GraphFile.parse(file)).toEqual(JSON.parse(JSON.stringify(drawn.file)))
    })
  })
})

describe('GraphML', () => {
  it('is XML that graphology reads back with titles, facts, places and ends', () => {
    forEach((drawn) => {
      const text = written('graphml', drawn)
      checkXml(text)
      const graph = graphml.parse(MultiDirectedGraph, text)
      expect(graph.nodes()).toEqual(idsOf(drawn).map(xmlText))
      for (const node of drawn.file.nodes) {
        expect(graph.getNodeAttributes(xmlText(node.id))).toMatchObject({
          label: xmlText(node.title),
          completeness: node.completeness,
          type: node.type,
          ...(node.position ?? {}),
        })
      }
      expect(
        graph.mapEdges((_, { label }: { label?: string }, source, target) => ({
          relation: label,
          source,
          target,
        })),
      ).toEqual(endsOf(drawn).map((edge) => mapped(edge, xmlText)))
    })
  })
})

describe('GEXF', () => {
  it('is XML that graphology reads back with places, colours, completeness and source', () => {
    forEach((drawn) => {
      const text = written('gexf', drawn)
      checkXml(text)
      const graph = gexf.parse(MultiGraph, text)
      expect(graph.nodes()).toEqual(idsOf(drawn).map(xmlText))
      expect(String(graph.getAttribute('description'))).toContain(drawn.file.site)
      for (const node of drawn.file.nodes) {
        expect(graph.getNodeAttributes(xmlText(node.id))).toMatchObject({
          completeness: node.completeness,
          ...(node.title === '' ? {} : { label: xmlText(node.title) }),
          ...(node.createdBy ? { createdBy: xmlText(node.createdBy) } : {}),
          ...(node.position && { x: node.position.x, y: 0 - node.position.y }),
        })
      }
      expect(graph.size).toBe(drawn.file.edges.length)
      graph.forEachEdge((_, { color, label }: { color?: string; label?: string }) => {
        expect(color === undefined).toBe(label !== 'link')
      })
    })
  })
})

const mapped = (
  { relation, source, target }: { relation: string; source: string; target: string },
  map: (text: string) => string,
) => ({ relation: map(relation), source: map(source), target: map(target) })

describe('Cytoscape', () => {
  it('is read back by Cytoscape with places and facts', () => {
    forEach((drawn) => {
      // What a person would hand over: a parsed file.
      const json = JSON.parse(written('cyjs', drawn)) as cytoscape.CytoscapeOptions
      const cy = cytoscape({ headless: true, layout: { name: 'preset' }, ...json })
      expect(cy.nodes().map((node) => node.id())).toEqual(idsOf(drawn))
      for (const { id, title, position } of drawn.file.nodes) {
        const node = cy.getElementById(id)
        expect(node.data('name')).toBe(title)
        if (position !== undefined) expect(node.position()).toEqual(position)
      }
      expect(
        cy.edges().map((edge) => ({
          relation: String(edge.data('interaction')),
          source: edge.source().id(),
          target: edge.target().id(),
        })),
      ).toEqual(endsOf(drawn))
      cy.destroy()
    })
  })
})

describe('CSV', () => {
  const rowsOf = (text: string) =>
    Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true })

  it('is read back by Papa Parse, a row for each node and each relation', () => {
    forEach((drawn) => {
      const nodes = rowsOf(written('csv-nodes', drawn))
      const relations = rowsOf(written('csv-relations', drawn))
      expect([...nodes.errors, ...relations.errors]).toEqual([])
      const bare = (cell = '') => (/^'+[=+\-@\t\r\n]/.test(cell) ? cell.slice(1) : cell)
      expect(nodes.data.map(({ id, title }) => [bare(id), bare(title)])).toEqual(
        drawn.file.nodes.map(({ id, title }) => [printable(id), printable(title)]),
      )
      expect(
        relations.data.map(({ relation, source, target }) => ({
          relation: bare(relation),
          source: bare(source),
          target: bare(target),
        })),
      ).toEqual(endsOf(drawn).map((edge) => mapped(edge, printable)))
    })
  })

  it('holds no cell that a spreadsheet would run', () => {
    forEach((drawn) => {
      for (const name of ['csv-nodes', 'csv-relations']) {
        const { data } = Papa.parse<string[]>(written(name, drawn).slice(1))
        for (const cell of data.flat()) {
          if (!Number.isFinite(Number(cell))) expect(cell).not.toMatch(/^[=+\-@\t\r]/)
        }
      }
    })
  })

  it('says in each row where it comes from', () => {
    const { data } = rowsOf(written('csv-relations', nastyDrawn()))
    expect(data[0]).toMatchObject({
      site: 'https://example.atlassian.net',
      exportedAt: '2026-11-24T10:00:00.000Z',
    })
  })
})

type DotObject = { name: string; label: string; pos?: string; _gvid: number }
type DotJson = {
  objects?: DotObject[]
  edges?: { label: string; tail: number; head: number }[]
}

describe('DOT', () => {
  let graphviz: Graphviz
  beforeAll(async () => {
    graphviz = await Graphviz.load()
  })

  it('is read back by Graphviz with titles, ends and places', () => {
    forEach((drawn) => {
      const text = written('dot', drawn)
      // Its own JSON of what it read, before any layout.
      const { objects = [], edges = [] } = JSON.parse(
        graphviz.layout(text, 'dot_json', 'nop'),
      ) as DotJson
      const unescaped = (label: string) =>
        label.replace(/\\(.)/g, '$1').replace(/&amp;(?=#?\w+;)/g, '&')
      const idText = (id: string) => oneLine(id).replace(/\\/g, '%5C')
      const ids = idsOf(drawn).map(idText)
      if (new Set(ids).size === ids.length) {
        expect(objects.map(({ name, label }) => [name, unescaped(label)])).toEqual(
          drawn.file.nodes.map(({ id, title }) => [idText(id), oneLine(title)]),
        )
      }
      const nameOf = (at: number) => objects.find(({ _gvid }) => _gvid === at)?.name
      expect(
        edges
          .map(({ label, tail, head }) => `${unescaped(label)} ${nameOf(tail)} ${nameOf(head)}`)
          .sort(),
      ).toEqual(
        endsOf(drawn)
          .map(
            ({ relation, source, target }) =>
              `${oneLine(relation)} ${idText(source)} ${idText(target)}`,
          )
          .sort(),
      )
    })
  })
})

describe('Mermaid', () => {
  it('keeps the ids of nodes apart and the same in every export', () => {
    forEach((drawn) => {
      const idIn = /^ {2}(\w+)(?:\["|\(\["|\{\{")/
      const lines = written('mermaid', drawn).split('\n')
      const ids = lines.flatMap((line) => idIn.exec(line)?.[1] ?? [])
      expect(ids).toHaveLength(drawn.file.nodes.length)
      expect(new Set(ids).size).toBe(ids.length)
    })
    expect(written('mermaid', nastyDrawn())).toContain('content_1 -->|"link"| content_2')
  })

  it('writes every letter that means something to it, or to HTML, by its code', () => {
    const labels = written('mermaid', nastyDrawn()).match(/"[^"]*"/g) ?? []
    expect(labels.length).toBeGreaterThan(20)
    for (const label of labels) {
      expect(label.slice(1, -1).replace(/#\d+;/g, '')).not.toMatch(/[<>&`*_[\]{}|\\#;%~@=+]/)
    }
  })
})
