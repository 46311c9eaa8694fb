import { createCanvas } from '../src/features/view/canvas'
import { emptyGraph, merge } from '@shared/graph'
import { model } from './graph'
const n = Number(new URLSearchParams(location.search).get('n'))
const m = model(n)
let t = performance.now()
const { graph, delta } = merge(emptyGraph, { entities: m.entities as any, relations: m.relations as any })
;(window as any).log = [`merge ${performance.now() - t}`]
t = performance.now()
const f = document.getElementById('frame')!
let frames = 0
const c = createCanvas({ surface: document.getElementById('s')!, frame: f, overlay: document.getElementById('o') as any }, { onSelect() {}, onExpand() {}, onOpen() {}, onMenu() {}, onDrop() {}, onMove() {}, onFrame() { frames++ } }, 'light')
c.apply(delta, graph, m.places)
;(window as any).log.push(`apply ${performance.now() - t}`)
c.look({theme:'light',looks:new Map([['link',{colour:'#2f6fde',line:'solid'}],['depends-on',{colour:'#b8500b',line:'solid'}],['owned-by',{colour:'#12805c',line:'solid'}],['sibling',{colour:'#b0308f',line:'solid'}]])});c.mark({ghosts:[],leaving:new Set(),pinned:new Set(),hiddenNodes:new Set(),hiddenRelations:new Set(),within:null,starts:new Set([m.entities[0]!.id]),asking:new Set()} as any);c.fitNow();(window as any).c=c
c.know(new Map(m.entities.map((e) => [e.id, 'complete'] as const)) as any)
const seen = () => { const p = document.querySelector('.canvas-picture') as HTMLCanvasElement | null; if (p === null || frames < 2) return false; const d = p.getContext('2d')!.getImageData(400, 200, 400, 400).data; return d.some((v) => v > 0) }
const wait = () => { if (document.querySelector('.canvas-picture') === null ? frames > 1 : seen()) { (window as any).log.push(`first ${performance.now() - t}`); (window as any).ready = true } else setTimeout(wait, 10) }
wait()
;(window as any).frames = () => frames
