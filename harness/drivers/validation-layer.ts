import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

const layer = 'VK_LAYER_KHRONOS_validation';
const settingsFile = 'vk_layer_settings.txt';
/**
 * Synchronization and thread safety beside the default checks, every message each time, on standard output; by its
 * information the layer says that it is on.
 */
const settings = [
  'debug_action = VK_DBG_LAYER_ACTION_LOG_MSG',
  'log_filename = stdout',
  'report_flags = error,warn,info',
  'enable_message_limit = false',
  'validate_sync = true',
  'thread_safety = true',
];

/** Writes the settings that the layer is used with beside its manifest. */
export function writeLayerSettings(folder: string): void {
  const lines = settings.map((line) => `khronos_validation.${line}\n`);
  writeFileSync(join(folder, settingsFile), lines.join(''));
}

/** Variables that put the layer of that folder between the Vulkan loader and its caller. */
export function validationEnvironment(folder: string): Readonly<Record<string, string>> {
  return {
    VK_LAYER_PATH: folder,
    VK_INSTANCE_LAYERS: layer,
    VK_LAYER_SETTINGS_PATH: join(folder, settingsFile),
  };
}
