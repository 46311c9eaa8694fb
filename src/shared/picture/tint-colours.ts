import type { Theme } from './relation-colours'

/** Told apart from each other and from paper; the last stands for all that share it. */
const kinds: Record<Theme, readonly string[]> = {
  light: [
    ...['#3b6fb6', '#c2571a', '#2e8555', '#a3407f', '#6b52b8', '#8f7412'],
    ...['#b23a48', '#1c8296', '#7a5c3e', '#5c7f1f', '#c0628f', '#7b8699'],
  ],
  dark: [
    ...['#6ea3ea', '#f0a35e', '#5fd0a0', '#f08fd6', '#b6a1ff', '#d9bf4a'],
    ...['#ff8f95', '#5fd0e8', '#c9a27e', '#a9cf5e', '#f7b5cd', '#8f9bb0'],
  ],
}

/** From new to old, blue to brown: told apart with every common colour blindness. */
const ages: Record<Theme, readonly string[]> = {
  light: ['#1f6fd0', '#4f86c6', '#7d8596', '#b07a45', '#a04a08'],
  dark: ['#5ea6ff', '#8db7ea', '#a3abba', '#dba56b', '#f08a3c'],
}

/** So many kinds have a colour of their own; all others share the next. */
export const ownColours = kinds.light.length - 1
/** The tint of kinds that share one. Tints count from 1. */
export const sharedTint = kinds.light.length

/** The tint of what is the `at`th of kinds, by their number of nodes. */
export const kindTint = (at: number): number => Math.min(at, ownColours) + 1

/** The tint of an age, of those that there are. */
export const ageTint = (at: number): number => sharedTint + 1 + at

export const tintColour = (tint: number, theme: Theme): string =>
  [...kinds[theme], ...ages[theme]][tint - 1] ?? '#888888'
