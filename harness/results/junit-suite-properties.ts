/** What jest-junit asks for the properties of a test suite; they travel with its result. */
function suitePropertiesOf(suite: { readonly suiteProperties: Readonly<Record<string, () => string>> }) {
  return suite.suiteProperties;
}

export = suitePropertiesOf;
