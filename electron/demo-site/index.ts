/**
 * A Confluence simulator on loopback: the site that newcomers explore and that tests run against.
 * The client cannot tell it from a real one; nothing in the product may treat it differently.
 */
export { createDemoSite, type DemoSite } from './demo-site'
export { type Trap, traps, trapWords } from './traps'
export type { DemoContent } from './world'
