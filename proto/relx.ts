import { createWorkspaces } from '../electron/services/workspace'
import { model } from './graph'
export function make(dir: string, site: string, n: number) {
  const w = createWorkspaces(dir, 's')
  const m = model(n)
  const { info } = w.create(site, `big-${n}`)
  w.save(info.id, { batch: { entities: m.entities as any, relations: m.relations as any }, places: [...m.places] as any, records: m.entities.map((e) => ({ query: { node: e.id, relation: 'link', direction: 'out', type: 'content' }, state: 'complete', at: '2026-01-01T00:00:00.000Z', before: 0, from: null, found: 2 })) as any } as any)
  w.close()
}
