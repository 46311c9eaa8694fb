import { createStore } from 'zustand/vanilla'
import type { Profile } from '@shared/contract'
import type { Failure } from '@shared/failure'
import { learn, mergeWords, type Word } from '@shared/vocabulary'
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
  let isLoaded = false

  const save = async (): Promise<void> => {
    clearTimeout(timer)
    timer = undefined
    // What was kept before must be known first, or it would be written over.
    if (!isLoaded) return
    const words = [...store.getState().words]
    const kept = await attempt(client.vocabulary.write({ profile: profile.id, words }))
    store.setState({ failure: kept.ok ? null : kept.failure })
  }
  const change = (how: (words: readonly Word[]) => readonly Word[]): void => {
    const { words } = store.getState()
    const next = how(words)
    if (next === words) return
    store.setState({ words: next })
    timer ??= setTimeout(() => void save(), wait)
  }
  return {
    store,
    load: async (): Promise<void> => {
      const read = await attempt(client.vocabulary.read({ profile: profile.id }))
      if (!read.ok) {
        store.setState({ failure: read.failure })
        return
      }
      isLoaded = true
      // What was learnt meanwhile stays; what was kept says more.
      change((words) => mergeWords(read.value, words.filter(isNew(read.value))))
      change((words) => learn(words, profile.relations))
    },
    learn: (names: Iterable<string>): void => change((words) => learn(words, names)),
    put: (word: Word): void => change((words) => mergedOver(words, word)),
    forget: (name: string): void => change((words) => words.filter((word) => word.name !== name)),
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
