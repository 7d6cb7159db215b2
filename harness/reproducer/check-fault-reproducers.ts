import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildFaultyIcd } from '../../fixtures/faulty-icd/build-faulty-icd';
import { type IcdFault, icdFaults } from '../../fixtures/faulty-icd/icd-faults';
import { fetchDriver } from '../../fixtures/real-drivers/fetch-driver';
import { type ProgramProblem, problemsAmong } from './programs-at-once';
import { compileReproducer, type ProgramDriver, runReproducer } from './shown-deviation';

/** Gives what is wrong with the program of a fault: it must tell the driver with the fault from that without. */
async function problemOf(
  { name, showsIn }: IcdFault,
  driver: ProgramDriver,
  headers: string,
  folder: string,
): Promise<ProgramProblem | undefined> {
  const environment = { ...driver.environment, FAULTY_ICD_FAULT: name };
  const faulty = { ...driver, environment };
  const problem = await compileReproducer(showsIn, faulty, headers, folder);
  if (problem !== undefined) return { says: problem, isFalse: false };
  const under = await runReproducer(folder, faulty);
  if (under.status !== 1)
    return { says: `under the fault it ended with ${under.status}: ${under.printed}`, isFalse: false };
  const { status, printed } = await runReproducer(folder, driver);
  if (status === 0) return undefined;
  return { says: `without it it ended with ${status}: ${printed}`, isFalse: status === 1 };
}

async function main([headers, ...names]: readonly string[]): Promise<number> {
  if (headers === undefined) {
    console.error('usage: npm run check:fault-reproducers -- INCLUDE_FOLDER [FAULT...]');
    return 2;
  }
  const folder = mkdtempSync(join(tmpdir(), 'vkextern-faulty-icd-'));
  try {
    const { library } = await fetchDriver('swiftshader');
    const icd = buildFaultyIcd(headers, folder);
    const driver: ProgramDriver = {
      choice: ['--icd', icd.manifest, '--direct'],
      library: icd.library,
      manifest: null,
      dynamicLinker: null,
      environment: { FAULTY_ICD_DRIVER: library, FAULTY_ICD_FAULT: '' },
    };
    const chosen = icdFaults.filter(({ name }) => names.length === 0 || names.includes(name));
    const { wrong, askedAgain } = await problemsAmong(
      chosen,
      (fault, own) => problemOf(fault, driver, headers, own),
      ({ name, showsIn }, problem) => {
        console.log(`${problem === undefined ? 'shows' : 'WRONG'} ${name} in ${showsIn}`);
        if (problem !== undefined) console.log(`  ${problem}`);
      },
    );
    const right = chosen.length - wrong;
    console.log(
      `${right} programs tell a fault from its lack, ${wrong} do not; ${askedAgain} were made anew`,
    );
    return wrong === 0 && right > 0 ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (require.main === module)
  main(process.argv.slice(2)).then(
    (status) => {
      process.exitCode = status;
    },
    (error: unknown) => {
      console.error(error instanceof Error ? error.message : String(error));
      process.exitCode = 1;
    },
  );
