/** What crosses between the page and the layout worker. */
export const layoutNames = ['force', 'layered', 'concentric', 'grid'] as const
export type LayoutName = (typeof layoutNames)[number]

/** With more nodes than this there is no room for all names at once, however they stand. */
export const mostNamed = 60

/** Names as a screen shows them: always as large, however large the picture is. */
export type NamesOnScreen = {
  /** Width and height of each node with its name, px. */
  readonly sizes: Float64Array<ArrayBuffer>
  /** How far below the middle of each node that of it with its name is, px. */
  readonly drops: Float64Array<ArrayBuffer>
  /** Of the part of the screen into which the middles of all nodes are fitted, px. */
  readonly width: number
  readonly height: number
  /** What lies over that part, px from its middle. */
  readonly covers: readonly {
    readonly x1: number
    readonly y1: number
    readonly x2: number
    readonly y2: number
  }[]
}

export type LayoutJob = {
  readonly layout: LayoutName
  readonly ids: readonly string[]
  /** Two numbers a node, x then y, in the order of `ids`; model px. */
  readonly places: Float64Array<ArrayBuffer>
  /** Two indexes into `ids` an edge. */
  readonly edges: Uint32Array<ArrayBuffer>
  /** How much each edge draws together; all the same where it is left out. */
  readonly weights?: Float64Array<ArrayBuffer>
  /** A number for each id, the same for those of one space, or -1. */
  readonly sections?: Int32Array<ArrayBuffer>
  /** Index of the node in the middle of a concentric layout, or -1. */
  readonly centre: number
  /** A number for each id, the same for those that are to stand together, or -1. */
  readonly groups?: Int32Array<ArrayBuffer>
  /** Where names are to have room; left out where nobody looks. */
  readonly names?: NamesOnScreen
}

/** Worked out so far, or done. */
export type LayoutAnswer = { readonly stage: 'draft' | 'refined'; readonly result: LayoutResult }

export type LayoutResult = { readonly places: Float64Array<ArrayBuffer> }
