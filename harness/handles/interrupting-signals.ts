/**
 * The signals by which a user or a job runner ends a run. SIGBREAK is Ctrl-Break, of Windows alone: no other system ever
 * sends it.
 */
export const interruptingSignals = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGBREAK'] as const;
