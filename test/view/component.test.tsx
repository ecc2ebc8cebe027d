import '../../src/host/with-resolvers.ts';
import { render } from 'ink-testing-library';
import { expect, it } from 'vitest';
import { themeOf } from '../../src/render/theme.ts';
import { App } from '../../src/view/app.tsx';
import { PALETTES } from '../../src/view/paint.ts';
import { Stage, templateOf } from './stage.ts';

it('the wizard is a component: state in, rows out, keys back', async () => {
  const stage = new Stage(100, 24).open(templateOf('component'));
  const appearance = { palette: PALETTES.none, theme: themeOf('none') };
  const { lastFrame, stdin, unmount } = render(<App machine={stage.machine} theme={appearance} onStage={() => {}} />);
  await expect.poll(() => lastFrame()).toContain('What is the component called?');
  stdin.write('Export');
  await expect.poll(() => lastFrame()).toContain('┃ Export');
  stdin.write('\r');
  await expect.poll(() => stage.file).toContain('# Export\n');
  await expect.poll(() => lastFrame()).toContain('question 2 of');
  unmount();
});
