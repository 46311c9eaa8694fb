import { ba } from './graph'
self.onmessage = ({ data: n }) => {
  const { edges, pos } = ba(n)
  const log: string[] = []
  const W = 1280, H = 800
  const c = new OffscreenCanvas(W, H)
  const r = Math.sqrt(n) * 90
  const run = (name: string, f: (p: OffscreenCanvasRenderingContext2D, z: number) => void) => {
    const p = c.getContext('2d')!
    for (const z of [350 / r, 1400 / r]) {
      const t = performance.now()
      for (let i = 0; i < 3; i++) {
        p.setTransform(1, 0, 0, 1, 0, 0); p.fillStyle = '#fff'; p.fillRect(0, 0, W, H)
        p.setTransform(z, 0, 0, z, W / 2, H / 2)
        f(p, z)
        p.getImageData(0, 0, 1, 1)
      }
      log.push(`${name}@${z.toFixed(3)} ${((performance.now() - t) / 3).toFixed(0)}`)
    }
  }
  const lines = (chunk: number, width: number, alpha = 1) => (p: OffscreenCanvasRenderingContext2D, z: number) => {
    p.strokeStyle = '#5d6a80'; p.lineWidth = width / z; p.globalAlpha = alpha
    let k = 0; p.beginPath()
    for (const [a, b] of edges) { p.moveTo(pos[a]!.x, pos[a]!.y); p.lineTo(pos[b]!.x, pos[b]!.y); if (++k === chunk) { p.stroke(); p.beginPath(); k = 0 } }
    p.stroke(); p.globalAlpha = 1
  }
  const pix = (p: OffscreenCanvasRenderingContext2D, z: number) => {
    const im = new ImageData(W, H), d = new Uint32Array(im.data.buffer); d.fill(0xffffffff)
    for (const [a, b] of edges) {
      let x0 = pos[a]!.x * z + W / 2, y0 = pos[a]!.y * z + H / 2, x1 = pos[b]!.x * z + W / 2, y1 = pos[b]!.y * z + H / 2
      const steps = Math.ceil(Math.max(Math.abs(x1 - x0), Math.abs(y1 - y0))), dx = (x1 - x0) / steps, dy = (y1 - y0) / steps
      for (let s = 0; s < steps; s++) { const x = x0 | 0, y = y0 | 0; if (x >= 0 && y >= 0 && x < W && y < H) d[y * W + x] = 0xff806a5d; x0 += dx; y0 += dy }
    }
    p.putImageData(im, 0, 0)
  }
  run('chunk1 w1', lines(1, 1)); run('chunk50 w1', lines(50, 1)); run('chunk500 w1', lines(500, 1)); run('all w1', lines(1e9, 1)); run('chunk1 w0.5', lines(1, 0.5)); run('chunk1 w1 a.4', lines(1, 1, 0.4)); run('chunk50 w1.8', lines(50, 1.8))
  run('pix', pix)
  run('rects', (p, z) => { p.fillStyle = '#3b6fb6'; const s = Math.max(30 * z, 3) / z; for (const { x, y } of pos) p.fillRect(x - s / 2, y - s / 2, s, s) })
  run('circles', (p, z) => { p.fillStyle = '#3b6fb6'; const s = Math.max(30 * z, 3) / z; for (const { x, y } of pos) { p.beginPath(); p.arc(x, y, s / 2, 0, 7); p.fill() } })
  run('rrect', (p, z) => { p.fillStyle = '#3b6fb6'; const s = Math.max(30 * z, 3) / z; for (const { x, y } of pos) { p.beginPath(); p.roundRect(x - s / 2, y - s / 2, s, s, s / 5); p.fill() } })
  const t = performance.now()
  const bitmap = c.transferToImageBitmap()
  log.push('bitmap ' + (performance.now() - t))
  self.postMessage({ log, bitmap }, { transfer: [bitmap] })
}
