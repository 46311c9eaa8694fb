/** What is said of results that came without what stands at their other end. */
export const endsLacking = (count: number): string =>
  count === 1
    ? 'Confluence did not say what stands at the other end of 1 relation.'
    : `Confluence did not say what stands at the other ends of ${count.toLocaleString('en')} relations.`
