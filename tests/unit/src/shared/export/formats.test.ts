import { Graphviz } from '@hpcc-js/wasm-graphviz'
import cytoscape from 'cytoscape'
import fc from 'fast-check'
import { MultiDirectedGraph, MultiGraph } from 'graphology'
import gexf from 'graphology-gexf'
import graphml from 'graphology-graphml'
import Papa from 'papaparse'
import { SaxesParser } from 'saxes'
import { beforeAll, describe, expect, it } from 'vitest'
import { unguardCell } from '@shared/edit'
import { type Drawn, formatOf, mermaidWarning, oneLine, printable } from '@shared/export'
import { GraphFile } from '@shared/graph'
import { anyDrawn, nastyDrawn } from './any-drawn'
import { readCypher } from './cypher-reader'

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

type Tag = { readonly name: string; readonly attributes: Readonly<Record<string, string>> }

/** Every element in the order in which it begins. */
function tagsOf(text: string): Tag[] {
  const tags: Tag[] = []
  const parser = new SaxesParser()
  parser.on('opentag', ({ name, attributes }) => tags.push({ name, attributes }))
  parser.write(text).close()
  return tags
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
      const idOf = (node: string) => String(graph.getNodeAttribute(node, 'nodeId'))
      expect(graph.mapNodes(idOf)).toEqual(idsOf(drawn).map(xmlText))
      for (const [at, node] of drawn.file.nodes.entries()) {
        expect(graph.getNodeAttributes(`n${at}`)).toMatchObject({
          label: xmlText(node.title),
          completeness: node.completeness,
          type: node.type,
          ...(node.position ?? {}),
        })
      }
      expect(
        graph.mapEdges((_, { label }: { label?: string }, source, target) => ({
          relation: label,
          source: idOf(source),
          target: idOf(target),
        })),
      ).toEqual(endsOf(drawn).map((edge) => mapped(edge, xmlText)))
      expect(graph.mapEdges((_, { edgeId }: { edgeId?: string }) => edgeId)).toEqual(
        drawn.file.edges.map(({ id }) => xmlText(id)),
      )
    })
  })

  it('keeps to what its schema asks: ids that are tokens, used once, and keys that are declared', () => {
    forEach((drawn) => {
      const tags = tagsOf(written('graphml', drawn))
      const ids = tags.flatMap(({ attributes: { id } }) => id ?? [])
      for (const id of ids) expect(id).toMatch(/^[\w.:-]+$/)
      expect(new Set(ids).size).toBe(ids.length)
      const named = (name: string) => tags.filter((tag) => tag.name === name)
      const keys = new Set(named('key').map(({ attributes }) => attributes['id']))
      for (const { attributes } of named('data')) expect(keys).toContain(attributes['key'])
      const nodes = new Set(named('node').map(({ attributes }) => attributes['id']))
      for (const { attributes } of named('edge')) {
        expect(nodes).toContain(attributes['source'])
        expect(nodes).toContain(attributes['target'])
      }
      // `graphml` holds its keys, then the graph; the graph its data, nodes and edges.
      const inOrder = tags.map(({ name }) => name).join(' ')
      expect(inOrder).toMatch(/^graphml( key)+ graph( data)+( node( data)+)*( edge( data)+)*$/)
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
      // networkx 2.8 looks for this version by the namespace, and knows no later one.
      const [gexfTag] = tagsOf(text)
      expect(gexfTag?.attributes).toMatchObject({
        xmlns: 'http://www.gexf.net/1.2draft',
        'xmlns:viz': 'http://www.gexf.net/1.2draft/viz',
        version: '1.2',
      })
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
  it('tells networkx its nodes by value, and its relations by key and direction', () => {
    forEach((drawn) => {
      const { directed, multigraph, elements } = JSON.parse(written('cyjs', drawn)) as {
        directed: boolean
        multigraph: boolean
        elements: Record<'nodes' | 'edges', { data: Record<string, string> }[]>
      }
      expect([directed, multigraph]).toEqual([true, true])
      expect(elements.nodes.map(({ data }) => data['value'])).toEqual(idsOf(drawn))
      expect(elements.edges.map(({ data }) => data['key'])).toEqual(
        drawn.file.edges.map(({ id }) => id),
      )
    })
  })

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
      const bare = (cell = '') => unguardCell(cell)
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
        const text = written(name, drawn).slice(1)
        // Whatever separator the spreadsheet takes, and whether or not it heeds quotation marks.
        for (const delimiter of [',', ';', '\t', '|']) {
          const { data } = Papa.parse<string[]>(text, { delimiter, newline: '\r\n' })
          for (const cell of data.flat()) {
            if (!Number.isFinite(Number(cell))) expect(cell).not.toMatch(/^[=+\-@\t\r＝＋－＠]/)
          }
        }
        for (const cell of text.split(/[;\t|\r\n]/)) expect(cell).not.toMatch(/^[=+\-@＝＋－＠]/)
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

describe('openCypher', () => {
  const typeIn = (clause = '') => /-\[r:`((?:[^`]|``)*)`/.exec(clause)?.[1]
  const nameOf = (type = '') => type.replaceAll('``', '`').replaceAll('\\u005C', '\\')

  it('is read back by Neo4j’s grammar with titles, labels, facts, places and ends', () => {
    forEach((drawn) => {
      if (drawn.file.nodes.length === 0) return
      const statements = readCypher(written('cypher', drawn))
      const isNodes = ({ clauses }: (typeof statements)[number]) => clauses.length === 2
      const nodes = statements.filter(isNodes).flatMap(({ rows }) => rows)
      expect(nodes).toHaveLength(drawn.file.nodes.length)
      expect(nodes).toEqual(
        expect.arrayContaining(
          drawn.file.nodes.map(
            ({ id, title, position, completeness, type }) =>
              expect.objectContaining({
                ...{ id: printable(id), title: printable(title), completeness, type },
                ...position,
              }) as unknown,
          ),
        ),
      )
      const relations = statements
        .filter((one) => !isNodes(one))
        .flatMap(({ rows, clauses }) =>
          rows.map((row) => ({ ...(row as object), relation: nameOf(typeIn(clauses.at(1))) })),
        )
      expect(relations).toHaveLength(drawn.file.edges.length)
      expect(relations).toEqual(
        expect.arrayContaining(
          drawn.file.edges.map(
            ({ id, relation, source, target }) =>
              expect.objectContaining({
                ...{ relation: oneLine(relation) },
                ...{ source: printable(source), target: printable(target) },
                facts: expect.objectContaining({ id: printable(id) }) as unknown,
              }) as unknown,
          ),
        ),
      )
    })
  })

  it('makes statements of a size that a server plans, and leaves nothing out', () => {
    const { file, looks } = nastyDrawn()
    const [node] = file.nodes
    if (node === undefined) throw new Error('empty')
    const nodes = Array.from({ length: 1201 }, (_, at) => ({
      ...node,
      id: `content:${at}` as const,
    }))
    const statements = readCypher(written('cypher', { looks, file: { ...file, nodes, edges: [] } }))
    expect(statements.map(({ rows }) => rows.length)).toEqual([500, 500, 201])
  })

  it('lets no name of a relation end its own quotation', () => {
    const { file, looks } = nastyDrawn()
    const [edge] = file.edges
    if (edge === undefined) throw new Error('empty')
    const relation = 'a`]->() DETACH DELETE n //\\u0060'
    const text = written('cypher', { looks, file: { ...file, edges: [{ ...edge, relation }] } })
    expect(text).toContain('[r:`a``]->() DETACH DELETE n //\\u005Cu0060` {id:')
    expect(nameOf(typeIn(readCypher(text).at(-1)?.clauses.at(1)))).toBe(relation)
  })
})

describe('Neo4j import', () => {
  const rowsOf = (drawn: Drawn, at: number) =>
    Papa.parse<Record<string, string>>(formatOf('neo4j')?.write(drawn)[at]?.text ?? '', {
      ...{ header: true, skipEmptyLines: true },
    })

  it('has the heads that the import asks for, a row for each thing on a line of its own', () => {
    forEach((drawn) => {
      const [nodes, relations] = [rowsOf(drawn, 0), rowsOf(drawn, 1)]
      expect([...nodes.errors, ...relations.errors]).toEqual([])
      expect(
        nodes.data.map((row) => [row['id:ID'], row['title'], row[':LABEL']?.split(';')[0]]),
      ).toEqual(drawn.file.nodes.map(({ id, title }) => [oneLine(id), oneLine(title), 'Entity']))
      expect(
        relations.data.map((row) => ({
          relation: row[':TYPE'],
          source: row[':START_ID'],
          target: row[':END_ID'],
        })),
      ).toEqual(endsOf(drawn).map((edge) => mapped(edge, oneLine)))
      for (const [at, count] of [drawn.file.nodes.length, drawn.file.edges.length].entries()) {
        const text = formatOf('neo4j')?.write(drawn)[at]?.text ?? ''
        expect(text.trimEnd().split('\n')).toHaveLength(count + 1)
      }
    })
  })

  it('tells an empty text, which it quotes, from what is not known', () => {
    const { file, looks } = nastyDrawn()
    const [node] = file.nodes
    if (node === undefined) throw new Error('empty')
    const bare = { ...node, title: '', createdBy: undefined, position: undefined }
    const [nodes] = formatOf('neo4j')?.write({ looks, file: { ...file, nodes: [bare] } }) ?? []
    expect(nodes?.text.split('\n')[1]).toMatch(/^"content:1","",.*,,"Entity;Content"$/)
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

  it('warns of what Mermaid would not draw, by relations and by letters alike', () => {
    const { file, looks } = nastyDrawn()
    const [node] = file.nodes
    const [edge] = file.edges
    if (node === undefined || edge === undefined) throw new Error('empty')
    const many = { looks, file: { ...file, edges: Array.from({ length: 501 }, () => edge) } }
    const long = { looks, file: { ...file, nodes: [{ ...node, title: 'x'.repeat(50_000) }] } }
    const warned = (drawn: Drawn) => mermaidWarning(drawn, written('mermaid', drawn))
    expect(warned(nastyDrawn())).toBeNull()
    expect(warned(many)).toContain('at most 500 relations')
    expect(warned(long)).toContain('at most 50,000 letters')
  })
})
