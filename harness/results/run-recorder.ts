import { specificationVersion } from '../../fixtures/requirements';
import type { CaseOutcome } from '../cases/outcome';
import type { BrokenDriver, Device, Driver } from '../drivers/driver';
import type { RunningSystem } from '../drivers/running-system';
import { REGISTRY_VERSION } from '../vulkan/generated/registry';
import { assembleResults } from './assemble-results';
import { writeCtrf } from './ctrf';
import type { Journal } from './journal';
import { writeJunit } from './junit';
import type { KeptLines } from './kept-lines';
import type { LogLink } from './log-link';
import { plannedEntry, requirementTexts } from './planned-entry';
import { remarksOn } from './remarks';
import {
  clearEarlierReports,
  type OpenReportFolder,
  openReportFolder,
  type ReportFiles,
  reportFiles,
  resultsPage,
} from './report-folder';
import { type RerunSettings, rerunCommand } from './rerun-command';
import { removeFile, writeResults } from './results-file';
import type { FlakePolicy, JournalHeader, JudgedBy, OutcomeLine, Results, RunEnding } from './results-schema';
import { schemaVersion } from './results-schema';
import type { PlannedCase, RunEnd, RunListener, RunOptions } from './run';
import { ResumeRefused, requireSameRun, type UnfinishedRun } from './unfinished-run';

const suitePackage: { name: string; version: string } = require('../../../package.json');

/** What a recorder is told of the run beside its options. */
export interface RecorderSettings extends Pick<RerunSettings, 'direct' | 'icds' | 'inGuest'> {
  /** The folder that holds one folder a driver. */
  readonly reports: string;
  /** Command line arguments, after the command's name. */
  readonly arguments: readonly string[];
  /** Why drivers run that nobody named; empty where they were chosen or are this machine's. */
  readonly unasked: readonly string[];
  /** What it runs on. */
  readonly system: RunningSystem;
  /** Drivers chosen that crashed or hung when asked for their devices: each gets a report that says so. */
  readonly broken: readonly BrokenDriver[];
  /** Whether outcomes whose attempts disagree decide the exit code. */
  readonly flakes: FlakePolicy;
  /** The run that this one goes on with; absent where it begins anew. */
  readonly goesOn?: Pick<UnfinishedRun, 'begin' | 'journals'>;
  /** Says how a baseline takes the outcomes of a driver. */
  readonly judge?: (results: Results) => Results;
  /** The baseline that a driver is judged by, by the name of the driver. */
  readonly baselineOf?: (driver: string) => Pick<JudgedBy, 'file' | 'sha256'> | undefined;
  /** Where the log of the job lies, for outcomes that are not as required. */
  readonly logLink?: LogLink;
}

/** The results of one driver and where they lie. */
export interface DriverReport {
  readonly files: ReportFiles;
  readonly results: Results;
}

interface OpenReport extends OpenReportFolder {
  readonly driver: Driver;
  readonly files: ReportFiles;
  content?: { header: JournalHeader; plan: Parameters<Journal['begin']>[1]; outcomes: OutcomeLine[] };
}

/** Keeps what happens in a run: a journal for each driver while it goes on, results.json, junit.xml and ctrf.json at its end. */
export class RunRecorder implements RunListener {
  private readonly reports: readonly OpenReport[];
  private readonly startedAt: string;
  private readonly begun = performance.now();

  /**
   * @throws ReportError where the reports cannot be written, FolderInUse where another run writes them, ResumeRefused where
   * one has meanwhile: nothing has run then.
   */
  constructor(
    private readonly options: RunOptions,
    private readonly settings: RecorderSettings,
  ) {
    this.startedAt = settings.goesOn?.begin.startedAt ?? new Date().toISOString();
    const asked = [...options.devices, ...settings.broken].map(({ driver }) => driver);
    const drivers = new Map(asked.map((driver) => [driver.name, driver])).values();
    const reports: OpenReport[] = [];
    this.reports = reports;
    try {
      for (const driver of drivers) {
        const files = reportFiles(settings.reports, driver.name);
        const open = openReportFolder(files);
        reports.push({ driver, files, ...open });
        const earlier = settings.goesOn?.journals.get(driver.name);
        if (earlier !== undefined && earlier.bytes !== open.journal.bytes)
          throw new ResumeRefused(
            `${files.journal} has changed since it was read: another run went on with it`,
          );
      }
    } catch (error) {
      this.abandon();
      throw error;
    }
  }

