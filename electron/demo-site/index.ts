/**
 * A Confluence simulator on loopback: the site that newcomers explore and that tests run against.
 * The client cannot tell it from a real one; nothing in the product may treat it differently.
 */
export { createDemoSite, type DemoSite, type DemoSiteOptions } from './demo-site'
export type { Call } from './serve'
export { isTrap, type Trap, traps } from './traps'
export type { DemoContent, DemoRelation, DemoSpace, DemoUser, World } from './world'
