/** What jest-junit asks for the properties of a test case; they travel with the assertion result. */
function propertiesOf(testCase: { readonly properties: Readonly<Record<string, string>> }) {
  return testCase.properties;
}

export = propertiesOf;
