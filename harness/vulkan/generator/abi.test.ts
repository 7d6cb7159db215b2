import { Abi } from './abi';
import { memberForm } from './member-form';
import { parseRegistry } from './registry';

/** A registry with one structure or union of these members. */
function registryOf(members: string, category = 'struct') {
  return parseRegistry(`<registry><types>
    <type category="define">#define <name>VK_HEADER_VERSION</name> 1</type>
    <type category="bitmask">typedef <type>VkFlags64</type> <name>VkWideFlags</name>;</type>
    <type category="struct" name="VkPair"><member><type>uint64_t</type> <name>x</name></member><member><type>uint8_t</type> <name>y</name></member></type>
    <type category="${category}" name="VkThing">${members}</type>
  </types><feature api="vulkan" name="VK_VERSION_1_0" number="1.0"/></registry>`);
}

function layout(members: string, category = 'struct') {
  const registry = registryOf(members, category);
  const aggregate = registry.aggregates.get('VkThing');
  if (aggregate === undefined) throw new Error('no VkThing');
  return new Abi(registry).layoutOf(aggregate);
}

function member(type: string, name: string, after = ''): string {
  return `<member><type>${type}</type> <name>${name}</name>${after}</member>`;
}

describe('a layout', () => {
  it('aligns each member to its own size and the whole to the largest', () => {
    expect(layout(member('uint8_t', 'a') + member('uint64_t', 'b') + member('uint16_t', 'c'))).toEqual({
      size: 24,
      align: 8,
      offsets: [0, 8, 16],
    });
  });

  it('pads nested structures at their end', () => {
    expect(layout(member('VkPair', 'a', '[2]') + member('uint8_t', 'b'))).toMatchObject({
      size: 40,
      offsets: [0, 32],
    });
  });

  it('gives 64-bit flags 8 bytes', () => {
    expect(layout(member('int', 'a') + member('VkWideFlags', 'b'))).toMatchObject({
      size: 16,
      offsets: [0, 8],
    });
  });

  it('lays the members of a union over each other', () => {
    expect(layout(member('float', 'a', '[4]') + member('uint8_t', 'b'), 'union')).toEqual({
      size: 16,
      align: 4,
      offsets: [0, 0],
    });
  });

  it('refuses bit-fields and types of unknown size', () => {
    expect(() => layout(member('uint32_t', 'a', ':24'))).toThrow('VkThing.a is a bit-field');
    expect(() => layout(member('AHardwareBuffer', 'a'))).toThrow('type of unknown size: AHardwareBuffer');
  });
});

describe('the form of a member', () => {
  it('is refused when neither encoder nor decoder knows the shape', () => {
    const registry = registryOf(
      '<member len="n,1">const <type>VkPair</type>* const* <name>ppPairs</name></member>',
    );
    const [pairs] = registry.aggregates.get('VkThing')?.members ?? [];
    if (pairs === undefined) throw new Error('no member');
    expect(() => memberForm(registry, 'VkThing', pairs)).toThrow(
      'VkThing.ppPairs: no form for VkPair with 2 stars',
    );
  });
});
