export function whyNotElectron(machine: {
  wantsBrowser: boolean
  platform: NodeJS.Platform
  env: Record<string, string | undefined>
  isRoot: boolean
  nodeVersion: string
  isInstalled: boolean
}): string | null
