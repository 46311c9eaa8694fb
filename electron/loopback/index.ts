#!/usr/bin/env node
/** The shell for where there is no Electron: the same host, served to a browser on this machine. */
import { randomBytes } from 'node:crypto'
import { join, resolve } from 'node:path'
import { createHost, createSecrets, loadDemoSite, onInterrupt, openDataFolder } from '../host'
import { version } from '../../package.json'
import { onEnter } from './on-enter'
import { openBrowser } from './open-browser'
import { help, type LoopbackOptions, readOptions } from './options'
import { serveLoopback } from './server'
import { createTickets } from './tickets'

const say = (line: string) => void process.stdout.write(`${line}\n`)
const warn = (line: string) => void process.stderr.write(`${line}\n`)

async function start(options: LoopbackOptions): Promise<void> {
  if (options.tell !== null) {
    process.stdout.write(options.tell === 'help' ? help : `${version}\n`)
    return
  }
  const host = await createHost({
    shell: 'loopback',
    version,
    dataDir: options.dataDir ?? (await openDataFolder({ log: warn })),
    secrets: createSecrets(),
    log: warn,
  })
  const key = randomBytes(32).toString('base64url')
  const tickets = createTickets()
  const pageRoot = join(import.meta.dirname, '../renderer')
  const server = await serveLoopback({ host, key, tickets, pageRoot, port: options.port })
  const withTicket = (ticket: string) => `${server.origin}/#ticket=${ticket}`
  const sayAddress = (before: string) => say(`${before} ${withTicket(tickets.forTerminal())}`)

  sayAddress('Relation Explorer is open at')
  const canPress = await onEnter(() => sayAddress('This works once, too:'))
  say(
    `The address works once, on this machine. ${canPress ? 'Enter prints a new one; ' : ''}Ctrl+C stops the program.`,
  )
  // npm runs us in the folder of the program, and says where the person was.
  const folder = process.env['INIT_CWD'] ?? process.cwd()
  for (const file of options.files) host.openFile(resolve(folder, file))
  loadDemoSite()
  if (options.open) openBrowser(() => withTicket(tickets.forBrowser()))

  const stop = () => {
    void Promise.all([server.close(), host.close()]).then(() => process.exit(0))
  }
  onInterrupt(stop, () => process.exit(130))
}

try {
  await start(readOptions(process.argv.slice(2)))
} catch (error) {
  warn(
    `Relation Explorer could not start: ${error instanceof Error ? error.message : 'unknown reason'}`,
  )
  process.exitCode = 1
}
