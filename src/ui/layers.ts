/** What lies over the page and takes what is pressed there, as a selector. */
export const layers = '[role="dialog"], [role="alertdialog"], [role="menu"]'
