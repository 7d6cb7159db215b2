import { HandleLost, type OsHandle, type OsHandles } from '../handles';
import type { CaseScope } from './case-scope';
import { OwnedHandle } from './owned-handle';

/** Makes the function that takes handles into the ownership of whichever case is running. */
export function ownership(system: OsHandles, scope: () => CaseScope): (os: OsHandle) => OwnedHandle {
  const own = (os: OsHandle): OwnedHandle => {
    scope().defer(() => {
      if (os.state === 'lost')
        throw new HandleLost(`${os}: someone closed it while the application owned it.`);
      if (os.state === 'open' && os.value !== -1) os.close();
    });
    return OwnedHandle.of(os, system, own);
  };
  return own;
}
