/** Whether this is Chromium or a browser made of it, for what only it does. */
export function isChromium(): boolean {
  const { userAgentData } = navigator as Navigator & { userAgentData?: { brands?: readonly { brand: string }[] } };
  return userAgentData?.brands?.some(({ brand }) => brand === 'Chromium') ?? false;
}