  /**
   * @throws ResumeRefused where this is not the run that it should go on with: nothing has changed then. ReportError where a
   * journal cannot be begun: earlier reports stay.
   */
  planned(cases: readonly PlannedCase[]): void {
    const begins = this.reports.map((report) => {
      const own = cases.filter(({ device }) => device.driver.name === report.driver.name);
      const [header, plan] = [this.header(report.driver, own), this.plan(own)];
      const earlier = this.settings.goesOn?.journals.get(report.driver.name);
      if (earlier !== undefined) requireSameRun(earlier, header, plan);
      return { report, header, plan, earlier };
    });
    // Where a journal cannot be begun, as on a disk that is full, what earlier runs left stays.
    for (const { report, header, plan, earlier } of begins) {
      if (earlier === undefined) report.journal.begin(header, plan);
      else report.journal.goOn(earlier.wholeBytes);
    }
    for (const { report, header, plan, earlier } of begins) {
      clearEarlierReports(report.files);
      report.content =
        earlier === undefined
          ? { header, plan, outcomes: [] }
          : { ...earlier, outcomes: [...earlier.outcomes] };
    }
    removeFile(resultsPage(this.settings.reports));
  }

  started(_planned: PlannedCase): void {}

  /** Of two lines for one case the later counts, so that what is known so far is not lost. */
  attempted(planned: PlannedCase, soFar: CaseOutcome): void {
    this.finished(planned, soFar);
  }

  finished({ device, instance }: PlannedCase, outcome: CaseOutcome): void {
    const report = this.reports.find(({ driver }) => driver.name === device.driver.name);
    if (report?.content === undefined) throw new Error(`${device.key} is not part of the plan`);
    const { status, durationMs, driverMs, message, deviations, calls, notes, kernelLog, attempts } = outcome;
    const observed = {
      ...{ status, durationMs, driverMs, message, deviations, calls, notes },
      ...(kernelLog === undefined ? {} : { kernelLog }),
      ...(attempts === undefined ? {} : { attempts }),
    };
    const line: OutcomeLine = { kind: 'outcome', device: device.key, id: instance.id, ...observed };
    report.content.outcomes.push(line);
    this.append(report, line);
  }

  kernelSaid(lines: readonly string[], left: number): void {
    const line = { kind: 'kernel' as const, lines, ...(left === 0 ? {} : { left }) };
    for (const report of this.reports) if (report.content !== undefined) this.append(report, line);
  }

  /** What the kernel's log said while no case was running, in the parts of the run before this one. */
  get kernelOutside(): KeptLines | undefined {
    const journals = [...(this.settings.goesOn?.journals.values() ?? [])];
    // Each has the lines since its own run began: those of drivers that came to their end before are the same.
    return journals
      .map(({ kernelOutside }) => kernelOutside)
      .sort((one, other) => one.count - other.count)
      .at(-1);
  }

  private append(report: OpenReport, line: Parameters<Journal['append']>[0]): void {
    report.hold.requireStill();
    report.journal.append(line);
  }

