import { execFile } from 'node:child_process'
import { isatty } from 'node:tty'
import { promisify } from 'node:util'

/**
 * Calls `pressed` for each line that is typed, and tells whether a person can type one. A program in
 * the background must leave its terminal alone: the system stops whoever reads from there.
 */
export async function onEnter(pressed: () => void): Promise<boolean> {
  const terminal = isatty(0)
  if (!terminal) {
    listen(pressed)
    return false
  }
  const mayRead = await isInForeground()
  if (mayRead) listen(pressed)
  followForeground(mayRead, pressed)
  return mayRead
}

function listen(pressed: () => void): void {
  process.stdin
    .on('data', (chunk: Buffer) => {
      if (chunk.includes('\n')) pressed()
    })
    .on('error', () => undefined)
}

/** A shell that moves its program to the back or front wakes it with this signal. */
function followForeground(mayRead: boolean, pressed: () => void): void {
  let listening = mayRead
  process.on('SIGCONT', () => {
    // Asking for the stream opens it, so it is not asked for before it may be read.
    if (listening) process.stdin.pause()
    void isInForeground().then((now) => {
      if (!now) return
      if (listening) process.stdin.resume()
      else listen(pressed)
      listening = true
    })
  })
}

/** Whether the terminal's keys go to the group of this process. */
async function isInForeground(): Promise<boolean> {
  if (process.platform === 'win32') return true
  try {
    const asked = ['-o', 'pgid=,tpgid=', '-p', String(process.pid)]
    const { stdout } = await promisify(execFile)('ps', asked, { timeout: 2_000 })
    const [group, ofTerminal] = stdout.trim().split(/\s+/)
    return group !== undefined && group === ofTerminal
  } catch {
    return false
  }
}
