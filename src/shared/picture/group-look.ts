import type { Theme } from './relation-colours'

/** Quieter than relations, so that hulls stay in the background; a group's name tells it apart. */
export const groupColours: Record<Theme, readonly string[]> = {
  light: ['#6b7a99', '#8a7340', '#4f8277', '#94667f', '#6f7d3d', '#a0664a'],
  dark: ['#9fb0d0', '#cdb67c', '#86bfb2', '#cf9fb8', '#aebd78', '#d99f82'],
}

export const groupColour = (at: number, theme: Theme): string => {
  const colours = groupColours[theme]
  return colours[at % colours.length] ?? '#888888'
}
