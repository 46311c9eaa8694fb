/**
 * Reading typed arrays within their bounds. Each takes one kind of array: readers that see several
 * kinds are much slower.
 */
export const numberAt = (list: Float64Array, at: number): number => list[at] ?? 0
export const indexAt = (list: Int32Array, at: number): number => list[at] ?? 0

export const addAt = (list: Float64Array, at: number, more: number): void => {
  list[at] = (list[at] ?? 0) + more
}
