import { printable } from './text'

/** Escapes for text and for quoted attributes alike; `]]>` cannot come about. */
export const escapeXml = (text: string): string =>
  printable(text)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    // A parser turns these into spaces inside an attribute unless they are written so.
    .replace(/[\n\r\t]/g, (letter) => `&#${letter.charCodeAt(0)};`)

type Attributes = Readonly<Record<string, string | number | undefined>>

/** A start tag; attributes without a value are left out. */
export const openTag = (name: string, attributes: Attributes = {}): string =>
  `<${name}${attributesOf(attributes)}>`

export const emptyTag = (name: string, attributes: Attributes = {}): string =>
  `<${name}${attributesOf(attributes)}/>`

export const element = (name: string, attributes: Attributes, text: string): string =>
  `${openTag(name, attributes)}${escapeXml(text)}</${name}>`

export const xmlHead = '<?xml version="1.0" encoding="UTF-8"?>'

const attributesOf = (attributes: Attributes): string =>
  Object.entries(attributes)
    .map(([name, value]) => (value === undefined ? '' : ` ${name}="${escapeXml(String(value))}"`))
    .join('')
