/**
 * What failed, read from the reports of the two test runners: said once more at the end of
 * `npm test`, since what stands minutes above the last line is not found, or not kept, by whoever
 * reads a long log from its end.
 */

/** A message's first lines, without colours: enough to know the failure again. @param {unknown} text */
function shortened(text) {
  const lines = String(text ?? '')
    // eslint-disable-next-line no-control-regex -- The colours of a terminal begin with ESC.
    .replace(/\u001b\[[\d;]*m/g, '')
    .split('\n')
    .filter((line) => line.trim() !== '')
  return lines.slice(0, 12).map((line) => `    ${line}`)
}

/**
 * @param {any} report vitest's JSON report, or null
 * @returns {string[]} lines to print
 */
export function failedUnitTests(report) {
  return (report?.testResults ?? []).flatMap((/** @type {any} */ file) => {
    const failed = (file.assertionResults ?? []).filter(
      (/** @type {any} */ test) => test.status === 'failed',
    )
    // A file that could not be loaded has no tests, only a message of its own.
    if (failed.length === 0 && file.status === 'failed') {
      return [`- ${file.name}`, ...shortened(file.message)]
    }
    return failed.flatMap((/** @type {any} */ test) => [
      `- ${file.name} › ${test.fullName}`,
      ...shortened(test.failureMessages?.[0]),
    ])
  })
}

/** @param {any} suite @returns {any[]} its specs and those of the suites within */
const specsOf = (suite) => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specsOf)]

/**
 * @param {any} report Playwright's JSON report, or null
 * @returns {string[]} lines to print
 */
export function failedBrowserTests(report) {
  return (report?.suites ?? [])
    .flatMap(specsOf)
    .filter((/** @type {any} */ spec) => !spec.ok)
    .flatMap((/** @type {any} */ spec) => [
      `- ${spec.file}:${spec.line} › ${spec.title}`,
      ...shortened(
        spec.tests?.flatMap((/** @type {any} */ test) => test.results ?? []).at(-1)?.error?.message,
      ),
    ])
}
