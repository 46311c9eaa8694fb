import Graph from 'graphology'
import Sigma from 'sigma'
import { model } from './graph'
const n = Number(new URLSearchParams(location.search).get('n'))
const m = model(n)
let t = performance.now()
const g = new Graph({ multi: true })
for (const e of m.entities) g.addNode(e.id, { ...m.places.get(e.id), size: 4, label: e.title, color: '#3b6fb6' })
for (const r of m.relations) g.addEdge(r.source, r.target, { size: 1, color: '#aaa' })
;(window as any).log = [`graph ${performance.now() - t}`]
let frames = 0
const s = new Sigma(g, document.getElementById('s')!)
s.on('afterRender', () => frames++)
requestAnimationFrame(() => { requestAnimationFrame(() => setTimeout(() => { (window as any).log.push(`first ${performance.now() - t}`); (window as any).ready = true })) })
;(window as any).frames = () => frames
