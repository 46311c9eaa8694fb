import { chromium } from '@playwright/test'
import { createServer } from 'vite'
import { join } from 'node:path'
const root = join(import.meta.dirname)
const { build, preview } = await import('vite')
const pages = process.argv[2].split(','), sizes = process.argv[3].split(',')
await build({ root, configFile: false, logLevel: 'error', worker:{format:'es'}, resolve: { alias: { '@shared': join(root, '../src/shared') } }, build: { outDir: '/tmp/team/proto-out', emptyOutDir: true, rolldownOptions: { input: pages.map((p) => join(root, p + '.html')) } } })
const server = await preview({ root, configFile: false, logLevel: 'error', build: { outDir: '/tmp/team/proto-out' }, preview: { port: 4391, host: '127.0.0.1' } })
const b = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--enable-precise-memory-info', ...(process.env.SW ? ['--enable-unsafe-swiftshader','--use-angle=swiftshader'] : [])] })
for (const p of pages) for (const n of sizes) {
  const page = await b.newPage({ viewport: { width: 1280, height: 800 } })
  page.on('pageerror', (e) => console.log('ERR', e.message)); page.on('console', (m) => m.type() === 'error' && console.log(m.text()))
  await page.goto(`http://127.0.0.1:4391/${p}.html?n=${n}`)
  await page.waitForFunction('window.ready', null, { timeout: 120000 }).catch((e) => console.log('no ready'))
  await page.waitForTimeout(1500)
  // pan
  await page.evaluate(() => { window.raf = 0; window.gap = 0; let last = performance.now(); const f = () => { const t = performance.now(); window.gap = Math.max(window.gap, t - last); last = t; window.raf++; requestAnimationFrame(f) }; requestAnimationFrame(f) })
  const pan = async () => {
    await page.mouse.move(30, 30); await page.mouse.down()
    const f0 = await page.evaluate('window.frames()'), r0 = await page.evaluate('window.raf'); const t0 = Date.now()
    let i = 0
    while (Date.now() - t0 < 3000) { i++; await page.mouse.move(30 + (i * 7) % 400, 30 + (i * 5) % 300); }
    const f1 = await page.evaluate('window.frames()'), r1 = await page.evaluate('window.raf'), dt = (Date.now() - t0) / 1000
    await page.mouse.up()
    return `moves ${(i/dt).toFixed(0)} frames/s ${((f1 - f0) / dt).toFixed(1)} raf/s ${((r1 - r0) / dt).toFixed(1)}`
  }
  const out = await pan()
  console.log(p, n, await page.evaluate('window.log.join(" | ")'), '| pan', out, '| gap', await page.evaluate('Math.round(window.gap)'))
  await page.screenshot({ path: `/tmp/team/shot-${p}-${n}.png` })
  await page.close()
}
await b.close(); await server.close()
