import { type FocusEvent, useState } from 'react'

const nobody = { pointer: false, keyboard: false }

/**
 * A value that stays as it was while a pointer or the keyboard is in what shows it: nothing moves
 * away under them. `isNew` says that another one waits. Another `key` is taken at once, and so is
 * the first value, before which there was nothing to point at (null).
 */
export function useWhileAway<T>(value: T | null, key: string) {
  const [held, setHeld] = useState({ value, key })
  const [inside, setInside] = useState(nobody)
  const isSame = held.key === key
  const isHeld = (inside.pointer || inside.keyboard) && isSame && held.value !== null
  if (!isHeld && (held.value !== value || !isSame)) setHeld({ value, key })
  // What was shown goes with its key, and tells no more of who leaves it.
  if (!isSame && inside !== nobody) setInside(nobody)
  const part = (more: Partial<typeof nobody>) => setInside((now) => ({ ...now, ...more }))
  return {
    value: isHeld ? held.value : value,
    isNew: isHeld && held.value !== value,
    take: () => setHeld({ value, key }),
    watch: {
      onPointerEnter: () => part({ pointer: true }),
      onPointerLeave: () => part({ pointer: false }),
      onFocus: () => part({ keyboard: true }),
      onBlur: ({ currentTarget, relatedTarget }: FocusEvent<HTMLElement>) => {
        if (!currentTarget.contains(relatedTarget)) part({ keyboard: false })
      },
    },
  }
}
