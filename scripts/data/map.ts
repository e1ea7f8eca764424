/** Draws the map of the region, once at build: SVG paths from Natural Earth's countries. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { geoBounds, geoConicConformal, geoIdentity, geoPath } from 'd3-geo';
import type { MultiPolygon, Polygon } from 'geojson';
import { feature, merge, mergeArcs } from 'topojson-client';
import type {
  MultiPolygon as ArcMultiPolygon,
  Polygon as ArcPolygon,
  GeometryCollection,
  Topology,
} from 'topojson-specification';
import type { RegionMapData } from '../../src/directory/region-map.ts';
import { COUNTRIES, type CountryCode } from '../../src/directory/schema.ts';

type Point = [number, number];
type Area = ArcPolygon | ArcMultiPolygon;
type Atlas = Topology<{ countries: GeometryCollection<{ name: string }> }>;

/** ISO 3166-1 numeric codes, by which world-atlas knows the countries. */
const NUMERIC: Record<CountryCode, string> = {
  dk: '208',
  ee: '233',
  fi: '246',
  de: '276',
  is: '352',
  lv: '428',
  lt: '440',
  no: '578',
  pl: '616',
  ru: '643',
  se: '752',
  bg: '100',
  ro: '642',
  ua: '804',
};

/** Where a name stands best, as longitude and latitude: on the mainland, clear of other names. */
const LABELS: Record<CountryCode, Point> = {
  dk: [9.2, 56.1],
  ee: [25.8, 58.75],
  fi: [26.3, 63],
  de: [10.3, 51],
  is: [-18.7, 64.85],
  lv: [25.3, 56.85],
  lt: [23.8, 55.35],
  no: [8.9, 61.2],
  pl: [19.3, 52.1],
  ru: [38.5, 57],
  se: [15.3, 59.4],
  bg: [25.2, 42.7],
  ro: [25, 45.8],
  ua: [31.3, 49.2],
};

/** What must be inside the frame: Iceland, the North Cape, Bulgaria's south, Ukraine's east. */
const CORNERS: Point[] = [
  [-24.6, 65.5],
  [-22.7, 63.8],
  [25.8, 71.2],
  [31.1, 70.4],
  [23, 41.1],
  [40.4, 49.2],
  [39, 47],
];

const WIDTH = 1000;
const MARGIN = 14;
/** How far a line may be from where it was surveyed, in units of the drawing (a phone shows about three in a pixel). */
const TOLERANCE = { country: 0.5, neighbour: 1.5 };
/** Islands smaller than this, in square units, could not be seen. */
const SMALLEST = { country: 10, neighbour: 60 };

const atlas: Atlas = createRequire(import.meta.url)('world-atlas/countries-50m.json');
const shapes = atlas.objects.countries.geometries as (Area & { id?: string })[];

const projection = geoConicConformal()
  .parallels([47, 65])
  .rotate([-14, 0])
  .fitWidth(WIDTH - 2 * MARGIN, { type: 'MultiPoint', coordinates: CORNERS });
const corners = CORNERS.map((corner): Point => projection(corner) ?? corner);
const left = Math.min(...corners.map(([x]) => x)) - MARGIN;
const top = Math.min(...corners.map(([, y]) => y)) - MARGIN;
const HEIGHT = Math.round(Math.max(...corners.map(([, y]) => y)) + MARGIN - top);

/** Where a longitude and latitude lie in the drawing. */
export function place(point: Point): Point {
  const [x, y] = projection(point) ?? [0, 0];
  return [x - left, y - top];
}

/**
 * Draws the map.
 * @throws Error when the atlas has changed so that a country or Crimea is no longer found in it
 */
export function drawMap(): RegionMapData {
  const land = fourteen();
  const near = neighbours();
  const drawing = projected(new Set([...land.values()].flatMap(arcNumbers)));
  return {
    width: WIDTH,
    height: HEIGHT,
    ground: path(merge(drawing, [{ type: 'MultiPolygon', arcs: near }]), SMALLEST.neighbour),
    countries: [...land].map(([code, shape]) => {
      const [x, y] = place(LABELS[code]);
      return {
        code,
        path: path(feature(drawing, shape as ArcMultiPolygon).geometry, SMALLEST.country),
        label: [Math.round(x), Math.round(y)],
      };
    }),
  };
}

