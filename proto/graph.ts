export function ba(n: number, m = 2, seed = 7) {
  let s = seed
  const rnd = () => ((s = (s * 1664525 + 1013904223) >>> 0) / 2 ** 32)
  const ends: number[] = [0, 1]
  const edges: [number, number][] = [[0, 1]]
  for (let v = 2; v < n; v++) {
    const set = new Set<number>()
    while (set.size < Math.min(m, v)) set.add(ends[Math.floor(rnd() * ends.length)]!)
    for (const t of set) { edges.push([v, t]); ends.push(v, t) }
  }
  const r = Math.sqrt(n) * 90
  const pos = Array.from({ length: n }, () => { const a = rnd() * 6.283, d = Math.sqrt(rnd()) * r; return { x: Math.cos(a) * d, y: Math.sin(a) * d } })
  return { edges, pos, n }
}
const names = ['link', 'depends-on', 'owned-by', 'sibling']
export function model(n: number) {
  const { edges, pos } = ba(n)
  const types = ['content', 'content', 'content', 'user', 'space']
  const id = (i: number) => `${types[i % 5]}:${i}` as any
  const entities = pos.map((_, i) => ({ id: id(i), type: types[i % 5] as any, key: String(i), title: `Page number ${i} about things`, status: 'current' }))
  const relations = edges.map(([a, b], i) => ({ id: `${names[i % 4]}|${id(a)}|${id(b)}` as any, relation: names[i % 4]!, source: id(a), target: id(b) }))
  const places = new Map(pos.map((p, i) => [id(i), p] as const))
  return { entities, relations, places }
}
