/** The made-up company behind the demo site: people, spaces, content, relations. Knows no HTTP. */
export { createWorld, type LiveWorld, type World } from './create-world'
export { type Changes, createChanges } from './change-content'
export type { ContentKind, DemoContent, DemoSpace, DemoUser } from './model'
export type { DemoRelation } from './relation-store'
export { customNames } from './relate'
