import { typeColours } from '../export'
import type { Theme } from './relation-colours'

export type Palette = {
  readonly paper: string
  readonly ink: string
  readonly faint: string
  readonly accent: string
  readonly content: string
  readonly user: string
  readonly space: string
  readonly unknown: string
}

/** Neither a canvas nor a file can read CSS variables, so colours stand here, one set a theme. */
export const palettes: Record<Theme, Palette> = {
  light: {
    paper: '#fbfcfe',
    ink: '#1c2433',
    faint: '#5d6a80',
    accent: '#0b5cd5',
    ...typeColours,
    unknown: '#8791a3',
  },
  dark: {
    paper: '#12161e',
    ink: '#e6ebf4',
    faint: '#9aa7bd',
    accent: '#7cb3ff',
    content: '#5f94dc',
    user: '#43b487',
    space: '#b286de',
    unknown: '#7b8699',
  },
}
