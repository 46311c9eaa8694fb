/** `3.4 MB`, `120 kB`. */
export const inBytes = (bytes: number): string =>
  bytes >= 1_000_000
    ? `${(bytes / 1_000_000).toFixed(bytes < 10_000_000 ? 1 : 0)} MB`
    : `${Math.max(1, Math.round(bytes / 1000))} kB`
