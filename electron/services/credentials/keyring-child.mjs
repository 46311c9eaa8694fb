/**
 * Asks the keychain in a process of its own: the binding waits for the bus, and a bus that never
 * answers would stop whoever waits with it. Started by `keyring.ts`; one question at a time.
 */
import { Entry } from '@napi-rs/keyring'

/** @typedef {{ postMessage(m: unknown): void, on(n: 'message', f: (e: { data: any }) => void): void }} Port */
/** @type {Port | undefined} */
const port = Reflect.get(process, 'parentPort')
/** @param {unknown} message */
const tell = (message) => (port === undefined ? process.send?.(message) : port.postMessage(message))

/**
 * The kernel's keyring is no substitute: it forgets at logout without saying so.
 * @param {{ act: 'get' | 'set' | 'delete', service: string, name: string, secret: string }} question
 */
function done({ act, service, name, secret }) {
  const entry = new Entry(service, name, { linux: { store: 'secret-service' } })
  if (act === 'get') return entry.getPassword()
  if (act === 'delete') return entry.deleteCredential()
  entry.setPassword(secret)
  return null
}

/** @param {any} question */
const answer = (question) => {
  try {
    tell({ answer: done(question) })
  } catch {
    tell({ refused: true })
  }
}
if (port === undefined) process.on('message', answer)
else port.on('message', ({ data }) => answer(data))
process.once('disconnect', () => process.exit(0))
