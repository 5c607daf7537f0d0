"""A small Telegram: a strict fake Bot API on one side, people on the other.

It knows nothing of the bot that is tried against it and imports nothing of it. To read it:

- `server` starts it; `world` is all it holds; `clock` moves its time.
- The bot's side: `api` takes a call, `wire` reads and answers it, `methods` carry it out with
  `formatted` (texts, `html`, `link`), `keyboard` and `files`; `queue` and `webhook` bring
  updates; `limits` and `faults` refuse; `errors` says it in Telegram's words.
- The people's side: `acts` is what people can do, `person` the same for tests, `web` the same
  over HTTP; `stream` sends `events` to the page in `page/`; `transcript` writes a chat as text.
- `bot`, `people` and `chat` are the three things the world is made of.
"""
