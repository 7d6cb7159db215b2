import { interruptingSignals } from '../handles';
import { Interruption } from './interruption';

test.each(interruptingSignals)('%s ends a run in order', (signal) => {
  const told = jest.spyOn(console, 'error').mockImplementation(() => {});
  const interruption = new Interruption('the rest is left out');
  const stop = jest.fn(async () => {});
  interruption.whileRunning(stop);
  interruption.listen();
  try {
    process.emit(signal, signal); // SIGBREAK, which is Ctrl-Break, is sent by Windows alone
  } finally {
    interruption.forget();
    told.mockRestore();
  }
  expect(interruption.happened).toBe(true);
  expect(stop).toHaveBeenCalledTimes(1);
  expect(process.listenerCount(signal)).toBe(0);
});
