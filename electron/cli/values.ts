import { InvalidArgumentError } from 'commander'
import { parseStart } from '@shared/crawl'
import { type EntityRef, EntityType } from '@shared/graph'
import { type PageRelation, pageRelations } from '@shared/map'
import { quoted } from '@shared/text'

const refuse = (sentence: string): never => {
  throw new InvalidArgumentError(sentence)
}

/** A whole number within limits. */
export const wholeNumber =
  (least: number, most: number) =>
  (text: string): number => {
    const value = Number(text)
    return /^\d+$/.test(text) && value >= least && value <= most
      ? value
      : refuse(`It takes a whole number from ${least} to ${most}, not ${quoted(text)}.`)
  }

/** No way outward is longer than the largest crawl has nodes. */
export const everyStep = 1_000_000

/** A number of steps, or `all` for as far as the limits allow. */
export const stepsOutward = (text: string): number => {
  if (text === 'all') return everyStep
  return /^\d+$/.test(text) && Number(text) >= 1 && Number(text) <= 20
    ? Number(text)
    : refuse(`It takes a whole number from 1 to 20, or all, not ${quoted(text)}.`)
}

/** `content`, `user` or `space`. */
export function entityType(text: string): EntityType {
  const type = EntityType.safeParse(text)
  return type.success ? type.data : refuse(`A type is content, user or space, not ${quoted(text)}.`)
}

export function entityTypes(text: string): EntityType[] {
  const types = text.split(',').filter((part) => part !== '')
  return types.length === 0
    ? refuse('Name at least one of content, user and space.')
    : [...new Set(types.map(entityType))]
}

/** `content:123`, `space:KEY`, `user:ACCOUNT_ID` or `user:current`. */
export function entityRef(text: string): EntityRef {
  if (text === 'user:current') return { type: 'user', key: 'current' }
  // Any origin does: what is written as TYPE:KEY belongs to no address.
  const parsed = /^(content|user|space):./.test(text)
    ? parseStart(text, 'https://site.invalid')
    : null
  return parsed?.ok && parsed.target.kind === 'entity'
    ? parsed.target.ref
    : refuse(`An end is written TYPE:KEY, such as content:123 or space:DOC, not ${quoted(text)}.`)
}

/** Relations that a map reads, by commas. */
export function pageRelationList(text: string): PageRelation[] {
  const words = text.split(',').filter((part) => part !== '')
  const known = words.map(
    (word) =>
      pageRelations.find((name) => name === word) ??
      refuse(`A map reads ${pageRelations.join(', ')}, not ${quoted(word)}.`),
  )
  return known.length === 0 ? refuse('Name at least one relation.') : [...new Set(known)]
}

export const listed = (text: string, before: readonly string[] = []): string[] => [...before, text]

export function oneOf<const T extends string>(...words: readonly T[]): (text: string) => T {
  return (text) =>
    words.find((word) => word === text) ??
    refuse(`It is one of ${words.join(', ')}, not ${quoted(text)}.`)
}
