/**
 * Writes `out/NOTICES.md` with each build: every library that is bundled or shipped, with its
 * licence. Vite's own `build.license` does not look into workers, which hold the layouts and the PDF.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { libraryIn, packageOf, runtimePackages } from './libraries.mjs'

/** @param {{ root: string, file: string }} where */
export function createNotices({ root, file }) {
  /** @type {Set<string>} */
  const folders = new Set(runtimePackages(root))
  return {
    /** @returns {import('vite').Plugin} notes what a bundle holds; for every bundle, workers too */
    note: () => ({
      name: 'relation-explorer:note-libraries',
      generateBundle(_, bundle) {
        for (const chunk of Object.values(bundle)) {
          if (chunk.type === 'asset') continue
          for (const id of chunk.moduleIds) {
            const folder = packageOf(id)
            if (folder !== null) folders.add(folder)
          }
        }
      },
    }),
    /** @returns {import('vite').Plugin} for the bundle that is built last */
    write: () => ({
      name: 'relation-explorer:write-notices',
      closeBundle() {
        mkdirSync(dirname(file), { recursive: true })
        writeFileSync(file, noticesOf([...folders].map(libraryIn)))
      },
    }),
  }
}

const opening = `# Notices

Relation Explorer for Confluence is under the MIT licence. It holds these libraries, each under its
own licence. The window adds Electron and Chromium, whose licences stand beside its program file.
`

/** @param {import('./libraries.mjs').Library[]} libraries */
function noticesOf(libraries) {
  const known = new Map(libraries.map((one) => [`${one.name} ${one.version}`, one]))
  const inOrder = [...known].sort(([a], [b]) => (a < b ? -1 : 1))
  return [opening, ...inOrder.map(([title, library]) => sectionOf(title, library))].join('\n')
}

/** @param {string} title @param {import('./libraries.mjs').Library} library */
function sectionOf(title, { licence, author, text }) {
  const by = author === '' ? '' : ` by ${author}`
  const none = `The package${by} holds no copy of its licence: https://spdx.org/licenses/${licence}.html`
  return `## ${title}\n\nLicence: ${licence}\n\n${text === null ? none : fenced(text)}\n`
}

/** @param {string} text as it is, whatever marks it holds */
const fenced = (text) => `~~~~text\n${text.replaceAll('~~~~', '~ ~ ~')}\n~~~~`
