/** One thing that can be done at once. */
export type Command = {
  readonly title: string
  readonly keys?: string
  readonly run: () => void
}