/** Writes the map into a folder as `map.json`. */
export function writeMap(folder: string): void {
  const text = JSON.stringify(drawMap());
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/map.json`, text);
  console.log(`Map: ${COUNTRIES.length} countries, ${Math.round(text.length / 1000)} kB`);
}

/**
 * The land of each country.
 *
 * Natural Earth draws Crimea as it is controlled, with Russia. Harbour draws the borders that the United Nations
 * recognise (General Assembly resolution 68/262): Crimea is Ukraine. The peninsula is a polygon of its own, which is
 * taken from the one and given to the other; the line between them at Perekop then falls away.
 */
function fourteen(): Map<CountryCode, Area> {
  const land = new Map(
    COUNTRIES.map((code): [CountryCode, Area] => {
      const shape = shapes.find(({ id }) => id === NUMERIC[code]);
      if (!shape) throw new Error(`world-atlas has no ${code}`);
      return [code, shape];
    }),
  );
  const { ru, ua } = Object.fromEntries(land);
  const russia = ru ? polygons(ru) : [];
  const crimea = russia.filter((polygon) => within(polygon, [32, 44, 37, 46.5]));
  if (!ua || crimea.length !== 1) throw new Error(`found Crimea ${crimea.length} times in world-atlas's Russia`);
  land.set('ru', { type: 'MultiPolygon', arcs: russia.filter((polygon) => !crimea.includes(polygon)) });
  land.set('ua', mergeArcs(atlas, [ua, { type: 'MultiPolygon', arcs: crimea }]));
  return land;
}

/** The land around: polygon by polygon, because France and the Netherlands also lie beyond the ocean. */
function neighbours(): number[][][] {
  return shapes
    .filter(({ id }) => !Object.values(NUMERIC).includes(id ?? ''))
    .flatMap(polygons)
    .filter((polygon) => within(polygon, [-30, 25, 75, 66]));
}

/** Whether a polygon lies wholly between west, south, east and north. */
function within(polygon: number[][], [west, south, east, north]: [number, number, number, number]): boolean {
  const [[w, s], [e, n]] = geoBounds(feature(atlas, { type: 'Polygon', arcs: polygon }));
  return west < w && w <= e && e < east && south < s && n < north;
}

/** The polygons of an area, each a list of rings of arc numbers. */
function polygons(shape: Area): number[][][] {
  return shape.type === 'Polygon' ? [shape.arcs] : shape.arcs;
}

/** The arcs of which an area is drawn, whichever way round. */
function arcNumbers(shape: Area): number[] {
  return polygons(shape)
    .flat(2)
    .map((arc) => (arc < 0 ? ~arc : arc));
}

/**
 * The atlas with its arcs projected and simplified. Done arc by arc, so that two countries keep one border.
 * @param fine arcs of the fourteen countries; the others are drawn more roughly
 */
function projected(fine: ReadonlySet<number>): Atlas {
  const { transform, ...rest } = atlas;
  if (!transform) throw new Error('world-atlas is quantised; this one is not');
  const arcs = atlas.arcs.map((arc, index) => {
    let x = 0;
    let y = 0;
    const points = arc.map(([dx = 0, dy = 0]): Point => {
      x += dx;
      y += dy;
      return place([x * transform.scale[0] + transform.translate[0], y * transform.scale[1] + transform.translate[1]]);
    });
    return simplified(points, fine.has(index) ? TOLERANCE.country : TOLERANCE.neighbour);
  });
  return { ...rest, arcs };
}

/** Douglas and Peucker: keeps the ends and every point farther than `tolerance` from the line between kept ones. */
function simplified(points: Point[], tolerance: number): Point[] {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || points.length < 3) return points;
  let farthest = 0;
  let split = 0;
  for (const [index, point] of points.entries()) {
    const away = distance(point, first, last);
    if (away > farthest) [farthest, split] = [away, index];
  }
  if (farthest <= tolerance) return [first, last];
  return [...simplified(points.slice(0, split + 1), tolerance), ...simplified(points.slice(split), tolerance).slice(1)];
}

/** How far a point is from the stretch between two others. */
function distance([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const length = (bx - ax) ** 2 + (by - ay) ** 2;
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length));
  return Math.hypot(x - ax - along * (bx - ax), y - ay - along * (by - ay));
}

/** An area cut to the frame, as an SVG path in whole units with relative steps. */
function path(shape: Polygon | MultiPolygon, smallest: number): string {
  const frame = geoIdentity().clipExtent([
    [-2, -2],
    [WIDTH + 2, HEIGHT + 2],
  ]);
  const cut = geoPath(frame)(shape) ?? '';
  return cut
    .split('Z')
    .map((ring) =>
      [...ring.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map(
        ([, x, y]): Point => [Math.round(Number(x)), Math.round(Number(y))],
      ),
    )
    .map((ring) =>
      ring.filter(([x, y], index) => index === 0 || x !== ring[index - 1]?.[0] || y !== ring[index - 1]?.[1]),
    )
    .filter((ring) => ring.length > 2 && Math.abs(ringArea(ring)) >= smallest)
    .map(
      (ring) =>
        `M${ring[0]?.join(' ')}l${ring
          .slice(1)
          .map(([x, y], index) => {
            const [px, py] = ring[index] as Point;
            return `${x - px} ${y - py}`;
          })
          .join(' ')
          .replaceAll(' -', '-')}z`,
    )
    .join('');
}

/** The area of a ring in square units, signed by the way it runs. */
function ringArea(ring: Point[]): number {
  return ring.reduce((sum, [x, y], index) => {
    const [nx, ny] = ring[(index + 1) % ring.length] as Point;
    return sum + (x * ny - nx * y) / 2;
  }, 0);
}
