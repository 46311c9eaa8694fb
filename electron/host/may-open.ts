/**
 * Whether an address may be handed to the person's browser: https on one of the known sites, or
 * the running demo site. Anything else could be a page that makes the program open what it likes.
 */
export function mayOpen(
  address: string,
  sites: readonly string[],
  demoOrigin: string | null,
): boolean {
  let url: URL
  try {
    url = new URL(address)
  } catch {
    return false
  }
  if (url.username !== '' || url.password !== '') return false
  if (demoOrigin !== null && url.origin === demoOrigin) return true
  return url.protocol === 'https:' && sites.includes(url.origin)
}
