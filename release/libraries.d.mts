export type Library = {
  readonly name: string
  readonly version: string
  readonly licence: string
  readonly author: string
  readonly text: string | null
}
export function libraryIn(folder: string): Library
export function packageOf(path: string): string | null
export function runtimePackages(root: string): string[]
