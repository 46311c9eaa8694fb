/** The library has no types of its own. */
declare module 'bidi-js' {
  type Levels = { readonly levels: Uint8Array }
  function createBidi(): {
    readonly getEmbeddingLevels: (text: string, direction: 'ltr' | 'rtl' | 'auto') => Levels
    readonly getReorderedIndices: (text: string, levels: Levels) => readonly number[]
    readonly getMirroredCharactersMap: (
      text: string,
      levels: Uint8Array,
    ) => ReadonlyMap<number, string>
  }
  export = createBidi
}
