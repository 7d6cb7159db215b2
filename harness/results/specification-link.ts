/** The chapter of the specification that each kind of section anchor stands in, by how the anchor begins. */
const chapters: readonly (readonly [beginning: string, chapter: string])[] = [
  ['synchronization-', 'synchronization'],
  ['fundamentals-', 'fundamentals'],
  ['devsandqueues-', 'devsandqueues'],
  ['resources-', 'resources'],
  ['memory-', 'memory'],
  ['host-memory-', 'memory'],
  ['limits-', 'limits'],
  ['features-', 'features'],
  ['extendingvulkan-', 'extensions'],
  ['external-', 'capabilities'],
];

const chapterPage = (chapter: string) => `https://docs.vulkan.org/spec/latest/chapters/${chapter}.html`;
const referencePage = (name: string) =>
  `https://docs.vulkan.org/refpages/latest/refpages/source/${name}.html`;

/**
 * The address of an anchor of the catalogue in the specification as it is published now; `null` for one of an
 * unknown kind. Handle types have no page of their own: theirs is that of their enumeration.
 */
export function specificationLink(anchor: string): string | null {
  const [, owner] = /^VUID-(\w+)-/.exec(anchor) ?? [];
  if (owner !== undefined) return `${referencePage(owner)}#${anchor}`;
  const [, object] = /^VK_EXTERNAL_(FENCE|SEMAPHORE|MEMORY)_HANDLE_TYPE_\w+$/.exec(anchor) ?? [];
  if (object !== undefined) return referencePage(`VkExternal${capitalised(object)}HandleTypeFlagBits`);
  if (/^(vk[A-Z]|Vk[A-Z]|VK_)\w+$/.test(anchor)) return referencePage(anchor);
  const chapter = chapters.find(([beginning]) => anchor.startsWith(beginning))?.[1];
  return chapter === undefined ? null : `${chapterPage(chapter)}#${anchor}`;
}

function capitalised(word: string): string {
  return word.charAt(0) + word.slice(1).toLowerCase();
}
