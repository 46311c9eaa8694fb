import type { Act, ActValue } from './act'
import { keyWords } from './chord'
import { graphActs } from './graph-acts'
import { nodeActs } from './node-acts'
import { relationActs } from './relation-acts'
import { windowActs } from './window-acts'
import { workActs } from './work-acts'

const catalogue = { ...nodeActs, ...relationActs, ...workActs, ...graphActs, ...windowActs }
export type ActId = keyof typeof catalogue

/** Every act once, in the order in which menus and palette offer them. */
export const acts: readonly Act[] = Object.entries<ActValue>(catalogue).map(([id, act]) => ({
  id,
  ...act,
}))

/** The first keys of an act, as they are written; nothing where it has none. */
export const keysOf = (id: ActId): string => keyWords(actOf(id).keys?.[0] ?? '')

export const actOf = (id: ActId): Act => ({ id, ...catalogue[id] })
