import fc from 'fast-check'
import {
  type Batch,
  type Entity,
  type EntityRef,
  entityTypes,
  nodeId,
  type Person,
  type Relation,
  relationOf,
} from '@shared/graph'

const tricky = fc.constantFrom('a', '|', '%', '%7C', ':', '|content:1', 'content:1|user:2', 'Ä')

/** Keys and names with every character that identity could stumble over. */
export const anyText = fc
  .oneof(fc.string({ minLength: 1, maxLength: 6 }), fc.array(tricky, { minLength: 1 }))
  .map((value) => (typeof value === 'string' ? value : value.join('').slice(0, 60)))

export const anyRef: fc.Arbitrary<EntityRef> = fc.record({
  type: fc.constantFrom(...entityTypes),
  key: anyText,
})

/** Few ids, so that random batches meet. */
const fewIds = fc
  .tuple(fc.constantFrom(...entityTypes), fc.constantFrom('1', '2', '3'))
  .map(([type, key]) => nodeId({ type, key }))

const anyPerson: fc.Arbitrary<Person> = fc.record(
  { key: fc.string(), name: fc.string() },
  { requiredKeys: ['name'] },
)

const details = fc.record(
  {
    subtype: fc.constantFrom('page', 'blogpost'),
    space: fc.record({ key: fc.string(), name: fc.string() }),
    url: fc.webUrl(),
    createdBy: anyPerson,
    createdAt: fc.constantFrom('2026-01-02T03:04:05.000Z', '2026-01-02T03:04:05.000+01:00'),
  },
  { requiredKeys: [] },
)

const anyEntityOf = (ids: fc.Arbitrary<Entity['id']>): fc.Arbitrary<Entity> =>
  fc
    .tuple(ids, fc.string(), fc.constantFrom('current', 'archived', 'unknown'), details)
    .map(([id, title, status, more]) => {
      const [type = '', ...rest] = id.split(':')
      const key = rest.join(':')
      const known = entityTypes.find((each) => each === type)
      if (known === undefined) throw new Error(`No entity type: ${type}`)
      return { id, type: known, key, title, status, ...more }
    })

const anyRelationOf = (ids: fc.Arbitrary<Entity['id']>): fc.Arbitrary<Relation> =>
  fc
    .tuple(
      fc.constantFrom('link', 'depends-on', 'a|b'),
      ids,
      ids,
      fc.record(
        { createdBy: anyPerson, createdAt: fc.constant('2026-01-02T03:04:05.000Z') },
        { requiredKeys: [] },
      ),
    )
    .map(([name, source, target, data]) => relationOf(name, source, target, data))

const batchOf = (ids: fc.Arbitrary<Entity['id']>): fc.Arbitrary<Batch> =>
  fc.record({
    entities: fc.array(anyEntityOf(ids), { maxLength: 6 }),
    relations: fc.array(anyRelationOf(ids), { maxLength: 8 }),
  })

export const anyBatch = batchOf(fewIds)
export const anyWildBatch = batchOf(fc.oneof(fewIds, anyRef.map(nodeId)))
