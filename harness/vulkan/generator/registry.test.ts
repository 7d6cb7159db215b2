import { extensionEnumerant, parseRegistry } from './registry';

const XML = `<?xml version="1.0"?>
<registry>
  <types>
    <type category="define" api="vulkan">#define <name>VK_HEADER_VERSION</name> 42</type>
    <type category="define" api="vulkansc">#define <name>VK_HEADER_VERSION</name> 7</type>
    <type category="basetype">typedef <type>uint32_t</type> <name>VkFlags</name>;</type>
    <type category="bitmask" requires="VkThingBits">typedef <type>VkFlags</type> <name>VkThingFlags</name>;</type>
    <type category="handle" parent="VkDevice" objtypeenum="VK_OBJECT_TYPE_FENCE"><type>VK_DEFINE_NON_DISPATCHABLE_HANDLE</type>(<name>VkFence</name>)</type>
    <type category="handle"><type>VK_DEFINE_HANDLE</type>(<name>VkDevice</name>)</type>
    <type category="struct" name="VkThing" structextends="VkBase,VkOther">
      <member values="VK_STRUCTURE_TYPE_THING"><type>VkStructureType</type> <name>sType</name></member>
      <member optional="true">const <type>void</type>* <name>pNext</name></member>
      <member len="count,null-terminated">const <type>char</type>* const* <name>ppNames</name><comment>not * a [9] declaration</comment></member>
      <member><type>float</type> <name>matrix</name>[3][<enum>VK_COLUMNS</enum>]</member>
      <member><type>uint32_t</type> <name>mask</name>:8</member>
      <member api="vulkansc"><type>int</type> <name>safety</name></member>
    </type>
    <type category="struct" name="VkThingKHR" alias="VkThing"/>
  </types>
  <enums name="API Constants" type="constants">
    <enum type="uint32_t" value="4" name="VK_COLUMNS"/>
    <enum type="uint32_t" value="(~1U)" name="VK_ALMOST_ALL"/>
    <enum type="uint64_t" value="(~0ULL)" name="VK_WHOLE"/>
  </enums>
  <enums name="VkThingBits" type="bitmask"><enum bitpos="31" name="VK_THING_HIGH_BIT"/></enums>
  <enums name="VkKind" type="enum"><enum value="-2" name="VK_KIND_NEGATIVE"/></enums>
  <commands>
    <command successcodes="VK_SUCCESS" errorcodes="VK_ERROR_A,VK_ERROR_B">
      <proto><type>VkResult</type> <name>vkDoThing</name></proto>
      <param><type>VkDevice</type> <name>device</name></param>
      <param optional="false,true"><type>uint32_t</type>* <name>pCount</name></param>
    </command>
    <command name="vkDoThingKHR" alias="vkDoThing"/>
  </commands>
  <feature api="vulkan,vulkansc" name="VK_VERSION_1_0" number="1.0">
    <require><command name="vkDoThing"/><enum extends="VkKind" extnumber="147" offset="3" name="VK_KIND_CORE"/></require>
  </feature>
  <feature api="vulkansc" name="VKSC_VERSION_1_0" number="1.0"><require/></feature>
  <extensions>
    <extension name="VK_KHR_thing" number="2" type="device" supported="vulkan" depends="VK_KHR_other,VK_VERSION_1_1" promotedto="VK_VERSION_1_1" platform="win32">
      <require>
        <enum value="5" name="VK_KHR_THING_SPEC_VERSION"/>
        <enum extends="VkKind" offset="4" dir="-" name="VK_KIND_LOST"/>
        <enum extends="VkKind" alias="VK_KIND_CORE" name="VK_KIND_CORE_KHR"/>
        <enum extends="VkThingBits" bitpos="5" name="VK_THING_FIVE_BIT"/>
        <command name="vkDoThingKHR"/>
      </require>
    </extension>
    <extension name="VK_EXT_never" number="3" supported="disabled">
      <require><enum extends="VkKind" offset="0" name="VK_KIND_NEVER"/></require>
    </extension>
  </extensions>
</registry>`;

