/** A content id as decimal digits without leading zeros; null where the text is none. */
export function contentKey(text: string | undefined): string | null {
  const digits = /^0*([1-9]\d{0,18})$/.exec(text?.trim() ?? '')?.[1]
  return digits ?? null
}
