/** The playground's HTTP and socket as functions. See API.md. */

/** The playground said no; the message is a sentence that can be shown. */
export class Refusal extends Error {}

async function answerOf(request) {
  let response;
  try {
    response = await request;
  } catch {
    throw new Refusal("unreachable");
  }
  let body = {};
  try {
    body = await response.json();
  } catch {
    // An answer without JSON is a refusal from below the page's own routes.
  }
  if (!response.ok) throw new Refusal(body.error ?? `${response.status} ${response.statusText}`);
  return body;
}

export function look(path, parameters) {
  return answerOf(fetch(`/page/${path}?${new URLSearchParams(parameters)}`, { cache: "no-store" }));
}

export function act(path, body) {
  return answerOf(
    fetch(`/page/${path}`, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) }),
  );
}

/** Upload a file; gives its attachment. */
export async function upload(person, channel, file) {
  const where = new URLSearchParams({ person, channel, name: file.name });
  const type = file.type || "application/octet-stream";
  const answer = await answerOf(fetch(`/page/upload?${where}`, { method: "POST", headers: { "Content-Type": type }, body: file }));
  return answer.attachment;
}

const FIRST_PAUSE = 400;
const LONGEST_PAUSE = 4000;

/**
 * Listen to what one person can see, for ever: a lost connection is made again.
 * `onOpen` is called at each (re)connection, `onLost` at each loss. Gives a function that stops it.
 */
export function listen(person, { onOpen, onLost, onEvent }) {
  let socket;
  let timer = 0;
  let pause = FIRST_PAUSE;
  let stopped = false;
  const connect = () => {
    socket = new WebSocket(`${location.origin.replace(/^http/, "ws")}/page/socket?person=${encodeURIComponent(person)}`);
    socket.onopen = () => {
      pause = FIRST_PAUSE;
      onOpen();
    };
    socket.onmessage = ({ data }) => onEvent(JSON.parse(data));
    socket.onclose = () => {
      if (stopped) return;
      onLost();
      timer = setTimeout(connect, pause);
      pause = Math.min(pause * 1.6, LONGEST_PAUSE);
    };
  };
  connect();
  return () => {
    stopped = true;
    clearTimeout(timer);
    socket.close();
  };
}
