import { apiVersionParts, apiVersionText, makeApiVersion } from './api-version';

describe('an API version', () => {
  it('is packed and taken apart as the specification says', () => {
    expect(makeApiVersion(1, 3, 275)).toBe(0x0040_3113);
    expect(apiVersionText(makeApiVersion(1, 3, 275))).toBe('1.3.275');
    expect(apiVersionParts(0xe000_0000 + makeApiVersion(127, 1023, 4095))).toEqual({
      variant: 7,
      major: 127,
      minor: 1023,
      patch: 4095,
    });
  });
});
