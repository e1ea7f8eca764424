/** A link that opens an address in the phone's own map app. Following it is the user's act; nothing is fetched here. */

/**
 * @param address as it stands in the data
 * @param country the country's name, so that a street is not found in another one
 * @param userAgent of the browser: each system opens its maps by another address
 */
export function mapLink(address: string, country: string, userAgent: string): string {
  // What stands in brackets explains the address to people and misleads a map.
  const query = encodeURIComponent(`${address.replace(/\s*\([^)]*\)/g, '')}, ${country}`);
  if (/Android/.test(userAgent)) return `geo:0,0?q=${query}`;
  if (/iPhone|iPad|Macintosh/.test(userAgent)) return `https://maps.apple.com/?q=${query}`;
  return `https://www.openstreetmap.org/search?query=${query}`;
}
