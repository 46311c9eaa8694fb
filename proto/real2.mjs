import { chromium } from '@playwright/test'
import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { tmpdir } from 'node:os'
import { build } from 'vite'
const root = join(import.meta.dirname, '..'), n = Number(process.argv[2] ?? 10000)
await build({ root, configFile: false, logLevel: 'error', resolve: { alias: { '@shared': join(root, 'src/shared') } }, build: { ssr: 'proto/relx.ts', outDir: '/tmp/team/proto-ssr', emptyOutDir: true, rolldownOptions: { external: ['libsql'] } } })
import { symlinkSync, existsSync } from 'node:fs'
if (!existsSync('/tmp/team/node_modules')) symlinkSync(join(root, 'node_modules'), '/tmp/team/node_modules')
const { make } = await import('/tmp/team/proto-ssr/relx.js')
const dir = mkdtempSync(join(tmpdir(), 'big-'))
const host = spawn(process.execPath, ['out/main/loopback.js', '--no-open', '--port', '0', '--data-dir', dir], { cwd: root })
const address = await new Promise((r) => host.stdout.on('data', (c) => { const f = /http:\/\/127\.0\.0\.1:\d+\/#key=\S+/.exec(String(c)); if (f) r(f[0]) }))
const b = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'] })
const page = await b.newPage({ viewport: { width: 1280, height: 800 }, colorScheme: process.env.DARK ? 'dark' : 'light' })
page.on('pageerror', (e) => console.log('ERR', e.stack)); page.on('console', (m) => m.type() === 'error' && console.log(m.text()))
await page.goto(address)
await page.getByRole('button', { name: 'Explore the demo site' }).click()
await page.getByRole('combobox', { name: 'Start from' }).waitFor()
const ws = join(dir, 'workspaces'); const file = readdirSync(ws).find((f) => f.endsWith('.relx'))
await page.waitForTimeout(500)
const { execSync } = await import('node:child_process')
const ports = execSync(`ss -ltnp | grep pid=${host.pid},`).toString().match(/127\.0\.0\.1:(\d+)/g).map((x) => x.split(':')[1]).filter((p) => !address.includes(':' + p + '/'))
const origin = `http://127.0.0.1:${ports[0]}`
make(join(dir, 'side'), origin, n)
await page.getByRole('button', { name: 'Workspace' }).click()
const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: /Open a file/ }).click()])
await page.evaluate(() => { window.gaps = []; let last = performance.now(); const c = new MessageChannel(); c.port1.onmessage = () => { const t = performance.now(); if (t - last > 40) window.gaps.push([Math.round(last - window.t0), Math.round(t - last)]); last = t; setTimeout(() => c.port2.postMessage(0), 0) }; window.t0 = performance.now(); c.port2.postMessage(0) })
const { profile } = await import('/tmp/team/big/prof.mjs'); await profile(page, async () => { await chooser.setFiles(join(dir, 'side', 'workspaces', `big-${n}.relx`))
await page.getByRole('contentinfo', { name: 'Status' }).getByText(n.toLocaleString('en') + ' nodes').or(page.getByRole('contentinfo', { name: 'Status' }).getByText(n + ' nodes')).waitFor({ timeout: 90000 }); await page.waitForTimeout(2500) })
await page.screenshot({ path: '/tmp/team/big/0.png' })
export { page, b, host, dir }
const gaps = async (l) => { console.log(l, JSON.stringify(await page.evaluate(() => { const g = window.gaps; window.gaps = []; return g }))) }
const more = process.argv[3]
await gaps('opening')
if (more) await (await import(more)).default({ page, gaps, b })
await b.close(); host.kill()
