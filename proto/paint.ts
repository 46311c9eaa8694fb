const n = Number(new URLSearchParams(location.search).get('n'))
const w = new Worker(new URL('./pw.ts', import.meta.url), { type: 'module' })
w.onmessage = ({ data }) => { (window as any).log = data.log; const c = document.createElement('canvas'); c.width = data.bitmap.width; c.height = data.bitmap.height; document.body.append(c); const t = performance.now(); const p = c.getContext('2d')!; for (let i = 0; i < 20; i++) { p.clearRect(0,0,c.width,c.height); p.drawImage(data.bitmap, i, 0) } p.getImageData(0,0,1,1); (window as any).log.push('drawImage ' + (performance.now() - t) / 20);
 const t2 = performance.now(); for (let i = 0; i < 20; i++) { p.clearRect(0,0,c.width,c.height); p.drawImage(data.bitmap, 0, 0, c.width*1.1, c.height*1.1) } p.getImageData(0,0,1,1); (window as any).log.push('scaled ' + (performance.now() - t2) / 20);
 (window as any).ready = true }
w.postMessage(n)
;(window as any).frames = () => 0
