/**
 * What a link of a channel leads to. The packs are checked when they are read; here, too, nothing can be dialled, written
 * to or opened but a number, a mailbox and a page. No React: the plain page of `index.html` has the same links.
 */
import type { PackChannel } from './pack.ts';

/** `tel:` with the digits of a number, and its `+`: nothing else reaches the phone's dialler. */
export function callHref(number: string): string {
  return `tel:${digitsOf(number)}`;
}

/** `mailto:` with one mailbox, encoded; what follows `?` is ours. */
export function mailHref(mailbox: string): string {
  return `mailto:${encodeURIComponent(mailbox).replace('%40', '@')}`;
}

/** The link of a channel; undefined for an address that is no web page, so that nothing looks alive that must not be opened. */
export function hrefOf({ type, value, tel = value }: Pick<PackChannel, 'type' | 'value' | 'tel'>): string | undefined {
  switch (type) {
    case 'phone':
      return callHref(tel);
    case 'sms':
      return `sms:${digitsOf(tel)}`;
    case 'email':
      return mailHref(value);
    default:
      return pageHref(value);
  }
}

/** The host of a web address, for who wants to know where it leads. */
export function hostOf(address: string): string {
  return /^https?:\/\/([^/?#]+)/i.exec(address)?.[1] ?? address;
}

/** A web address as it is; undefined for whatever else an address can be. */
export function pageHref(address: string): string | undefined {
  return /^https?:\/\//i.test(address) ? address : undefined;
}

function digitsOf(number: string): string {
  return number.replace(/(?!^\+)\D/g, '');
}
