import { z } from 'zod'

const ErrorBody = z.object({
  message: z.string().optional().catch(undefined),
  errors: z
    .array(
      z.object({
        title: z.string().optional().catch(undefined),
        detail: z.string().optional().catch(undefined),
      }),
    )
    .optional()
    .catch(undefined),
  data: z
    .object({
      errors: z.array(z.object({ message: z.object({ translation: z.string() }) })),
    })
    .optional()
    .catch(undefined),
})

const longest = 300

/**
 * One plain line from an error body, or null where there is none that may be shown. Confluence is
 * known for six shapes of error body (v1 as documented and in practice, v2, the gateway, Spring's
 * XML or HTML, plain text), so only a short plain sentence is ever taken from it.
 */
export function serverMessage(text: string): string | null {
  const body = parsedBody(text)
  if (body === undefined) return plain(text)
  const read = ErrorBody.safeParse(body)
  if (!read.success) return null
  const { message, errors, data } = read.data
  const error = errors?.[0]
  const candidates = [data?.errors[0]?.message.translation, error?.detail, error?.title, message]
  for (const candidate of candidates) {
    const line = candidate === undefined ? null : plain(candidate)
    if (line !== null) return line
  }
  return null
}

/** The JSON of a body, or undefined where it is none. */
export function parsedBody(text: string): unknown {
  try {
    const body: unknown = JSON.parse(text)
    return body
  } catch {
    return undefined
  }
}

/** A web page, or XML: whatever wrote it was not the part of Confluence that was asked. */
export const isPage = (text: string): boolean => /^\s*<[!?a-z]/i.test(text)

const javaPrefix = /^(?:[a-z_][\w$]*\.)+[\w$]*(?:Exception|Error)\b:?\s*/i

function plain(text: string): string | null {
  // Markup and truncated JSON tell a person nothing.
  if (/<[!?/a-z]/i.test(text) || /^\s*[[{]/.test(text)) return null
  let line = text.replace(/\p{C}+|\s+/gu, ' ').trim()
  while (javaPrefix.test(line)) line = line.replace(javaPrefix, '')
  if (line === '') return null
  return line.length > longest ? `${line.slice(0, longest - 1).trimEnd()}…` : line
}
