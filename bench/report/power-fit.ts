/** What a measure that grows by a power comes to at a size that was not measured. */
export function powerFit(points: readonly (readonly [size: number, value: number])[]) {
  const logs = points.map(([size, value]) => [Math.log(size), Math.log(value)] as const)
  const count = logs.length
  const meanX = logs.reduce((sum, [x]) => sum + x, 0) / count
  const meanY = logs.reduce((sum, [, y]) => sum + y, 0) / count
  const above = logs.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0)
  const below = logs.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0)
  const exponent = below === 0 ? Number.NaN : above / below
  return {
    exponent,
    at: (size: number): number => Math.exp(meanY + exponent * (Math.log(size) - meanX)),
  }
}