  /**
   * Writes results.json, junit.xml and ctrf.json of every driver; what has no outcome is missing. The journal goes
   * when all are in place and the run came to its end; behind a run that was stopped it stays.
   *
   * @param end how the run ended; absent where the harness failed.
   * @param outside what the kernel's log said while no case was running; absent where it was not watched.
   * @throws ReportError where a file cannot be written.
   */
  async complete(
    end: RunEnd | undefined,
    outside: readonly string[] | undefined = end?.kernelLogOutside,
  ): Promise<readonly DriverReport[]> {
    const wallMs = performance.now() - this.begun;
    const times = end ?? { stopped: 'failed' as const, wallMs, startUpMs: 0, driverMs: 0 };
    const { stopped, startUpMs, driverMs } = times;
    const ending: RunEnding = {
      endedAt: new Date().toISOString(),
      stopped,
      wallMs: times.wallMs,
      startUpMs,
      driverMs,
      ...(outside === undefined ? {} : { kernelLogOutside: outside }),
    };
    // Where there is no device, nothing is planned, and that is a result too.
    if (stopped === 'no' && this.reports.every(({ content }) => content === undefined)) this.planned([]);
    this.abandon();
    const done: DriverReport[] = [];
    for (const { files, hold, journal, content } of this.reports) {
      if (content === undefined) continue;
      hold.requireStill();
      const observed = assembleResults(content, ending);
      const judged = this.settings.judge?.(observed) ?? observed;
      const results = this.settings.logLink?.addedTo(judged) ?? judged;
      writeResults(files.results, results);
      await writeJunit(files.junit, results);
      writeCtrf(files.ctrf, [results]);
      if (stopped === 'no') journal.remove();
      else journal.close();
      hold.release();
      done.push({ files, results });
    }
    return done;
  }

  /** Lets go of a run that never began; what an earlier one left stays as it was. */
  abandon(): void {
    for (const { hold, journal, content } of this.reports) {
      if (content !== undefined) continue;
      if (journal.isNew) journal.remove();
      else journal.close();
      hold.release();
    }
  }

  private header(driver: Driver, cases: readonly PlannedCase[]): JournalHeader {
    const { jobs, timeoutSeconds, isolate, selection, devices } = this.options;
    const baseline = this.settings.baselineOf?.(driver.name);
    const { system } = this.settings;
    return {
      kind: 'header',
      schemaVersion,
      suite: { name: suitePackage.name, version: suitePackage.version },
      registryVersion: REGISTRY_VERSION,
      specificationVersion,
      driver,
      remarks: remarksOn(driver, this.settings),
      problem: this.settings.broken.find((broken) => broken.driver.name === driver.name)?.problem ?? null,
      requirements: requirementTexts(cases.flatMap(({ instance }) => instance.case.proves)),
      run: {
        startedAt: this.startedAt,
        arguments: this.settings.goesOn?.begin.arguments ?? this.settings.arguments,
        nodeVersion: process.version,
        os: system.os,
        kernel: system.kernel,
        guest: this.settings.inGuest,
        jobs,
        timeoutSeconds,
        isolate,
        selection: { ...selection },
        testNamePattern: this.options.testNamePattern ?? null,
        instances: this.options.instances ?? 'all',
        shard: this.options.shard ?? null,
        bail: this.options.bail ?? null,
        repeat: this.options.repeat ?? 1,
        retries: this.options.retries ?? 0,
        flakes: this.settings.flakes,
      },
      devices: devices.filter((device) => device.driver.name === driver.name).map(describeDevice),
      ...(baseline === undefined ? {} : { baseline }),
    };
  }

  private plan(cases: readonly PlannedCase[]): Parameters<Journal['begin']>[1] {
    const rerunSettings = { ...this.settings, ...this.options };
    return {
      kind: 'plan',
      cases: cases.map(({ device, instance, skip }) => {
        const siblings = this.options.devices.filter((other) => other.driver.name === device.driver.name);
        const rerun = rerunCommand(
          instance.id,
          instance.case.class === 'robustness',
          device.driver,
          siblings.length === 1,
          device.key,
          rerunSettings,
        );
        return { device: device.key, ...plannedEntry({ instance, skip }, rerun) };
      }),
    };
  }
}

function describeDevice({ key, identity, capabilities }: Device): JournalHeader['devices'][number] {
  return { key, identity, capabilities };
}
