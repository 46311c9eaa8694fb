/**
 * Stands for what `current` gives at each call: a file may be opened anew, or under another name,
 * while somebody holds its store. `current` is asked each time a method is called.
 */
export const lasting = <T extends object>(current: () => T): T =>
  new Proxy<Partial<T>>(
    {},
    {
      get:
        (_, name) =>
        (...given: unknown[]): unknown => {
          const now = current()
          const method: unknown = Reflect.get(now, name)
          if (typeof method !== 'function') throw new TypeError(`No method ${String(name)}.`)
          return Reflect.apply(method, now, given)
        },
    },
    // Every property of it is a method of what it stands for.
  ) as T
