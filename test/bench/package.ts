import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Figure, inTurns, runToEnd } from './measure.ts';

/** The size of the package, and the time of a cold `npx` that installs it from its file. */
export async function packageFigures(rounds: number): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'spec-wizard-package-'));
  const packed = execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], {
    encoding: 'utf8',
  });
  const { filename, size, unpackedSize } = packedFile(packed);
  const tarball = join(folder, filename);
  const npx = () => {
    const home = mkdtempSync(join(folder, 'home-'));
    mkdirSync(join(home, 'work'));
    return runToEnd(['npx', '--yes', '--offline', `--package=${tarball}`, 'spec-wizard', '--version'], {
      cwd: join(home, 'work'),
      env: { HOME: home, npm_config_cache: join(home, 'cache') },
    });
  };
  const figures = [
    { group: 'package', name: 'package, packed', wall: null, cpu: null, memory: size / 1024 / 1024 },
    {
      group: 'package',
      name: 'package, unpacked',
      wall: null,
      cpu: null,
      memory: unpackedSize / 1024 / 1024,
    },
    ...(await inTurns('package', [{ name: 'npx --offline TARBALL --version, nothing cached', run: npx }], rounds)),
  ];
  rmSync(folder, { recursive: true, force: true });
  return figures;
}

interface Packed {
  filename: string;
  size: number;
  unpackedSize: number;
}

/** npm gives a list, or from version 12 on an object by name. */
function packedFile(json: string): Packed {
  const [first] = Object.values(JSON.parse(json) as Record<string, Packed> | Packed[]);
  return first!;
}
