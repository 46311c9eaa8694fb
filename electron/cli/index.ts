#!/usr/bin/env node
/** The shell without a window: the same engine and services, on the command line. */
import { homedir } from 'node:os'
import { buffer } from 'node:stream/consumers'
import { decodeText } from '@shared/text'
import { version } from '../../package.json'
import { createSecrets, onInterrupt, openDataFolder } from '../host'
import { fontFolders } from '../services/fonts'
import { exitCodes } from './io'
import { main } from './main'

const interrupted = new AbortController()
const letGo = onInterrupt(
  () => {
    process.stderr.write('Stopping; once more ends it at once.\n')
    interrupted.abort()
  },
  () => process.exit(exitCodes.interrupted),
)
// Whoever reads the output may go away early, as `head` does.
process.stdout.on('error', () => process.exit(1))

/**
 * Nothing at the top of this module waits: chunks that are loaded while a command runs may lean on it, and
 * would wait for it in turn, for ever.
 */
void main(process.argv.slice(2), version, {
  out: (data) => void process.stdout.write(data),
  err: (line) => void process.stderr.write(line),
  isScreen: process.stderr.isTTY,
  env: process.env,
  signal: interrupted.signal,
  readInput: async () => decodeText(await buffer(process.stdin), TextDecoder).text,
  dataDir: () => openDataFolder({ log: (line) => void process.stderr.write(`${line}\n`) }),
  fontFolders: fontFolders({ platform: process.platform, home: homedir(), env: process.env }),
  secrets: createSecrets(),
}).then((code) => {
  // Exiting at once could cut what is still being written.
  process.exitCode = code
  letGo()
})
