/** `npm run build:map`: the map of the region, into `.build/map.json`. */
import { writeMap } from './data/map.ts';

writeMap('.build');
