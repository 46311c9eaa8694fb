import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { Ajv, type ValidateFunction } from 'ajv'
import { fullFormats } from 'ajv-formats/dist/formats.js'
import { parse } from 'yaml'
import { z } from 'zod'

export const descriptionFile = resolve(
  import.meta.dirname,
  '../../../resources/confluence-api.openapi.yaml',
)

const Ref = z.object({ $ref: z.string() })
const Parameter = z.object({
  name: z.string(),
  in: z.enum(['path', 'query']),
  required: z.boolean().optional(),
  style: z.string().optional(),
  explode: z.boolean().optional(),
  schema: z.record(z.string(), z.unknown()),
})
const Response = z.object({
  description: z.string(),
  content: z.record(z.string(), z.object({ schema: z.record(z.string(), z.unknown()) })).optional(),
})
const Operation = z.object({
  operationId: z.string(),
  parameters: z.array(z.union([Ref, Parameter])).default([]),
  responses: z.record(z.string(), z.union([Ref, Response])),
})
type Operation = z.infer<typeof Operation>

const methods = ['get', 'put', 'post', 'delete'] as const
const PathItem = z.object({
  parameters: z.array(z.union([Ref, Parameter])).default([]),
  get: Operation.optional(),
  put: Operation.optional(),
  post: Operation.optional(),
  delete: Operation.optional(),
})
const Description = z.object({
  openapi: z.string(),
  paths: z.record(z.string(), PathItem),
})

/** Reads the API's description from `resources`, as people wrote it. */
export const rawDescription: unknown = parse(readFileSync(descriptionFile, 'utf8'))
const description = Description.parse(rawDescription)

/** What a JSON pointer such as `#/components/schemas/User` leads to; throws where it leads nowhere. */
export function resolvePointer(pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((at, name) => {
      const inside = z.record(z.string(), z.unknown()).parse(at)
      if (!Object.hasOwn(inside, name)) throw new Error(`${pointer} leads nowhere`)
      return inside[name]
    }, rawDescription)
}

const settled = <T>(value: z.infer<typeof Ref> | T, schema: z.ZodType<T>): T => {
  const ref = Ref.safeParse(value)
  return schema.parse(ref.success ? resolvePointer(ref.data.$ref) : value)
}

export const operations = Object.entries(description.paths).flatMap(([path, item]) =>
  methods.flatMap((method) => {
    const operation = item[method]
    if (operation === undefined) return []
    return [
      {
        id: operation.operationId,
        method,
        path,
        parameters: [...item.parameters, ...operation.parameters].map((one) =>
          settled(one, Parameter),
        ),
        responses: operation.responses,
      },
    ]
  }),
)

// ajv knows OpenAPI's `nullable`; words it does not know are the rest of the document.
const ajv = new Ajv({ strict: false, allErrors: true, formats: fullFormats })
ajv.addSchema({ ...z.record(z.string(), z.unknown()).parse(rawDescription), $id: 'api' })

/** References inside the description are to the whole document, wherever a schema stands. */
const absolute = (schema: unknown): unknown =>
  JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"api#/'))

const compiled = new Map<string, ValidateFunction>()

function validatorOf(schema: unknown): ValidateFunction {
  const key = JSON.stringify(schema)
  const known = compiled.get(key) ?? ajv.compile(absolute(schema) as object)
  compiled.set(key, known)
  return known
}

const patternOf = (path: string) =>
  new RegExp(`^${path.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+')}$`)

export type Answered = {
  readonly method: string
  /** Without the query. */
  readonly path: string
  readonly status: number
  readonly contentType: string
  readonly body: unknown
}

/** What is wrong with an answer by the description; an empty list where nothing is. */
export function faultsOf({ method, path, status, contentType, body }: Answered): string[] {
  const operation = operations.find(
    (one) => one.method === method.toLowerCase() && patternOf(one.path).test(path),
  )
  if (operation === undefined) return [`${method} ${path} is no operation`]
  const described = operation.responses[String(status)] ?? operation.responses['default']
  if (described === undefined) return [`${operation.id} has no answer ${status}`]
  const { content = {} } = settled(described, Response)
  const type = contentType.split(';')[0] ?? ''
  if (type === '') return Object.keys(content).length === 0 ? [] : ['it has no body']
  const media = content[type]
  if (media === undefined) return [`${operation.id} ${status} is not described as ${type}`]
  const validate = validatorOf(media.schema)
  return validate(body)
    ? []
    : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`)
}

/** Whether a value fits one named schema. */
export const fits = (schema: string, value: unknown): boolean =>
  validatorOf({ $ref: `#/components/schemas/${schema}` })(value)
