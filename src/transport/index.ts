/** Carries the contract between page and host: a message port under Electron, else a WebSocket. */
export { attempt, type Attempt, toFailure } from './attempt'
export type { Client } from './client'
export { connect } from './connect'
export type { Connection } from './connection'
