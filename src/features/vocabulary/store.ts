import { createStore } from 'zustand/vanilla'
import type { Profile } from '@shared/contract'
import type { Failure } from '@shared/failure'
import { learn, mergeWords, type Word } from '@shared/vocabulary'
import { wordsChanging } from '@shared/workspace'
import { attempt, type Client } from '../../transport'

export type VocabularyState = {
  readonly words: readonly Word[]
  /** Why the last change could not be kept, or null. */
  readonly failure: Failure | null
}

/** Long enough to gather a burst of changes, short enough to lose none. */
const wait = 300

/** The dictionary of a site: it learns by itself, and each change is kept at once. */
export function createVocabularyStore(client: Client, profile: Profile) {
  const store = createStore<VocabularyState>(() => ({ words: [], failure: null }))
  let timer: ReturnType<typeof setTimeout> | undefined
  let last: Promise<void> = Promise.resolve()
  /** The dictionary as it was read and has been changed from here; null until it is read. */
  let kept: Word[] | null = null

  const send = async (): Promise<void> => {
    // What was kept before must be known first, or it would be taken for less than it is.
    if (kept === null) return
    const before = kept
    const words = [...store.getState().words]
    const change = wordsChanging.between(before, words)
    if (change === undefined) return
    kept = words
    const answer = await attempt(client.vocabulary.change({ profile: profile.id, change }))
    // The next try compares with what is surely there.
    if (!answer.ok) kept = before
    store.setState({ failure: answer.ok ? null : answer.failure })
  }
  /** One after the other, so that each compares with what the one before has done. */
  const save = (): Promise<void> => {
    clearTimeout(timer)
    timer = undefined
    last = last.then(send)
    return last
  }
  const change = (how: (words: readonly Word[]) => readonly Word[]): void => {
    const { words } = store.getState()
    const next = how(words)
    if (next === words) return
    store.setState({ words: next })
    timer ??= setTimeout(() => void save(), wait)
  }
  /** What others did to the dictionary since it was read; what was done here stays. */
  const takeOthers = async (): Promise<void> => {
    if (kept === null) return
    const read = await attempt(client.vocabulary.read({ profile: profile.id }))
    if (!read.ok) return
    const difference = wordsChanging.between(kept, read.value)
    if (difference === undefined) return
    kept = read.value
    store.setState(({ words }) => ({ words: wordsChanging.apply([...words], difference) }))
  }
  return {
    store,
    load: async (): Promise<void> => {
      const read = await attempt(client.vocabulary.read({ profile: profile.id }))
      if (!read.ok) {
        store.setState({ failure: read.failure })
        return
      }
      kept = read.value
      // What was learnt meanwhile stays; what was kept says more.
      change((words) => mergeWords(read.value, words.filter(isNew(read.value))))
      change((words) => learn(words, profile.relations))
    },
    /** As it is by now: a window with another workspace of this site may have changed it. */
    readAgain: (): Promise<void> => {
      void save()
      last = last.then(takeOthers)
      return last
    },
    learn: (names: Iterable<string>): void => change((words) => learn(words, names)),
    put: (word: Word): void => change((words) => mergedOver(words, word)),
    forget: (name: string): void => change((words) => words.filter((word) => word.name !== name)),
    /** As another page of the workspace has them, which keeps them in the dictionary too. */
    take: (words: readonly Word[]): void => {
      const difference = wordsChanging.between([...store.getState().words], [...words])
      if (difference === undefined) return
      if (kept !== null) kept = wordsChanging.apply(kept, difference)
      store.setState({ words })
    },
    merge: (words: readonly Word[]): void => change((own) => mergeWords(own, words)),
    /** Keeps at once what is waiting. */
    flush: (): Promise<void> => (timer === undefined ? Promise.resolve() : save()),
  }
}
export type Vocabulary = ReturnType<typeof createVocabularyStore>

const isNew = (known: readonly Word[]) => {
  const names = new Set(known.map(({ name }) => name))
  return ({ name }: Word): boolean => !names.has(name)
}

/** A word that was edited replaces the old one, so that a field can also be emptied. */
const mergedOver = (words: readonly Word[], word: Word): readonly Word[] =>
  words.some(({ name }) => name === word.name)
    ? words.map((old) => (old.name === word.name ? word : old))
    : [...words, word]
