import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildScriptedVulkan } from '../../fixtures/faulty-icd/build-faulty-icd';
import type { Device } from '../drivers/driver';
import { reproducer } from './reproducer';
import { compiled, headers, withCompiler } from './self-test/compiler';
import {
  begin,
  call,
  caseBegins,
  check,
  createFence,
  device,
  failed,
  fence,
  instance,
  made,
  setUp,
  wrongStatus,
} from './self-test/made-up-trace';

withCompiler('a program', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'vkextern-reproducer-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  let library = '';
  beforeAll(() => {
    library = buildScriptedVulkan(headers ?? '', folder);
  });

  const built = (text: string, name: string): string => compiled(text, folder, name);
  const ran = (program: string, variables: Readonly<Record<string, string>>) => {
    const env = { ...process.env, REPRO_VULKAN: library, ...variables };
    const { status, stdout, stderr } = spawnSync(program, { encoding: 'utf8', env });
    return { status, stdout, stderr };
  };

  const statusProgram = (identity: Partial<Device['identity']>): string =>
    reproducer(
      instance,
      { ...device, identity: { ...device.identity, ...identity } },
      failed(wrongStatus),
      [
        setUp(),
        [caseBegins()],
        createFence(),
        call('vkGetFenceStatus', [made, fence], {}, 'VK_NOT_READY'),
        [check('VK_NOT_READY', ['VK_SUCCESS'], 'status')],
      ].flat(),
    );

  it('says 77 where there is no Vulkan', () => {
    const program = built(statusProgram({}), 'status');
    const { status: code, stdout } = ran(program, { REPRO_VULKAN: join(folder, 'none.so') });
    expect(stdout).toMatch(/^cannot show it: .*none\.so/);
    expect(code).toBe(77);
  });

  describe('of a case that crashed shows nothing but the same end in the same call', () => {
    const ending = (message: string, name: string): string =>
      built(
        reproducer(
          instance,
          device,
          failed({}, 'crash', message),
          [setUp(), [caseBegins()], createFence(), [begin('vkResetFences', [made, [fence]])]].flat(),
        ),
        name,
      );
    let program = '';
    beforeAll(() => {
      program = ending('the host died of SIGSEGV inside vkResetFences()', 'crash');
    });
    const ends = (script: string) => ran(program, { SCRIPTED_VULKAN_ENDS: script });

    it('that end', () => {
      const { status: code, stdout } = ends('vkResetFences:11');
      expect(stdout).toContain('the end of vkResetFences: expected that it comes back, seen SIGSEGV\n');
      expect(code).toBe(1);
    });

    it('another signal, or an exit with 1', () => {
      expect(ends('vkResetFences:6')).toMatchObject({
        status: 77,
        stdout: expect.stringContaining(
          'cannot show it: SIGABRT (vkResetFences), which is not the end that was recorded\n',
        ),
      });
      expect(ends('vkResetFences:14').stdout).toContain('no return (vkResetFences)');
      expect(ends('vkResetFences:0')).toMatchObject({ status: 77 });
    });

    it('the same signal in another call', () => {
      expect(ends('vkCreateFence:11')).toMatchObject({
        status: 77,
        stdout: expect.stringContaining(
          'cannot show it: SIGSEGV (before what decides), which is not the end that was recorded\n',
        ),
      });
      expect(ends('vkCreateFence:0')).toMatchObject({ status: 77 });
    });

    it('no end', () => {
      expect(ends('')).toMatchObject({ status: 0 });
    });

    it('the end of the other process', () => {
      program = built(
        reproducer(
          instance,
          device,
          failed({}, 'crash', 'the peer died of SIGSEGV inside vkResetFences()'),
          [
            setUp(),
            setUp('peer'),
            [caseBegins()],
            createFence('peer'),
            [begin('vkResetFences', [made, [fence]], 'peer')],
          ].flat(),
        ),
        'peer',
      );
      expect(ends('vkResetFences:11')).toMatchObject({ status: 1 });
      expect(ends('vkResetFences:6')).toMatchObject({ status: 77 });
      expect(ends('vkCreateFence:11')).toMatchObject({ status: 77 });
      expect(ends('vkCreateFence:9').stdout).toContain('the other process died');
      expect(ends('')).toMatchObject({ status: 0 });
    });

    it('the end of this process, while the other is in a call too', () => {
      program = built(
        reproducer(
          instance,
          device,
          failed({}, 'crash', 'the host died of SIGSEGV inside vkResetFences()'),
          [
            setUp(),
            setUp('peer'),
            [caseBegins()],
            createFence(),
            createFence('peer'),
            [begin('vkResetFences', [made, [fence]])],
            [begin('vkGetFenceStatus', [made, fence], 'peer')],
          ].flat(),
        ),
        'host',
      );
      expect(ends('vkResetFences:11')).toMatchObject({ status: 1 });
    });

    it('an exit, where that was recorded', () => {
      program = ending('the host exited with code 1 inside vkResetFences()', 'exit');
      expect(ends('vkResetFences:0')).toMatchObject({ status: 1 });
      expect(ends('vkResetFences:11')).toMatchObject({ status: 77 });
    });
  });

  describe('finds its device', () => {
    const uuid = (byte: string): string => byte.repeat(16);
    const chosen = (program: string, devices: string): string => {
      const { status: code, stdout, stderr } = ran(program, { SCRIPTED_VULKAN_DEVICES: devices });
      return code === 77 ? stdout.trim() : `${stdout.includes('note: ') ? 'noted ' : ''}${stderr.trim()}`;
    };

    it('by deviceUUID, then driverUUID, whatever its name and place', () => {
      const text = statusProgram({ deviceName: 'a', deviceUUID: uuid('11'), driverUUID: uuid('01') });
      const program = built(text, 'uuid');
      expect(chosen(program, 'a:18:1,b:17:1')).toBe('device 2');
      expect(chosen(program, 'a:17:2,a:17:1')).toBe('device 2');
    });

    it('of another build by its name or its being alone, and says so', () => {
      const program = join(folder, 'uuid');
      expect(chosen(program, 'b:18:1,a:19:1')).toBe('noted device 2');
      expect(chosen(program, 'b:18:1')).toBe('noted device 1');
      expect(chosen(program, 'a:18:1,a:19:1')).toBe(
        'cannot show it: 2 devices, none of which is known to be a',
      );
      expect(chosen(program, 'b:18:1,c:19:1')).toMatch(/^cannot show it/);
    });

    it('by its name where the driver gave zeros', () => {
      const text = statusProgram({ deviceName: 'a', deviceUUID: uuid('00'), driverUUID: uuid('00') });
      const program = built(text, 'name');
      expect(chosen(program, 'b:0:0,a:0:0')).toBe('device 2');
    });
  });
});
