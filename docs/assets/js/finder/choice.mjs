/** The third step of 我能享受什么, in the address: `?topic=training-subsidy`. */

/** The topic that an address (its `?…` part) asks for; "" for all, and for one that the page does not have. */
export function readChoice(search, topics) {
  const topic = new URLSearchParams(search).get("topic") ?? "";
  return topics.includes(topic) ? topic : "";
}

/** The `?…` part for a topic; "" for all. */
export function writeChoice(topic) {
  return topic ? `?${new URLSearchParams({ topic })}` : "";
}

/** Whether an answer with these topics (ids with spaces between) belongs to `topic`. */
export function belongs(topics, topic) {
  return !topic || topics.split(" ").includes(topic);
}
