package exsim.simulator.tls;

/** What the client does next. */
public enum TlsOutcome {
  /** Goes on in clear on this connection. */
  CLEAR,
  /** Goes on inside TLS. */
  SECURE,
  /** Fails this host; the message stays queued. */
  DEFER,
  /** Fails this host for good. */
  FAIL,
  /** Fails this host, connects again at once and sends in clear. */
  CLEAR_NOW,
  /** Fails this host and leaves TLS out of the next attempt. */
  CLEAR_NEXT;

  /** Whether mail can be sent on this connection. */
  public boolean goesOn() {
    return this == CLEAR || this == SECURE;
  }
}
