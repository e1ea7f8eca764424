import { useMemo } from 'react';
import { useLocation, useSearch } from 'wouter';
import { COUNTRIES, type CountryCode } from '../directory/codes.ts';
import type { Directory } from '../directory/directory.ts';
import type { Hit } from '../search/types.ts';
import { useTyped } from '../ui/useTyped.ts';
import { EVERYWHERE } from './found.ts';

interface SearchFilters {
  country: CountryCode | undefined;
  service: string | undefined;
  kind: string | undefined;
}

/** The filters of the address and what is not to be understood, and how to change them. */
export function useSearchFilters() {
  const query = useSearch();
  const [, navigate] = useLocation();
  const params = new URLSearchParams(query);
  const country = COUNTRIES.find((code) => code === params.get('country'));
  const service = params.get('service') ?? undefined;
  const kind = params.get('kind') ?? undefined;
  const filters = useMemo((): SearchFilters => ({ country, service, kind }), [country, service, kind]);
  const { typed, type } = useTyped('/search');
  const change = (wanted: Partial<SearchFilters>) => {
    const next = new URLSearchParams(location.search);
    for (const [name, value] of Object.entries(wanted)) {
      if (value === undefined) next.delete(name);
      else next.set(name, value);
    }
    navigate(next.size > 0 ? `/search?${next}` : '/search', { replace: true, state: history.state });
  };
  return { filters, without: typed.without, change, understand: (without: string[]) => type({ without }) };
}

/** Whether a hit passes the filters. */
export function accepts({ country, service, kind }: SearchFilters, directory: Directory): (hit: Hit) => boolean {
  return (hit) => {
    if (country !== undefined && !EVERYWHERE.has(hit.type) && hit.country !== country) return false;
    if (service === undefined && kind === undefined) return true;
    const responder = hit.type === 'responder' ? directory.responder(hit.id) : undefined;
    return (
      responder !== undefined &&
      (service === undefined || responder.services.includes(service)) &&
      (kind === undefined || responder.kind === kind)
    );
  };
}
