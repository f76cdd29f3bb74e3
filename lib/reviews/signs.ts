/** What an emoji or emoticon says, as the word that stands for it in normalised text. */
const meanings: readonly (readonly [token: string, signs: string])[] = [
  ["emoji_amor", "❤ ♥ 💕 💖 💗 💓 💞 💘 💙 💚 💛 💜 🖤 💝 💟 😍 🥰 😘 😚 😙 💋 🤗 🤩 <3"],
  ["emoji_feliz", "😊 😀 😃 😄 😁 🙂 ☺ 😉 😎 😇 😋 😆 🥳 🎉 :) :D =) =D ;) ;D :P =P"],
  ["emoji_aprovado", "👍 👏 👌 🔝 🙌 🙏 💯 ✔ ✅ 🌟 ⭐ ★ 🤙 👊 💪 🏆 🥇"],
  ["emoji_riso", "😂 🤣 😅"],
  ["emoji_triste", "😔 😕 🙁 ☹ 😞 😟 😢 😭 😣 😩 😫 😥 😓 😰 💔 :( =( ;("],
  ["emoji_bravo", "😡 😠 🤬 😤 😒 😑 🙄 💩 🤮 🤢 😾"],
  ["emoji_reprovado", "👎 ❌ 🚫 ✖"]
];

const tokens = new Map(meanings.flatMap(([token, signs]) => signs.split(" ").map((sign) => [sign, token])));

/** Any other picture. */
const other = "emoji_outro";

/** A word that stands for a sign, as normalised text has it. */
export const signToken = `emoji_(?:${[...meanings.map(([token]) => token), other].map((token) => token.slice(6)).join("|")})`;

/**
 * The word that stands for an emoji or emoticon; "" for a mark that says nothing, such as ©.
 * @example signWord("👏") => "emoji_aprovado"
 */
export function signWord(sign: string): string {
  if (/^[©®™]/u.test(sign)) return "";
  const plain = sign
    .replace(/-/g, "")
    .replace(/([()3])\1+$/, "$1")
    .replace(/p$/, "P");
  return tokens.get(plain) ?? other;
}
