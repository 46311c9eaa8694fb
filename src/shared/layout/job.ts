/** What crosses between the page and the layout worker. */
export const layoutNames = ['force', 'layered', 'concentric', 'grid'] as const
export type LayoutName = (typeof layoutNames)[number]

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
}

/** Worked out so far, or done. */
export type LayoutAnswer = { readonly stage: 'draft' | 'refined'; readonly result: LayoutResult }

export type LayoutResult = { readonly places: Float64Array<ArrayBuffer> }
