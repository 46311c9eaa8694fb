import fc from 'fast-check'
import { z } from 'zod'
import { resolvePointer } from './api-description'

const Schema = z.object({
  $ref: z.string().optional(),
  type: z.string().optional(),
  format: z.string().optional(),
  nullable: z.boolean().optional(),
  enum: z.array(z.unknown()).optional(),
  required: z.array(z.string()).optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  items: z.unknown().optional(),
  anyOf: z.array(z.unknown()).optional(),
})
type Schema = z.infer<typeof Schema>

/** Things hold things: from here on only what has to be there is made. */
const deepest = 5

const dates = fc
  .date({ min: new Date('2005-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString())
const texts = fc.oneof(
  fc.nat().map(String),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom('', ' ', '\n x', '\ud800', '&amp;', '<b>x</b>', 'x'.repeat(300)),
)

/** Anything that a named schema of the API's description allows, with all that may be missing or null. */
export const answersOf = (name: string): fc.Arbitrary<unknown> =>
  madeOf({ $ref: `#/components/schemas/${name}` }, 0)

function madeOf(given: unknown, depth: number): fc.Arbitrary<unknown> {
  const schema = Schema.parse(given)
  if (schema.$ref !== undefined) return madeOf(resolvePointer(schema.$ref), depth)
  if (schema.nullable !== true) return valueOf(schema, depth)
  if (depth >= deepest) return fc.constant(null)
  return fc.option(valueOf(schema, depth), { freq: 5 })
}

function valueOf(schema: Schema, depth: number): fc.Arbitrary<unknown> {
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum)
  if (schema.anyOf !== undefined) return fc.oneof(...schema.anyOf.map((one) => madeOf(one, depth)))
  switch (schema.type) {
    case 'object':
      return objectOf(schema, depth)
    case 'array':
      return depth >= deepest
        ? fc.constant([])
        : fc.array(madeOf(schema.items, depth + 1), { maxLength: 4 })
    case 'integer':
      return schema.format === 'int64' ? fc.maxSafeNat() : fc.nat(2_147_483_647)
    case 'number':
      return fc.double({ noNaN: true, noDefaultInfinity: true })
    case 'boolean':
      return fc.boolean()
    default:
      return schema.format === 'date-time' ? dates : texts
  }
}

function objectOf({ properties = {}, required = [] }: Schema, depth: number) {
  const isWanted = (name: string) => depth < deepest || required.includes(name)
  const parts = Object.entries(properties).filter(([name]) => isWanted(name))
  const made = Object.fromEntries(parts.map(([name, part]) => [name, madeOf(part, depth + 1)]))
  return fc.record(made, { requiredKeys: required.filter((name) => Object.hasOwn(made, name)) })
}
