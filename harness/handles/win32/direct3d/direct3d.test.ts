import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

const wine = resolve(__dirname, '../../../../fixtures/wine/main.js');
const present = spawnSync(process.execPath, [wine, '--present']).status === 0;

const described = present ? describe : describe.skip;
const where = present ? 'under Wine' : 'for lack of Wine in the cache (npm run wine -- --fetch)';

described(`sources of Direct3D, ${where}`, () => {
  // biome-ignore lint/suspicious/noExplicitAny: facts of a test program, whose shape the expectations state
  let facts: any;
  beforeAll(() => {
    const script = resolve(__dirname, 'direct3d.native-test.js');
    const finished = spawnSync(process.execPath, [wine, '--script', script], {
      encoding: 'utf8',
      timeout: 120_000,
    });
    if (finished.status !== 0) throw new Error(`${finished.status}, ${finished.stderr}`);
    facts = JSON.parse(finished.stdout);
  }, 130_000);

  test('are none where there is no Direct3D, each for its reason', () => {
    const [texture, fence] = [11, 12].map(
      (version) => new RegExp(`^D3D${version}CreateDevice .*failed with `),
    );
    expect(facts.adapter).toEqual({
      'd3d11-texture': expect.stringMatching(texture as RegExp),
      'd3d11-texture-kmt': expect.stringMatching(texture as RegExp),
      'd3d11-fence': expect.stringMatching(texture as RegExp),
      'd3d12-fence': expect.stringMatching(fence as RegExp),
    });
  });

  test('are none on an adapter that DXGI does not list', () => {
    for (const reason of Object.values(facts.unknownAdapter))
      expect(reason).toBe('IDXGIFactory1::EnumAdapters1 failed with no adapter of the LUID');
  });

  test('have fences that stand in for theirs, which keep order', () => {
    expect(facts.standInFence).toEqual({
      begins: '0',
      signaled: true,
      held: true,
      released: true,
      creators: [11, 12],
      sameId: false,
      ofNothing: null,
    });
  });

  test('leave no handle', () => {
    expect(facts.handlesLeft).toBe(0);
  });
});
