const name = 'relation-explorer-key'

/**
 * The key of this launch. It comes in the fragment, which is never sent to a server; it is taken
 * out of the address at once and kept for reloads of this tab only.
 */
export function takeKey(): string | null {
  const given = new URLSearchParams(window.location.hash.slice(1)).get('key')
  if (given === null) return sessionStorage.getItem(name)
  sessionStorage.setItem(name, given)
  history.replaceState(null, '', window.location.pathname)
  return given
}
