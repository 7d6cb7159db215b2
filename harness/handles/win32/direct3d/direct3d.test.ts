import { join } from 'node:path';
import {
  outputOnWindows,
  whereWindowsProgramsRun,
  windowsProgramsRun,
} from '../../../../fixtures/wine/windows-program';

const described = windowsProgramsRun ? describe : describe.skip;

described(`sources of Direct3D, ${whereWindowsProgramsRun}`, () => {
  // biome-ignore lint/suspicious/noExplicitAny: facts of a test program, whose shape the expectations state
  let facts: any;
  beforeAll(() => {
    facts = JSON.parse(outputOnWindows(join(__dirname, 'direct3d.native-test.js'), 120_000));
  }, 130_000);

  test('are there, or each is not for its reason', () => {
    const kinds = ['d3d11-texture', 'd3d11-texture-kmt', 'd3d11-fence', 'd3d12-fence'];
    expect(Object.keys(facts.adapter)).toEqual(kinds);
    const reasons = Object.values(facts.adapter).filter((reason) => reason !== null);
    for (const reason of reasons) expect(reason).toMatch(/^[A-Z][\w:]+ .*failed with /);
    // Wine has no Direct3D here.
    if (whereWindowsProgramsRun === 'under Wine') expect(reasons).toHaveLength(kinds.length);
  });

  test('are none on an adapter that DXGI does not list', () => {
    for (const reason of Object.values(facts.unknownAdapter))
      expect(reason).toBe('IDXGIFactory4::EnumAdapterByLuid failed with no adapter of the LUID');
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
