/**
 * What the harness knows of operating-system handles, whatever the platform. Nothing here touches native code.
 */
export * from './direct3d';
export * from './errors';
export * from './foreign';
export * from './handle';
export * from './ledger';
export * from './memory';
export * from './named-object';
export * from './os-handles';
export * from './passage';
