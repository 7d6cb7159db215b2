/** What objects of Windows have beyond their handles: names and security. */

/** Where a name of a Windows object counts: in the session of the process, said so or not, or on the whole machine. */
export type NameSpace = 'Local' | 'Global' | 'unsaid';

/** Kinds of Windows objects that can be opened by their names. */
export type NamedKind = 'event' | 'semaphore' | 'section';

/** SECURITY_ATTRIBUTES in native memory, until they are freed. */
export interface SecurityAttributes {
  readonly address: bigint;
  free(): void;
}
