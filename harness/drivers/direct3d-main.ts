/** The program that asks Direct3D, and prints what it makes for others on the adapter whose LUID is the argument. */
import { osHandles } from '../handles';

async function main(): Promise<void> {
  const found = await osHandles().direct3dObjects(process.argv[2] ?? '');
  process.stdout.write(`${JSON.stringify(found)}\n`);
}

main();
