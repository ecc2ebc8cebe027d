import { animation } from './animation.ts';
import { exampleProject } from './project.ts';
import { play, SCENES } from './scenes.ts';
import { playSession } from './session.ts';
import { picture } from './svg.ts';

const THEMES = ['dark', 'light'] as const;

/** Every picture in both themes, by file name. */
export async function* drawAll(): AsyncGenerator<{ name: string; svg: string }> {
  for (const theme of THEMES) {
    const project = exampleProject();
    for (const scene of SCENES) {
      const screen = await play(scene, project, theme);
      yield { name: `${scene.name}-${theme}.svg`, svg: picture(screen, scene.title, theme) };
    }
    const frames = await playSession(theme);
    yield { name: `session-${theme}.svg`, svg: animation(frames, 'npx spec-wizard demo', theme) };
  }
}
