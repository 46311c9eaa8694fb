/** Looks at files from outside in a process of its own, and takes out what can be read of them. */
export { createInspector, type Inspector, type Look } from './inspector'
