import type { Format } from '@shared/export'

export type PictureName = 'png' | 'svg' | 'pdf'
export type FormatName = PictureName | Format['name']

/** Which of the graph. */
export type PartName = 'whole' | 'view' | 'selection'

/** What a person has chosen in the dialog. */
export type Choice = {
  readonly format: FormatName
  readonly part: PartName
  readonly redact: boolean
  /** Relation names are replaced too; only with `redact`. */
  readonly redactRelations: boolean
  readonly paper: 'screen' | 'light' | 'dark' | 'transparent'
  /** Legend, date and source below the picture. */
  readonly caption: boolean
  /** Px of the picture for one of the canvas; or the longest side in px. */
  readonly size: { readonly kind: 'scale' | 'side'; readonly value: number }
}

export const firstChoice: Choice = {
  format: 'png',
  part: 'whole',
  redact: false,
  redactRelations: false,
  paper: 'screen',
  caption: true,
  size: { kind: 'scale', value: 2 },
}

export const isPicture = (format: FormatName): format is PictureName =>
  format === 'png' || format === 'svg' || format === 'pdf'

type Offer = { readonly name: FormatName; readonly title: string; readonly hint: string }

/** What is offered, by what it is good for. */
export const offers: readonly { readonly title: string; readonly formats: readonly Offer[] }[] = [
  {
    title: 'Picture',
    formats: [
      { name: 'png', title: 'PNG', hint: 'Pixels, of any size.' },
      { name: 'svg', title: 'SVG', hint: 'Sharp at any size, for web pages and drawing programs.' },
      {
        name: 'pdf',
        title: 'PDF',
        hint: 'Sharp at any size, to print or to mail. Non-Latin text becomes images, and can be searched.',
      },
    ],
  },
  {
    title: 'Data',
    formats: [
      {
        name: 'json',
        title: 'JSON',
        hint: 'All that is known, and where it stands. This program reads it back: as a workspace, or as changes for a draft.',
      },
      { name: 'csv', title: 'CSV', hint: 'Two tables in one zip: nodes, and relations.' },
      { name: 'csv-nodes', title: 'CSV, nodes', hint: 'A table for a spreadsheet.' },
      { name: 'csv-relations', title: 'CSV, relations', hint: 'A table for a spreadsheet.' },
      { name: 'graphml', title: 'GraphML', hint: 'For yEd, NetworkX, igraph and others.' },
      { name: 'gexf', title: 'GEXF', hint: 'For Gephi, with places and colours.' },
      { name: 'cyjs', title: 'Cytoscape', hint: 'For Cytoscape, with places.' },
      {
        name: 'cypher',
        title: 'openCypher',
        hint: 'A script that makes the graph in Neo4j, Memgraph and others.',
      },
      {
        name: 'neo4j',
        title: 'Neo4j import',
        hint: 'Two tables in one zip, for neo4j-admin database import.',
      },
    ],
  },
  {
    title: 'Text for a page',
    formats: [
      { name: 'mermaid', title: 'Mermaid', hint: 'A flowchart to paste into a page.' },
      { name: 'dot', title: 'DOT', hint: 'For Graphviz.' },
    ],
  },
]

export const offerOf = (name: FormatName): Offer | undefined =>
  offers.flatMap(({ formats }) => formats).find((one) => one.name === name)
