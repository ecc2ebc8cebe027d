// Draws the pictures of docs/pictures from the built program: npm run pictures
import { mkdirSync, writeFileSync } from 'node:fs';
import { drawAll } from './pictures/draw-all.ts';

const folder = 'docs/pictures';
mkdirSync(folder, { recursive: true });
for await (const { name, svg } of drawAll()) {
  writeFileSync(`${folder}/${name}`, svg);
  console.log(`${name}: ${Math.ceil(svg.length / 1000)} kB`);
}
process.exit(0);
