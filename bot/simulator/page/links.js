/**
 * Decides which addresses may become links, and recognises the bot's own start links, which the
 * simulator follows inside the page as Telegram does.
 */

const ALLOWED = new Set(["http:", "https:", "mailto:", "tel:"]);
const HOSTS = new Set(["t.me", "telegram.me"]);

function parsed(address) {
  try {
    return new URL(address);
  } catch {
    return null;
  }
}

/**
 * The address when it is safe to follow, else null (`javascript:`, `data:`, nonsense).
 * @param {string} address
 */
export function safeAddress(address) {
  const url = parsed(/^[a-z][a-z0-9+.-]*:/iu.test(address) ? address : `https://${address}`);
  return url && ALLOWED.has(url.protocol) ? url.href : null;
}

/**
 * What to send for a link such as https://t.me/the_bot?start=abc, else null.
 * @param {string} address
 * @param {string} username of the bot
 */
export function startCommand(address, username) {
  const url = parsed(safeAddress(address) ?? "");
  if (!url || !HOSTS.has(url.hostname)) return null;
  if (url.pathname.slice(1).toLowerCase() !== username.toLowerCase()) return null;
  const payload = url.searchParams.get("start");
  return payload ? `/start ${payload}` : "/start";
}
