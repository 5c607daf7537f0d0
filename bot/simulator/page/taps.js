/**
 * Tapped buttons that wait for the bot: which ones, until when, and what the answer was.
 */

const ANSWER_SECONDS = 30;

const keyOf = (messageId, data) => `${messageId} ${data}`;

/** The waiting buttons of one conversation. */
export class Taps {
  #waiting = new Set();
  #queries = new Map();
  #answered = new Set();
  #send;
  #show;
  #giveUp;

  /**
   * @param {(messageId: number, data: string) => Promise<{callback_query_id: string}|undefined>} send
   * @param {(messageId: number, data: string, isWaiting: boolean) => void} show
   * @param {() => void} giveUp called when the bot does not answer in time
   */
  constructor(send, show, giveUp) {
    this.#send = send;
    this.#show = show;
    this.#giveUp = giveUp;
  }

  isWaiting(messageId, data) {
    return this.#waiting.has(keyOf(messageId, data));
  }

  /** Forgets every wait, after the conversation was loaded anew. */
  clear() {
    this.#waiting.clear();
    this.#queries.clear();
  }

  /** Sends a tap; a second tap on a waiting button does nothing. */
  async press(messageId, data) {
    if (this.isWaiting(messageId, data)) return;
    this.#set(messageId, data, true);
    const answer = await this.#send(messageId, data);
    const query = answer?.callback_query_id;
    if (query === undefined || this.#answered.delete(query)) {
      this.#set(messageId, data, false);
      return;
    }
    this.#queries.set(query, { messageId, data });
    setTimeout(() => this.#end(query) && this.#giveUp(), ANSWER_SECONDS * 1000);
  }

  /** Takes the bot's answer. It may come before the tap's own reply does; then it is kept for it. */
  answer(query) {
    if (!this.#end(query)) this.#answered.add(query);
  }

  #end(query) {
    const tap = this.#queries.get(query);
    if (!tap) return false;
    this.#queries.delete(query);
    this.#set(tap.messageId, tap.data, false);
    return true;
  }

  #set(messageId, data, isWaiting) {
    if (isWaiting) this.#waiting.add(keyOf(messageId, data));
    else this.#waiting.delete(keyOf(messageId, data));
    this.#show(messageId, data, isWaiting);
  }
}
