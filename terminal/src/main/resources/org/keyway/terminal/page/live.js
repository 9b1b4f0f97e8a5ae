// @ts-check
/** The server sends something at least every two seconds; longer silence means that the line is dead. */
const LONGEST_SILENCE = 6000;
const PAUSE = 1000;

/**
 * Keeps an event stream open. Says at once when it is lost, and starts again with a snapshot until it is back.
 * @param {string} path
 * @param {string} probe what is there only if the stream is, asked when the stream is refused
 * @param {Record<string, (data: any) => void>} handlers by event name
 * @param {(state: 'lost' | 'unknown') => void} onLost
 */
export function listen(path, probe, handlers, onLost) {
  /** @type {EventSource} */
  let source;
  let watchdog = 0;
  let stopped = false;

  const alive = () => {
    clearTimeout(watchdog);
    watchdog = setTimeout(restart, LONGEST_SILENCE);
  };
  const restart = () => {
    clearTimeout(watchdog);
    source.close();
    onLost('lost');
    setTimeout(open, PAUSE);
  };
  const refused = async () => {
    const answer = await fetch(probe).catch(() => null);
    if (answer?.status === 404) {
      stopped = true;
      onLost('unknown');
    }
  };
  const open = () => {
    if (stopped) return;
    source = new EventSource(path);
    alive();
    source.addEventListener('heartbeat', alive);
    for (const [name, handle] of Object.entries(handlers)) {
      source.addEventListener(name, (event) => {
        alive();
        handle(JSON.parse(event.data));
      });
    }
    source.onerror = () => {
      if (source.readyState === EventSource.CLOSED) void refused();
      restart();
    };
  };
  open();
}
