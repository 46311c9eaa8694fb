/** A graph as other programs read it: formats, parts, pseudonyms. Pure text, no file and no page. */
export { type Format, formatOf, formats } from './formats'
export type { Drawn, RelationFace } from './model'
export { partOf } from './part'
export { pseudonymsOf } from './pseudonyms'
export { redact } from './redact'
export { oneLine, printable } from './text'
export { drawnWorkspace } from './workspace-graph'