describe('extension enumerants', () => {
  it('are numbered in blocks of a thousand for each extension', () => {
    expect(extensionEnumerant(1, 0, false)).toBe(1_000_000_000n);
    expect(extensionEnumerant(73, 3, false)).toBe(1_000_072_003n);
  });

  it('count downwards where the registry says so', () => {
    expect(extensionEnumerant(2, 4, true)).toBe(-1_000_001_004n);
  });
});

describe('a registry', () => {
  const registry = parseRegistry(XML);

  it('is known by its newest core version and the header version of its own API', () => {
    expect(registry.version).toBe('1.0.42');
  });

  it('gives inverted constants their width', () => {
    expect(registry.constants.get('VK_ALMOST_ALL')).toBe(2 ** 32 - 2);
    expect(registry.constants.get('VK_WHOLE')).toBe(2n ** 64n - 1n);
  });

  it('adds the enumerants of versions and extensions, by the number that each names', () => {
    const kind = registry.enumerations.get('VkKind');
    expect(Object.fromEntries(kind?.values ?? [])).toEqual({
      VK_KIND_NEGATIVE: -2n,
      VK_KIND_CORE: 1_000_146_003n,
      VK_KIND_LOST: -1_000_001_004n,
    });
    expect(kind?.aliases.get('VK_KIND_CORE_KHR')).toBe('VK_KIND_CORE');
  });

  it('keeps bits exact up to the highest', () => {
    const bits = registry.enumerations.get('VkThingBits')?.values;
    expect(bits?.get('VK_THING_HIGH_BIT')).toBe(0x8000_0000n);
    expect(bits?.get('VK_THING_FIVE_BIT')).toBe(0x20n);
  });

  it('reads C declarations as they are spelled', () => {
    const members = registry.aggregates.get('VkThing')?.members ?? [];
    expect(members.map(({ name }) => name)).toEqual(['sType', 'pNext', 'ppNames', 'matrix', 'mask']);
    expect(members[1]).toMatchObject({ type: 'void', isConst: true, pointers: 1, optional: ['true'] });
    expect(members[2]).toMatchObject({
      type: 'char',
      pointers: 2,
      dimensions: [],
      len: 'count,null-terminated',
    });
    expect(members[3]).toMatchObject({ type: 'float', pointers: 0, dimensions: [3, 4] });
    expect(members[4]).toMatchObject({ bits: 8 });
  });

  it('knows which handles are dispatchable', () => {
    expect(registry.handles.get('VkFence')).toMatchObject({ dispatchable: false, parent: 'VkDevice' });
    expect(registry.handles.get('VkDevice')).toMatchObject({ dispatchable: true });
  });

  it('keeps commands, their aliases and their result codes', () => {
    expect(registry.commands.get('vkDoThing')).toMatchObject({
      returns: 'VkResult',
      errorCodes: ['VK_ERROR_A', 'VK_ERROR_B'],
    });
    expect(registry.commands.get('vkDoThingKHR')?.alias).toBe('vkDoThing');
  });

  it('leaves out what is disabled or of another API', () => {
    expect(registry.providers.map(({ name }) => name)).toEqual(['VK_VERSION_1_0', 'VK_KHR_thing']);
  });

  it('says what an extension depends on, becomes and brings', () => {
    expect(registry.providers[1]).toMatchObject({
      type: 'device',
      depends: 'VK_KHR_other,VK_VERSION_1_1',
      promotedTo: 'VK_VERSION_1_1',
      platform: 'win32',
      specVersion: 5,
      commands: ['vkDoThingKHR'],
    });
  });

  it('refuses text that is no registry', () => {
    expect(() => parseRegistry('<other/>')).toThrow('is this a Vulkan registry?');
  });
});
