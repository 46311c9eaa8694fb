import type { FileEdge, FileNode } from './model'

type Value = string | number | undefined

/** A column, an attribute, a key: what every flat format tells of a thing, under one name. */
export type Field<T> = {
  readonly name: string
  readonly kind: 'string' | 'double'
  readonly of: (thing: T) => Value
}

/** All of a thing's fields by their names. */
export const valuesOf = <T>(fields: readonly Field<T>[], thing: T): Record<string, Value> =>
  Object.fromEntries(fields.map(({ name, of }) => [name, of(thing)]))

const text = <T>(name: string, of: (thing: T) => string | undefined): Field<T> => ({
  name,
  kind: 'string',
  of,
})

/** Facts of a node beside its id and title. */
export const nodeFields: readonly Field<FileNode>[] = [
  text('type', ({ type }) => type),
  text('subtype', ({ subtype }) => subtype),
  text('status', ({ status }) => status),
  text('key', ({ key }) => key),
  text('spaceKey', ({ space }) => space?.key),
  text('spaceName', ({ space }) => space?.name),
  text('url', ({ url }) => url),
  text('createdBy', ({ createdBy }) => createdBy),
  text('createdAt', ({ createdAt }) => createdAt),
  text('owner', ({ owner }) => owner),
  text('changedAt', ({ changedAt }) => changedAt),
  text('completeness', ({ completeness }) => completeness),
]

/** Facts of a relation beside its name and ends. */
export const edgeFields: readonly Field<FileEdge>[] = [
  text('createdBy', ({ createdBy }) => createdBy),
  text('createdAt', ({ createdAt }) => createdAt),
]
