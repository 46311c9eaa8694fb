import type { Plugin } from 'vite'

export function createNotices(where: { root: string; file: string }): {
  note: () => Plugin
  write: () => Plugin
}
