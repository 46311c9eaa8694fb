import { z } from 'zod'
import { type Child, childScript, type Fork, forkNode } from '../child'

/** The system's keychain. Each method rejects where it is not there, refuses, or does not answer. */
export type Keyring = {
  get(name: string): Promise<string | null>
  set(name: string, secret: string): Promise<void>
  delete(name: string): Promise<void>
}

type Act = 'get' | 'set' | 'delete'
/** Does one act and gives what the keychain says. */
export type AskKeyring = (act: Act, name: string, secret?: string) => Promise<unknown>

/** It was asked and has not answered yet. */
export class SilentKeyring extends Error {}

const service = 'relation-explorer'
/** How long a person may take to unlock the keychain before the question is given up, in ms. */
const lateMs = 120_000

/**
 * Gives each question `patienceMs`. While one is waited for in vain the next are answered at once,
 * so that a keychain which is silent costs its time once; a late answer ends that.
 */
export function createKeyring(ask: AskKeyring, patienceMs: number): Keyring {
  let unanswered = 0
  const timed: AskKeyring = async (...question) => {
    if (unanswered > 0) throw new SilentKeyring()
    let given = false
    const answer = ask(...question).finally(() => {
      if (given) unanswered -= 1
    })
    let timer: ReturnType<typeof setTimeout> | undefined
    const end = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        given = true
        unanswered += 1
        reject(new SilentKeyring())
      }, patienceMs)
    })
    try {
      return await Promise.race([answer, end])
    } finally {
      clearTimeout(timer)
    }
  }
  return {
    get: async (name) =>
      z
        .string()
        .nullable()
        .parse(await timed('get', name)),
    set: async (name, secret) => {
      await timed('set', name, secret)
    },
    delete: async (name) => {
      await timed('delete', name)
    },
  }
}

/** On Linux the keychain is behind a bus, and the binding waits for it; elsewhere it is the system's own. */
export const nativeKeyring = (fork: Fork = forkNode): AskKeyring =>
  process.platform === 'linux' ? inChild(fork) : inProcess

const inProcess: AskKeyring = async (act, name, secret = '') => {
  const { AsyncEntry } = await import('@napi-rs/keyring')
  const entry = new AsyncEntry(service, name)
  if (act === 'get') return entry.getPassword()
  return act === 'set' ? entry.setPassword(secret) : entry.deleteCredential()
}

const Reply = z.object({ answer: z.unknown() })

/** One question after the other, in a child that lives as long as there are some. */
function inChild(fork: Fork): AskKeyring {
  let child: Child | null = null
  let waiting = 0
  let last: Promise<unknown> = Promise.resolve()
  const ask = async (question: unknown): Promise<unknown> => {
    child ??= fork(childScript(import.meta.dirname, 'keyring-child'))
    const reply = await child.ask(question, lateMs)
    // A child that did not reply was ended.
    if (typeof reply === 'string') child = null
    const read = typeof reply === 'string' ? null : Reply.safeParse(reply.message)
    if (read?.success !== true) throw new Error('The keychain refused.')
    return read.data.answer
  }
  return (act, name, secret = '') => {
    waiting += 1
    const answer = last
      .then(() => ask({ act, service, name, secret }))
      .finally(() => {
        waiting -= 1
        if (waiting > 0) return
        child?.end()
        child = null
      })
    last = answer.catch(() => undefined)
    return answer
  }
}
