import { useState } from 'react';
import { Link } from 'wouter';
import map from '#build/map.json';
import type { RegionMapData } from '../directory/region-map.ts';
import type { CountryCode } from '../directory/schema.ts';
import { countryName } from '../i18n/format.ts';
import { currentLanguage, useT } from '../i18n/i18n.ts';
import styles from './RegionMap.module.css';

const { width, height, ground, countries } = map as unknown as RegionMapData;

interface Props {
  /** The countries in the order of the list, which is the order of the Tab key as well. */
  order: readonly CountryCode[];
  chosen: CountryCode | undefined;
  /** Where a country leads. */
  href: (code: CountryCode) => string;
  onPick?: ((code: CountryCode) => void) | undefined;
}

/** The region as one drawing in which each country is a link. The list beside it is its equal for small targets. */
export default function RegionMap({ order, chosen, href, onPick }: Props) {
  const t = useT();
  const language = currentLanguage();
  const [focused, setFocused] = useState<CountryCode>();
  const shapes = order.flatMap((code) => countries.find((country) => country.code === code) ?? []);
  const shape = (code: CountryCode | undefined) => countries.find((country) => country.code === code)?.path;
  return (
    <div className={styles.map}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be drawn in */}
      <svg viewBox={`0 0 ${width} ${height}`} role="group" aria-label={t('countries.map.label')}>
        <path className={styles.ground} d={ground} />
        {shapes.map(({ code, path }) => {
          const name = countryName(code, language);
          return (
            <Link
              key={code}
              className={`${styles.country} ${code === chosen ? styles.chosen : ''}`}
              href={href(code)}
              aria-label={code === chosen ? t('countries.map.chosen', { country: name }) : name}
              onClick={() => onPick?.(code)}
              onFocus={() => setFocused(code)}
              onBlur={() => setFocused(undefined)}
            >
              <path d={path} />
            </Link>
          );
        })}
        <path className={styles.chosenLine} d={shape(chosen)} />
        <path className={styles.focusLine} d={shape(focused)} />
        {/* Above every country, so that no border crosses a name; the links carry the names for screen readers. */}
        {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing drawn in here takes the focus */}
        <g className={styles.labels} aria-hidden="true">
          {shapes.map(({ code, label: [x, y] }) => (
            <text key={code} x={x} y={y} className={code === chosen ? styles.chosenLabel : ''}>
              <tspan className={styles.code}>{code.toUpperCase()}</tspan>
              <tspan className={styles.name}>{countryName(code, language)}</tspan>
            </text>
          ))}
        </g>
      </svg>
    </div>
  );
}
