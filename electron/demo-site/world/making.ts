import type { EntityRef } from '@shared/graph'
import { type DemoContent, type DemoSpace, type DemoUser, latest, moment } from './model'
import type { Random } from './random'
import type { RelationStore } from './relation-store'

/** A site on its way: everything is there but its relations. */
export type Making = {
  readonly random: Random
  readonly users: readonly DemoUser[]
  readonly me: DemoUser
  readonly spaces: readonly DemoSpace[]
  readonly pages: readonly DemoContent[]
  /** Blog posts, whiteboards and the like. */
  readonly others: readonly DemoContent[]
  readonly relations: RelationStore
}

export const contentRef = ({ id }: DemoContent): EntityRef => ({ type: 'content', key: id })
export const userRef = ({ accountId }: DemoUser): EntityRef => ({ type: 'user', key: accountId })
export const spaceRef = ({ key }: Pick<DemoSpace, 'key'>): EntityRef => ({ type: 'space', key })

/** Makes one relation, after both of its ends were there. A favourite is made by who has it. */
export function put(
  { random, users, relations }: Making,
  name: string,
  source: EntityRef,
  target: EntityRef,
  after = '',
): void {
  const createdBy = name === 'favourite' ? source.key : random.pick(users).accountId
  relations.put({ name, source, target, createdBy, createdAt: latest(after, moment(random)) })
}

/** Relates two pieces of content, after both were written. */
export function join(making: Making, name: string, source: DemoContent, target: DemoContent): void {
  const after = latest(source.createdAt, target.createdAt)
  put(making, name, contentRef(source), contentRef(target), after)
}
