/** Ms; who takes the keyboard on purpose has it by then. */
const grace = 40

const isThere = (element: HTMLElement): boolean =>
  element.isConnected && element.checkVisibility() && !element.matches(':disabled')

/**
 * The keyboard never falls to the page: where what has it is taken away or switched off, the nearest
 * thing round it that can have it takes it. Returns how to stop.
 */
export function keepFocus(): () => void {
  let path: readonly HTMLElement[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  const onFocus = ({ target }: FocusEvent) => {
    path = target instanceof HTMLElement ? [target, ...around(target)] : []
  }
  const check = () => {
    timer = undefined
    const [last, ...outer] = path
    // A press beside everything has left it where nothing is.
    if (document.activeElement !== document.body || last === undefined || isThere(last)) return
    outer
      .find((one) => isThere(one) && one.hasAttribute('tabindex'))
      ?.focus({ preventScroll: true })
  }
  const watcher = new MutationObserver(() => {
    if (document.activeElement === document.body) timer ??= setTimeout(check, grace)
  })
  watcher.observe(document.body, {
    ...{ childList: true, subtree: true, attributes: true },
    attributeFilter: ['disabled', 'hidden'],
  })
  document.addEventListener('focusin', onFocus)
  return () => {
    clearTimeout(timer)
    watcher.disconnect()
    document.removeEventListener('focusin', onFocus)
  }
}

function around(element: HTMLElement): HTMLElement[] {
  const found: HTMLElement[] = []
  for (let at = element.parentElement; at !== null; at = at.parentElement) found.push(at)
  return found
}
