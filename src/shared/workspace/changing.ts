import { isEqual } from 'es-toolkit/predicate'
import { z } from 'zod'

/**
 * How a thing changes that several pages may change at the same time: what a change looks like, how
 * it is found by comparing, and how it is made to whatever the thing has become meanwhile.
 */
export type Changing<T, C> = {
  readonly schema: z.ZodType<C, C>
  /** What has to be done to the one to make it the other; undefined where they are the same. */
  between(before: T, after: T): C | undefined
  apply(value: T, change: C): T
}

type ValueOf<F> = F extends Changing<infer T, infer C> ? (C extends unknown ? T : never) : never
type ChangeOf<F> = F extends Changing<infer T, infer C> ? (T extends unknown ? C : never) : never

/** It is replaced whole: the later change wins. */
export function value<T>(of: z.ZodType<T>): Changing<T, { to?: T | undefined }> {
  // A field that may be missing is taken away by a change that leads to nothing.
  const schema: unknown = z.object({ to: of.optional() })
  return {
    schema: schema as z.ZodType<{ to?: T | undefined }, { to?: T | undefined }>,
    between: (before, after) => (isEqual(before, after) ? undefined : { to: after }),
    // Only what `between` found is undefined here, and there the type allows it.
    apply: (_, { to }) => to as T,
  }
}

/** It counts, so that what is added here and there is added up. */
export const sum: Changing<number, number> = {
  schema: z.number(),
  between: (before, after) => (before === after ? undefined : after - before),
  apply: (value, more) => value + more,
}

type ListChange<T, C> = {
  put?: { item: T; before?: string | undefined }[] | undefined
  drop?: string[] | undefined
  inside?: { key: string; change: C }[] | undefined
}

type List<T, C> = {
  readonly keyOf: (item: T) => string
  /** How an item itself changes; without it, an item is replaced whole. */
  readonly inside?: Changing<T, C>
}

/** A list whose items stand each for itself under a key, in an order of their own. */
export function items<T, C = never>(
  of: z.ZodType<T>,
  keyOf: (item: T) => string,
  inside?: Changing<T, C>,
): Changing<T[], ListChange<T, C>> {
  const list: List<T, C> = inside === undefined ? { keyOf } : { keyOf, inside }
  const schema: unknown = z.object({
    put: z.array(z.object({ item: of, before: z.string().optional() })).optional(),
    drop: z.array(z.string()).optional(),
    inside: z.array(z.object({ key: z.string(), change: inside?.schema ?? z.never() })).optional(),
  })
  return {
    schema: schema as z.ZodType<ListChange<T, C>, ListChange<T, C>>,
    between: (before, after) => {
      if (isSameList(before, after)) return undefined
      const change = listBetween(before, after, list)
      return Object.keys(change).length === 0 ? undefined : change
    },
    apply: (value, change) => listChanged(value, change, list),
  }
}

/** Quick where nothing was done: lists may be long, and are compared often. */
const isSameList = (one: readonly unknown[], other: readonly unknown[]): boolean =>
  one === other || (one.length === other.length && one.every((item, at) => item === other[at]))

function listBetween<T, C>(
  before: readonly T[],
  after: readonly T[],
  { keyOf, inside: own }: List<T, C>,
): ListChange<T, C> {
  const old = new Map(before.map((item) => [keyOf(item), item]))
  const now = new Map(after.map((item) => [keyOf(item), item]))
  const drop = [...old.keys()].filter((key) => !now.has(key))
  const put: NonNullable<ListChange<T, C>['put']> = []
  const inside: NonNullable<ListChange<T, C>['inside']> = []
  // The next one that was there before: what is new is put in front of it.
  let next: string | undefined
  for (const [key, item] of [...now].reverse()) {
    const known = old.get(key)
    if (known === undefined) put.push(next === undefined ? { item } : { item, before: next })
    else next = key
    if (known === undefined || isEqual(known, item)) continue
    const change = own?.between(known, item)
    if (change === undefined) put.push({ item })
    else inside.push({ key, change })
  }
  return {
    ...(put.length === 0 ? {} : { put: put.reverse() }),
    ...(drop.length === 0 ? {} : { drop }),
    ...(inside.length === 0 ? {} : { inside }),
  }
}

function listChanged<T, C>(
  value: readonly T[],
  { put = [], drop = [], inside = [] }: ListChange<T, C>,
  { keyOf, inside: own }: List<T, C>,
): T[] {
  const list = new Map(value.map((item) => [keyOf(item), item]))
  for (const key of drop) list.delete(key)
  for (const { key, change } of inside) {
    const old = list.get(key)
    // One that another page has dropped stays dropped.
    if (old !== undefined && own !== undefined) list.set(key, own.apply(old, change))
  }
  // Put by two pages at once it is one, which holds what either says of it.
  const joined = (old: T | undefined, item: T): T =>
    old === undefined || own === undefined ? item : { ...old, ...item }
  const inFront = new Map<string, T[]>()
  for (const { item, before } of put) {
    const key = keyOf(item)
    if (before === undefined || list.has(key) || !list.has(before)) {
      list.set(key, joined(list.get(key), item))
    } else inFront.set(before, [...(inFront.get(before) ?? []), item])
  }
  if (inFront.size === 0) return [...list.values()]
  return [...list].flatMap(([key, item]) => [...(inFront.get(key) ?? []), item])
}

type Fields = Readonly<Record<string, Changing<unknown, unknown>>>
type Whole<F extends Fields> = { [K in keyof F]: ValueOf<F[K]> }
type PartChange<F extends Fields> = { [K in keyof F]?: ChangeOf<F[K]> | undefined }

/** It consists of things that change each by itself. */
export function parts<F extends Fields>(fields: F): Changing<Whole<F>, PartChange<F>> {
  const shape = Object.fromEntries(
    Object.entries(fields).map(([name, { schema }]) => [name, schema.optional()]),
  )
  const entries = Object.entries<Changing<unknown, unknown>>(fields)
  return {
    schema: z.object(shape) as unknown as z.ZodType<PartChange<F>, PartChange<F>>,
    between: (before, after) => {
      if (before === after) return undefined
      const changes = entries.flatMap(([name, field]) => {
        const change = field.between(before[name], after[name])
        return change === undefined ? [] : [[name, change] as const]
      })
      return changes.length === 0 ? undefined : (Object.fromEntries(changes) as PartChange<F>)
    },
    apply: (value, change) => {
      const next = new Map<string, unknown>(Object.entries(value))
      for (const [name, field] of entries) {
        const own = change[name]
        if (own === undefined) continue
        const part = field.apply(value[name], own)
        if (part === undefined) next.delete(name)
        else next.set(name, part)
      }
      return Object.fromEntries(next) as Whole<F>
    },
  }
}
