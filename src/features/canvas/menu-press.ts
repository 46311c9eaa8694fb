const isMac = (): boolean => navigator.userAgent.includes('Mac OS X')

/** Control and a press, which on a Mac mean what the other button means elsewhere. */
export const isControlPress = ({ button, ctrlKey }: MouseEvent): boolean =>
  isMac() && button === 0 && ctrlKey
