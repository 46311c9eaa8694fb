/** Tells work under way that nobody waits for it any more. The platform's `AbortSignal` is one. */
export type CancelSignal = {
  readonly aborted: boolean
  addEventListener(type: 'abort', listener: () => void): void
  removeEventListener(type: 'abort', listener: () => void): void
}

export type Cancel = { readonly signal: CancelSignal; abort(): void }

// Shared ground compiles without DOM and Node types, and both sides have this global.
declare const AbortController: new () => Cancel

export const createCancel = (): Cancel => new AbortController()
