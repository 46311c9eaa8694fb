const name = 'relation-explorer-key'

type Place = {
  readonly location: Pick<Location, 'hash' | 'pathname'>
  readonly history: Pick<History, 'replaceState'>
  readonly sessionStorage: Pick<Storage, 'getItem' | 'setItem'>
}

/**
 * The key of this launch. It comes in the fragment, which is never sent to a server; it is taken
 * out of the address at once and kept for reloads of this tab only.
 */
export function takeKey({ location, history, sessionStorage }: Place): string | null {
  const given = new URLSearchParams(location.hash.slice(1)).get('key')
  if (given === null || given === '') return sessionStorage.getItem(name)
  sessionStorage.setItem(name, given)
  history.replaceState(null, '', location.pathname)
  return given
}
