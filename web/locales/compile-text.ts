import type { MessageCompiler, MessageContext } from 'vue-i18n';

const compiled = new Map<string, ReturnType<MessageCompiler>>();

/**
 * Compiles a text of the locales: `{name}` stands for a value, everything else for itself. The compiler of vue-i18n
 * does more (plurals, links, lists), which Chinese texts do not need and every judge's tablet would have to load.
 */
export const compileText: MessageCompiler = (message) => {
  const text = String(message);
  const known = compiled.get(text);
  if (known !== undefined) return known;
  // Odd parts are names, even ones what stands between them.
  const parts = text.split(/\{(\w+)\}/);
  const fill: ReturnType<MessageCompiler> = (context: MessageContext) =>
    parts.map((part, index) => (index % 2 === 1 ? String(context.named(part) ?? '') : part)).join('');
  compiled.set(text, fill);
  return fill;
};
