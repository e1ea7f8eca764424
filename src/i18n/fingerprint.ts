/**
 * A text by its fingerprint: 13 hex digits, the same in scripts and in the app. A translation is found by that of its
 * English, so one that was made from other words is never shown for these. FNV-1a, twice, from two beginnings.
 */
export function fingerprint(text: string): string {
  let [one, two] = [0x811c9dc5, 0x050c5d1f];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    one = Math.imul(one ^ unit, 0x01000193);
    two = Math.imul(two ^ unit ^ (at & 0xff), 0x01000193);
  }
  return (hex(one) + hex(two)).slice(0, 13);
}

function hex(number: number): string {
  return (number >>> 0).toString(16).padStart(8, '0');
}
